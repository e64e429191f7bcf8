"""The actions of the library."""

from __future__ import annotations

from reader.tui.action import Action, Room, Topic


def _list(id_: str, keys: str, do: str, label: str, summary: str, topic: Topic) -> Action:
    return Action(id_, tuple(keys.split()), do, label, summary, Room.LIBRARY, topic)


LIBRARY_ACTIONS: tuple[Action, ...] = (
    _list("list.filter", "f slash", "screen.filter_library", "filter", "List only articles that have some words", Topic.FIND),
    _list("list.sort", "s", "screen.sort_library", "sort", "Sort by title, date, publisher or state", Topic.MOVE),
    _list("list.add", "o", "screen.add_articles", "add", "Add a file or folder to the library", Topic.GO),
    Action("find.everywhere", ("F",), "search_everywhere", "search all", "Search words in the texts of all articles", Room.ANYWHERE, Topic.FIND),
)  # fmt: skip
