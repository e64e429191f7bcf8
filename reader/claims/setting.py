"""The setting of a quantity: what stands around it in its clause, sentence and paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.claims.passages import Passages, Span
    from reader.claims.quantities import Quantity


SIGHT = 240
"""How far a quantity's words are looked for, in code points: endless sentences must not take endless time."""


class Setting(NamedTuple):
    """A quantity and where it stands.

    Attributes:
        text: The whole text, Simplified, with narrow digits.
        quantity: The quantity.
        previous: The quantity before it in the same sentence, or None.
        paragraph: Its paragraph.
        sentence: Its sentence.
        clause: Its clause, up to a comma or the like.
        lead_start: Where what stands before it in its clause begins, after the last quantity.
        lead: What stands there.
        following: Where the next quantity of the text begins.
    """

    text: str
    quantity: Quantity
    previous: Quantity | None
    paragraph: Span
    sentence: Span
    clause: Span
    lead_start: int
    lead: str
    following: int

    @property
    def so_far(self) -> str:
        """What stands before it in its sentence, as far as `SIGHT` reaches."""
        return self.text[max(self.sentence.start, self.quantity.start - SIGHT) : self.quantity.start]

    @property
    def rest(self) -> str:
        """What stands after it in its clause, as far as `SIGHT` reaches."""
        return self.text[self.quantity.end : self.rest_end]

    @property
    def rest_end(self) -> int:
        """Where that ends."""
        end, furthest = self.clause.end, self.quantity.end + SIGHT
        return end if end < furthest else furthest


def settings(text: str, found: Sequence[Quantity], passages: Passages, behind: int) -> Iterator[Setting]:
    """The settings of quantities, in order.

    Args:
        text: The whole text, Simplified, with narrow digits.
        found: All quantities of some of its paragraphs.
        passages: Its paragraphs, sentences and clauses.
        behind: Where the next quantity begins behind these, or the text ends.
    """
    previous: Quantity | None = None
    starts = [quantity.start for quantity in found]
    for quantity, at, following in zip(found, starts, [*starts[1:], behind], strict=True):
        sentence, clause = passages.sentence(at), passages.clause(at)
        if previous is not None and previous.start < sentence.start:
            previous = None
        start = clause.start
        if previous is not None and previous.end > start:
            start = previous.end
        if at - start > SIGHT:
            start = at - SIGHT
        yield Setting(
            text, quantity, previous, passages.paragraph(at), sentence, clause, start, text[start:at], following
        )
        previous = quantity
