"""What verdicts, evidence, the table of annotations and their empty states look like; see `test_pictures.py`."""

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
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
_OPEN = "j enter n"
_OVERLAPPING = f"{_OPEN} 1 g n ( s 2 escape p 3 escape g"
_MANY = f"{_OPEN} 1 2 3 ( m d x escape"
STATES = {
    "verdict-asked": f"{_OPEN} m",
    "verdicts": f"{_OPEN} m c m d m u m r m n ( ( ( (",
    "evidence-asked": f"{_OPEN} E h t t p",
    "evidence": f"{_OPEN} E h t t p s : / / a . c n enter ( E",
    "evidence-typed": f"{_OPEN} E h t t p s : / / a . c n enter ( E a x enter",
    "evidence-none": f"{_OPEN} E h t t p s : / / a . c n enter ( E D",
    "overlapping": f"{_OVERLAPPING} > <",
    "borders": f"{_OVERLAPPING} > r l l",
    "all": f"{_MANY} A",
    "all-selected": f"{_MANY} A space j v",
    "all-filtered": f"{_MANY} A / k e y",
    "all-nothing": f"{_MANY} A / z z z",
    "all-verdict": f"{_MANY} A a m",
    "all-empty": "A",
    "frozen": f"{_MANY} A enter",
    "done": f"{_OPEN} 1 d escape",
}
NAMES = {
    "(": "left_parenthesis", ">": "greater_than_sign", "<": "less_than_sign", "/": "slash", ":": "colon", ".": "full_stop",
}  # fmt: skip


@pytest.fixture
def app(make_desk: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    monkeypatch.chdir(tmp_path)
    for file in sorted(ARTICLES.glob("*.txt")):
        Path(file.name).write_bytes(file.read_bytes())
    return ReaderApp(make_desk(sorted(Path().glob("*.txt")), Path("annotations.json")))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_screen(app: ReaderApp, snap_compare: Callable[..., bool], state: str, size: str):
    async def reach(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        for key in STATES[state].split():
            if state == "frozen" and key == "A":
                await _close_and_remove(pilot)
            await pilot.press(NAMES.get(key, key))
        screen = pilot.app.screen_stack[1]
        assert isinstance(screen, ReadingScreen)
        screen.writer.wait(10)
        await steady(pilot)

    assert snap_compare(app, terminal_size=SIZES[size], run_before=reach)


async def _close_and_remove(pilot: Pilot[None]) -> None:
    """Open another article, and lose the file of the one that was open."""
    await pilot.press("left_square_bracket")
    for file in sorted(Path().glob("*.txt"))[1:]:
        file.unlink()
