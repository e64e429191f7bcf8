"""On a terminal that draws characters of ambiguous width wide, what stands right of a row stays where it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from reader.text.cells import CellWidths
from reader.tui.app import ReaderApp
from reader.tui.article_view import ArticleView
from reader.tui.wide_filter import WideFilter
from reader.tui.wide_rows import settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.desk.desk import Desk

WIDE = CellWidths(2)


def drawn(strip: Strip) -> tuple[str, int]:
    """What a terminal with wide characters shows of a row, cell by cell, and where its cursor ends."""
    cells: dict[int, str] = {}
    at = 0
    for piece in re.findall(r"\x1b\[\d+D|.", "".join(segment.text for segment in strip), re.DOTALL):
        if piece.startswith("\x1b"):
            at -= int(piece[2:-1])
            continue
        for extra in range(WIDE[piece]):
            cells[at + extra] = piece if not extra else ""
        at += WIDE[piece]
    return "".join(cells.get(cell, "?") for cell in range(max(cells, default=-1) + 1)), at


@given(st.text(alphabet="一二“”…①abc—", max_size=12), st.integers(1, 30))
def test_a_row_ends_where_textual_believes(text: str, more: int):
    width = WIDE.of(text) + more
    row = settled(Strip([Segment(text, Style())]), width, WIDE, Style())
    assert row.cell_length == width
    shown, end = drawn(row)
    assert end == width
    assert shown == text + " " * more


def test_a_row_without_such_characters_is_as_it_was():
    strip = Strip([Segment("一二三", Style())])
    assert settled(strip, 10, WIDE, Style()) == strip.adjust_cell_length(10, Style())


@pytest.fixture
def app(make_desk: Callable[..., Desk], tmp_path: Path) -> Any:
    """The app as on such a terminal, with an article full of such characters."""
    file = tmp_path / "quotes.txt"
    words = "“稳”字当头——“进”字为要，①增长5%；②“提”质…" * 6
    file.write_text(f"“两稳一进”…\n\n2025-01-02　来源：云港晚报\n\n{words}\n", "utf-8")
    desk = make_desk([file])
    desk.settings = replace(desk.settings, ambiguous_width=2)
    return ReaderApp(desk)


async def test_rows_of_library_and_article_end_at_their_borders(app: Any):
    async with app.run_test(size=(130, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        for pane in (app.screen.query_one("#library"), app.screen.query_one(ArticleView)):
            for line in range(pane.size.height):
                assert drawn(pane.render_line(line))[1] == pane.size.width


def rows_on_terminal(app: Any) -> list[tuple[str, int]]:
    return [drawn(strip) for strip in app.screen._compositor.render_strips()]


async def test_panes_bottom_rows_and_editors_stay_in_their_columns(app: Any):
    async with app.run_test(size=(130, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        for keys in (["n"], ["1"], ["R"], ["R", "number_sign"], ["escape", "a"]):
            await pilot.press(*keys)
            await pilot.pause()
            for text, end in rows_on_terminal(app):
                assert end == 130, (keys, text)


@given(st.lists(st.text(alphabet="一“”…①abc— ·│", max_size=8), min_size=1, max_size=4), st.integers(2, 30))
def test_a_filtered_row_ends_where_textual_believes(texts: list[str], more: int):
    segments = [
        *(Segment(text, Style()) for text in texts if text),
        Segment(" " * more, Style()),
        Segment("│", Style()),
    ]
    believed = sum(segment.cell_length for segment in segments)
    filtered = WideFilter(WIDE).apply(segments, Color(0, 0, 0))
    shown, end = drawn(Strip(filtered))
    assert end == believed
    assert shown.endswith("|")
