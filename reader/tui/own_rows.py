"""Rows that a widget paints as wide as itself, handed to Textual as they are.

Textual looks up borders, padding and opacity for each row anew, and makes a new strip of it: for a screenful that takes as
long as painting the text, and what a strip remembers (where it is cut, its bytes) is lost, also where the row stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from rich.segment import Segment
from textual.strip import Strip

from reader.tui.painting import joined
from reader.tui.wide_rows import settled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style
    from textual.color import Color
    from textual.filter import LineFilter
    from textual.geometry import Region
    from textual.widget import Widget

    from reader.text.cells import CellWidths


class Finish(NamedTuple):
    """What is done to each row of a widget last. Rows that are kept are right as long as this stays equal.

    Attributes:
        filters: The filters of the app.
        background: What the widget stands on, for filters that mix colours with it.
    """

    filters: tuple[LineFilter, ...]
    background: Color

    @classmethod
    def of(cls, widget: Widget) -> Self:
        """What is done to the rows of a widget now."""
        return cls(tuple(widget.get_line_filters()), widget.background_colors[1])

    def strip(
        self, segments: Sequence[Segment], width: int, widths: CellWidths, blank: Style, edge: Segment | None = None
    ) -> Strip:
        """A row as it is handed to Textual, in as few pieces as it can be painted in.

        Args:
            segments: What stands in it, from left to right.
            width: Cells that it is to take.
            widths: The widths of characters in this terminal.
            blank: The style of the blanks at its end.
            edge: A piece of border that stands before it, one cell wide; nothing more is done to it.
        """
        rest = width - sum([widths.of(segment.text) for segment in segments])
        if rest < 0 or widths.ambiguous != 1:
            segments = list(settled(Strip(segments), width, widths, blank))
        elif rest:
            segments = [*segments, Segment(" " * rest, blank)]
        row = joined(segments)
        for one in self.filters:
            row = one.apply(row, self.background)
        return Strip(row, width) if edge is None else Strip([edge, *row], 1 + width)


def own_rows(widget: Widget, crop: Region, row_at: Callable[[int], Strip]) -> list[Strip]:
    """What a widget shows, for its `render_lines`; with the filters of the app, which are remembered with each strip.

    Args:
        widget: The widget; nothing but its rows is painted: no border, padding or tint.
        crop: The part that is wanted.
        row_at: Paints the row at a line of the widget, as wide as the widget is.
    """
    finish = Finish.of(widget)
    rows = [row_at(y) for y in crop.line_range]
    for one in finish.filters:
        rows = [row.apply_filter(one, finish.background) for row in rows]
    return cropped(rows, crop, widget)


def cropped(rows: list[Strip], crop: Region, widget: Widget) -> list[Strip]:
    """Rows as wide as a widget, cut to the columns that are wanted."""
    left, right = crop.column_span
    return rows if (left, right) == (0, widget.region.width) else [row.crop(left, right) for row in rows]
