"""Articles whose text has changed: which one is it, where do its annotations stand now, and what a person says of them."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import AnchorStatus, ArticleRecord
from reader.cli.main import main
from reader.desk import acts, anchor_acts
from reader.desk.exporting import Order, write_export
from tests.annotations.examples import identifier
from tests.desk.importing import counts, exported

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.desk.act import Act
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened

TEXT = (
    "石湾县上半年经济运行情况\n\n石湾县统计局公布，上半年规模以上工业产值近500亿元，同比增长11.6%，出口1.2亿元。\n\n"
    "固定资产投资增长三成，新开工项目120个，比去年多出两成。居民收入的增长比产值更要紧。\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "石湾.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def desk(make_desk: Callable[..., Desk], path: Path) -> Desk:
    return make_desk([path])


def tagged(desk: Desk, path: Path, *quotes: str) -> Opened:
    opened = desk.open(path)
    for quote in quotes:
        start = opened.article.text.index(quote)
        opened = done(desk, opened, acts.toggle_tag(desk, opened, start, start + len(quote), "key"))
    return opened


def done(desk: Desk, opened: Opened, act: Act) -> Opened:
    desk.commit(act)
    return desk.refreshed(opened)


def rewritten(desk: Desk, path: Path, old: str, new: str) -> Opened:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return desk.open(path)


def standing(opened: Opened) -> dict[str, tuple[str | None, AnchorStatus, bool]]:
    text = opened.article.text
    return {
        placed.annotation.target.exact: (
            None if placed.start is None else text[placed.start : placed.end], placed.status, placed.needs_review,
        )
        for placed in opened.placed
    }  # fmt: skip


def test_a_changed_file_is_noticed_and_its_annotations_are_found_again(desk: Desk, path: Path):
    opened = tagged(desk, path, "500亿元", "三成")
    assert not desk.is_changed(opened.article, path)
    opened = rewritten(desk, path, "500亿", "530亿")
    assert desk.is_changed(opened.article, path)
    assert standing(opened) == {
        "500亿元": ("530亿元", AnchorStatus.FIGURE_CHANGED, True),
        "三成": ("三成", AnchorStatus.OK, False),
    }


def test_one_act_confirms_it_and_another_takes_that_back(desk: Desk, path: Path):
    tagged(desk, path, "500亿元")
    opened = rewritten(desk, path, "500亿", "530亿")
    opened = done(desk, opened, anchor_acts.confirm(desk, opened, opened.placed[0]))
    assert standing(opened) == {"500亿元": ("530亿元", AnchorStatus.FIGURE_CHANGED, False)}
    assert not desk.is_changed(opened.article, path)
    desk.undo()
    assert standing(desk.refreshed(opened)) == {"500亿元": ("530亿元", AnchorStatus.FIGURE_CHANGED, True)}


def test_what_was_confirmed_is_where_the_next_change_is_counted_from(desk: Desk, path: Path):
    tagged(desk, path, "500亿元")
    opened = rewritten(desk, path, "500亿", "530亿")
    opened = done(desk, opened, anchor_acts.confirm(desk, opened, opened.placed[0]))
    opened = rewritten(desk, path, "石湾县统计局", "据悉，石湾县统计局")
    assert standing(opened) == {"500亿元": ("530亿元", AnchorStatus.OK, False)}


def test_an_orphan_can_be_moved_or_be_said_to_be_one(desk: Desk, path: Path):
    tagged(desk, path, "出口1.2亿元", "120个")
    opened = rewritten(desk, path, "，出口1.2亿元", "")
    (lost,) = [placed for placed in opened.placed if placed.status is AnchorStatus.ORPHAN]
    assert anchor_acts.confirm(desk, opened, lost).code == "no-place-to-confirm"
    settled = done(desk, opened, anchor_acts.orphan(desk, opened, lost.annotation))
    assert standing(settled)["出口1.2亿元"] == (None, AnchorStatus.ORPHAN, False)
    start = opened.article.text.index("11.6%")
    before = settled.placed_of(lost.annotation.id)
    moved = done(desk, settled, anchor_acts.move(desk, settled, before.annotation, start, start + 5))
    assert standing(moved)["出口1.2亿元"] == ("11.6%", AnchorStatus.MOVED, False)


def test_nothing_is_to_be_confirmed_where_nothing_changed(desk: Desk, path: Path):
    opened = tagged(desk, path, "500亿元")
    assert not anchor_acts.confirm(desk, opened, opened.placed[0]).changes_something


def test_an_export_says_what_a_person_settled_and_what_stands_there(desk: Desk, path: Path):
    tagged(desk, path, "500亿元", "出口1.2亿元", "三成")
    rewritten(desk, path, "500亿", "530亿")
    opened = rewritten(desk, path, "，出口1.2亿元", "")
    for placed in [one for one in opened.placed if one.needs_review]:
        confirming = placed.start is not None
        opened = done(
            desk,
            opened,
            anchor_acts.confirm(desk, opened, placed)
            if confirming
            else anchor_acts.orphan(desk, opened, placed.annotation),
        )
    columns = ("quote", "anchor_status", "settled_quote", "settled_text_sha256")
    rows = csv.DictReader(StringIO(exported(desk.repository).decode("utf-8-sig")))
    assert [tuple(row[name] for name in columns) for row in rows] == [
        ("500亿元", "figure-changed", "530亿元", opened.text_sha256),
        ("出口1.2亿元", "orphan", "", opened.text_sha256),
        ("三成", "ok", "", ""),
    ]


@pytest.mark.parametrize("word", ["csv", "jsonl"])
def test_an_export_of_a_changed_article_that_nobody_edited_changes_nothing(desk: Desk, path: Path, word: str):
    tagged(desk, path, "500亿元", "120个")
    opened = rewritten(desk, path, "500亿", "530亿")
    assert counts(desk.repository, exported(desk.repository, word)) == {"unchanged": 2}
    done(desk, opened, anchor_acts.confirm(desk, opened, opened.placed[0]))
    assert counts(desk.repository, exported(desk.repository, word)) == {"unchanged": 2}


def test_exports_and_checks_say_how_annotations_stand_now(desk: Desk, path: Path, capsys: pytest.CaptureFixture[str]):
    tagged(desk, path, "500亿元", "三成")
    rewritten(desk, path, "500亿", "530亿")
    out = BytesIO()
    write_export(desk.repository, Order(), out)
    rows = list(csv.DictReader(StringIO(out.getvalue().decode("utf-8-sig"))))
    assert [(row["quote"], row["anchor_status"]) for row in rows] == [("500亿元", "figure-changed"), ("三成", "ok")]
    desk.repository.close()
    assert main(["annotations", "check", "--annotations", str(desk.repository.path)]) == 0
    said = capsys.readouterr().out
    assert "500亿元 → 530亿元" in said
    assert (
        "1 ok, 0 moved, 0 to review, 1 with another figure, 0 lost; 0 settled by somebody; 0 whose file is not there"
        in said
    )


def test_an_export_of_a_file_that_is_gone_says_what_was_known_last(desk: Desk, path: Path):
    tagged(desk, path, "500亿元")
    path.unlink()
    out = BytesIO()
    write_export(desk.repository, Order(), out)
    (row,) = csv.DictReader(StringIO(out.getvalue().decode("utf-8-sig")))
    assert row["anchor_status"] == "ok"


def test_an_article_elsewhere_is_offered_by_its_title(desk: Desk, path: Path, tmp_path: Path):
    tagged(desk, path, "500亿元")
    other = tmp_path / "别处.txt"
    other.write_text(TEXT.replace("11.6%", "11.7%"), encoding="utf-8")
    opened = desk.open(other)
    assert opened.placed == ()
    (record,) = desk.offered(opened.article, other)
    opened = done(desk, opened, anchor_acts.adopt(desk, opened, record))
    assert list(standing(opened)) == ["500亿元"]
    assert desk.offered(opened.article, other) == []


def test_another_page_under_an_old_name_is_another_article():
    record = ArticleRecord(identifier(1), ("a" * 16,), "https://example.com/1", "/news/a.md", "一")
    assert record.is_of("b" * 16, "https://example.com/1", None, "二")
    assert record.is_of("b" * 16, None, "/news/a.md", "一")
    assert not record.is_of("b" * 16, "https://example.com/2", "/news/a.md", "二")


def test_a_check_lists_what_is_open_and_only_counts_what_somebody_settled(desk: Desk, path: Path, capsys):
    tagged(desk, path, "500亿元", "1.2亿元", "三成")
    opened = rewritten(desk, path, "500亿", "530亿")
    opened = rewritten(desk, path, "出口1.2亿", "出口1.3亿")

    def check() -> list[str]:
        main(["annotations", "check", "--annotations", str(desk.repository.path)])
        return capsys.readouterr().out.splitlines()

    assert [line.split()[0] for line in check()[1:-1]] == ["figure-changed", "figure-changed"]
    done(desk, opened, anchor_acts.confirm(desk, opened, opened.placed[0]))
    *listed, summary = check()[1:]
    assert [line.partition(": ")[2] for line in listed] == ["1.2亿元 → 1.3亿元"]
    assert "1 ok, 0 moved, 0 to review, 1 with another figure, 0 lost; 1 settled by somebody" in summary
