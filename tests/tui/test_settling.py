"""Changed articles, joined stores and other annotators, in the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reader.annotations.annotation import AnchorStatus
from reader.annotations.repository import Repository
from reader.tui.app import key_name
from reader.tui.conflicts_screen import ConflictsScreen
from reader.tui.disagreements_screen import DisagreementsScreen
from reader.tui.keys_document import JOINING, SETTLING
from tests.annotations.examples import identifier, revised

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start

TEXT = (
    "石湾县上半年经济运行情况\n\n石湾县统计局公布，上半年规模以上工业产值近500亿元，同比增长11.6%，出口1.2亿元。\n\n"
    "固定资产投资增长三成，新开工项目120个，比去年多出两成。居民收入的增长比产值更要紧。\n"
)


def keys_row(session: Any) -> str:
    """The keys that are likely next."""
    return str(session.screen.hints.content)


def placed(session: Any) -> dict[str, Any]:
    return {one.annotation.target.exact: one for one in session.article.reading.opened.placed}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "石湾.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
async def changed(start: Start, article: Path) -> Path:
    """The article, after its first three claims were tagged, one was corrected and one deleted by its publisher."""
    async with start([article]) as session:
        await session.press("enter", "n", "1", "1", "1")
    article.write_text(TEXT.replace("500亿", "530亿").replace("，出口1.2亿元", ""), encoding="utf-8")
    return article


async def test_a_corrected_figure_is_flagged_and_one_key_settles_it(start: Start, changed: Path):
    async with start([changed], size=(140, 40)) as session:
        await session.press("enter")
        assert "2 annotations need a look" in session.status
        await session.press("exclamation_mark")
        assert "Figure-changed: 500亿元 → 530亿元" in session.status
        shown = session.painted
        assert "was" in shown
        assert "now" in shown
        assert "?" in shown
        await session.press("K")
        assert placed(session)["500亿元"].settled
        await session.press("u")
        assert placed(session)["500亿元"].needs_review


async def test_a_lost_one_is_reached_too_and_can_be_given_up_or_moved(start: Start, changed: Path):
    async with start([changed]) as session:
        await session.press("enter", "exclamation_mark", "exclamation_mark")
        assert "Orphan: 1.2亿元" in session.status
        await session.press("X")
        assert placed(session)["1.2亿元"].settled
        await session.press("u", "exclamation_mark")
        assert "500亿元" in session.status
        await session.press("exclamation_mark", "M")
        assert "Select its place" in session.status
        assert "n next claim" in keys_row(session)
        assert "Esc leave it" in keys_row(session)
        await session.press("n", "c", "enter")
        moved = placed(session)["1.2亿元"]
        assert (moved.status, moved.settled) == (AnchorStatus.MOVED, True)
        assert moved.annotation.target.exact == "1.2亿元"


async def test_backspace_goes_back_to_what_was_settled_last(start: Start, changed: Path):
    async with start([changed]) as session:
        await session.press("enter", "exclamation_mark", "K", "G", "backspace")
        assert placed(session)["500亿元"].start == session.article.reading.place
        await session.press("exclamation_mark", "M", "n", "c", "enter", "G", "backspace")
        assert placed(session)["1.2亿元"].start == session.article.reading.place


async def test_what_was_to_be_moved_stays_where_escape_is_pressed(start: Start, changed: Path):
    async with start([changed]) as session:
        await session.press("enter", "exclamation_mark", "M", "escape")
        assert "Left" in session.status
        await session.press("v", "l", "escape")
        assert not placed(session)["500亿元"].settled


async def test_the_keys_say_so_where_there_is_nothing_to_settle(start: Start, article: Path):
    async with start([article]) as session:
        await session.press("enter", "K")
        assert "No annotation here" in session.status
        await session.press("Y")
        assert "no other article" in session.status
        await session.press("Z")
        assert "No conflicts" in session.status


async def test_an_article_of_the_same_title_is_offered_and_adopted(start: Start, article: Path, tmp_path: Path):
    async with start([article]) as session:
        await session.press("enter", "n", "1")
    other = tmp_path / "elsewhere.txt"
    other.write_text(TEXT.replace("11.6%", "11.7%"), encoding="utf-8")
    async with start([other]) as session:
        await session.press("enter")
        assert "Y takes over the annotations" in session.status
        await session.press("Y")
        assert list(placed(session)) == ["500亿元"]


@pytest.fixture
async def joined(start: Start, article: Path, tmp_path: Path) -> Path:
    """The article; in the store a note on its first claim was written on two sides."""
    async with start([article]) as session:
        await session.press("enter", "n", "1")
    store = Repository.open(tmp_path / "annotations.json", annotator="tester")
    [first] = store.annotations()
    other = Repository.open(tmp_path / "other" / "annotations.json")
    other.join(store)
    other.save(revised(first, 60_000, note="[/]theirs", tags=("key", "money"), annotator="王"))
    store.save(revised(first, 60_001, note="ours"))
    store.join(other)
    store.close()
    other.close()
    return article


@pytest.mark.parametrize(("key", "note"), [("1", "ours"), ("2", "[/]theirs"), ("3", "ours\n[/]theirs")])
async def test_a_conflict_is_settled_side_by_side(start: Start, joined: Path, key: str, note: str):
    async with start([joined]) as session:
        await session.press("enter", "Z")
        assert isinstance(session.app.screen, ConflictsScreen)
        shown = session.painted
        assert "ours" in shown
        assert "[/]theirs" in shown
        await session.pilot.press(key)
        repository = session.app.desk.repository
        assert [one.note for one in repository.annotations()] == [note]
        assert repository.conflicts() == []
        await session.pilot.press("u")
        assert [one.note for one in repository.annotations()] == ["ours"]
        assert [one.note for one in repository.conflicts()] == ["[/]theirs"]
        await session.pilot.press("escape")
        assert not isinstance(session.app.screen, ConflictsScreen)


async def test_the_disagreements_with_another_store_are_listed_and_gone_to(start: Start, joined: Path, tmp_path: Path):
    other = tmp_path / "other" / "annotations.json"
    store = Repository.open(other)
    [one] = store.annotations()
    start_at = TEXT.replace("\n\n", "\n").index("三成")
    second = revised(one, 60_005, id=identifier(60_004), claim=None, response=None)
    from dataclasses import replace

    second = replace(second, parent=None, target=replace(one.target, start=start_at, end=start_at + 2, exact="三成"))
    store.save(second)
    store.close()
    async with start([joined]) as session:
        await session.press("enter", "V")
        session.screen.prompt.value = str(other)
        await session.press("enter")
        assert isinstance(session.app.screen, DisagreementsScreen)
        assert "only the second has it" in session.painted
        await session.press("j", "enter")
        assert not isinstance(session.app.screen, DisagreementsScreen)
        assert session.article.reading.place == start_at


async def test_settling_what_several_people_did_takes_the_keys_that_the_documentation_says(
    start: Start, joined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other" / "annotations.json").rename("theirs.json")
    notes: dict[str, list[str]] = {}
    async with start([joined]) as session:
        await session.press("enter")
        for what, keys in JOINING:
            await session.press(*(key_name(key) if len(key) == 1 else key for key in keys))
            notes[what] = [one.note for one in session.stored]
        assert session.article.has_focus
        assert session.present == "500亿元"
    assert list(notes.values())[1:5] == [["[/]theirs"], ["ours"], ["ours\n[/]theirs"], ["ours"]]


async def test_a_store_that_is_none_is_told(start: Start, joined: Path):
    async with start([joined]) as session:
        await session.press("enter", "V")
        session.screen.prompt.value = "/nowhere.json"
        await session.press("enter")
        assert "nowhere.json" in session.status
        assert session.screen.prompt.value == "/nowhere.json"  # to be mended


@pytest.mark.parametrize("size", [(140, 40), (100, 30), (80, 24)])
async def test_the_sentence_as_it_was_stands_beside_what_it_is_now_with_what_is_other_in_brackets(
    start: Start, changed: Path, size: tuple[int, int]
):
    async with start([changed], size=size) as session:
        await session.press("enter")
        assert not session.screen.changed.display
        assert keys_row(session).startswith(" ! look")
        await session.press("exclamation_mark")
        rows = session.painted.split("\n")
        was = next(at for at, row in enumerate(rows) if "[500亿元" in row or "[500" in row)
        now = next(at for at, row in enumerate(rows) if "[530" in row)
        assert (was == now) == (size[0] >= 100)
        assert any("K confirm" in row and "M move" in row and "X gone" in row for row in rows)
        await session.press("K")
        assert not session.screen.changed.display


async def test_settling_and_importing_take_the_keys_that_the_documentation_says(
    start: Start, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    async with start([article], store=tmp_path / "other.json") as session:
        await session.press("enter", "n", "1", "1", "1", "G", "N", "4", "W", "enter")
    async with start([article]) as session:
        await session.press("enter", "n", "1", "1", "1")
    article.write_text(TEXT.replace("500亿", "530亿").replace("，出口1.2亿元", ""), encoding="utf-8")
    copy = tmp_path / "转载.txt"
    copy.write_text(TEXT.replace("11.6%", "11.7%"), encoding="utf-8")
    at: dict[str, Any] = {}
    async with start([article, copy]) as session:
        await session.press("enter")
        for what, keys in SETTLING:
            await session.press(*("full_stop" if key == "." else key for key in keys))
            await session.settle()
            at[what] = (placed(session), session.present)
        assert session.article.reading.opened.path == copy
    assert at["Say that it stands there"][0]["500亿元"].settled
    assert at["Say that nothing of it is left"][0]["1.2亿元"].settled
    assert not at["Take that back"][0]["1.2亿元"].settled
    assert at["Give it the next claim for its place"][0]["1.2亿元"].status is AnchorStatus.MOVED
    tagged, present = at["Tag the next claim, look at the end, and go back to what was tagged"]
    assert tagged[present].annotation.tags == ("doubtful",)
    assert at["Import the annotations of an export"][0].keys() - tagged.keys() == {"两成"}
    assert "500亿元" in at["Open the next article, and show the annotations of the one with the same title"][0]
