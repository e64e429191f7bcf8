"""Headings name no time: they take that of the passage below that states the same figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.claims.claim import Claim
    from reader.claims.passages import Passages

_BELOW = 40
"""How many claims below a heading are looked at."""

_ROUNDED = 30
"""Headings round by no more than one part in this many (206亿 for 206.19亿)."""


def with_periods_of_headings(claims: list[Claim], passages: Passages) -> list[Claim]:
    """The claims, those in headings with the period of the nearest claim below that states the same figure."""
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
