"""The table of claims: what each row shows, and in which colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style

from reader.annotations.annotation import Response
from reader.desk.claim_list import COLUMNS, WORDED, ListedClaim, word_of
from reader.tui.action import Room
from reader.tui.article_paint import colour_of
from reader.tui.bindings import bindings_of
from reader.tui.claims_columns import SHAPE, SORTING_KEYS
from reader.tui.rows_table import RowsTable

if TYPE_CHECKING:
    from reader.tui.table_columns import Shape

_DONE = {Response.ACCEPTED: "✓", Response.CORRECTED: "✎", Response.REJECTED: "✗"}
"""What the first column shows of what a person said."""


class ClaimsTable(RowsTable[ListedClaim]):
    """Shows claims, one of them present."""

    BINDINGS = bindings_of(Room.CLAIMS)
    SHAPE: ClassVar[Shape] = SHAPE
    UNNAMED = ("done",)
    SORTING_KEYS = SORTING_KEYS

    def is_same(self, row: ListedClaim, other: ListedClaim) -> bool:
        """Whether two rows are of one place: the whole text may tell more of its claim than the sentences around it."""
        return row is other or (row.claim.start == other.claim.start and row.path == other.path)

    def texts_of(self, row: ListedClaim) -> dict[str, str]:
        """The cells, with a sign for what a person said."""
        words = dict(zip(COLUMNS, row.cells, strict=True))
        words.update((column, word_of(column, words[column])) for column in ("unit", *WORDED))
        words["done"] = _DONE.get(row.response, " ") if row.response else " "
        return words

    def base_of(self, row: ListedClaim) -> Style:
        """Rejected claims are dim."""
        return self.get_component_rich_style(f"article--{'dim' if row.response is Response.REJECTED else 'text'}")

    def style_of(self, row: ListedClaim, column: str, base: Style) -> Style:
        """The claim itself is in the colour of its kind, or struck through."""
        if column != "text":
            return base
        if row.response is Response.REJECTED:
            return base + Style(strike=True)
        return base + self.get_component_rich_style(f"article--{colour_of(row.claim.kind)}", partial=True)
