"""How many rows a scrolling widget has, told without laying the whole screen out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from textual.geometry import Size


def set_virtual_size(view: ScrollView, size: Size) -> None:
    """Tell a view how large what it shows is.

    Setting its `virtual_size` makes Textual lay out the screen and paint it twice, the second time for the scrollbars: as
    much work as everything else that opening an article takes. It is only needed where the scrollbar comes or goes.

    Args:
        view: The view; it scrolls vertically only.
        size: Cells of a row, and rows.
    """
    before, height = view.virtual_size, view.scrollable_content_region.height
    if not height or size.width != before.width or (size.height > height) is not (before.height > height):
        view.virtual_size = size
        return
    view.set_reactive(ScrollView.virtual_size, size)
    if view.show_vertical_scrollbar:
        view.vertical_scrollbar.window_virtual_size = size.height
    if view.scroll_offset.y > view.max_scroll_y:
        view.scroll_to(y=view.max_scroll_y, animate=False, force=True)
