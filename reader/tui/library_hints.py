"""The keys that are likely next in the library."""

from __future__ import annotations

from reader.messages import say
from reader.tui.status import Hint, Hints, hint


def always() -> list[Hint]:
    """Keys that are told everywhere, where there is room for them."""
    return [hint("view.keys", say("all-keys")), hint("view.palette"), hint("work.undo")]


def hints_in_library(*, reading: bool) -> Hints:
    """Keys with what they do.

    Args:
        reading: Whether an article is open, too.
    """
    tab = [hint("go.next-pane")] if reading else []
    first = [hint("go.open", say("hint-read")), hint("list.filter"), hint("find.everywhere"), *tab]
    names = ("list.sort", "article.done", "list.add", "work.export", "find.annotations", "find.claims")
    return Hints(first, [*always(), ("q", say("hint-quit"))], [hint(name) for name in names])
