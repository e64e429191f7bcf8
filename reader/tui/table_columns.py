"""How wide the columns of a table are, and which of them a narrow screen does without."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.text.cells import NARROW

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reader.text.cells import CellWidths

GAP = 1
"""Cells between two columns."""


class Width(NamedTuple):
    """How many cells a column may have: at least, at most, and its share of what is left."""

    least: int
    most: int
    share: int


class Shape(NamedTuple):
    """The columns of a table.

    Attributes:
        widths: How wide each may be, in the order of the table.
        dearest: All of them, those first that are kept longest where there is little room.
    """

    widths: Mapping[str, Width]
    dearest: tuple[str, ...]


class Column(NamedTuple):
    """A column as it is shown: its name and its cells."""

    name: str
    cells: int


def columns_for(width: int, shape: Shape, left_out: Collection[str] = ()) -> tuple[Column, ...]:
    """The columns that fit into a row.

    Args:
        width: Cells of a row.
        shape: The columns.
        left_out: Those that are not shown however wide it is.
    """
    widths, room = shape.widths, width + GAP
    cells: dict[str, int] = {}
    for name in shape.dearest:
        if name not in left_out and widths[name].least + GAP <= room:
            cells[name] = widths[name].least
            room -= widths[name].least + GAP
    growing = [name for name in cells if widths[name].share]
    while room > 0 and growing:
        name = min(growing, key=lambda one: (cells[one] - widths[one].least) / widths[one].share)
        cells[name] += 1
        room -= 1
        growing = [one for one in growing if cells[one] < widths[one].most]
    return tuple(Column(name, cells[name]) for name in widths if name in cells)


def headings(
    names: Mapping[str, str], keys: Mapping[str, str], columns: Sequence[Column], by: str | None, sign: str
) -> list[str]:
    """What stands above the columns: names, with the keys that sort by them where all of these have room.

    Args:
        names: What the columns are called; empty for those that have no name.
        keys: The key of each column that has one.
        columns: The columns.
        by: The column that the rows are sorted by.
        sign: How they are sorted; it comes and goes, the keys must not, so there is always room left for it.
    """
    keyed = all(
        len(keys[name]) + 1 + NARROW.of(names[name]) + 1 <= cells
        for name, cells in columns
        if name in keys and names[name]
    )
    texts = []
    for name, _ in columns:
        key = f"{keys[name]} " if keyed and name in keys else ""
        texts.append(f"{key}{names[name]}{sign if name == by else ''}" if names[name] else "")
    return texts


def set_cells(texts: Sequence[str], columns: Sequence[Column], widths: CellWidths) -> list[str]:
    """The texts of a row, each cut and filled up to the cells of its column; values stand at the right."""
    shown = []
    for text, (name, cells) in zip(texts, columns, strict=True):
        cut = widths.cut(text, cells)
        blanks = " " * (cells - widths.of(cut))
        shown.append(blanks + cut if name == "value" else cut + blanks)
    return shown
