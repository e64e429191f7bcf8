"""What the table of claims lists: the claims of an article or of the library, while they are found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.desk.claim_batches import Batch
    from reader.desk.claim_list import ListedClaim


@dataclass(eq=False)
class Listing:
    """The claims of an article or of the library.

    Attributes:
        code: What they are called: a key of `reader.messages.MESSAGES` that takes a `count`.
        find: Finds them, batch by batch; called in a thread.
        total: How far a batch can be `done`: code points of the article, articles of the library.
        rows: Those found so far, in the order of articles and texts.
        done: How far they are found.
        begun: Whether somebody looks for them.
    """

    code: str
    find: Callable[[], Iterator[Batch]]
    total: int
    rows: list[ListedClaim] = field(default_factory=list)
    done: int = 0
    begun: bool = False

    @property
    def is_sought(self) -> bool:
        """Whether there may be more."""
        return self.done < self.total

    def title(self, shown: int) -> str:
        """What the table says above the rows.

        Args:
            shown: How many rows the words that are typed have left.
        """
        found = len(self.rows)
        count = f"{found:,}" if shown == found else say("claims-of", shown=f"{shown:,}", found=f"{found:,}")
        sought = say("claims-so-far", share=f"{100 * self.done // self.total}") if self.is_sought else ""
        return say(self.code, count=count) + sought
