"""The places that words were found at, listed: rows are made when they come in sight, so thousands take no longer than twenty."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.controls import visible_line
from reader.text.cells import NARROW
from reader.text.script import converted
from reader.tui.own_scroll_bar import OwnBarView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from reader.desk.library import Hit
    from reader.text.script import Script

BEFORE, AFTER = 14, 40
"""Code points shown before and after the beginning of a hit."""

_INDENT = "  "
"""Stands before what is below a title."""

_CLOSING = "。，、；：？！）》」』”’％ ,.;:?!)"
"""What no row begins with."""

_KEPT = 64
"""Articles whose text in the script that is shown is kept: more than stand on a screen."""


class Goal(NamedTuple):
    """A place: where an article stands in the library, and an offset in its text."""

    at: int
    offset: int


class HitsList(OwnBarView, can_focus=True):
    """Lists places, those of an article below its title; one of them is present."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Go to the next row", show=False),
        Binding("up,k", "step(-1)", "Go to the row above", show=False),
        Binding("home,g", "edge(0)", "Go to the first row", show=False),
        Binding("end,G", "edge(-1)", "Go to the last row", show=False),
        Binding("pagedown", "page(1)", "Go down a page", show=False),
        Binding("pageup", "page(-1)", "Go up a page", show=False),
        Binding("enter", "choose", "Go to the place", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"hits--{name}" for name in ("title", "text", "words", "here")}

    @dataclass
    class Chosen(Message):
        """The user wants to go to a place."""

        goal: Goal

    def __init__(self, script: Script | None, *, id: str | None = None) -> None:  # noqa: A002
        """An empty list.

        Args:
            script: The script to show texts in; None for as written.
            id: As of every widget.
        """
        super().__init__(id=id)
        self.goals: list[Goal] = []
        self.present = 0
        """Which of them the keys work on."""
        self._script = script
        self._hits: list[tuple[Hit, int]] = []
        """What each of them is a place of, and which of its places."""
        self._ends: list[int] = []
        self._in_script = lru_cache(_KEPT)(self._converted)

    def show(self, hits: Sequence[Hit]) -> None:
        """List the places of some articles; the first one is present."""
        self._hits = [(hit, number) for hit in hits for number in range(len(hit.places))]
        self.goals = [Goal(hit.at, hit.places[number]) for hit, number in self._hits]
        self._ends = list(accumulate(2 if number == 0 else 1 for _, number in self._hits))
        self.present = 0
        self._lay_out()

    def on_resize(self) -> None:
        """Rows are cut anew, and the present one stays in sight."""
        self._lay_out()

    def _lay_out(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._ends[-1] if self._ends else 0)
        self._follow()
        self.refresh()

    # The keys and the mouse

    def action_step(self, step: int) -> None:
        """Go a place down or up; after the last one comes the first."""
        if self.goals:
            self._go((self.present + step) % len(self.goals))

    def action_edge(self, edge: int) -> None:
        """Go to the first place (0) or the last (-1)."""
        if self.goals:
            self._go(edge % len(self.goals))

    def action_page(self, step: int) -> None:
        """Go a page down (1) or up (-1)."""
        if self.goals:
            row = self._top(self.present) + step * max(1, self.scrollable_content_region.height - 1)
            self._go(self._of_row(row))

    def action_choose(self) -> None:
        """Choose the present place."""
        if self.goals:
            self.post_message(self.Chosen(self.goals[self.present]))

    def on_click(self, event: events.Click) -> None:
        """Choose the place that is clicked."""
        row = event.y + self.scroll_offset.y
        if self._ends and row < self._ends[-1]:
            self._go(self._of_row(row))
            self.action_choose()

    def _go(self, place: int) -> None:
        before, self.present = self.present, place
        for changed in (before, place):
            self.refresh_lines(self._top(changed), self._ends[changed] - self._top(changed))
        self._follow()

    def _follow(self) -> None:
        """Scroll so that the present place is in sight."""
        height, above = self.scrollable_content_region.height, self.scroll_offset.y
        if not height or not self.goals:
            return
        top, end = self._top(self.present), self._ends[self.present]
        if top < above:
            self.scroll_to(y=top, animate=False, force=True)
        elif end > above + height:
            self.scroll_to(y=end - height, animate=False, force=True)

    def _top(self, place: int) -> int:
        return self._ends[place - 1] if place else 0

    def _of_row(self, row: int) -> int:
        """The place that a row is of; the nearest one."""
        return min(bisect_right(self._ends, max(0, row)), len(self._ends) - 1)

    # Painting

    def render_line(self, y: int) -> Strip:
        """The row at a line of the widget."""
        row, text = y + self.scroll_offset.y, self.get_component_rich_style("hits--text")
        width = self.size.width
        if not self._ends or row >= self._ends[-1]:
            return Strip.blank(width, text.background_style)
        place = self._of_row(row)
        hit, number = self._hits[place]
        segments = (
            self._title(hit) if number == 0 and row == self._top(place) else self._place_in_context(hit, number, text)
        )
        blank = text.background_style
        if place == self.present:
            here = self.get_component_rich_style("hits--here", partial=True)
            segments = [Segment(words, (style or text) + here) for words, style, _ in segments]
            blank = text + here
        return Strip(segments).adjust_cell_length(width, blank)

    def _title(self, hit: Hit) -> list[Segment]:
        style = self.get_component_rich_style("hits--title")
        return [Segment(NARROW.cut(visible_line(self._in_script(hit.title)), self.size.width), style)]

    def _place_in_context(self, hit: Hit, number: int, style: Style) -> list[Segment]:
        """A place with what stands around it."""
        before, words, after = around(self._in_script(hit.written), hit.places[number], hit.length)
        room = max(0, self.size.width - len(_INDENT))
        before = NARROW.cut(before, room)
        words = NARROW.cut(words, room - NARROW.of(before))
        after = NARROW.cut(after, room - NARROW.of(before + words))
        found = self.get_component_rich_style("hits--words")
        return [Segment(_INDENT + before, style), Segment(words, found), Segment(after, style)]

    def _converted(self, text: str) -> str:
        return converted(text, self._script) if self._script is not None else text


def around(text: str, at: int, length: int) -> tuple[str, str, str]:
    """What stands before, at, and after a place in its paragraph; an ellipsis ends what is cut off.

    Args:
        text: The text of an article.
        at: Where words begin in it.
        length: How long they are.
    """
    start = max(text.rfind("\n", 0, at) + 1, at - BEFORE)
    start += len(text[start:at]) - len(text[start:at].lstrip(_CLOSING))
    last = text.find("\n", at)
    last = last if last >= 0 else len(text)
    end = max(at + length, min(last, at + AFTER))
    after = visible_line(text[at + length : end]) + ("…" if end < last else "")
    return visible_line(text[start:at]), visible_line(text[at : at + length]), after
