"""A screen with a table: sorted, filtered while one types, gone from with Enter."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import getters, on
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from reader.tui.bindings import QUIT
from reader.tui.status import KeyLine, StatusLine

if TYPE_CHECKING:
    from reader.tui.action import Room
    from reader.tui.rows_table import RowsTable

R = TypeVar("R")


class FilterLine(Input):
    """The words that the rows must have; Enter or ↓ goes to the rows, Esc clears the line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down,tab", "screen.rows", "Go to the rows"),
        Binding("escape", "screen.clear", "Take the words away; where there are none, go to the rows"),
    ]


class RowsScreen(ModalScreen[R | None], Generic[R]):
    """Lists rows; returns the one to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "keys", "Show all keys"),
        QUIT,
        Binding("escape", "back", "Go back to where one was", show=False),
    ]
    AUTO_FOCUS = "RowsTable"

    line = getters.query_one(FilterLine)
    room: ClassVar[Room]
    """Whose keys these are."""

    status = getters.query_one("#status", StatusLine)
    hints = getters.query_one("#hints", KeyLine)

    def __init__(self) -> None:
        super().__init__()
        self.by: str | None = None
        self.descending = False

    @property
    @abstractmethod
    def rows_table(self) -> RowsTable[R]:
        """The table."""

    @property
    def turn(self) -> tuple[str | None, ...]:
        """What `s` sorts by, in turn: the columns in sight; None is the order that the rows have by themselves."""
        return (None, *(name for name in self.rows_table.columns if name not in self.rows_table.UNSORTED))

    @abstractmethod
    def filter_rows(self) -> None:
        """Sort and filter what is listed, and say how much that is."""

    @abstractmethod
    def offer(self) -> None:
        """Say which keys are likely next."""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.filter_rows()

    def on_descendant_focus(self) -> None:
        """Other keys are likely now."""
        self.offer()

    # The keys

    def action_go(self) -> None:
        """Go to what one is on."""
        if self.rows_table.present is not None:
            self.dismiss(self.rows_table.present)

    def action_back(self) -> None:
        """Go back to where one was."""
        self.dismiss(None)

    def action_filter(self) -> None:
        """Type words that the rows must have."""
        self.line.focus()

    def action_rows(self) -> None:
        """Go from the words to the rows."""
        self.rows_table.focus()

    def action_clear(self) -> None:
        """Take the words away; where there are none, go to the rows."""
        if not self.line.value:
            self.rows_table.focus()
        self.line.value = ""

    def action_sort(self, step: int) -> None:
        """Sort by the next column, or by the one before."""
        at = self.turn.index(self.by) if self.by in self.turn else 0
        self.by = self.turn[(at + step) % len(self.turn)]
        self.filter_rows()

    def action_sort_by(self, column: str) -> None:
        """Sort by a column; where that is so already, turn the order round. An empty name is the order by itself."""
        self.descending = not self.descending if self.by == (column or None) else False
        self.by = column or None
        self.filter_rows()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self.descending = not self.descending
        self.filter_rows()

    def action_keys(self) -> None:
        """Show all keys."""
        from reader.tui.keys_screen import KeysScreen

        self.app.push_screen(KeysScreen(self.room))
