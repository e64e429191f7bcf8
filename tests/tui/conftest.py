"""Running the app without a terminal."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from reader.tui.app import ReaderApp, key_name
from reader.tui.article_view import ArticleView
from reader.tui.library_pane import LibraryPane
from reader.tui.reading_screen import ReadingScreen
from tests.tui.parsed_styles import share_parsed_styles
from tests.tui.quiet import wait_quietly

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from textual.app import App
    from textual.pilot import Pilot

    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk

    Start = Callable[..., AbstractAsyncContextManager[Any]]
    """Starts the app: see the fixture `start`."""

GRAIN = Path(__file__).parents[1] / "data" / "articles" / "grain.txt"


class Session:
    """A running app, and what its user sees and does."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReadingScreen:
        screen = self.app.screen_stack[1]
        assert isinstance(screen, ReadingScreen)
        return screen

    @property
    def article(self) -> ArticleView:
        return self.screen.query_one(ArticleView)

    @property
    def library(self) -> LibraryPane:
        return self.screen.query_one(LibraryPane)

    @property
    def present(self) -> str:
        """What the keys work on: the selection, the claim or the annotation at the place."""
        reading = self.article.reading
        assert reading is not None
        span = reading.target
        return "" if span is None else reading.shown[slice(*span)]

    @property
    def annotations(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Quote, tags and note of all that is in the store."""
        return [(one.target.exact if one.target else "", one.tags, one.note) for one in self.stored]

    @property
    def status(self) -> str:
        return str(self.screen.query_one("#status").render())

    @property
    def painted(self) -> str:
        """All that would go to the terminal."""
        return "\n".join(rows_of(self.app))

    @property
    def stored(self) -> list[Annotation]:
        """All annotations of the store."""
        return self.app.desk.repository.annotations()

    @property
    def warnings(self) -> list[str]:
        """What was told where it cannot be missed."""
        return [notice.message.replace("\n", "") for notice in self.app._notifications]

    async def type(self, words: str) -> None:
        """Press the keys of some words."""
        await self.press(*map(key_name, words))

    async def paste(self, text: str) -> None:
        """Paste a text, as a terminal hands it over."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until what they did is saved."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        if len(self.app.screen_stack) > 1:
            self.screen.writer.wait(10)
        await self.pilot.pause()

    async def settle(self) -> None:
        """Wait until the library is read, and what was done is saved."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        if len(self.app.screen_stack) > 1:
            self.screen.writer.wait(10)
        await self.pilot.pause()


def rows_of(app: App[Any]) -> list[str]:
    """What the screen in front shows, row by row."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


async def steady(pilot: Pilot[None]) -> None:
    """Wait until threads and processes are done and the screen stays as it is: a starved machine looks idle."""
    await pilot.app.workers.wait_for_complete()
    before: list[str] = []
    for _ in range(100):
        await pilot.pause(0.05)
        now = rows_of(pilot.app)
        if now == before:
            return
        before = now


async def until(pilot: Pilot[None], wanted: Callable[[], bool]) -> None:
    """Wait for what a thread or another program does, however long a crowded machine takes."""
    for _ in range(600):
        if wanted():
            return
        await pilot.pause(0.05)
    raise AssertionError("it did not happen in 30 s")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the app without waiting for the clock, and without parsing its styles again."""
    wait_quietly(monkeypatch)
    share_parsed_styles(monkeypatch)


@pytest.fixture
def start(make_desk: Callable[..., Desk], seeds: list[Path]) -> Start:
    """Starts the app on seed 000 and a short article (or other files), at a size."""

    @asynccontextmanager
    async def begin(
        files: list[Path] | None = None,
        size: tuple[int, int] = (100, 30),
        store: Path | None = None,
        *,
        toasts: bool = False,
    ) -> AsyncIterator[Session]:
        desk = make_desk([seeds[0], GRAIN] if files is None else files, store)
        app = ReaderApp(desk)
        async with app.run_test(size=size, notifications=toasts) as pilot:
            session = Session(app, pilot)
            await pilot.pause()
            await session.settle()
            yield session

    return begin
