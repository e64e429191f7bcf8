"""Whether what the app says of its own is there whole: titles, keys, questions, what boxes and tables say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Input, Static

from reader.languages import translated
from reader.messages import MESSAGES
from reader.tui.rows_table import RowsTable
from reader.tui.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from reader.tui.app import ReaderApp

_AROUND_A_TITLE = 6
"""Corners, and a line and a blank at either side."""


def cut_in(app: ReaderApp) -> Iterator[str]:
    """What does not fit where it is shown on the present screen."""
    for widget in app.screen.query("*"):
        if widget.is_on_screen and widget.display and widget.region:
            yield from (f"{type(widget).__name__}#{widget.id}: {words}" for words in _cut(widget))


def _cut(widget: Widget) -> Iterator[str]:
    if widget.styles.border_top[0]:
        for words in filter(None, (widget.border_title, widget.border_subtitle)):
            if cell_len(Content.from_markup(words).plain) > widget.outer_size.width - _AROUND_A_TITLE:
                yield words
    if isinstance(widget, Input) and not widget.value and cell_len(widget.placeholder) > widget.content_size.width:
        yield widget.placeholder
    if isinstance(widget, StatusLine):
        if _is_fixed(widget._left) and widget._left not in str(widget.content):
            yield widget._left
    elif isinstance(widget, Static) and not _scrolls(widget) and _height(widget) > widget.content_size.height:
        yield str(widget.content)
    if isinstance(widget, RowsTable):
        head = "".join(segment.text for segment in widget.render_line(0))
        if "…" in head:
            yield head


def _is_fixed(words: str) -> bool:
    """Whether a message without parameters is told: what articles say may be longer than any row."""
    return any(translated(one) == words for one in MESSAGES.values())


def _height(widget: Static) -> int:
    """Rows that the text takes."""
    return widget.visual.get_height(widget.styles, widget.content_size.width)


def _scrolls(widget: Widget) -> bool:
    return any(getattr(one, "max_scroll_y", 0) > 0 for one in widget.ancestors)
