"""Text behind a head, its further rows set in as far as its first."""

from __future__ import annotations

from reader.text.cells import NARROW
from reader.text.lines import rows_of

_LEAST, _BELOW = 16, 4
"""Cells that the text has at least; where there is less room it begins below the head, set in by so many."""


def hung(head: str, text: str, width: int) -> str:
    """A head and a text in rows, broken by the rules of Chinese typesetting.

    Args:
        head: What stands before the first row.
        text: What follows, on one line.
        width: Cells of a row, the head included.
    """
    beside = width - NARROW.of(head) >= _LEAST
    indent = NARROW.of(head) if beside else _BELOW
    rows = [text[start:end].rstrip() for start, end in rows_of(text, max(2, width - indent))]
    begun = head if beside else f"{head.rstrip()}\n{' ' * indent}"
    return begun + f"\n{' ' * indent}".join(rows)
