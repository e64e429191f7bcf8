"""The actions of the editor of notes; part of the table in `reader.tui.actions`."""

from __future__ import annotations

from reader.tui.action import Action, Room, Topic


def _note(id_: str, keys: str, do: str, label: str, summary: str) -> Action:
    return Action(id_, tuple(keys.split()), f"screen.{do}", label, summary, Room.NOTE, Topic.NOTE)


NOTE_ACTIONS: tuple[Action, ...] = (
    _note("note.save", "enter", "save_note", "save", "Save the note"),
    _note("note.line", "ctrl+j alt+enter", "note_line", "new line", "Begin a new line"),
    _note("note.line-too", "shift+enter", "note_line", "new line", "Begin a new line, where the terminal tells it from Enter"),
    _note("note.leave", "escape", "leave_note", "leave", "Leave the note as it was; a draft is kept"),
    _note("note.outside", "ctrl+e", "note_outside", "editor", "Go on in your own editor ($VISUAL, $EDITOR)"),
)  # fmt: skip
"""The actions while a note is written, in the order of the help."""
