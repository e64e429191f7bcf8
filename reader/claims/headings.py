"""Headings name no time: they take that of the passage below that states the same figure."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.claims.claim import Claim
    from reader.claims.passages import Passages

_BELOW = 40
"""How many claims below a heading are looked at."""

_ROUNDED = 30
"""Headings round by no more than one part in this many (206亿 for 206.19亿)."""


def with_periods_of_headings(found: Iterable[list[Claim]], passages: Passages) -> Iterator[list[Claim]]:
    """The claims, those in headings with the period of the nearest claim below that states the same figure.

    Args:
        found: All claims of a text, some at a time; each waits until enough of those below it have come.
        passages: The lines of the text.
    """
    waiting: list[Claim] = []
    dated = 0
    for claims in found:
        waiting += claims
        dated += sum(claim.period is not None for claim in claims)
        if dated >= 2 * _BELOW:  # not sooner, or each would be looked at again and again
            last = _where_last_are_looked_at(waiting)
            yield _completed(waiting, passages)[:last]
            waiting, dated = waiting[last:], _BELOW
    yield _completed(waiting, passages)


def _where_last_are_looked_at(claims: list[Claim]) -> int:
    """The index from which on so many claims have a period as a heading looks at: those before it need no others."""
    dated = (index for index in range(len(claims) - 1, -1, -1) if claims[index].period is not None)
    return next(islice(dated, _BELOW - 1, None))


def _completed(claims: list[Claim], passages: Passages) -> list[Claim]:
    told: list[Claim] = []
    completed: list[Claim] = []
    for claim in reversed(claims):
        period = claim.period
        if period is not None:
            told.append(claim)
        elif told and passages.is_heading(claim.start):
            period = _period_of_same(claim, told)
        completed.append(claim if period == claim.period else replace(claim, period=period))
    completed.reverse()
    return completed


def _period_of_same(claim: Claim, told: list[Claim]) -> str | None:
    for other in reversed(told[-_BELOW:]):
        if other.unit == claim.unit and abs(other.value - claim.value) <= abs(other.value) / _ROUNDED:
            return other.period
    return None
