"""The actions of the library; part of the table in `reader.tui.actions`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.action import Room, Topic, action

if TYPE_CHECKING:
    from reader.tui.action import Action

_list = partial(action, room=Room.LIBRARY)

LIBRARY_ACTIONS: tuple[Action, ...] = (
    _list("list.down", "j down", "cursor_down", "down", "Go to the next article of the list", Topic.MOVE),
    _list("list.up", "k up", "cursor_up", "up", "Go to the article above in the list", Topic.MOVE),
    _list("list.first", "g home", "first", "first", "Go to the first article", Topic.MOVE),
    _list("list.last", "G end", "last", "last", "Go to the last article", Topic.MOVE),
    _list("list.page-down", "space pagedown", "page_down", "page", "Go down a page of the list", Topic.MOVE),
    _list("list.page-up", "b pageup", "page_up", "page up", "Go up a page of the list", Topic.MOVE),
    _list("list.filter", "f slash", "screen.filter_library", "filter", "List only articles that have some words", Topic.FIND),
    _list("list.sort", "s", "screen.sort_library", "sort", "Sort by title, date, publisher or state", Topic.MOVE),
    _list("list.add", "o", "screen.add_articles", "add", "Add a file or folder to the library", Topic.GO),
)  # fmt: skip
"""The actions of the library, in the order of the help."""
