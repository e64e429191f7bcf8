"""The actions of the editor of notes; part of the table in `reader.tui.actions`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.action import Room, Topic, action

if TYPE_CHECKING:
    from reader.tui.action import Action

_note = partial(action, topic=Topic.NOTE, room=Room.NOTE)

NOTE_ACTIONS: tuple[Action, ...] = (
    _note("note.save", "enter", "screen.save_note", "save", "Save the note"),
    _note("note.line", "ctrl+j alt+enter", "screen.note_line", "new line", "Begin a new line"),
    _note("note.line-too", "shift+enter", "screen.note_line", "new line", "Begin a new line, where the terminal tells it from Enter"),
    _note("note.leave", "escape", "screen.leave_note", "leave", "Leave the note as it was; a draft is kept"),
    _note("note.outside", "ctrl+e", "screen.note_outside", "editor", "Go on in your own editor ($VISUAL, $EDITOR)"),
)  # fmt: skip
"""The actions while a note is written, in the order of the help."""
