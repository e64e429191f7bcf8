"""The keys that are likely next in the library."""

from __future__ import annotations

from reader.messages import say
from reader.tui.status import hint


def always() -> list[tuple[str, str]]:
    """Keys that are told everywhere, where there is room for them."""
    return [hint("view.keys", say("all-keys")), hint("view.palette"), hint("work.undo")]


def hints_in_library(*, reading: bool) -> list[tuple[str, str]]:
    """Keys with what they do, the likeliest first.

    Args:
        reading: Whether an article is open, too.
    """
    tab = [hint("go.next-pane")] if reading else []
    moving = [hint("go.open", say("hint-read")), hint("list.down"), hint("list.up")]
    return [*moving, *tab, hint("work.export"), *always(), ("q", say("hint-quit"))]
