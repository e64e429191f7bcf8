"""The acts on annotations: values that say what they change, saved whole, taken back one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import Annotation, Origin, Response
from reader.annotations.repository import Repository
from reader.desk import acts
from reader.desk.desk import Desk
from reader.errors import ReaderError
from reader.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from reader.desk.act import Act
    from reader.desk.opened import Opened

MakeDesk = Callable[..., Desk]


@pytest.fixture
def desk(make_desk: MakeDesk, seeds: list[Path]) -> Desk:
    return make_desk(seeds)


@pytest.fixture
def opened(desk: Desk) -> Opened:
    return desk.open(desk.files[0])


def span_of(opened: Opened, words: str) -> tuple[int, int]:
    start = opened.article.text.index(words)
    return start, start + len(words)


def do(desk: Desk, act: Act, opened: Opened) -> Opened:
    """Save an act, and look at the article again."""
    desk.commit(act)
    return desk.refreshed(opened)


def tag(desk: Desk, opened: Opened, words: str, name: str) -> Opened:
    return do(desk, acts.toggle_tag(desk, opened, *span_of(opened, words), name), opened)


def note(desk: Desk, opened: Opened, words: str, text: str) -> Opened:
    return do(desk, acts.write_note(desk, opened, *span_of(opened, words), text), opened)


def stored(desk: Desk) -> list[Annotation]:
    """The annotations as another program would read them now."""
    return Repository.open(desk.repository.path).annotations()


def test_tagging_a_claim_keeps_everything_an_export_needs(desk: Desk, opened: Opened):
    act = acts.toggle_tag(desk, opened, *span_of(opened, "3000万美元"), "money")
    assert say(act.code, **act.parameters) == "Tagged money."
    desk.commit(act)
    [annotation] = stored(desk)
    assert annotation == act.after
    assert annotation.tags == ("money",)
    assert annotation.target is not None
    assert annotation.target.exact == "3000万美元"
    assert annotation.claim is not None
    assert (annotation.claim.value, annotation.claim.unit) == (30_000_000, "USD")
    assert (annotation.origin, annotation.response) == (Origin.CLAIM, Response.ACCEPTED)
    assert annotation.sentence.startswith("今年该公司已接到巴基斯坦订单")
    assert annotation.provenance.title.startswith("自贡高新区")
    assert annotation.provenance.date == "2022-05-26"
    assert annotation.annotator == "tester"
    source = opened.source.text
    assert source[annotation.target.source_start : annotation.target.source_end] == "3000万美元"


def test_an_act_changes_nothing_until_it_is_saved(desk: Desk, opened: Opened):
    acts.toggle_tag(desk, opened, *span_of(opened, "3000万美元"), "money")
    assert not desk.repository.path.parent.joinpath("annotations.json").exists()
    assert desk.refreshed(opened).placed == ()


def test_the_text_that_an_annotation_counts_in_is_kept(desk: Desk, opened: Opened):
    tag(desk, opened, "3000万美元", "money")
    assert Repository.open(desk.repository.path).text(opened.text_sha256) == opened.article.text


def test_an_annotation_stands_in_the_same_place_when_the_article_is_opened_again(desk: Desk, opened: Opened):
    tag(desk, opened, "3000万美元", "money")
    [placed] = desk.open(desk.files[0]).placed
    assert (placed.start, placed.end) == span_of(opened, "3000万美元")


def test_giving_a_tag_twice_takes_it_away_and_leaves_nothing(desk: Desk, opened: Opened):
    opened = tag(desk, opened, "3000万美元", "money")
    act = acts.toggle_tag(desk, opened, *span_of(opened, "3000万美元"), "money")
    desk.commit(act)
    assert act.code == "untagged-deleted"
    assert stored(desk) == []


def test_an_annotation_with_a_note_survives_its_last_tag(desk: Desk, opened: Opened):
    opened = tag(desk, opened, "3000万美元", "money")
    opened = note(desk, opened, "3000万美元", "查海关数据")
    tag(desk, opened, "3000万美元", "money")
    [annotation] = stored(desk)
    assert (annotation.tags, annotation.note) == ((), "查海关数据")


def test_each_revision_knows_the_one_before(desk: Desk, opened: Opened):
    opened = tag(desk, opened, "3000万美元", "money")
    [first] = stored(desk)
    tag(desk, opened, "3000万美元", "key")
    [second] = stored(desk)
    assert second.id == first.id
    assert second.parent == first.revision
    assert second.tags == ("money", "key")


def test_any_span_can_be_tagged(desk: Desk, opened: Opened):
    tag(desk, opened, "兴储世纪", "people")
    [annotation] = stored(desk)
    assert annotation.origin is Origin.HAND
    assert annotation.claim is None


def test_of_an_endless_sentence_an_annotation_keeps_the_part_around_its_span(make_desk: MakeDesk, tmp_path: Path):
    file = tmp_path / "endless.txt"
    file.write_text(
        "支出清单\n\n" + "".join(f"第{number}项支出{number}万元，" for number in range(1000, 2000)), "utf-8"
    )
    desk = make_desk([file])
    tag(desk, desk.open(file), "1500万元", "money")
    [annotation] = stored(desk)
    assert "第1500项支出1500万元，" in annotation.sentence
    assert len(annotation.sentence) <= 500


def test_annotations_of_one_article_share_its_record(desk: Desk, opened: Opened):
    for words in ("3000万美元", "7500万元"):
        opened = tag(desk, opened, words, "money")
    assert len({annotation.article_id for annotation in stored(desk)}) == 1
    assert len(desk.repository.articles()) == 1


def test_undo_takes_back_one_act_at_a_time_and_says_which(desk: Desk, opened: Opened):
    opened = tag(desk, opened, "3000万美元", "money")
    opened = note(desk, opened, "3000万美元", "查")
    assert desk.undo().act == "Note saved."
    assert stored(desk)[0].note == ""
    assert desk.undo().act == "Tagged money."
    assert stored(desk) == []
    with pytest.raises(ReaderError) as caught:
        desk.undo()
    assert caught.value.code == "nothing-to-undo"


def test_undo_works_after_a_restart(make_desk: MakeDesk, desk: Desk, opened: Opened):
    tag(desk, opened, "3000万美元", "money")
    desk.repository.close()
    again = make_desk(list(desk.files))
    assert again.undo().act == "Tagged money."
    assert stored(again) == []
    assert again.redo().act == "Tagged money."
    assert [one.tags for one in stored(again)] == [("money",)]


def test_a_deletion_can_be_undone_and_done_again(desk: Desk, opened: Opened):
    opened = tag(desk, opened, "3000万美元", "money")
    do(desk, acts.delete(opened.placed[0].annotation), opened)
    assert stored(desk) == []
    desk.undo()
    assert [one.tags for one in stored(desk)] == [("money",)]
    desk.redo()
    assert stored(desk) == []


def test_an_empty_note_on_nothing_makes_no_annotation(desk: Desk, opened: Opened):
    act = acts.write_note(desk, opened, *span_of(opened, "3000万美元"), "  \n")
    assert act.code == "nothing-noted"
    assert not act.changes_something


@pytest.mark.parametrize("name", ["a|b", "", " "])
def test_a_tag_that_cannot_be_one_is_refused(desk: Desk, opened: Opened, name: str):
    with pytest.raises(ReaderError):
        acts.toggle_tag(desk, opened, *span_of(opened, "3000万美元"), name)
