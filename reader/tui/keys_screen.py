"""All keys, on a screen of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.languages import translated
from reader.messages import say
from reader.text.cells import NARROW
from reader.tui.action import Topic
from reader.tui.actions import ACTIONS
from reader.tui.key_names import shown_keys

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_WIDTH = 18
_GIVES_A_TAG = re.compile(r"(tag\.|all\.tag-)[2-9]")
"""Actions that do what another one does, with another digit."""

_TAGS = {"tag.1": "keys-tag", "all.tag-1": "keys-tag-all"}
"""What is said of those that stand for all digits."""


class KeysScreen(ModalScreen[None]):
    """Lists every action by topic; any of its closing keys goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter,f10", "dismiss", "Close"),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown", "scroll(10)", "Page", show=False),
        Binding("b,pageup", "scroll(-10)", "Page up", show=False),
    ]

    def compose(self) -> ComposeResult:
        """One text in a box that scrolls."""
        with VerticalScroll(id="keys-box") as box:
            box.border_title = say("keys-title")
            box.border_subtitle = say("keys-keys")
            yield Static(self._text(), markup=False)

    def action_scroll(self, rows: int) -> None:
        """Scroll so many rows down."""
        self.query_one("#keys-box").scroll_relative(y=rows, animate=False)

    @staticmethod
    def _text() -> Content:
        lines: list[Content] = []
        for topic in Topic:
            lines += [Content.styled(translated(topic), "bold $text-accent")]
            for action in ACTIONS:
                if action.topic is topic and not _GIVES_A_TAG.fullmatch(action.id):
                    keys = "1 … 9" if action.id in _TAGS else shown_keys(action)
                    summary = say(_TAGS[action.id]) if action.id in _TAGS else action.does
                    gap = " " * max(1, _WIDTH - NARROW.of(keys))
                    lines.append(Content.assemble(("  " + keys, "bold"), gap, summary))
            lines.append(Content(""))
        return Content("\n").join(lines)
