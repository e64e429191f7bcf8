"""Rows on terminals that draw characters of ambiguous width in two cells, where Textual counts one.

Each such character would push what stands right of it by a cell, and the end of a row over its pane's edge. Here a row has
as many blanks fewer at its end, and says of itself that it is as wide as Textual believes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.style import Style

    from reader.text.cells import CellWidths


SETTLED = Segment("", None, [])
"""Ends a row that takes as many cells as it says; paints nothing."""


def settled(row: Strip, width: int, widths: CellWidths, blank: Style) -> Strip:
    """A row with blanks at its end, so that terminal and Textual agree where it ends.

    Args:
        row: The row, not wider than `width` as the terminal draws it, or it is left as it is.
        width: Cells that it is to take.
        widths: The widths of characters in this terminal.
        blank: The style of the blanks.
    """
    drawn = widths.of(row.text)
    beyond, room = drawn - row.cell_length, width - drawn
    if not beyond or room < 1:
        return row.adjust_cell_length(width, blank)
    return Strip([*row, Segment(" " * room, blank), SETTLED], width)
