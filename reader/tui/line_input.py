"""A line to type in that takes any paste: on one line, shown harmlessly, and no longer than it can draw at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from reader.controls import visible_line

if TYPE_CHECKING:
    from textual import events

LONGEST_PASTE = 5_000
"""Characters of a paste that are taken: no line here may be longer, and each is drawn at every key."""


class LineInput(Input):
    """An input whose pastes cannot harm: stand-ins for control characters and lone surrogates, line feeds made visible."""

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(visible_line(event.text.strip("\r\n"))[:LONGEST_PASTE])
