"""The library: the articles, and how far each one is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.messages import say
from reader.text.cells import NARROW, CellWidths
from reader.tui.action import Room
from reader.tui.bindings import bindings_of
from reader.tui.library_rows import TITLE_ROWS, Progress, Totals, rows_of_entry, rows_of_reason
from reader.tui.own_scroll_bar import OwnBarView
from reader.tui.virtual_size import set_virtual_size
from reader.tui.wide_rows import settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from textual import events

    from reader.desk.entry import Entry

__all__ = ["LibraryPane", "Progress"]

_MARKS = {"reading": "~", "done": "✓"}
"""What stands before the title of an article in a state."""

MARGIN = 2
"""Cells left of the titles: the mark, and a blank."""


class LibraryPane(OwnBarView, can_focus=True):
    """The list of articles: the title of each in a row or two, then its date, progress and publisher in one.

    Rows are made when they come in sight, so that ten thousand articles take no longer than twenty.
    """

    BINDINGS = bindings_of(Room.LIBRARY)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"library--{name}" for name in ("title", "facts", "reason", "here", "here-blurred")
    }

    @dataclass
    class Chosen(Message):
        """The user wants to read an article."""

        index: int

    def __init__(self, widths: CellWidths = NARROW, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.widths = widths
        self.entries: list[Entry] = []
        self.when_moved: Callable[[], None] = lambda: None
        """Called when another article is highlighted."""
        self.find_progress: Callable[[int], Progress | None] = lambda _: None
        """Says how far an article is, when that is shown first."""
        self.find_state: Callable[[int], str] = lambda _: "new"
        """Says whether an article is `new`, being read or `done`."""
        self._progress: dict[int, Progress] = {}
        self.totals = Totals()
        self._heights: list[int] = []
        self._broken_at = 0
        """Cells of a row when the titles were broken; 0 where it was not the same for all."""
        self._ends: list[int] = []
        self._shown: list[int] | None = None
        self._places: dict[int, int] = {}
        self._at: int | None = None
        self._indexes: dict[Path, int] = {}

    # What is listed

    def add(self, entries: Sequence[Entry]) -> None:
        """Append articles."""
        first = len(self.entries)
        self.entries.extend(entries)
        self._indexes.update((entry.path, first + at) for at, entry in enumerate(entries))
        room = self._room_for_some()
        self._heights += [self._height(entry, room) for entry in entries]
        if self._at is None and self.entries:
            self._at = 0
        self._lay_out()

    def replace(self, entries: Iterable[tuple[int, Entry]]) -> None:
        """Show what was found out about some articles; what is on the screen stays there."""
        room = self._room_for_some()
        for index, entry in entries:
            self.entries[index] = entry
            self._heights[index] = self._height(entry, room)
        self._lay_out()

    def show_only(self, indexes: Sequence[int] | None) -> None:
        """List only some articles, in an order of their own; all of them in the library's where None."""
        self._shown = list(indexes) if indexes is not None else None
        self._places = {index: place for place, index in enumerate(self._shown or ())}
        if self._shown and self._at not in self._places:
            self._at = self._shown[0]
        self._lay_out()

    @property
    def is_choice(self) -> bool:
        """Whether only some articles are listed, or in another order."""
        return self._shown is not None

    @property
    def listed(self) -> Sequence[int]:
        """The articles that are listed, in their order there."""
        return self._shown if self._shown is not None else range(len(self.entries))

    def set_progress(self, index: int, progress: Progress) -> None:
        """Show how far an article is."""
        if self._progress.get(index) != progress:
            self._keep(index, progress)
            self._refresh_entry(index)

    def _keep(self, index: int, progress: Progress) -> None:
        """Remember how far an article is, and how far all are."""
        self.totals = self.totals.with_(progress, self._progress.get(index))
        self._progress[index] = progress

    def progress(self, index: int) -> Progress | None:
        """How far an article is, as far as it is known."""
        if index not in self._progress and (found := self.find_progress(index)) is not None:
            self._keep(index, found)
        return self._progress.get(index)

    def index_of(self, path: Path) -> int | None:
        """Where an article stands in the library."""
        return self._indexes.get(path)

    def next_to(self, index: int | None, step: int) -> int | None:
        """The next article of the list that can be read (`step` 1), or the one before (-1); None where there is none.

        Args:
            index: Where to begin; None for the highlighted article, which is then the next one.
            step: 1 or -1.
        """
        listed = self.listed
        place = self._place - step
        if index is not None and self._is_listed(index):
            place = self._places[index] if self._shown is not None else index
        place += step
        while 0 <= place < len(listed) and self.entries[listed[place]].error is not None:
            place += step
        return listed[place] if 0 <= place < len(listed) else None

    def in_sight(self) -> list[int]:
        """The articles that the screen shows now."""
        first = self._place_of_row(self.scroll_offset.y)
        last = self._place_of_row(self.scroll_offset.y + self.size.height)
        return list(self.listed[first : last + 1])

    # The article that the keys work on

    @property
    def highlighted(self) -> int | None:
        """Where that article stands in the library; None where nothing is listed."""
        return self._at if self._is_listed(self._at) else None

    @highlighted.setter
    def highlighted(self, index: int | None) -> None:
        if index is not None and self._is_listed(index):
            before, self._at = self._at, index
            self._follow()
            self._refresh_entry(before)
            self._refresh_entry(index)
            if index != before:
                self.when_moved()

    def _is_listed(self, index: int | None) -> bool:
        return index is not None and (index in self._places if self._shown is not None else index < len(self.entries))

    @property
    def _place(self) -> int:
        """Where the highlighted article stands in the list."""
        return self._places.get(self._at or 0, 0) if self._shown is not None else self._at or 0

    def _go(self, place: int) -> None:
        listed = self.listed
        if listed:
            self.highlighted = listed[min(max(0, place), len(listed) - 1)]

    def action_cursor_down(self) -> None:
        """Go to the next article."""
        self._go(self._place + 1)

    def action_cursor_up(self) -> None:
        """Go to the article above."""
        self._go(self._place - 1)

    def action_first(self) -> None:
        """Go to the first article."""
        self._go(0)

    def action_last(self) -> None:
        """Go to the last article."""
        self._go(len(self.listed) - 1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self._go(max(self._place + 1, self._place_of_row(self._top(self._place) + self.size.height)))

    def action_page_up(self) -> None:
        """Go up a page."""
        self._go(min(self._place - 1, self._place_of_row(max(0, self._top(self._place) - self.size.height))))

    def on_click(self, event: events.Click) -> None:
        """Open the article that is clicked."""
        row = event.y + self.scroll_offset.y
        if self._ends and row < self._ends[-1]:
            self._go(self._place_of_row(row))
            if self._at is not None:
                self.post_message(self.Chosen(self._at))

    # Where the rows are

    @property
    def _room(self) -> int:
        """Cells of a row; Textual takes long enough to find out not to be asked for each article."""
        return max(2, self.scrollable_content_region.width - MARGIN - 1)

    def _room_for_some(self) -> int:
        """Cells of a row for some titles; where it is not what the others were broken for, as in a hidden pane, that is noted."""
        room = self._room
        if room != self._broken_at:
            self._broken_at = 0
        return room

    def _height(self, entry: Entry, room: int) -> int:
        if entry.error is not None:
            return len(rows_of_entry(entry, None, room, self.widths))
        title = entry.facts.title if entry.facts is not None else entry.path.name
        return 2 if 2 * len(title) <= room or self.widths.of(title) <= room else 1 + TITLE_ROWS

    def on_resize(self) -> None:
        """Break the titles anew, where rows are wider or narrower than before."""
        if (room := self._room) != self._broken_at:
            self._broken_at = room
            self._heights = [self._height(entry, room) for entry in self.entries]
        self._lay_out()

    def _lay_out(self) -> None:
        """Work out where each article is; the highlighted one stays on its row of the screen."""
        on_screen = self._top(self._place) - self.scroll_offset.y if self._ends else 0
        heights = self._heights if self._shown is None else [self._heights[index] for index in self._shown]
        self._ends = list(accumulate(heights))
        rows = self._ends[-1] if self._ends else 0
        set_virtual_size(self, Size(self.scrollable_content_region.width, rows))
        height = self.scrollable_content_region.height
        if height and 0 <= on_screen < height:
            self.scroll_to(y=self._top(self._place) - on_screen, animate=False, force=True)
        self._follow()
        self.refresh()

    def _top(self, place: int) -> int:
        """The first row of what stands at a place of the list."""
        return self._ends[place - 1] if 0 < place <= len(self._ends) else 0

    def _place_of_row(self, row: int) -> int:
        return min(bisect_right(self._ends, row), max(0, len(self._ends) - 1))

    def _follow(self) -> None:
        """Scroll so that the highlighted article is in sight."""
        height = self.scrollable_content_region.height
        place = self._place
        if not height or place >= len(self._ends):
            return
        top, end, above = self._top(place), self._ends[place], self.scroll_offset.y
        if top < above:
            self.scroll_to(y=top, animate=False, force=True)
        elif end > above + height:
            self.scroll_to(y=end - height, animate=False, force=True)

    # Painting

    def _refresh_entry(self, index: int | None) -> None:
        if index is None or not self._is_listed(index):
            return
        place = self._places[index] if self._shown is not None else index
        if place < len(self._ends):
            self.refresh_lines(self._top(place), self._ends[place] - self._top(place))

    def render_line(self, y: int) -> Strip:
        """The row at a line of the widget."""
        row = y + self.scroll_offset.y
        title = self.get_component_rich_style("library--title")
        if not self._ends and y < len(why := self._why_empty()):
            return self._set(why[y], self.get_component_rich_style("library--reason"))
        if not self._ends or row >= self._ends[-1]:
            return Strip.blank(self.size.width, self._plain(title))
        place = self._place_of_row(row)
        index = self.listed[place]
        rows = rows_of_entry(self.entries[index], self.progress(index), self._room, self.widths)
        text, part = rows[min(row - self._top(place), len(rows) - 1)]
        style = self.get_component_rich_style(f"library--{part}")
        if index == self._at:
            style += self.get_component_rich_style(
                "library--here" if self.has_focus else "library--here-blurred", partial=True
            ) + Style(dim=False)
        mark = _MARKS.get(self.find_state(index), " ") if row == self._top(place) else " "
        return self._set(text, style, mark)

    def _why_empty(self) -> list[str]:
        """What stands where no article is listed."""
        if self._shown is not None:
            return rows_of_reason(say("no-article-matches"), self._room, self.widths)
        return [] if self.entries else rows_of_reason(say("library-empty"), self._room, self.widths)

    def _set(self, text: str, style: Style, mark: str = " ") -> Strip:
        blank = self._plain(style)
        return settled(Strip([Segment(f"{mark} ", style), Segment(text, style)]), self.size.width, self.widths, blank)

    @staticmethod
    def _plain(style: Style) -> Style:
        """The style of blanks: neither bold nor underlined."""
        return style.background_style
