"""Waiting for the second key of an act, such as the letter of a verdict: no dialog opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events


class Awaited(NamedTuple):
    """What is waited for.

    Attributes:
        hints: The keys that mean something now, with what they do.
        then: Gets the character of the next key; empty where it has none.
    """

    hints: Sequence[tuple[str, str]]
    then: Callable[[str], None]


class AwaitsKey:
    """A widget whose next key may belong to an act that has begun."""

    awaited: Awaited | None = None

    def on_key(self, event: events.Key) -> None:
        """While an act waits for its second key, the next one is it."""
        if self.awaited is not None:
            awaited, self.awaited = self.awaited, None
            event.stop()
            event.prevent_default()
            awaited.then(event.character or "")

    def on_blur(self) -> None:
        """Who goes elsewhere does not mean it."""
        self.awaited = None
