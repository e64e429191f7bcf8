"""How wide the columns of the claims table are, and which of them a narrow screen does without."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.cells import CellWidths

GAP = 1
"""Cells between two columns."""


class Width(NamedTuple):
    """How many cells a column may have: at least, at most, and its share of what is left."""

    least: int
    most: int
    share: int


WIDTHS: dict[str, Width] = {
    "done": Width(1, 1, 0),
    "article": Width(8, 44, 3),
    "text": Width(8, 16, 1),
    "value": Width(14, 18, 1),
    "unit": Width(4, 6, 1),
    "kind": Width(8, 8, 0),
    "change": Width(8, 8, 0),
    "status": Width(6, 6, 0),
    "period": Width(10, 21, 1),
    "indicator": Width(10, 48, 3),
    "entity": Width(6, 24, 2),
}
"""In the order of the table."""

_DEAREST = (
    "text", "indicator", "value", "unit", "period", "done", "article", "status", "change", "entity", "kind",
)  # fmt: skip
"""Which columns are kept longest where there is little room."""


class Column(NamedTuple):
    """A column as it is shown: its name and its cells."""

    name: str
    cells: int


def columns_for(width: int, *, articles: bool) -> tuple[Column, ...]:
    """The columns that fit into a row.

    Args:
        width: Cells of a row.
        articles: Whether the claims are of several articles, so that each row names its own.
    """
    room = width + GAP
    cells: dict[str, int] = {}
    for name in _DEAREST:
        if (articles or name != "article") and WIDTHS[name].least + GAP <= room:
            cells[name] = WIDTHS[name].least
            room -= WIDTHS[name].least + GAP
    growing = [name for name in cells if WIDTHS[name].share]
    while room > 0 and growing:
        name = min(growing, key=lambda one: (cells[one] - WIDTHS[one].least) / WIDTHS[one].share)
        cells[name] += 1
        room -= 1
        growing = [one for one in growing if cells[one] < WIDTHS[one].most]
    return tuple(Column(name, cells[name]) for name in WIDTHS if name in cells)


def set_cells(texts: Sequence[str], columns: Sequence[Column], widths: CellWidths) -> list[str]:
    """The texts of a row, each cut and filled up to the cells of its column; values stand at the right."""
    shown = []
    for text, (name, cells) in zip(texts, columns, strict=True):
        cut = widths.cut(text, cells)
        blanks = " " * (cells - widths.of(cut))
        shown.append(blanks + cut if name == "value" else cut + blanks)
    return shown
