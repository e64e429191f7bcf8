"""Where the app begins after it was left."""

from __future__ import annotations

import pytest

from reader.desk.session import read_session
from reader.tui.app import ReaderApp
from tests.tui.conftest import GRAIN, Session


@pytest.fixture
def visit(make_desk, seeds, tmp_path):
    """One start of the app: presses keys, and tells where it stands before and after them."""

    async def go(*keys: str, size: tuple[int, int] = (100, 30), remember: bool = True):
        app = ReaderApp(make_desk([*seeds, GRAIN]), tmp_path / "session.json" if remember else None)
        async with app.run_test(size=size) as pilot:
            session = Session(app, pilot)
            await session.settle()
            before = stands(session)
            await session.press(*keys)
            after = stands(session)
            await session.press("f10")
        app.desk.repository.close()
        return before, after

    return go


def stands(session: Session) -> tuple[str, int, bool]:
    """The article, the place in it, whether the library has the keys."""
    reading = session.article.reading
    file = session.library.entries[session.library.highlighted or 0].path.name
    return (file, reading.place if reading else -1, session.library.has_focus)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)])
async def test_the_last_article_comes_back_at_its_place(visit, seeds, size):
    _, left = await visit("j", "enter", "n", "n", size=size)
    assert left[0] == seeds[1].name
    assert left[1] > 0
    back, _ = await visit(size=size)
    assert back == left


async def test_who_left_in_the_library_comes_back_to_it(visit, seeds):
    await visit("j", "j", "enter", "n", "escape")
    back, _ = await visit()
    assert back == (seeds[2].name, -1, True)


async def test_each_article_remembers_its_place(visit):
    _, first = await visit("enter", "n", "n", "n")
    await visit("escape", "j", "enter", "n")
    _, again = await visit("escape", "k", "enter")
    assert again == first


async def test_the_next_article_is_the_one_after_the_one_that_came_back(visit, seeds):
    await visit("j", "enter")
    _, after = await visit("right_square_bracket")
    assert after[0] == seeds[2].name


async def test_without_a_session_the_app_begins_anew(visit, seeds):
    await visit("j", "enter", "n")
    back, _ = await visit(remember=False)
    assert back == (seeds[0].name, -1, True)


async def test_panel_and_source_come_back(visit, tmp_path):
    await visit("enter", "R", size=(140, 40))
    assert read_session(tmp_path / "session.json").source
    await visit("R", size=(140, 40))
    assert not read_session(tmp_path / "session.json").source
