"""The editor of notes, below the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from reader.messages import say

if TYPE_CHECKING:
    from textual import events


class NoteEditor(TextArea):
    """A few rows to write in: Enter saves, Ctrl+J begins a new line, Esc leaves everything as it was.

    Pasted line breaks stay in the note. The keys pass input methods, which use Enter only while they compose.
    """

    @dataclass
    class Submitted(Message):
        """The user saves the note."""

        text: str

    @dataclass
    class Cancelled(Message):
        """The user leaves the note as it was."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self.border_subtitle = say("note-keys")

    def begin(self, about: str, text: str) -> None:
        """Show a note for editing.

        Args:
            about: What it is about, already made visible.
            text: The note as it is.
        """
        self.border_title = Content(say("note-title", quote=about))
        self.load_text(text)
        self.move_cursor(self.document.end)
        self.display = True
        self.focus()

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self.text))
        elif event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Cancelled())
        elif event.key in ("ctrl+j", "shift+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")
        else:
            await super()._on_key(event)
