"""The columns of the table of claims."""

from __future__ import annotations

from reader.tui.table_columns import Shape, Width

_WIDTHS: dict[str, Width] = {
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

_DEAREST = (
    "text", "indicator", "value", "unit", "period", "done", "article", "status", "change", "entity", "kind",
)  # fmt: skip

SHAPE = Shape(_WIDTHS, _DEAREST)
"""The columns, as the table shows them."""
