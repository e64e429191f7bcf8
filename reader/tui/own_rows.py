"""Rows that a widget paints as wide as itself, handed to Textual as they are.

Textual looks up borders, padding and opacity for each row anew, and makes a new strip of it: for a screenful that takes as
long as painting the text, and what a strip remembers (where it is cut, its bytes) is lost, also where the row stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Region
    from textual.strip import Strip
    from textual.widget import Widget


def own_rows(widget: Widget, crop: Region, row_at: Callable[[int], Strip]) -> list[Strip]:
    """What a widget shows, for its `render_lines`; with the filters of the app, which are remembered with each strip.

    Args:
        widget: The widget; nothing but its rows is painted: no border, padding or tint.
        crop: The part that is wanted.
        row_at: Paints the row at a line of the widget, as wide as the widget is.
    """
    _, background = widget.background_colors
    filters = widget.get_line_filters()
    rows = [row_at(y) for y in crop.line_range]
    for one in filters:
        rows = [row.apply_filter(one, background) for row in rows]
    left, right = crop.column_span
    return rows if (left, right) == (0, widget.region.width) else [row.crop(left, right) for row in rows]
