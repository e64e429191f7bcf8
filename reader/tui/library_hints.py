"""The keys that are likely next in the library."""

from __future__ import annotations

from reader.messages import say
from reader.tui.status import Hint, Hints, hint


def always() -> list[Hint]:
    """Keys that are told everywhere, where there is room for them."""
    return [hint("view.keys", say("all-keys")), hint("view.palette"), hint("work.undo")]


def hints_in_library(*, empty: bool = False, reading: bool = False) -> Hints:
    """Keys with what they do.

    Args:
        empty: Whether there are no articles.
        reading: Whether an article is open, too.
    """
    leaving = hint("go.back-or-quit", say("hint-quit"))
    if empty:
        return Hints([hint("list.add")], [hint("view.keys", say("all-keys")), hint("view.palette"), leaving])
    tab = [hint("go.next-pane")] if reading else []
    first = [hint("go.open", say("hint-read")), hint("list.filter"), hint("find.everywhere"), *tab]
    more = ("list.sort", "article.done", "list.add", "work.export", "find.annotations", "find.claims")
    return Hints(first, [*always(), leaving], [hint(name) for name in more])
