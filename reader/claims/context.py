"""The words around a claim by which it is found again: more of them where the same ones stand in several places."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.claims.claim import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.claims.claim import Claim

WIDER = (2 * CONTEXT, 4 * CONTEXT, 8 * CONTEXT, 16 * CONTEXT)
"""Code points of context to each side that are tried where fewer point at several places."""

CROWD = 200
"""A figure that stands in a text more often than this keeps its usual context: looking at each pair would take long."""


def told_apart(claims: Iterable[Claim], text: str) -> list[Claim]:
    """Claims whose context also stands elsewhere get more of it, across paragraphs, until it does not.

    Digests and repeated paragraphs are the usual case. Where even the widest context stands twice, the usual one stays.

    Args:
        claims: All claims of a text.
        text: The text that they stand in.
    """
    told = list(claims)
    places: dict[str, list[int]] = defaultdict(list)
    for claim in told:
        places[claim.exact].append(claim.start)
    return [
        _widened(claim, text, places[claim.exact]) if 1 < len(places[claim.exact]) <= CROWD else claim for claim in told
    ]


def _widened(claim: Claim, text: str, places: list[int]) -> Claim:
    if _stands_once(claim.prefix, claim, claim.suffix, text, places):
        return claim
    for size in WIDER:
        prefix, suffix = text[max(0, claim.start - size) : claim.start], text[claim.end : claim.end + size]
        if _stands_once(prefix, claim, suffix, text, places):
            return replace(claim, prefix=prefix, suffix=suffix)
    return claim


def _stands_once(prefix: str, claim: Claim, suffix: str, text: str, places: list[int]) -> bool:
    """Whether this context fits none of the other places where the figure stands."""
    context = prefix + claim.exact + suffix
    return not any(
        at != claim.start and at >= len(prefix) and text.startswith(context, at - len(prefix)) for at in places
    )
