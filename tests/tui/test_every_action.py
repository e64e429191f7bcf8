"""Every action of the registry has a test that presses its keys and sees what they do; one without fails here.

Each exercise says which keys lead to where the action means something, and what must look different after its key. What
exactly an action does is specified in the files beside this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reader.text.script import Script
from reader.tui.actions import ACTIONS
from reader.tui.library_pane import LibraryPane
from reader.tui.rows_screen import RowsScreen
from tests.tui.exercises import (
    DAMAGED,
    EXERCISES,
    GRAIN,
    GROUPS,
    HOMES,
    awaited,
    focus,
    letters,
    listed,
    opened,
    screen,
    shown,
    store,
    tag_set,
    theme,
)

if TYPE_CHECKING:
    from pathlib import Path

    from reader.tui.action import Action
    from tests.tui.exercises import See, Start

NAMES = {"(": "left_parenthesis", "!": "exclamation_mark", ":": "colon", "/": "slash", "#": "number_sign"}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Articles with claims of several kinds, a heading and a paragraph that repeats another."""
    folder = tmp_path / "articles"
    folder.mkdir()
    again = "全市规模以上工业产值近500亿元，同比增长11.6%，新增就业3万人。"
    lines = [f"第{number}季度，企业达{number}20家，产值{number}5亿元，同比下降{number}.3%。" for number in range(1, 8)]
    text = "\n\n".join(["云港工业", again, "一、总体情况", *lines, again, "港口运行平稳。"])
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text(f"{name}：{text}\n", "utf-8")
    return [folder / name for name in ("a.txt", "b.txt", "c.txt")]


def test_every_action_has_an_exercise():
    assert [action.id for action in ACTIONS if action.id not in EXERCISES] == []
    assert set(EXERCISES) == {action.id for action in ACTIONS}


def keys_of(action: Action, *, every: bool) -> list[str]:
    return [*action.keys] if every else [action.keys[0]]


async def begin_again(session: Any) -> None:
    """Everything as at the start, but for what is read already."""
    app, desk = session.app, session.app.desk
    while len(app.screen_stack) > 2:
        await app.pop_screen()
    if session.screen.note.display or session.screen.prompt.display or session.screen.picker.display:
        await session.press("escape")
    session.screen._drafts.clear()
    session.screen._warned = ""
    app.clear_notifications()
    desk.repository.database.documents("tags").truncate()
    session.screen.refresh_tags()
    session.screen.writer.wait(10)
    for one in desk.repository.annotations():
        desk.repository.delete(one.id)
    for entry in session.library.entries:
        if entry.facts is not None and (record := desk.record_of(entry.facts, entry.path)) is not None:
            desk.repository.set_done(record.id, done=False)
    desk_screen = session.screen
    desk_screen._library_wanted, desk_screen._panel_wanted, desk_screen._source_wanted = True, False, False
    session.article.script, session.article.awaited, session.article.letters = Script.SIMPLIFIED, None, {}
    while session.article.stop_selecting():
        pass
    desk_screen._show_annotations()
    desk_screen._focus(session.library)
    session.library.highlighted = 0
    await session.pilot.pause()


def standing(session: Any) -> object:
    """All that exercises may change, but for the place in a list or an article."""
    looks = (screen, focus, store, shown, opened, letters, awaited, theme, tag_set)
    top, article, base, reading = session.app.screen, session.article, session.screen, session.article.reading
    table = (listed(session), set(getattr(top.rows_table, "selected", ()))) if isinstance(top, RowsScreen) else ()
    asked = [one.display for one in (base.note, base.prompt, base.picker)]
    read = reading and (reading.selection, reading.unfolded, article.awaited and reading.place)
    return [look(session) for look in looks], table, asked, read, article.script


async def go(session: Any, keys: str) -> None:
    await session.press(*(NAMES.get(one, one) for one in keys.split()))
    if isinstance(session.app.screen, RowsScreen):
        await session.settle()


async def exercised(session: Any, group: dict[str, tuple[str, See]], *, every: bool) -> list[str]:
    """Press the keys of each action where they mean something; says which change nothing.

    An exercise that left all as it was but the place is followed by the next without beginning anew, where that one
    begins with the same keys and these end with going to the top.
    """
    wrong, home, arrived = [], "", None
    for action in ACTIONS:
        for key in keys_of(action, every=every) if action.id in group else ():
            before, see = EXERCISES[action.id]
            start = next((one for one in HOMES if before.startswith(one)), "")
            if start and start == home and standing(session) == arrived:
                await session.press("g")
            else:
                await begin_again(session)
                await go(session, start)
                home, arrived = start, standing(session)
            await go(session, before.removeprefix(start))
            was = see(session)
            await session.press(key)
            if see(session) == was:
                wrong.append(f"{action.id}: {key} changes nothing")
    return wrong


@pytest.mark.parametrize("group", GROUPS[:-1], ids=lambda group: next(iter(group)).split(".")[0])
async def test_each_action_does_something_at_its_first_key(
    start: Start, files: list[Path], seeds: list[Path], group: dict[str, tuple[str, See]]
):
    async with start(files=[seeds[3]] if group is DAMAGED else files, size=(130, 16)) as session:
        assert await exercised(session, group, every=False) == []


@pytest.mark.thorough
@pytest.mark.parametrize("group", GROUPS[:-1], ids=lambda group: next(iter(group)).split(".")[0])
async def test_each_action_does_something_at_all_its_keys(
    start: Start, files: list[Path], seeds: list[Path], group: dict[str, tuple[str, See]]
):
    async with start(files=[seeds[3]] if group is DAMAGED else files, size=(130, 16)) as session:
        assert await exercised(session, group, every=True) == []


@pytest.mark.parametrize("keys", ["", "enter O", "enter W", "enter I", "enter C", "enter n e", "ctrl+t"])
async def test_f10_leaves_from_wherever_one_is(start: Start, keys: str):
    async with start(files=[GRAIN]) as session:
        await session.press(*keys.split())
        await session.pilot.press("f10")
        await session.pilot.pause()
        assert session.app._exit


async def test_the_library_is_where_each_exercise_begins(start: Start, seeds: list[Path]):
    async with start(files=[seeds[0]]) as session:
        await session.press("enter", "n", "1", "A")
        await begin_again(session)
        assert isinstance(session.app.focused, LibraryPane)
        assert session.annotations == []
