"""A widget that shows rows under a head: it paints those in sight only, so their number costs nothing."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.messages import say
from reader.text.cells import CellWidths
from reader.tui.article_paint import COLOURS
from reader.tui.awaiting import AwaitsKey
from reader.tui.table_columns import GAP, Column, Shape, columns_for, headings, set_cells

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events

    from reader.settings import Settings

R = TypeVar("R")


class RowsTable(AwaitsKey, ScrollView, Generic[R], can_focus=True):
    """Shows rows under a head, one of them present."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--head", "rows--sorted", "rows--selected", *(f"article--{name}" for name in ("text", "dim", *COLOURS))
    }  # fmt: skip
    SHAPE: ClassVar[Shape]
    UNNAMED: ClassVar[tuple[str, ...]] = ()
    """Columns without a name in the head: they have room for a sign only."""

    UNSORTED: ClassVar[tuple[str, ...]] = ()
    """Columns that `s` does not sort by."""

    SORTING_KEYS: ClassVar[Mapping[str, str]] = {}
    """The key that sorts by a column, where there is one."""

    @dataclass
    class Moved(Message):
        """Another row is the present one, or there are other rows."""

        def can_replace(self, message: Message) -> bool:
            """Only the last one counts."""
            return isinstance(message, RowsTable.Moved)

    def __init__(self, settings: Settings, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.rows: Sequence[R] = ()
        self.at = 0
        self._nothing = ""
        self._widths = CellWidths(settings.ambiguous_width or 1)
        self._columns: tuple[Column, ...] = ()
        self._left_out: tuple[str, ...] = ()
        self._sorted: tuple[str | None, bool] = (None, False)
        self._strips: LRUCache[tuple[int, bool], Strip] = LRUCache(500)

    @property
    def present(self) -> R | None:
        """The row that the keys work on."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that there is room for."""
        return tuple(column.name for column in self._columns)

    def show(
        self,
        rows: Sequence[R],
        *,
        by: str | None,
        descending: bool,
        nothing: str,
        left_out: tuple[str, ...] = (),
    ) -> None:
        """Show other rows; the present one stays where it is among them.

        Args:
            rows: The rows, sorted.
            by: The column that they are sorted by.
            descending: The largest first.
            nothing: What to tell where there is no row: a code of `reader.messages`.
            left_out: Columns that are not shown.
        """
        present = self.present
        self.rows, self._left_out, self._sorted, self._nothing = rows, left_out, (by, descending), nothing
        self.at = next((index for index, row in enumerate(rows) if present and self.is_same(row, present)), 0)
        self._lay_out()

    def is_same(self, row: R, other: R) -> bool:
        """Whether two rows are of the same thing."""
        return row is other

    def repaint(self) -> None:
        """Paint all rows anew: what they look like has changed."""
        self._strips.clear()
        self.refresh()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._columns = columns_for(width, self.SHAPE, self._left_out)
        self.virtual_size = Size(width, len(self.rows) + 1)
        self._strips.clear()
        self._go(self.at)
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Share the new width among the columns."""
        self._lay_out()

    # The keys and the mouse

    def _go(self, index: int) -> None:
        """Make a row the present one, as near as there are rows, and keep it in sight."""
        before, self.at = self.at, min(max(0, index), max(0, len(self.rows) - 1))
        top, room = self.scroll_offset.y, self._room
        if not self.scrollable_content_region.height:
            return  # not laid out yet
        if self.at < top:
            self.scroll_to(y=self.at, animate=False, force=True)
        elif self.at >= top + room:
            self.scroll_to(y=self.at - room + 1, animate=False, force=True)
        for row in (before, self.at):
            self.refresh_line(row + 1)
        self.post_message(self.Moved())

    @property
    def _room(self) -> int:
        """Rows in sight below the head."""
        return max(1, self.scrollable_content_region.height - 1)

    def action_rows(self, step: int) -> None:
        """Go so many rows down."""
        self._go(self.at + step)

    def action_pages(self, step: int) -> None:
        """Go so many pages down."""
        self._go(self.at + step * max(1, self._room - 1))

    def action_first(self) -> None:
        """Go to the first row."""
        self._go(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self._go(len(self.rows) - 1)

    async def on_click(self, event: events.Click) -> None:
        """Go to the row that is clicked; twice, to its claim."""
        row = event.y - 1 + self.scroll_offset.y
        if event.y and row < len(self.rows):
            self._go(row)
            if event.chain == 2:
                await self.run_action("screen.go")

    # Painting

    def notify_style_update(self) -> None:
        """Another theme: paint anew."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """The row at a line of the widget; the first line is the head, however far one has scrolled."""
        index = y - 1 + self.scroll_offset.y
        text = self.get_component_rich_style("article--text")
        if y == 0:
            strip = self._head()
        elif not self.rows and y == 2:
            strip = Strip([Segment(f"  {say(self._nothing)}", self.get_component_rich_style("article--dim"))])
        elif index >= len(self.rows):
            strip = Strip.blank(self.size.width, text)
        else:
            strip = self._row(index)
        return strip.adjust_cell_length(self.size.width, text)

    def _head(self) -> Strip:
        by, descending = self._sorted
        sign = ("↓" if descending else "↑") if self._widths.ambiguous == 1 else ("v" if descending else "^")
        names = {name: "" if name in self.UNNAMED else say(f"heading-{name}") for name, _ in self._columns}
        texts = headings(names, self.SORTING_KEYS, self._columns, by, sign)
        head, lit = (self.get_component_rich_style(f"rows--{name}") for name in ("head", "sorted"))
        cells = set_cells(texts, self._columns, self._widths)
        styles = [lit if column.name == by else head for column in self._columns]
        return self._joined(cells, styles, head)

    def _row(self, index: int) -> Strip:
        here = index == self.at
        strip = self._strips.get((index, here))
        if strip is None:
            strip = self._strips[index, here] = self._painted(self.rows[index], here=here)
        return strip

    @abstractmethod
    def texts_of(self, row: R) -> dict[str, str]:
        """What stands in each column of a row."""

    @abstractmethod
    def style_of(self, row: R, column: str, base: Style) -> Style:
        """The style of a cell, on the style of its row."""

    @abstractmethod
    def base_of(self, row: R) -> Style:
        """The style of a row that is not the present one."""

    def _painted(self, row: R, *, here: bool) -> Strip:
        base = self.base_of(row)
        if here:
            base += Style(reverse=True, bold=True)
        words = self.texts_of(row)
        cells = set_cells([words[column.name] for column in self._columns], self._columns, self._widths)
        return self._joined(cells, [self.style_of(row, column.name, base) for column in self._columns], base)

    def _joined(self, cells: Sequence[str], styles: Sequence[Style], base: Style) -> Strip:
        segments = []
        for text, style in zip(cells, styles, strict=True):
            segments += [Segment(text, style), Segment(" " * GAP, base)]
        return Strip(segments).adjust_cell_length(self.size.width, base)
