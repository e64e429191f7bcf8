"""Rows on terminals that draw characters of ambiguous width in two cells, where Textual counts one.

Textual writes a line from left to right, so each such character would push what stands right of its pane by a cell. Here a
row ends where Textual believes: the blanks at its end are written as far as there is room for them, and those that Textual
counts besides are written over them, after going back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import ControlType, Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.style import Style

    from reader.text.cells import CellWidths


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
    segments = [*row, Segment(" " * room, blank)]
    while beyond:
        back = min(beyond, room)
        segments += [_back(back), Segment(" " * back, blank)]
        beyond -= back
    return Strip(segments, width)


def _back(cells: int) -> Segment:
    """Moves the cursor to the left; Textual counts no cells for it."""
    return Segment(f"\x1b[{cells}D", None, [(ControlType.CURSOR_BACKWARD, cells)])
