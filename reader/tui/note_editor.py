"""The editor of notes, below the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import TextArea

from reader.controls import visible
from reader.messages import say
from reader.tui.action import Room
from reader.tui.bindings import bindings_of
from reader.tui.typing_keys import act_at_once, acts_of

if TYPE_CHECKING:
    from textual import events

_ACTS = acts_of(Room.NOTE)

LONGEST_PASTE = 30_000
"""Characters of a paste that are taken: more than a note can have, so that what is too long is told, not cut in silence."""


class NoteEditor(TextArea):
    """A few rows to write in. Its keys pass input methods, which use Enter only while they compose.

    Pasted line breaks stay in the note; what a terminal would obey, and lone surrogates, are taken as stand-ins.
    """

    BINDINGS = bindings_of(Room.NOTE)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False
        )
        self.border_subtitle = Content(say("note-keys"))

    def begin(self, about: str, text: str) -> None:
        """Show a note for editing.

        Args:
            about: What it is about, already made visible.
            text: The note as it is.
        """
        self.border_title = Content(say("note-title", quote=about))
        self.load_text(visible(text))
        self.move_cursor(self.document.end)
        self.display = True
        self.focus()

    async def _on_key(self, event: events.Key) -> None:
        if not await act_at_once(self, _ACTS, event):
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted harmlessly."""
        event.stop()
        event.prevent_default()
        self.insert(visible(event.text)[:LONGEST_PASTE])
