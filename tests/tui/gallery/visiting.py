"""Going on a tour, and taking a picture at each stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from reader.languages import choose
from reader.tui.app import ReaderApp, key_name
from reader.tui.reading_screen import ReadingScreen
from reader.tui.themes import LOOKS
from tests.tui.conftest import Session
from tests.tui.gallery.picture import Segments, cells_of, segments_of
from tests.tui.gallery.whole import cut_in

if TYPE_CHECKING:
    from tests.tui.gallery.picture import Cells
    from tests.tui.gallery.tours import Stop, Tour

STILL = 0.05
"""Seconds after which a screen that has not changed stands still."""


@dataclass(frozen=True)
class Seen:
    """What was seen at a stop.

    Attributes:
        screen: The class of the screen.
        focus: The class of what had the keys.
        cells: What stood there.
        cut: What of the app's own words did not fit.
    """

    screen: str
    focus: str
    cells: Cells
    cut: list[str]


async def visit(tour: Tour, language: str, size: tuple[int, int], look: str) -> dict[str, Seen]:
    """Go on a tour.

    Args:
        tour: The tour; its world is made in the current folder.
        language: What the interface speaks.
        size: Columns and rows.
        look: One of `LOOKS`.

    Returns:
        What was seen, by the names of the stops.
    """
    choose(language)
    try:
        app = ReaderApp(tour.world())
        seen = {}
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            app.theme = LOOKS[look]
            session = Session(app, pilot)
            for stop in tour.stops:
                await _go(session, stop)
                seen[stop.name] = await _look(session)
        app.desk.repository.close()
    finally:
        choose("en")
    return seen


async def _go(session: Session, stop: Stop) -> None:
    session.app.clear_notifications()  # whether one is still shown would depend on the machine
    if stop.do is not None:
        stop.do(session)
    for token in stop.keys.split():
        keys = token[1:] if token.startswith("=") and len(token) > 1 else [token]
        await session.pilot.press(*(key_name(key) if len(key) == 1 else key for key in keys))
    if len(session.app.screen_stack) > 1 and isinstance(session.app.screen_stack[1], ReadingScreen):
        session.screen.writer.wait(10)
    for _ in range(2 if stop.waits else 0):  # keys may wait for their turn, and threads begin others
        await session.pilot.pause()
        await session.app.workers.wait_for_complete()


async def _look(session: Session) -> Seen:
    app = session.app
    for widget in app.screen.query("Input, TextArea"):
        assert isinstance(widget, (Input, TextArea))
        widget.cursor_blink = False
    cells = cells_of(await _still(session))
    focus = type(app.focused).__name__ if app.focused is not None else "–"
    return Seen(type(app.screen).__name__, focus, cells, list(cut_in(app)))


async def _still(session: Session) -> Segments:
    """What the screen shows once it stays as it is."""
    await session.pilot.pause()
    segments = segments_of(session.app)
    for _ in range(200):
        await session.pilot.pause(STILL)
        before, segments = segments, segments_of(session.app)
        if segments == before:
            break
    return segments
