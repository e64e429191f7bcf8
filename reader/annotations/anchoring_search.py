"""Looking for a quote in a text that nothing maps to: where it stands exactly, or nearly, and how well its surroundings fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.annotations.anchoring_diff import Alignment
from reader.annotations.anchoring_grams import MANY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.anchoring_grams import Occurrences

SHORT = 8
"""A quote of fewer keys is too little to go by: it is looked for with what stands around it."""

_ERRORS = 0.25
"""A quote that is not short may differ in so much of its keys."""

_SIDE = 0.6
"""What stands on one side of the best candidate is at least so similar to what stood there."""

_TOTAL = 0.75
"""The best candidate is at least so good as a whole."""

_MARGIN = 0.08
"""The best candidate is better by so much than the next one."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What is looked for, as keys.

    Attributes:
        exact: The quote.
        before: What stood before it.
        after: What stood after it.
    """

    exact: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where the quote may be.

    Attributes:
        start: Its first key there.
        end: The key after its last.
        same: How much of the quote stands there, 0 to 1.
        before: How similar what stands before it is.
        after: The same of what stands after it.
    """

    start: int
    end: int
    same: float
    before: float
    after: float

    @property
    def total(self) -> float:
        """How good it is: the quote counts half, each side a quarter."""
        return self.same / 2 + self.before / 4 + self.after / 4

    @property
    def fits(self) -> bool:
        """Whether it is good enough to be shown."""
        return max(self.before, self.after) >= _SIDE and self.total >= _TOTAL


def exactly(there: Occurrences, key: str, quote: Quote) -> list[Candidate]:
    """Where the quote stands as it is, the best place first; none where that is said all over the text."""
    found = there.exactly(quote.exact)
    return _ranked(_candidate(key, quote, at, at + len(quote.exact), 1.0) for at in found if len(found) <= MANY)


def nearly(there: Occurrences, key: str, quote: Quote) -> list[Candidate]:
    """Where something like the quote stands between something like its neighbours, the best place first."""
    words = quote.before + quote.exact + quote.after
    first, last = len(quote.before), len(quote.before) + len(quote.exact)
    found: dict[tuple[int, int], Candidate] = {}
    for start, end in there.nearly(words):
        image = Alignment(words, key[start:end], [(0, 0), (len(words), end - start)]).image(first, last)
        if image is not None and image.start < image.end:
            span = start + image.start, start + image.end
            found[span] = _candidate(key, quote, *span, image.equal)
    long = len(quote.exact) >= SHORT
    return _ranked(one for one in found.values() if not long or one.same >= 1 - _ERRORS)


def is_clear(candidates: list[Candidate]) -> bool:
    """Whether the first of the candidates is good enough, and the next one is worse enough."""
    first, *others = candidates
    apart = [one for one in others if one.start >= first.end or one.end <= first.start]
    return first.fits and (not apart or first.total - apart[0].total >= _MARGIN)


def _candidate(key: str, quote: Quote, start: int, end: int, same: float) -> Candidate:
    before, after = key[max(0, start - len(quote.before)) : start], key[end : end + len(quote.after)]
    at_edges = start == 0, end == len(key)
    return Candidate(
        start, end, same, _similar(quote.before, before, at_edges[0]), _similar(quote.after, after, at_edges[1])
    )


def _similar(one: str, other: str, at_edge: bool) -> float:
    """How similar two surroundings are, 0 to 1; where the quote stood at the edge of its text, whether it does again."""
    from rapidfuzz.distance import Levenshtein

    return float(at_edge) if not one else Levenshtein.normalized_similarity(one, other)


def _ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda one: (-one.total, one.start))
