"""The actions of the picker of tags and of their list; part of the table in `reader.tui.actions`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.action import Room, Topic, action

if TYPE_CHECKING:
    from reader.tui.action import Action

_picker = partial(action, topic=Topic.PICKER, room=Room.PICKER)
_tags = partial(action, topic=Topic.TAGS, room=Room.TAGS)

TAG_ACTIONS: tuple[Action, ...] = (
    _picker("picker.toggle", "enter", "screen.toggle_picked", "give/take", "Give or take the tag at hand; make the one typed"),
    _picker("picker.down", "down", "screen.step_picked(1)", "down", "Go to the next tag"),
    _picker("picker.up", "up", "screen.step_picked(-1)", "up", "Go to the tag above"),
    _picker("picker.page-down", "pagedown", "screen.page_picked(1)", "page", "Go down a page of tags"),
    _picker("picker.page-up", "pageup", "screen.page_picked(-1)", "page up", "Go up a page of tags"),
    _picker("picker.close", "escape", "screen.close_picker", "close", "Leave the picker"),
    _tags("tags.new", "n", "screen.new", "make", "Make a tag"),
    _tags("tags.rename", "r enter", "screen.rename", "rename", "Give the tag another name, on all annotations"),
    _tags("tags.colour", "c", "screen.colour", "colour", "Paint the tag in another colour"),
    *(
        _tags(f"tags.key-{digit}", str(digit), f"screen.key({digit})", f"key {digit}", f"Let {digit} give the tag")
        for digit in range(1, 10)
    ),
    _tags("tags.key", "0", "screen.key(0)", "no key", "Let no digit give the tag"),
    _tags("tags.aliases", "a", "screen.aliases", "aliases", "Say by which other names the tag is found"),
    _tags("tags.describe", "d", "screen.describe", "describe", "Say when the tag is to be given"),
    _tags("tags.merge", "m", "screen.merge", "merge", "Give another tag in its place, on all annotations"),
    _tags("tags.delete", "D delete", "screen.delete", "delete", "Delete the tag, from all annotations"),
    _tags("tags.undo", "u", "screen.undo", "undo", "Take back the last act"),
    _tags("tags.redo", "ctrl+r", "screen.redo", "redo", "Do again what was taken back"),
    _tags("tags.save", "w", "screen.save", "save", "Write the tags to a file"),
    _tags("tags.load", "o", "screen.load", "load", "Take over the tags of a file"),
    _tags("tags.down", "j down", "cursor_down", "down", "Go to the next tag"),
    _tags("tags.up", "k up", "cursor_up", "up", "Go to the tag above"),
    _tags("tags.page-down", "space pagedown", "page_down", "page", "Go down a page of the tags"),
    _tags("tags.page-up", "b pageup", "page_up", "page up", "Go up a page of the tags"),
    _tags("tags.first", "g home", "first", "first", "Go to the first tag"),
    _tags("tags.last", "G end", "last", "last", "Go to the last tag"),
    _tags("tags.back", "escape q", "screen.back", "back", "Go back to the article"),
)  # fmt: skip
"""The actions on tags, in the order of the help."""
