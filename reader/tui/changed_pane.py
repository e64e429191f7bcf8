"""An annotation whose text has changed: the sentence as it was and as it is, side by side where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from reader.controls import visible_line
from reader.desk.comparing import Part, compared
from reader.messages import say
from reader.text.lines import rows_of
from reader.text.sentences import quoted_part, sentence_around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from reader.annotations.anchoring import Placed
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
        self._shown: tuple[Reading, Placed] | None = None

    def on_resize(self) -> None:
        """Another width may have room for both side by side."""
        if self._shown is not None:
            self._set(*self._shown)

    def show(self, reading: Reading | None) -> None:
        """Show the annotation at the place, where somebody must look at it."""
        placed = reading.annotation if reading is not None else None
        shown = (reading, placed) if reading is not None and placed is not None and placed.needs_review else None
        self.display = shown is not None
        if shown is not None and shown != self._shown:
            self._set(*shown)
        self._shown = shown

    def _set(self, reading: Reading, placed: Placed) -> None:
        width = self.screen.size.width
        beside = width >= COLUMNS
        self.set_class(beside, "-beside")
        room = (width // 2 if beside else width) - 3
        was, now = compared(placed.annotation.sentence, _sentence_now(reading, placed))
        if placed.start is None:
            was, now = [Part(placed.annotation.sentence, differs=False)], [Part(say("stands-nothing"), differs=False)]
        self.query_one("#changed-was", Static).update(_side(say("stands-was"), was, room))
        self.query_one("#changed-now", Static).update(_side(say("stands-now"), now, room))


def _sentence_now(reading: Reading, placed: Placed) -> str:
    if placed.start is None or placed.end is None:
        return ""
    text = reading.opened.article.text
    first, last = quoted_part(text, sentence_around(text, placed.start, placed.end), placed.start, placed.end)
    return text[first:last]


def _side(title: str, parts: Iterable[Part], room: int) -> Content:
    """A sentence behind its title, in rows of so many cells; what is other in it stands in brackets, bold and underlined."""
    words = [
        (f"[{visible_line(part.text)}]", "bold underline $text-warning") if part.differs else visible_line(part.text)
        for part in parts
        if part.text
    ]
    content = Content.assemble((title, "bold"), "  ", *words)
    return Content("\n").join(content[start:end] for start, end in rows_of(content.plain, max(10, room)))
