"""The words around a claim by which it is found again: more of them where the same ones stand in several places."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.claims.claim import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.claims.claim import Claim

WIDER = (2 * CONTEXT, 4 * CONTEXT, 8 * CONTEXT, 16 * CONTEXT)
"""Code points of context to each side that are tried where fewer point at several places."""

CROWD = 200
"""A figure that stands in a text more often than this keeps its usual context: looking at each pair would take long."""


def told_apart(claims: Iterable[Claim], text: str) -> list[Claim]:
    """Claims whose context also stands elsewhere get more of it until it does not.

    Digests and repeated paragraphs are the usual case. Words of the claim's own paragraph are taken first: what stands
    in the paragraphs beside it may be a heading, a caption or a byline, which another reading of the same page (a copy
    without them, other rules of cleaning) has elsewhere or nowhere. Where even the widest context stands twice, the
    usual one stays.

    Args:
        claims: All claims of a text.
        text: The text that they stand in, one paragraph a line.
    """
    told = list(claims)
    figures = [claim.exact for claim in told]
    neighbourhoods = [text[max(0, claim.start - 1) : claim.end + 1] for claim in told]
    of_figure, of_neighbourhood = _Places(told, figures), _Places(told, neighbourhoods)
    for index, claim in enumerate(told):
        if claim.prefix and claim.suffix:
            places = of_neighbourhood.of(neighbourhoods[index])
        else:
            places = of_figure.of(figures[index])
        if places:
            told[index] = _widened(claim, text, places)
    return told


class _Places:
    """Where the claims of a text begin, by a key; put down only for keys that several share."""

    def __init__(self, claims: list[Claim], keys: list[str]) -> None:
        self._places: dict[str, list[int]] = {key: [] for key, count in Counter(keys).items() if 1 < count <= CROWD}
        for claim, key in zip(claims, keys, strict=True) if self._places else ():
            if key in self._places:
                self._places[key].append(claim.start)

    def of(self, key: str) -> list[int]:
        """The places of a key; none where it has one or too many."""
        return self._places.get(key, [])


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
