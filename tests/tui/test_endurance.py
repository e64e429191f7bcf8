"""Whatever keys come, in whatever window: nothing breaks, nothing that was saved is lost."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from reader.annotations.repository import Repository
from reader.tui.actions import ACTIONS

if TYPE_CHECKING:
    from tests.tui.conftest import Start

KEYS = (
    sorted({key for action in ACTIONS for key in action.keys} - {"f10", "q", "escape", "W", "ctrl+s"}) + ["escape"] * 3
)
SIZES = [(1, 1), (20, 5), (80, 24), (100, 30), (160, 45), (3, 40)]


async def endure(start: Start, count: int, seed: int) -> None:
    chance = random.Random(seed)
    async with start() as session:
        await session.press("enter")
        for number in range(count):
            await session.pilot.press(chance.choice(KEYS))
            if number % 97 == 0:
                await session.pilot.resize_terminal(*chance.choice(SIZES))
            assert session.app.is_running
        session.screen.writer.wait(20)
        shown = {one.id for one in session.stored}
        assert session.app.desk.unsaved == []
        assert {one.id for one in Repository.open(session.app.desk.repository.path).annotations()} == shown


async def test_a_few_random_keys(start: Start):
    await endure(start, 60, 1)


@pytest.mark.thorough
async def test_ten_thousand_random_keys(start: Start):
    await endure(start, 10_000, 2)
