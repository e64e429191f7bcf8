"""The columns of the table of claims."""

from __future__ import annotations

from reader.tui.table_columns import Shape, Width

_WIDTHS: dict[str, Width] = {
    "done": Width(1, 1, 0),
    "article": Width(8, 44, 3),
    "text": Width(8, 16, 1),
    "value": Width(15, 18, 1),
    "unit": Width(6, 8, 1),
    "kind": Width(8, 8, 0),
    "change": Width(8, 9, 1),
    "status": Width(6, 9, 1),
    "period": Width(10, 21, 1),
    "indicator": Width(10, 48, 3),
    "entity": Width(6, 24, 2),
}

_DEAREST = (
    "text", "indicator", "value", "unit", "period", "done", "article", "status", "change", "entity", "kind",
)  # fmt: skip

SORTING_KEYS = {
    "article": "0", "text": "1", "value": "2", "unit": "3", "kind": "4", "change": "5", "status": "6", "period": "7",
    "indicator": "8", "entity": "9",
}  # fmt: skip
"""The keys that sort by a column, the same on every screen; `0` sorts by articles, and as the claims stand there."""

SHAPE = Shape(_WIDTHS, _DEAREST)
"""The columns, as the table shows them."""
