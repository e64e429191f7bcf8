"""What the screens look like. Update with `pytest --snapshot-update`, and look at each picture before keeping it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.tui.app import ReaderApp
from reader.tui.reading_screen import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from reader.desk.desk import Desk

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
SIZES = {"80x24": (80, 24), "100x30": (100, 30), "140x40": (140, 40)}
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
}


@pytest.fixture
def app(make_desk: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    monkeypatch.chdir(tmp_path)
    broken = Path("scan.txt")
    broken.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    return ReaderApp(make_desk([*sorted(ARTICLES.glob("*.txt")), broken], Path("annotations.json")))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_screen(app: ReaderApp, snap_compare: Callable[..., bool], state: str, size: str):
    async def reach(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*STATES[state])
        screen = pilot.app.screen_stack[1]
        assert isinstance(screen, ReadingScreen)
        screen.writer.wait(10)
        await pilot.pause()

    assert snap_compare(app, terminal_size=SIZES[size], run_before=reach)
