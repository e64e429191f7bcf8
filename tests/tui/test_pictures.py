"""What the screens look like. Update with `pytest --snapshot-update`, and look at each picture before keeping it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.tui.app import ReaderApp
from reader.tui.reading_screen import ReadingScreen
from tests.tui.conftest import steady

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from reader.desk.desk import Desk

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
SIZES = {"80x24": (80, 24), "100x30": (100, 30), "160x45": (160, 45)}
STATES = {
    "library": [],
    "article": ["j", "enter", "n", "n"],
    "tagged": ["j", "enter", "n", "1", "2", "n"],
    "selecting": ["j", "enter", "n", "v", "l", "l", "l"],
    "note": ["j", "enter", "n", "a", "x"],
    "traditional": ["enter", "T", "n"],
    "jump": ["j", "enter", "apostrophe"],
    "keys": ["j", "enter", "question_mark"],
    "error": ["k", "k", "G", "enter"],
    "search": ["j", "enter", "slash", *"2"],
    "headings": ["j", "enter", "O"],
    "picker": ["j", "enter", "n", "1", "left_parenthesis", "number_sign", "down"],
    "picker-new": ["j", "enter", "n", "number_sign", *"zczx"],
    "tags": ["j", "enter", "n", "1", "ctrl+t", "j"],
    "tags-merge": ["j", "enter", "n", "1", "2", "ctrl+t", "m", *"che"],
    "whole": ["j", "enter", "t", "2", "1"],
    "note-whole": ["j", "3", "a", "x"],
    "export": ["j", "enter", "n", "1", "W"],
}
THEMES = {"dark": "textual-dark", "light": "textual-light"}
QUICK = {("dark", "80x24"), ("dark", "160x45")}
"""What the suite takes; `make thorough` takes all."""


@pytest.fixture
def app(make_desk: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    monkeypatch.chdir(tmp_path)
    broken = Path("scan.txt")
    broken.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    return ReaderApp(make_desk([*sorted(ARTICLES.glob("*.txt")), broken], Path("annotations.json")))


def cases() -> list[object]:
    return [
        pytest.param(state, theme, size, marks=() if (theme, size) in QUICK else pytest.mark.thorough)
        for state in STATES
        for theme in THEMES
        for size in SIZES
    ]


@pytest.mark.parametrize(("state", "theme", "size"), cases())
def test_screen(app: ReaderApp, snap_compare: Callable[..., bool], state: str, theme: str, size: str):
    async def reach(pilot: Pilot[None]) -> None:
        await pilot.pause()
        pilot.app.theme = THEMES[theme]
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*STATES[state])
        screen = pilot.app.screen_stack[1]
        assert isinstance(screen, ReadingScreen)
        screen.writer.wait(10)
        await steady(pilot)

    assert snap_compare(app, terminal_size=SIZES[size], run_before=reach)
