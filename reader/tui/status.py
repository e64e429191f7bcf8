"""The two bottom rows: what is present and what happened, and the keys that are likely next."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style as TextStyle
from textual.widgets import Static

from reader.controls import visible_line
from reader.text.cells import NARROW
from reader.tui.actions import ACTIONS
from reader.tui.key_names import keys_of, shown_key
from reader.tui.own_rows import own_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Region

_BY_ID = {action.id: action for action in ACTIONS}

Hint = tuple[str, str]
"""A key, and what it does."""

_BETWEEN = 3
"""Blanks before a key, behind it, and behind what it does."""


class Hints(NamedTuple):
    """Keys with what they do, the likeliest first.

    Attributes:
        first: Those that come first, also where there is little room.
        last: Those that end the row: back, help, what is always there.
        more: Those that stand between where there is room left.
    """

    first: Sequence[Hint] = ()
    last: Sequence[Hint] = ()
    more: Sequence[Hint] = ()

    def within(self, width: int) -> list[Hint]:
        """As many as fit into so many cells; beside the likeliest key the first of the last ones, which leads back, is kept longest."""
        back = self.last[:1] if _cells([*self.first[:1], *self.last[:1]]) <= width else []
        shown = _fitting(self.first, width - _cells(back))
        if len(shown) < len(self.first):
            return [*shown, *back]
        width -= _cells(shown)
        last = _fitting(self.last, width)
        if len(last) < len(self.last):
            return [*shown, *last]
        return [*shown, *_fitting(self.more, width - _cells(last)), *last]


def _cells(hints: Sequence[Hint]) -> int:
    """Cells that keys take with what they do."""
    return sum(NARROW.of(key) + NARROW.of(label) + _BETWEEN for key, label in hints)


def _fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """The first of them, as many as fit."""
    used = accumulate(_cells([one]) for one in hints)
    return [one for one, cells in zip(hints, used, strict=True) if cells <= width]


def show(widget: Static, content: Content) -> None:
    """Show a text in a widget of a fixed height, where it is another one than before: no layout for a key."""
    if widget.content != content:
        widget.update(content, layout=False)


class OneRow(Static):
    """A row of text. It is painted directly: by way of Textual's layout of texts it would take as long as ten rows of an article."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._painted: tuple[Content, tuple[object, ...], Strip] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The row."""
        return own_rows(self, crop, self._row)

    def _row(self, y: int) -> Strip:
        base, width = self.visual_style, self.size.width
        content = self.content if y == 0 and isinstance(self.content, Content) else Content("")
        look = (base, width, self.app.theme)
        if self._painted is None or self._painted[0] is not content or self._painted[1] != look:
            parts = content.render(base, end="", parse_style=_style)
            strip = Strip([Segment(text, style.rich_style) for text, style in parts])
            self._painted = content, look, strip.adjust_cell_length(width, base.rich_style.background_style)
        return self._painted[2]


def _style(style: str | TextStyle) -> TextStyle:
    """A style of a text, with the colours of the theme."""
    return TextStyle.parse(style) if isinstance(style, str) else style


class StatusLine(OneRow):
    """A row with a text at the left, which is cut where it is long, and one at the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._left = self._right = ""

    def tell(self, left: str, right: str) -> None:
        """Show two texts; both may be untrusted."""
        left, right = visible_line(left), visible_line(right)
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self._lay_out()

    def on_resize(self) -> None:
        """Share the new width between the two."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(0, self.size.width - 2)
        right = NARROW.cut(self._right, width // 2)
        left = NARROW.cut(self._left, max(0, width - NARROW.of(right) - 2))
        gap = max(1, width - NARROW.of(left) - NARROW.of(right))
        show(self, Content(f" {left}{' ' * gap}{right} "))


class KeyLine(OneRow):
    """A row with the keys that are likely next, as many as fit."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._hints = Hints()

    def offer(self, first: Sequence[Hint], last: Sequence[Hint] = (), more: Sequence[Hint] = ()) -> None:
        """Show keys with what they do; see `Hints`."""
        hints = Hints(first, last, more)
        if hints != self._hints:
            self._hints = hints
            self._lay_out()

    def on_resize(self) -> None:
        """Show as many as fit now."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Another look has other colours for keys."""
        super().notify_style_update()
        self.update(self.content, layout=False)

    def _lay_out(self) -> None:
        parts: list[tuple[str, str]] = []
        for key, label in self._hints.within(self.size.width - 1):
            parts += [(f" {key} ", "$footer-key-foreground bold"), (f"{label} ", "$footer-description-foreground")]
        show(self, Content.assemble(*parts))


def hint(action_id: str, label: str | None = None) -> tuple[str, str]:
    """The first key of an action with its label, for the line of keys."""
    action = _BY_ID[action_id]
    keys = keys_of(action)
    return shown_key(keys[0]) if keys else "—", label or action.name
