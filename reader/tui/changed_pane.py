"""An annotation whose text has changed: the sentence as it was and as it is, side by side where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from reader.controls import visible_line
from reader.desk.comparing import compared
from reader.messages import say
from reader.text.sentences import quoted_part, sentence_around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult

    from reader.annotations.anchoring import Placed
    from reader.desk.comparing import Part
    from reader.tui.reading import Reading

COLUMNS = 100
"""From this many columns on, both stand side by side."""


class ChangedPane(Container):
    """What the annotation at the place stood on, and what stands there now; hidden where nothing needs a look."""

    def compose(self) -> ComposeResult:
        """Two texts."""
        yield Static(id="changed-was", markup=False)
        yield Static(id="changed-now", markup=False)

    def on_mount(self) -> None:
        """Nothing is shown yet."""
        self._shown: tuple[object, ...] | None = None

    def on_resize(self, event: events.Resize) -> None:
        """Another width may have room for both side by side."""
        self.set_class(event.size.width >= COLUMNS, "-beside")

    def show(self, reading: Reading | None) -> None:
        """Show the annotation at the place, where somebody must look at it."""
        placed = reading.annotation if reading is not None else None
        wanted = reading is not None and placed is not None and placed.needs_review
        self.display = wanted
        shown = (reading, placed) if wanted else None
        if reading is not None and placed is not None and wanted and shown != self._shown:
            was, now = compared(placed.annotation.sentence, _sentence_now(reading, placed))
            lost = placed.start is None
            self.query_one("#changed-was", Static).update(_side(say("stands-was"), was, marked=not lost))
            nothing = Content.styled(say("stands-nothing"), "$text-muted")
            told = _side(say("stands-now"), now, marked=True)
            self.query_one("#changed-now", Static).update(
                Content.assemble((say("stands-now"), "bold"), "  ", nothing) if lost else told
            )
        self._shown = shown


def _sentence_now(reading: Reading, placed: Placed) -> str:
    if placed.start is None or placed.end is None:
        return ""
    text = reading.opened.article.text
    first, last = quoted_part(text, sentence_around(text, placed.start, placed.end), placed.start, placed.end)
    return text[first:last]


def _side(title: str, parts: Iterable[Part], *, marked: bool) -> Content:
    """A sentence under its title; what is other in it stands in brackets, bold and underlined."""
    words = [
        Content.styled(f"[{visible_line(part.text)}]", "bold underline $text-warning")
        if part.differs and marked
        else Content(visible_line(part.text))
        for part in parts
    ]
    return Content.assemble((title, "bold"), "  ", *words)
