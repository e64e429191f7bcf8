"""The two bottom rows: what is present and what happened, and the keys that are likely next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from reader.controls import visible_line
from reader.text.cells import NARROW
from reader.tui.actions import ACTIONS
from reader.tui.key_names import keys_of, shown_key

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABELS = {action.id: action for action in ACTIONS}


def show(widget: Static, content: Content) -> None:
    """Show a text in a widget of a fixed height, where it is another one than before: no layout for a key."""
    if widget.content != content:
        widget.update(content, layout=False)


class StatusLine(Static):
    """A row with a text at the left, which is cut where it is long, and one at the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._left = self._right = ""

    def tell(self, left: str, right: str) -> None:
        """Show two texts; both may be untrusted."""
        self._left, self._right = visible_line(left), visible_line(right)
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


class KeyLine(Static):
    """A row with the keys that are likely next, as many as fit."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._hints: Sequence[tuple[str, str]] = ()

    def offer(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show keys with what they do, the likeliest first."""
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
        used = 1
        for key, label in self._hints:
            used += NARROW.of(key) + NARROW.of(label) + 3
            if used > self.size.width:
                break
            parts += [(f" {key} ", "$footer-key-foreground bold"), (f"{label} ", "$footer-description-foreground")]
        show(self, Content.assemble(*parts))


def hint(action_id: str, label: str | None = None) -> tuple[str, str]:
    """The first key of an action with its label, for the line of keys."""
    action = _LABELS[action_id]
    keys = keys_of(action)
    return shown_key(keys[0]) if keys else "—", label or action.name
