"""Rows of data tables: one block a row, its cells parted by blanks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from reader.text.traced import TracedText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.block import Block

_LONGEST_CELL = 80
"""A longer cell is no datum: the table only holds the parts of a page in their places."""

_HEADINGS = frozenset(("h1", "h2", "h3"))
_LINES_OF_CELL = 3
"""A cell with more lines than this holds a part of a page."""

_LONGEST_ROW = 300
"""Longest row of a data table, in characters."""


def with_rows(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those of one row of a data table joined into one; tables made for layout stay as they are."""
    joined: list[Block] = []
    for row, cells_of_row in groupby(blocks, key=lambda block: block.row):
        cells = list(cells_of_row)
        if row and _is_data(cells):
            joined.append(_row(cells))
        else:
            joined.extend(replace(block, row=0) for block in cells)
    return joined


def _is_data(cells: Sequence[Block]) -> bool:
    """Whether there are several cells with short texts in them, and not links."""
    in_cell = Counter(block.cell for block in cells)
    if any(block.tag in _HEADINGS for block in cells) or len(in_cell) < 2 or max(in_cell.values()) > _LINES_OF_CELL:
        return False
    length = sum(len(block.text) for block in cells)
    linked = sum(block.linked for block in cells)
    return linked * 2 <= length <= _LONGEST_ROW and all(len(block.text) <= _LONGEST_CELL for block in cells)


def _row(cells: Sequence[Block]) -> Block:
    content = TracedText.join((block.content for block in cells), " ")
    return replace(cells[0], content=content, tag="tr", linked=sum(block.linked for block in cells))
