"""The table of annotations: what each row shows, and which rows are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style

from reader.annotations.annotation import Response
from reader.desk.annotation_list import COLUMNS, ListedAnnotation
from reader.messages import say
from reader.text.script import Script, converted
from reader.tui.action import Room
from reader.tui.bindings import bindings_of
from reader.tui.rows_table import RowsTable
from reader.tui.table_columns import Shape, Width
from reader.tui.verdicts import sign_of

if TYPE_CHECKING:
    from uuid import UUID

    from reader.settings import Settings

MARK = "mark"
"""The column that shows which rows are selected."""

_WIDTHS: dict[str, Width] = {
    MARK: Width(1, 1, 0),
    "article": Width(7, 44, 3),
    "date": Width(10, 10, 0),
    "quote": Width(8, 30, 2),
    "value": Width(20, 25, 1),
    "tags": Width(9, 24, 2),
    "verdict": Width(15, 15, 0),
    "note": Width(8, 48, 3),
    "claim": Width(9, 9, 0),
    "status": Width(6, 14, 0),
    "by": Width(6, 12, 1),
    "modified": Width(16, 16, 0),
}
_DEAREST = (
    MARK, "quote", "tags", "verdict", "article", "value", "note", "date", "by", "modified", "claim", "status",
)  # fmt: skip


class AnnotationsTable(RowsTable[ListedAnnotation]):
    """Shows annotations, one of them present, some of them selected."""

    BINDINGS = bindings_of(Room.ANNOTATIONS)
    SHAPE: ClassVar[Shape] = Shape(_WIDTHS, _DEAREST)
    UNNAMED = UNSORTED = (MARK,)

    def __init__(self, settings: Settings, script: Script | None) -> None:
        """A table without rows.

        Args:
            settings: For the widths of characters.
            script: The script to show texts in; None for as written.
        """
        super().__init__(settings)
        self._script = script
        self.selected: set[UUID] = set()
        self._since: int | None = None

    def is_same(self, row: ListedAnnotation, other: ListedAnnotation) -> bool:
        """Rows are of the same annotation, in whichever revision."""
        return row.id == other.id

    # Selecting

    @property
    def selection(self) -> list[ListedAnnotation]:
        """The selected rows that are listed; the present one where there is none."""
        chosen = [row for row in self.rows if row.id in self.selected]
        return chosen or ([self.present] if self.present is not None else [])

    @property
    def chosen(self) -> int:
        """How many of the rows that are listed are selected."""
        return sum(row.id in self.selected for row in self.rows) if self.selected else 0

    def action_select(self) -> None:
        """Select the row, or no longer; then go to the next."""
        if self.present is not None:
            self.selected ^= {self.present.id}
            self.repaint()
            self.action_rows(1)

    def action_select_range(self) -> None:
        """Remember where a range begins; the second time select all rows up to here."""
        if self._since is None:
            self._since = self.at
        else:
            first, last = sorted((self._since, self.at))
            self.selected |= {row.id for row in self.rows[first : last + 1]}
            self._since = None
        self.repaint()
        self.post_message(self.Moved())

    @property
    def in_range(self) -> bool:
        """Whether a range has been begun."""
        return self._since is not None

    def action_select_all(self) -> None:
        """Select all rows that are listed; none where they all are."""
        listed = {row.id for row in self.rows}
        self.selected = self.selected - listed if listed <= self.selected else self.selected | listed
        self.repaint()
        self.post_message(self.Moved())

    def unselect(self) -> bool:
        """Select nothing any more; False where nothing was."""
        was = bool(self.selected) or self._since is not None
        self.selected, self._since = set(), None
        self.repaint()
        self.post_message(self.Moved())
        return was

    # Painting

    def texts_of(self, row: ListedAnnotation) -> dict[str, str]:
        """The cells, in the script that is wanted, with marks for selection and verdict."""
        cells = row.cells if self._script is None else [converted(cell, self._script) for cell in row.cells]
        words = dict(zip(COLUMNS, cells, strict=True))
        plain = self._widths.ambiguous != 1
        if row.cells[COLUMNS.index("verdict")]:
            words["verdict"] = f"{sign_of(row.verdict, plain=plain)} {words['verdict']}"
        words["status"] = say(f"anchored-{words['status']}")
        words["claim"] = say(f"response-{words['claim']}") if words["claim"] else ""
        words[MARK] = ("*" if plain else "●") if row.id in self.selected else " "
        return words

    def base_of(self, row: ListedAnnotation) -> Style:
        """Rejected claims are dim and struck through, selected rows tinted and marked."""
        base = self.get_component_rich_style(f"article--{'dim' if _is_rejected(row) else 'text'}")
        if row.id in self.selected:
            base += self.get_component_rich_style("rows--selected", partial=True)
        return base

    def style_of(self, row: ListedAnnotation, column: str, base: Style) -> Style:
        """What is no claim is struck through."""
        return base + Style(strike=True) if column == "quote" and _is_rejected(row) else base


def _is_rejected(row: ListedAnnotation) -> bool:
    return row.cells[COLUMNS.index("claim")] == Response.REJECTED
