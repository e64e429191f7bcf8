"""The first paint: the library alone, while the desk is still to be opened."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from reader.desk.background import Background
from reader.desk.desk import Desk, open_desk
from reader.desk.library import FIRST, Library
from reader.errors import ReaderError
from reader.settings import DEFAULTS, read_settings
from reader.tui.adding_screen import AddingScreen
from reader.tui.app import ReaderApp
from reader.tui.front_screen import FrontScreen
from reader.tui.opening import Opening
from tests.tui.conftest import rows_of, steady, until

if TYPE_CHECKING:
    from pathlib import Path


SIZE = (120, 30)


def rows(app: ReaderApp) -> list[str]:
    return [row.rstrip() for row in rows_of(app)]


class Waiting:
    """A desk that opens when it is let."""

    def __init__(self, files: list[Path], folder: Path) -> None:
        self.may_open = Event()
        self.settings = read_settings(DEFAULTS)
        self.library = Library(files, Background(own_process=False))
        self.store = folder / "annotations.json"
        self.folder = folder

    def open(self) -> Desk:
        assert self.may_open.wait(20)
        return open_desk((), self.store, self.settings, self.folder, self.library)

    def app(self) -> ReaderApp:
        return ReaderApp(Opening(self.library, self.settings, self.store, self.open))


@pytest.fixture
def waiting(tmp_path: Path, seeds: list[Path]) -> Waiting:
    return Waiting(seeds[:2], tmp_path)


async def test_the_library_is_shown_before_the_desk_is_open(waiting: Waiting):
    app = waiting.app()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "自贡高新区" in "".join(rows(app)[:1]))
        assert isinstance(app.screen, FrontScreen)
        assert "Enter opens an article" in "".join(rows(app))
        assert "Enter read" in rows(app)[-1]
        waiting.may_open.set()
        await until(pilot, lambda: isinstance(app.screen, AddingScreen) and " 0/" in "".join(rows(app)[:-2]))
        await steady(pilot)


async def test_the_library_is_the_first_screen_there_is(waiting: Waiting):
    """None is laid out and painted before it: that takes a tenth of the time until the first paint."""
    app = waiting.app()
    async with app.run_test(size=SIZE):
        assert isinstance(app.screen_stack[0], FrontScreen)
        waiting.may_open.set()


async def test_nothing_else_is_loaded_before_the_articles_are_painted(waiting: Waiting):
    """What is loaded in a thread would keep the thread waiting that writes to the terminal."""
    waiting.library.begin(FIRST)
    waiting.library.begun()
    app = waiting.app()
    painted: list[str] = []
    opened = waiting.open

    def opens() -> Desk:
        painted.extend(rows(app))
        return opened()

    app._begins_with = Opening(waiting.library, waiting.settings, waiting.store, opens)
    waiting.may_open.set()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, AddingScreen))
        await steady(pilot)
    assert "自贡高新区" in painted[0]


async def test_opening_the_desk_moves_nothing_on_the_screen(tmp_path: Path, seeds: list[Path]):
    waiting = Waiting(seeds[:1], tmp_path)
    waiting.library.begin(FIRST)
    waiting.library.begun()
    app = waiting.app()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "自贡高新区" in "".join(rows(app)[:1]))
        before = rows(app)
        waiting.may_open.set()
        await until(pilot, lambda: isinstance(app.screen, AddingScreen) and " 0/" in "".join(rows(app)[:-2]))
        await steady(pilot)
        after = rows(app)
        assert [row[:8] for row in after] == [row[:8] for row in before]
        assert [row[35:] for row in after[:-2]] == [row[35:] for row in before[:-2]]
        assert after[-1] == before[-1]


async def test_keys_wait_until_the_desk_is_open_and_then_come_in_order(waiting: Waiting):
    app = waiting.app()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, FrontScreen))
        await pilot.press("j", "k", "enter", "n", "1")
        assert isinstance(app.screen, FrontScreen)
        waiting.may_open.set()
        await until(pilot, lambda: app.desk is not None and app.main.article.reading is not None)
        await steady(pilot)
        app.main.writer.wait(10)
        assert [one.tags for one in app.desk.repository.annotations()] == [("key",)]


async def test_a_narrow_window_shows_the_library_alone(waiting: Waiting):
    app = waiting.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "自贡高新区" in "".join(rows(app)[:1]))
        assert "Enter opens an article" not in "".join(rows(app))
        waiting.may_open.set()
        await until(pilot, lambda: isinstance(app.screen, AddingScreen) and " 0/" in "".join(rows(app)[:-2]))
        await steady(pilot)


async def test_a_store_that_cannot_be_opened_ends_the_app_with_its_reason(waiting: Waiting):
    waiting.store.write_text('{"somebody": "else"}', "utf-8")
    waiting.may_open.set()
    app = waiting.app()
    with pytest.raises(ReaderError) as refused:
        async with app.run_test(size=SIZE):
            await app._exception_event.wait()
    assert refused.value.code == "store-foreign"
