"""The words around a claim by which it is found again: more of them where the same ones stand in several places."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.claims.claim import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.claims.claim import Claim

WIDER = (2 * CONTEXT, 4 * CONTEXT, 8 * CONTEXT, 16 * CONTEXT)
"""Code points of context to each side that are tried where fewer point at several places."""

CROWD = 200
"""A figure that stands in a text more often than this keeps its usual context: looking at each pair would take long."""


def told_apart(
    claims: Iterable[Claim], starts: Sequence[int], ends: Sequence[int], text: str
) -> Iterator[tuple[int, Claim]]:
    """The claims whose context also stands elsewhere, with more of it so that it does not; each with its index.

    Digests and repeated paragraphs are the usual case. Words of the claim's own paragraph are taken first: what stands
    in the paragraphs beside it may be a heading, a caption or a byline, which another reading of the same page (a copy
    without them, other rules of cleaning) has elsewhere or nowhere. Where even the widest context stands twice, the
    usual one stays.

    Args:
        claims: All claims of a text.
        starts: Where they begin.
        ends: Where they end.
        text: The text that they stand in, one paragraph a line.
    """
    of_figure, of_neighbourhood = _Places(text, starts, ends), _Places(text, starts, ends, around=1)
    if not of_figure.shared and not of_neighbourhood.shared:
        return
    for index, claim in enumerate(claims):
        places = (of_neighbourhood if claim.prefix and claim.suffix else of_figure).of(claim)
        if places and (widened := _widened(claim, text, places)) is not claim:
            yield index, widened


class _Places:
    """Where the claims of a text begin, by their figure; put down only for figures that several share.

    Attributes:
        shared: The places of these.
    """

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int], *, around: int = 0) -> None:
        """Put down the places.

        Args:
            text: The text.
            starts: Where its claims begin.
            ends: Where they end.
            around: How many code points before and after a figure it is taken with.
        """
        self._text, self._around = text, around
        counts = Counter(map(self._key, starts, ends))
        self.shared: dict[str, list[int]] = {key: [] for key, count in counts.items() if 1 < count <= CROWD}
        for start, end in zip(starts, ends, strict=True) if self.shared else ():
            if (places := self.shared.get(self._key(start, end))) is not None:
                places.append(start)

    def of(self, claim: Claim) -> list[int]:
        """The places of a claim's figure; none where it stands once or too often."""
        return self.shared.get(self._key(claim.start, claim.end), [])

    def _key(self, start: int, end: int) -> str:
        return self._text[max(0, start - self._around) : end + self._around]


def _widened(claim: Claim, text: str, places: list[int]) -> Claim:
    for prefix, suffix in _contexts(claim, text):
        if _stands_once(prefix, claim, suffix, text, places):
            unchanged = prefix == claim.prefix and suffix == claim.suffix
            return claim if unchanged else replace(claim, prefix=prefix, suffix=suffix)
    return claim


def _contexts(claim: Claim, text: str) -> Iterator[tuple[str, str]]:
    """The claim's context, wider ones within its paragraph, then wider ones across paragraphs."""
    yield claim.prefix, claim.suffix
    sizes = [(text[max(0, claim.start - size) : claim.start], text[claim.end : claim.end + size]) for size in WIDER]
    for before, after in sizes:
        yield before.rpartition("\n")[2], after.partition("\n")[0]
    yield from sizes


def _stands_once(prefix: str, claim: Claim, suffix: str, text: str, places: list[int]) -> bool:
    """Whether this context fits none of the other places where the figure stands."""
    context = prefix + claim.exact + suffix
    return not any(
        at != claim.start and at >= len(prefix) and text.startswith(context, at - len(prefix)) for at in places
    )
