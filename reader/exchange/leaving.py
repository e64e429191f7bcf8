"""What annotations hold that a format cannot: counted while they are written, so that the user is told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.annotations.annotation import AnchorStatus, Origin, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.annotations.annotation import Annotation


def _claim_lies_apart(annotation: Annotation) -> bool:
    claim, target = annotation.claim, annotation.target
    return claim is not None and (target is None or (claim.start, claim.end) != (target.start, target.end))


REJECTION = "that a claim was rejected"
"""Lost in a table without the column `response`: a row that a person called no claim looks like the others there."""

LEFT_OUT: dict[str, Callable[[Annotation], bool]] = {
    "parent": lambda a: a.parent is not None,
    REJECTION: lambda a: a.response is Response.REJECTED,
    "claim position": _claim_lies_apart,
    "claim in a repeat": lambda a: a.claim is not None and a.claim.repeat,
    "other fields": lambda a: bool(a.extra),
    "source offsets": lambda a: a.target is not None and a.target.source_start is not None,
    "anchor status": lambda a: a.anchor_status is not AnchorStatus.OK,
    "settled place": lambda a: a.anchor is not None,
    "origin": lambda a: a.origin is not Origin.HAND,
    "revision": lambda _: True,
    "offsets": lambda a: a.target is not None,
}
"""What may be lost, with a test whether an annotation has something there to lose."""


class Tally:
    """Counts annotations on their way into a format, and what of them stays behind.

    Attributes:
        count: How many went by.
        articles: How many articles they are of; those of one article follow each other.
        left_out: How many of them lose what, in the order of `LEFT_OUT`.
    """

    def __init__(self, leaves_out: Sequence[str]) -> None:
        self.count = 0
        self.articles = 0
        self._tests = [(name, LEFT_OUT[name]) for name in leaves_out]
        self._losers: Counter[str] = Counter()

    @property
    def left_out(self) -> dict[str, int]:
        """How many of them lose what."""
        return {name: self._losers[name] for name, _ in self._tests if self._losers[name]}

    def counted(self, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
        """The same annotations, counted as they go by."""
        article = None
        for annotation in annotations:
            self.count += 1
            if annotation.article_id != article:
                article = annotation.article_id
                self.articles += 1
            for name, loses in self._tests:
                if loses(annotation):
                    self._losers[name] += 1
            yield annotation
