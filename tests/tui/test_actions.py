"""The registry of actions: every action can be called, every key is shown, nothing is said twice."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Static

import reader.tui
from reader.tui.action import Room
from reader.tui.actions import ACTIONS
from reader.tui.adding_screen import AddingScreen
from reader.tui.annotations_screen import AnnotationsScreen
from reader.tui.annotations_table import AnnotationsTable
from reader.tui.article_view import ArticleView
from reader.tui.box_keys import BOXES
from reader.tui.claims_screen import ClaimsScreen
from reader.tui.claims_table import ClaimsTable
from reader.tui.evidence_screen import AddressList, EvidenceScreen
from reader.tui.key_names import shown_key, shown_keys
from reader.tui.keys_document import keys_table
from reader.tui.library_pane import LibraryPane
from reader.tui.note_editor import NoteEditor
from reader.tui.palette import OFFERED
from reader.tui.source_pane import SourcePane
from reader.tui.tag_picker import TagLine
from reader.tui.tags_screen import TagList, TagsScreen
from tests.tui.conftest import steady, until

if TYPE_CHECKING:
    from tests.tui.conftest import Start

ROOMS = {
    Room.ANYWHERE: AddingScreen,
    Room.LIBRARY: LibraryPane,
    Room.ARTICLE: ArticleView,
    Room.SOURCE: SourcePane,
    Room.CLAIMS: ClaimsTable,
    Room.EVIDENCE: AddressList,
    Room.ANNOTATIONS: AnnotationsTable,
    Room.NOTE: NoteEditor,
    Room.PICKER: TagLine,
    Room.TAGS: TagList,
}

SCREENS = {
    Room.CLAIMS: ClaimsScreen,
    Room.EVIDENCE: EvidenceScreen,
    Room.ANNOTATIONS: AnnotationsScreen,
    Room.TAGS: TagsScreen,
}

TYPING = (Room.NOTE, Room.PICKER)
"""Where one types: what a key means there comes before what it means anywhere."""


def test_every_action_has_a_method():
    for action in ACTIONS:
        owner, _, name = action.do.split("(")[0].rpartition(".")
        room = SCREENS.get(action.room, AddingScreen) if owner == "screen" else ROOMS[action.room]
        assert callable(getattr(room, f"action_{name}", None)), action.id


def test_ids_are_unique_and_no_key_means_two_things():
    ids = [action.id for action in ACTIONS]
    assert len(ids) == len(set(ids))
    for room in set(Room) - {Room.ANYWHERE}:
        for mode in ("", "selecting", "bordering"):
            keys = keys_in(room, mode)
            assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]


def keys_in(room: Room, mode: str) -> list[str]:
    """All keys that mean something in a room; what only a mode has comes before what is always there."""
    rooms = (room,) if room.stands_alone or room in TYPING else (room, Room.ANYWHERE)
    here = [action for action in ACTIONS if action.room in rooms]
    first = [key for action in here if mode and getattr(action, mode) for key in action.keys]
    always = [action for action in here if not (action.selecting or action.bordering)]
    return first + [key for action in always for key in action.keys if key not in first]


def test_the_page_of_keys_is_made_from_the_registry():
    page = (Path(__file__).parents[2] / "docs" / "keys.md").read_text("utf-8")
    assert page == keys_table()


def test_the_page_of_keys_has_all_boxes_and_lines_with_keys_of_their_own():
    in_registry = {action.id for action in ACTIONS}
    own = set()
    for module in pkgutil.iter_modules(reader.tui.__path__, "reader.tui."):
        for name, one in vars(import_module(module.name)).items():
            if inspect.isclass(one) and one.__module__ == module.name and name == one.__name__:
                bound = (binding for binding in vars(one).get("BINDINGS", ()) if binding.id not in in_registry)
                own |= {one for _ in bound}
    assert own == {box for _, box in BOXES}


def test_keys_are_shown_as_they_stand_on_the_keyboard():
    assert [shown_key(key) for key in ("right_parenthesis", "ctrl+d", "f2", "D", "pagedown")] == [
        ")", "Ctrl+D", "F2", "D", "PgDn",
    ]  # fmt: skip


async def test_the_help_lists_every_action(start: Start):
    async with start(size=(100, 200)) as session:
        await session.press("question_mark")
        topics = session.app.screen.query("#keys-box Static").results(Static)
        shown = " ".join(word for topic in topics for word in str(topic.render()).split())
        for action in ACTIONS:
            if not action.id.startswith(("tag.", "tags.key-", "all.tag-")):
                assert action.summary in shown
        await session.press("q")
        assert session.app.screen is session.screen


async def test_the_palette_finds_and_does_an_action(start: Start):
    async with start() as session:
        await session.press("enter", "ctrl+p")
        await session.pilot.press(*"the end of")
        await session.press("escape")
        await session.press("ctrl+p")
        await session.pilot.press(*"go to the end")
        await steady(session.pilot)
        await session.press("enter", "enter")
        reading = session.article.reading
        await until(session.pilot, lambda: reading.place == len(reading.shown) - 1)


async def test_the_palette_offers_what_can_be_done_where_it_opens_and_nothing_else(start: Start):
    async with start() as session:
        screen = session.screen
        rooms = {
            Room.ANYWHERE: screen,
            Room.LIBRARY: screen.library,
            Room.ARTICLE: screen.article,
            Room.SOURCE: screen.source,
        }
        for action in OFFERED:
            owner, _, name = action.do.split("(")[0].rpartition(".")
            assert hasattr(screen if owner else rooms[action.room], f"action_{name}"), action.id
        assert {action.id for action in ACTIONS if action.room in rooms} - {one.id for one in OFFERED} == {
            "view.palette"
        }


def test_every_summary_fits_a_row_of_the_help_at_80_columns():
    assert [action.id for action in ACTIONS if len(action.summary) > 56 or len(shown_keys(action)) > 16] == []


@pytest.mark.thorough
async def test_every_key_of_every_action_can_be_pressed_anywhere(start: Start):
    async with start() as session:
        for keys in ([], ["enter"], ["v"]):
            await session.press(*keys)
            for action in ACTIONS:
                if action.id not in ("go.quit", "go.back-or-quit"):
                    await session.press(action.keys[0], "escape", "escape")
                    assert session.app.is_running, action.id


async def test_help_begins_with_the_keys_of_where_one_is_and_goes_by_topics(start: Start):
    async with start(size=(80, 24)) as session:
        await session.press("enter", "question_mark")
        await session.pilot.pause()
        assert heading(session) == "Move"
        await session.press("right")
        assert heading(session) == "Find"
        await session.press("left", "left")
        assert heading(session) == "Go"


def heading(session: Any) -> str:
    """The first row of the help in sight."""
    box = session.app.screen.query_one("#keys-box")
    return session.painted.split("\n")[box.region.y + 1].strip("│ ").split("  ")[0]
