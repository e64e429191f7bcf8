"""Keys, one after the other: each is looked at when what the one before it did is done.

A terminal hands over what was typed ahead in one piece. Textual gives each key at once to whatever is focused then; so in
`#key` the letters would go to the article, for the picker that `#` opens gets the focus a few messages later.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    from reader.tui.garbage import GarbageCollection

LOOK = 0.5
"""Seconds after which, and again and again, somebody looks what became of a key that keeps others waiting."""

LONGEST = 5.0
"""Seconds after which the next key is taken though the widget that has the last one is still there, but says nothing."""

SOON = 0.005
"""Seconds after painting: by then the terminal has got what was painted."""

PAUSE = 0.4
"""Seconds without a key after which what can wait is done: whoever pages through a text presses keys faster."""


class KeysInTurn(App[None]):
    """Hands out keys and pastes in turn."""

    @dataclass
    class Passed(Message, bubble=True):
        """Follows a key through the widgets: where this arrives, the key has been, or has been used on the way.

        Attributes:
            event: The key.
        """

        event: events.Event

    def __init__(self) -> None:
        super().__init__()
        self.garbage: GarbageCollection | None = None
        """Collects garbage between two keys; None where Python does it as it likes."""
        self._typed: deque[events.Key | events.Paste] = deque()
        self._under_way: events.Key | events.Paste | None = None
        self._since = 0.0
        self._receiver: Widget | None = None
        self._met: Screen[object] | None = None
        self.is_catching_up = False
        """Whether keys that came before what they are for are still to be obeyed: painting waits for them."""

    def meant(self, event: events.Key) -> events.Key:
        """What a key is to be taken for, now that it is its turn."""
        return event

    async def on_event(self, event: events.Event) -> None:
        """Let keys and pastes wait for their turn."""
        if not isinstance(event, (events.Key, events.Paste)):
            if isinstance(event, events.Resize):
                self._since = monotonic()
            await super().on_event(event)
        elif event.is_forwarded:
            await super().on_event(event)
            self._next(event)
        else:
            self._typed.append(event)
            if self._under_way is not None:
                self.set_timer(LOOK, self._hand_out_overdue)
            await self._hand_out()

    @property
    def has_keys(self) -> bool:
        """Whether keys wait for their turn, or one is under way."""
        return bool(self._typed) or self._under_way is not None

    def is_quiet(self, seconds: float = PAUSE) -> bool:
        """Whether no key was pressed and no size changed for some seconds: what can wait may be done now."""
        return not self.has_keys and monotonic() - self._since > seconds

    def keys_done(self) -> None:
        """No key waits for its turn any more."""

    def on_keys_in_turn_passed(self, message: Passed) -> None:
        """The key was used by a widget."""
        self._next(message.event)

    def _next(self, event: events.Event) -> None:
        """A key is done with: take the next one, after what it has set going here, such as another focus."""
        if event is self._under_way:
            self._under_way = None
            if self._typed:
                self.call_later(self._hand_out)
            else:
                self.keys_done()

    async def _hand_out(self) -> None:
        """Hand out the first key that waits, if it is its turn."""
        if not self._typed or (self._under_way is not None and not self._is_overdue()):
            return
        if self.screen is not self._met:
            # A new screen has its focus when it has looked at the messages that it began with.
            self._met = self.screen
            self.screen.call_later(self.call_later, self._hand_out)
            self.set_timer(LOOK, partial(self._hand_out_stuck, self._typed[0]))
            return
        event = self._typed.popleft()
        if isinstance(event, events.Key):
            event = self.meant(event)
        self._under_way, self._since = event, monotonic()
        self._receiver = receiver = self.focused or self.screen
        await super().on_event(event)
        if not receiver.post_message(self.Passed(event)):
            self._next(event)

    def _is_overdue(self) -> bool:
        """Whether nobody will say any more what became of the key under way: its widget is gone, or stands still."""
        receiver = self._receiver
        is_there = receiver is not None and receiver.is_running and receiver.is_attached
        return monotonic() - self._since >= (LONGEST if is_there else LOOK)

    async def _hand_out_overdue(self) -> None:
        """Nobody may have said what became of the last key. Where it is done, the next one has its turn already."""
        if self._under_way is None:
            return
        if not self._is_overdue():
            self.set_timer(LOOK, self._hand_out_overdue)
        await self._hand_out()

    async def _hand_out_stuck(self, first: events.Event) -> None:
        """The new screen may never have looked at its messages: where the same key still waits, hand it out."""
        if self._typed and self._typed[0] is first:
            await self._hand_out()
