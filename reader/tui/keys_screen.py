"""All keys, on a screen of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.languages import translated
from reader.messages import say
from reader.text.cells import NARROW
from reader.tui.action import Action, Room, Topic
from reader.tui.actions import ACTIONS
from reader.tui.hanging import hung
from reader.tui.key_names import shown_keys

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_WIDTH, _WIDEST = 18, 80
"""Cells of the column of keys, and of a row before it is known how many there are."""

_GIVES_A_TAG = re.compile(r"(tag\.|all\.tag-|tags\.key-)[2-9]")
"""Actions that do what another one does, with another digit."""

_TAGS = {"tag.1": "keys-tag", "all.tag-1": "keys-tag-all", "tags.key-1": "keys-tag-digit"}
"""What is said of those that stand for all digits."""


_FIRST = {
    Room.ARTICLE: Topic.MOVE,
    Room.SOURCE: Topic.MOVE,
    Room.CLAIMS: Topic.TABLE,
    Room.ANNOTATIONS: Topic.ANNOTATIONS,
    Room.TAGS: Topic.TAGS,
}
"""The topic that the keys of a room are under; those of other rooms begin with the first."""


class KeysScreen(ModalScreen[None]):
    """Lists every action by topic, beginning with that of the room it was called from; its closing keys go back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter,f10", "dismiss", "Close the help"),
        Binding("j,down", "scroll(1)", "Scroll down", show=False),
        Binding("k,up", "scroll(-1)", "Scroll up", show=False),
        Binding("space,pagedown", "scroll(10)", "Scroll down a page", show=False),
        Binding("b,pageup", "scroll(-10)", "Scroll up a page", show=False),
        Binding("right,l,tab", "topic(1)", "Go to the next topic", show=False),
        Binding("left,h,shift+tab", "topic(-1)", "Go to the topic before", show=False),
    ]

    box = getters.query_one("#keys-box", VerticalScroll)

    def __init__(self, room: Room = Room.ANYWHERE) -> None:
        """Begin with the topic of a room."""
        super().__init__()
        self._room = room
        self._topic = list(Topic).index(_FIRST.get(room, next(iter(Topic))))

    def compose(self) -> ComposeResult:
        """A text for each topic, in a box that scrolls."""
        with VerticalScroll(id="keys-box") as box:
            box.border_title = say("keys-title")
            box.border_subtitle = say("keys-keys")
            for topic in Topic:
                yield Static(self._text(topic, _WIDEST), markup=False)

    def on_mount(self) -> None:
        """Go to the topic, once there is room."""
        self.call_after_refresh(self.action_topic, 0)

    def on_resize(self) -> None:
        """Break what does not fit into a row."""
        width = self.box.scrollable_content_region.width
        for topic, shown in zip(Topic, self.box.query(Static), strict=True):
            shown.update(self._text(topic, width))

    def action_topic(self, step: int) -> None:
        """Go so many topics on, or back."""
        self._topic = (self._topic + step) % len(Topic)
        self.box.scroll_to_widget(list(self.box.query(Static))[self._topic], top=True, animate=False)

    def action_scroll(self, rows: int) -> None:
        """Scroll so many rows down."""
        self.box.scroll_relative(y=rows, animate=False)

    def _text(self, topic: Topic, width: int) -> Content:
        """The keys of a topic; where they are of several rooms each under its own, first those of the room one is in."""
        actions = [one for one in ACTIONS if one.topic is topic and not _GIVES_A_TAG.fullmatch(one.id)]
        rooms = sorted(dict.fromkeys(one.room for one in actions), key=lambda room: room is not self._room)
        lines = [Content.styled(translated(topic), "bold $text-accent")]
        for room in rooms:
            lines += [Content.styled(f"  {translated(room)}", "italic")] if len(rooms) > 1 else []
            lines += [_line(action, width) for action in actions if action.room is room]
        return Content("\n").join([*lines, Content("")])


def _line(action: Action, width: int) -> Content:
    """The keys of an action, and what it does."""
    keys = "1 … 9" if action.id in _TAGS else shown_keys(action)
    summary = say(_TAGS[action.id]) if action.id in _TAGS else action.does
    gap = " " * max(1, _WIDTH - NARROW.of(keys))
    words = hung(f"  {keys}{gap}", summary, width)[2 + len(keys) :]
    return Content.assemble(("  " + keys, "bold"), words)
