"""A list to choose from, moved through like all lists of the app, that survives windows too small to draw it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import OptionList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.binding import BindingType
    from textual.content import Content
    from textual.geometry import Size

_PADDING = 2
"""Cells of a row that its text does not have."""


class Choices(OptionList):
    """Textual's list of options; without room for any, Textual 8.2.8 has no rows to page through and fails."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Go to the next row", show=False),
        Binding("k", "cursor_up", "Go to the row above", show=False),
        Binding("g", "first", "Go to the first row", show=False),
        Binding("G", "last", "Go to the last row", show=False),
    ]

    def list_anew(self, rows: Callable[[int], Iterable[Content]]) -> None:
        """List rows that are broken by ourselves: Textual breaks Chinese as if it were one word.

        Args:
            rows: Makes them for so many cells.
        """
        at = self.highlighted or 0
        self.clear_options()
        self.add_options(rows(self.scrollable_content_region.width - _PADDING))
        self.highlighted = at

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows of the list; in no columns at all as many as in two, for Rich cannot break a text into none."""
        return super().get_content_height(container, viewport, max(2, width))

    def action_page_up(self) -> None:
        """Go up a page, where there are pages."""
        page: Callable[[], None] = super().action_page_up
        with suppress(KeyError, IndexError):
            page()

    def action_page_down(self) -> None:
        """Go down a page, where there are pages."""
        page: Callable[[], None] = super().action_page_down
        with suppress(KeyError, IndexError):
            page()
