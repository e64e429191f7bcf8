"""The setting of a quantity: what stands around it in its clause, sentence and paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.claims.passages import Passages, Span
    from reader.claims.quantities import Quantity


class Setting(NamedTuple):
    """A quantity and where it stands.

    Attributes:
        text: The whole text, Simplified, with narrow digits.
        quantity: The quantity.
        previous: The quantity before it in the same sentence, or None.
        paragraph: Its paragraph.
        sentence: Its sentence.
        clause: Its clause, up to a comma or the like.
    """

    text: str
    quantity: Quantity
    previous: Quantity | None
    paragraph: Span
    sentence: Span
    clause: Span

    @property
    def lead(self) -> str:
        """What stands before it in its clause, from the last quantity on."""
        return self.text[self.lead_start : self.quantity.start]

    @property
    def lead_start(self) -> int:
        """Where `lead` begins."""
        after = self.previous.end if self.previous is not None else 0
        return max(self.clause.start, after)

    @property
    def so_far(self) -> str:
        """What stands before it in its sentence."""
        return self.text[self.sentence.start : self.quantity.start]

    @property
    def rest(self) -> str:
        """What stands after it in its clause."""
        return self.text[self.quantity.end : self.clause.end]


def settings(text: str, found: Sequence[Quantity], passages: Passages) -> Iterator[Setting]:
    """The settings of all quantities of a text, in order."""
    previous: Quantity | None = None
    for quantity in found:
        sentence = passages.sentence(quantity.start)
        before = previous if previous is not None and previous.start >= sentence.start else None
        paragraph, clause = passages.paragraph(quantity.start), passages.clause(quantity.start)
        yield Setting(text, quantity, before, paragraph, sentence, clause)
        previous = quantity
