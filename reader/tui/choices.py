"""A list to choose from that survives windows too small to draw it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.widgets import OptionList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Size


class Choices(OptionList):
    """Textual's list of options; without room for any, Textual 8.2.8 has no rows to page through and fails."""

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
