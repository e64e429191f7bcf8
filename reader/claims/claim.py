"""A numeric claim: a quantity that a text states and that a reader could check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

CONTEXT = 32
"""How many code points of context a claim and an annotation carry on each side."""


class Kind(StrEnum):
    """What a quantity measures."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"
    RANK = "rank"
    MULTIPLE = "multiple"
    AREA = "area"
    MASS = "mass"
    LENGTH = "length"
    VOLUME = "volume"
    POWER = "power"
    ENERGY = "energy"
    DURATION = "duration"
    OTHER = "other"


class Bound(StrEnum):
    """How the true figure lies to the one that is written."""

    EXACT = "exact"
    APPROX = "approx"
    APPROX_BELOW = "approx_below"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"


class Change(StrEnum):
    """Which way the thing measured went."""

    INCREASE = "increase"
    DECREASE = "decrease"


class Status(StrEnum):
    """Whether the claim is of what is, or of what shall be."""

    ACTUAL = "actual"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Claim:
    """One numeric claim; see docs/claim-guideline.md for each field.

    Attributes:
        start: Where its core begins, in the article's text.
        end: Where it ends there.
        exact: The core as written: the number with its unit.
        prefix: Up to 32 code points before it, in its paragraph; more where the same words stand in several places.
        suffix: Up to 32 code points after it, in the same way.
        value: In the base unit, exact (1.1亿元 is 110000000); a third and its like are rounded to ten digits.
        unit: ISO 4217, `%`, `‰`, `pp`, `x`, an SI symbol, a unit of time, or the measure word as written.
        kind: What it measures.
        bound: How the true figure lies to the written one.
        change: Which way it went, or None for a level.
        status: Fact or target.
        period: The time it speaks of (EDTF, ISO 8601-2), or None.
        indicator: What is measured, in the words of the text, or None.
        entity: Whose it is, or None.
        sentence: The sentence that it stands in; of one with more than 500 code points the part around it (`quoted_part`).
        doubt: Why it may be wrong although it reads well (damaged text beside it), or None.
        repeat: Whether it stands in a paragraph that is folded as a repeat.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    value: Decimal
    unit: str
    kind: Kind
    bound: Bound = Bound.EXACT
    change: Change | None = None
    status: Status = Status.ACTUAL
    period: str | None = None
    indicator: str | None = None
    entity: str | None = None
    sentence: str = ""
    doubt: str | None = None
    repeat: bool = False


def plain_number(value: Decimal) -> int | float:
    """The value as JSON writes it: an integer where it is whole, else the nearest float."""
    return int(value) if value == value.to_integral_value() else float(value)
