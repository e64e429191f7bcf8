"""The table of all annotations: filtered, sorted, changed many at once, gone to."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from reader.annotations.annotation import Verdict
from reader.controls import FORBIDDEN
from reader.desk import acts
from reader.desk.act import several
from reader.desk.annotation_list import COLUMNS
from reader.desk.writer import Task
from reader.tui.annotations_screen import FEW, AnnotationsScreen
from reader.tui.export_screen import ExportScreen
from reader.tui.frozen_screen import FrozenScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tui.conftest import Start


async def table_of(session: Any) -> AnnotationsScreen:
    await session.settle()
    screen = session.app.screen
    assert isinstance(screen, AnnotationsScreen)
    return screen


async def with_annotations(session: Any) -> None:
    """Four annotations in the first article, two in the second."""
    await session.press("enter", "n", "1", "2", "3", "4", "right_square_bracket", "n", "1", "1")


async def opened(session: Any) -> AnnotationsScreen:
    await with_annotations(session)
    await session.press("A")
    return await table_of(session)


async def test_the_annotations_of_all_articles_are_listed_and_enter_goes_to_one(start: Start):
    async with start() as session:
        screen = await opened(session)
        assert len(screen.table.rows) == 6
        wanted = screen.table.rows[1]
        await session.press("j", "enter")
        assert session.app.screen is session.screen
        assert session.article.reading.opened.path == session.app.desk.files[0]
        assert session.article.reading.annotation.annotation.id == wanted.id
        assert session.library.highlighted == 0
        await session.press("A", "G")
        await table_of(session)
        await session.press("enter")
        assert session.article.reading.opened.path == session.app.desk.files[1]


async def test_an_empty_store_says_so(start: Start):
    async with start() as session:
        await session.press("A")
        await table_of(session)
        assert "No annotations yet" in session.painted
        await session.press("space", "v", "v", "a", "1", "D", "W", "m", "c", "u", "ctrl+r", "enter")
        assert isinstance(session.app.screen, AnnotationsScreen)
        await session.press("escape")
        assert session.app.screen is session.screen


FOUND = {
    "tag:key": 3, "tag:key|checked": 4, "article:自贡": 4, "tag:doubtful article:自贡": 1, "verdict:unchecked": 6,
    "status:ok": 6, "zzz": 0, "article:糧": 2, "by:tester": 6, "标签:key": 3, "核查:未核查": 6, "状态:正常 署名:tester": 6,
}  # fmt: skip
"""How many of six annotations a line of words finds."""


async def test_rows_are_filtered_while_one_types(start: Start):
    async with start() as session:
        screen = await opened(session)
        await session.press("slash")
        for query, count in FOUND.items():
            screen.line.value = query
            await session.pilot.pause()
            assert len(screen.table.rows) == count, query
            if not count:
                assert "No annotation has all of these words" in session.painted
            elif count < 6:
                assert f"{count} of 6" in str(screen.line.border_title)


async def test_a_figure_is_found_however_it_is_written(start: Start, tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_text("云港工业\n\n全市产值达1.2亿元，同比增长9.4%。\n", "utf-8")
    async with start(files=[file]) as session:
        await session.press("enter", "n", "1", "1", "A", "slash")
        screen = await table_of(session)
        for query in ("12000万", "value:12000万", "120000000", "产值 一亿二千万"):
            screen.line.value = query
            await session.pilot.pause()
            assert [row.cells[2] for row in screen.table.rows] == ["1.2亿元"]


async def test_rows_are_sorted_by_each_column_and_turned_round(start: Start):
    async with start() as session:
        screen = await opened(session)
        await session.press("s", "s", "s", "s")
        figures = [row.figure for row in screen.table.rows]
        assert figures == sorted(figures)
        await session.press("r")
        assert [row.figure for row in screen.table.rows] == figures[::-1]
        await session.press("S", "S", "S", "S", "r")
        assert screen.by is None


async def test_selected_rows_are_tagged_together_and_taken_back_as_one(start: Start):
    async with start() as session:
        screen = await opened(session)
        await session.press("space", "space", "5")
        assert screen.table.chosen == 2
        assert sorted(len(one.tags) for one in session.stored) == [1, 1, 1, 1, 2, 2]
        assert "Tagged 2 annotations" in session.painted
        assert "2 selected" in str(screen.line.border_title)
        await session.press("5")
        assert all(len(one.tags) == 1 for one in session.stored)
        await session.press("u")
        assert sorted(len(one.tags) for one in session.stored) == [1, 1, 1, 1, 2, 2]
        assert "Taken back: Took" in session.painted
        await session.press("u")
        assert all(len(one.tags) == 1 for one in session.stored)
        await session.press("ctrl+r")
        assert sorted(len(one.tags) for one in session.stored) == [1, 1, 1, 1, 2, 2]
        await session.press("escape", "escape")
        assert session.app.screen is session.screen


async def test_a_range_and_all_rows_are_selected_by_keys(start: Start):
    async with start() as session:
        screen = await opened(session)
        await session.press("j", "v", "j", "j", "v", "m", "d")
        assert [row.verdict for row in screen.table.rows] == [
            Verdict.UNCHECKED, *[Verdict.DISPUTED] * 3, Verdict.UNCHECKED, Verdict.UNCHECKED,
        ]  # fmt: skip
        assert sum(one.verdict is Verdict.DISPUTED for one in session.stored) == 3
        await session.press("a", "m", "c")
        assert {one.verdict for one in session.stored} == {Verdict.CONFIRMED}
        assert "✓ confirmed" in session.painted
        await session.press("D")
        assert session.stored == []
        assert "No annotations yet" in session.painted
        await session.press("u")
        assert len(session.stored) == len(screen.table.rows) == 6


async def test_the_line_of_keys_says_that_escape_unselects_first(start: Start):
    async with start() as session:
        await opened(session)
        assert "Esc back" in session.painted
        for key in ("space", "v"):
            await session.press(key)
            assert "Esc unselect" in session.painted
            await session.press("escape")
            assert "Esc back" in session.painted


async def test_without_a_selection_the_present_row_is_meant_and_it_stays_present(start: Start):
    async with start() as session:
        screen = await opened(session)
        await session.press("j", "j", "6")
        assert [len(one.tags) for one in session.stored].count(2) == 1
        assert screen.table.at == 2
        await session.press("D")
        assert len(session.stored) == 5


async def test_what_the_filter_hides_is_not_changed(start: Start):
    async with start() as session:
        screen = await opened(session)
        await session.press("a", "slash")
        await session.type("tag:key")
        await session.press("enter", "D")
        assert len(session.stored) == 3
        screen.line.value = ""
        await session.pilot.pause()
        assert len(screen.table.rows) == 3


async def test_the_selected_rows_are_exported(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    async with start() as session:
        await opened(session)
        await session.press("space", "space", "W")
        assert isinstance(session.app.screen, ExportScreen)
        await session.press("enter")
        assert "2 rows written" in session.painted
    assert (tmp_path / "annotations.csv").read_bytes().count(b"\r\n") == 3


async def test_an_article_that_is_not_in_the_library_is_opened_from_where_it_was(
    start: Start, seeds: list[Path], tmp_path: Path
):
    store = tmp_path / "s.json"
    file = shutil.copy(seeds[0], tmp_path / "elsewhere.txt")
    async with start(files=[file], store=store) as session:
        await session.press("enter", "n", "n", "1", "f10")
    session.app.desk.repository.close()
    async with start(files=[seeds[1]], store=store) as session:
        await session.press("A")
        await table_of(session)
        await session.press("enter")
        assert session.article.reading.opened.path == file
        assert session.article.reading.annotation.annotation.tags == ("key",)


async def test_an_article_that_was_renamed_is_found_in_the_library_by_its_text(
    start: Start, seeds: list[Path], tmp_path: Path
):
    store = tmp_path / "s.json"
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    shutil.copy(seeds[0], first)
    async with start(files=[first], store=store) as session:
        await session.press("enter", "n", "1", "f10")
    session.app.desk.repository.close()
    first.rename(second)
    async with start(files=[second], store=store) as session:
        await session.press("A")
        await table_of(session)
        await session.press("enter")
        assert session.article.reading.opened.path == second


async def test_where_the_file_is_gone_the_frozen_copy_is_shown(start: Start, seeds: list[Path], tmp_path: Path):
    store = tmp_path / "s.json"
    file = tmp_path / "gone.txt"
    shutil.copy(seeds[0], file)
    async with start(files=[file], store=store) as session:
        await session.press("enter", "n", "1", "left_parenthesis", "m", "d", "f10")
        quote = session.stored[0].target.exact
    session.app.desk.repository.close()
    file.unlink()
    async with start(files=[seeds[1]], store=store) as session:
        await session.press("A")
        await table_of(session)
        await session.press("enter")
        assert isinstance(session.app.screen, FrozenScreen)
        shown = session.painted
        assert "the file is gone" in shown
        assert quote in shown
        assert "? disputed" in shown
        await session.press("j", "k", "escape")
        assert session.app.screen is session.screen


async def test_hostile_annotations_and_filters_are_shown_harmlessly(start: Start, tmp_path: Path):
    evil = "[/]坏[@click=app.quit]x[/]\x1b]52;c;aGk=\x07\x9b2J"
    file = tmp_path / "a.txt"
    file.write_text(f"{evil}标题\n\n{evil}全年产值达500亿元{evil}。\n", "utf-8")
    async with start(files=[file], size=(160, 40)) as session:
        await session.press("enter", "n", "1", "left_parenthesis", "a")
        await session.paste(evil)
        await session.press("enter", "A", "slash")
        await table_of(session)
        for words in (evil, "\ud800", "长" * 100_000, "|", "   ", "tag:|", "value:|", ":"):
            await session.paste(words)
            await session.press("end")
            assert not FORBIDDEN.search(session.painted)
            session.app.screen.line.value = ""
            await session.pilot.pause()
        assert "[@click=app.quit]x[/]" in session.painted


@pytest.mark.parametrize("size", [(80, 24), (30, 8), (120, 40)])
async def test_the_table_is_drawn_in_windows_of_any_size(start: Start, size: tuple[int, int]):
    async with start(size=size) as session:
        await opened(session)
        await session.press("pagedown", "pageup", "ctrl+d", "g", "G", "question_mark", "escape")
        assert isinstance(session.app.screen, AnnotationsScreen)


async def test_another_window_s_annotations_are_there_when_the_table_opens(
    start: Start, make_desk: Callable[..., Any], tmp_path: Path
):
    store = tmp_path / "shared.json"
    async with start(store=store) as session:
        await session.press("enter", "n", "1")
        other = make_desk(session.app.desk.files, store)
        for _ in range(50):
            other.new_id()  # the desks of the tests begin at the same number
        theirs = other.open(session.app.desk.files[1])
        claim = theirs.claims[0]
        other.commit(acts.toggle_tag(other, theirs, claim.start, claim.end, "theirs"))
        session.screen._look_for_others()
        await session.press("A")
        screen = await table_of(session)
        assert len(screen.table.rows) == 2
        theirs = other.refreshed(theirs)
        other.commit(acts.toggle_tag(other, theirs, claim.start, claim.end, "later"))
        session.screen._look_for_others()
        await session.settle()
        assert "#theirs #later" in [row.cells[COLUMNS.index("tags")] for row in screen.table.rows]
        other.commit(acts.delete(other.refreshed(theirs).placed[0].annotation))
        session.screen._look_for_others()
        await session.settle()
        assert len(screen.table.rows) == 1


def crowded(desk: Any, count: int) -> None:
    """So many annotations in the first article, with tags in turn."""
    opened = desk.open(desk.files[0])
    parts = [acts.give_tag(desk, opened, at, at + 5, tag=("key", "checked")[at % 2]) for at in range(count)]
    record = parts[0].record
    own = [replace(part, record=record, after=replace(part.after, article_id=record.id)) for part in parts]
    desk.commit(several("many-tagged", {"tag": "", "count": count}, own))


async def test_hundreds_of_rows_are_changed_by_the_writer_and_taken_back_as_one(start: Start):
    async with start() as session:
        crowded(session.app.desk, FEW + 20)
        await session.press("A")
        screen = await table_of(session)
        assert len(screen.table.rows) == FEW + 20
        await session.press("a", "5", "m", "d")
        await session.settle()
        assert {(one.tags[-1], one.verdict) for one in session.stored} == {("growth", Verdict.DISPUTED)}
        assert f"{FEW + 20} annotations: disputed" in session.painted
        await session.press("D")
        await session.settle()
        assert session.stored == []
        assert "No annotations yet" in session.painted
        await session.press("u", "u", "u")
        await session.settle()
        assert {(one.tags[-1], one.verdict) for one in session.stored} == {
            ("key", Verdict.UNCHECKED), ("checked", Verdict.UNCHECKED),
        }  # fmt: skip
        assert len(screen.table.rows) == FEW + 20


async def test_while_hundreds_change_keys_are_answered_and_acts_wait_or_are_refused(start: Start):
    async with start() as session:
        crowded(session.app.desk, FEW + 20)
        writer, held = session.screen.writer, threading.Event()
        writer.do(Task(lambda: held.wait(20), lambda _: None, 10_000))
        await session.pilot.press("A")
        await session.settle()
        screen = session.app.screen
        await session.pilot.press("j", "7", "a", "5")
        session.screen._show_progress()
        await session.pilot.pause()
        assert screen.table.at == 1
        assert "0 of 10,000 changed…" in str(screen.line.border_title)
        await session.pilot.press("escape", "escape", "enter", "n", "1")
        assert any("under way: try again" in told for told in session.warnings)
        await session.pilot.press("u", "f10")
        await session.pilot.pause()
        assert "Leaving as soon as the change under way is saved." in session.status
        assert session.app.is_running
        held.set()
        await session.press()
        tags = [one.tags for one in session.stored]
    assert sorted(map(len, tags)) == [*[1] * (FEW + 19), 2]  # the row that got 7; what all got is taken back


async def test_the_picker_gives_a_tag_to_all_selected_rows_and_takes_it_away(start: Start):
    async with start() as session:
        screen = await opened(session)
        await session.press("a", "number_sign")
        assert "6 annotations" in str(screen.picker.border_title)
        await session.type("gro")
        await session.press("enter")
        assert all("growth" in one.tags for one in session.stored)
        await session.type("gro")
        await session.press("enter")
        assert not any("growth" in one.tags for one in session.stored)
        await session.type("neu")
        await session.press("enter")
        assert all("neu" in one.tags for one in session.stored)
        assert [str(row.prompt)[0] for row in screen.picker.choices.options if "neu" in str(row.prompt)] == ["✓"]
        await session.press("down", "up", "pagedown", "pageup", "escape")
        assert session.app.focused is screen.table
        await session.press("u", "escape", "f4")
        assert not any("neu" in one.tags for one in session.stored)
        assert screen.rows_table.present.cells[2] in str(screen.picker.border_title)
