"""Acts that cannot be saved, in the app: told, kept on the screen, saved later, or given up by a key that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.unsaved_screen import UnsavedScreen
from tests.tui.conftest import steady

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start


def hinder(store: Path) -> Path:
    """Put something in the way of saving; returns what."""
    lock = store.with_name(f"{store.name}.lock")
    lock.unlink()
    lock.mkdir()
    return lock


async def test_what_could_not_be_saved_is_told_and_saved_when_that_is_possible_again(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1")
        obstacle = hinder(session.app.desk.repository.path)
        await session.press("2", "3")
        await steady(session.pilot)
        assert "2 NOT SAVED" in session.status
        await session.press("ctrl+s")
        assert isinstance(session.app.screen, UnsavedScreen)
        obstacle.rmdir()
        await session.press("f5")
        assert not isinstance(session.app.screen, UnsavedScreen)
        assert "Everything is saved." in session.status
        assert [one.tags for one in session.stored] == [
            ("key",),
            ("checked",),
            ("doubtful",),
        ]
        assert session.app.is_running


async def test_the_key_that_leaves_without_saving_leaves(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1")
        hinder(session.app.desk.repository.path)
        await session.press("2", "ctrl+s")
        assert isinstance(session.app.screen, UnsavedScreen)
        await session.pilot.press("escape")
        assert session.app.is_running
        await session.press("ctrl+s")
        await session.pilot.press("f10")
        assert session.app._exit
