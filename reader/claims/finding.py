"""Finding the numeric claims of a text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.claims.bounds import bound_of
from reader.claims.change import change_of
from reader.claims.claim import CONTEXT, Claim, Kind
from reader.claims.indicator import Indicators, text_of
from reader.claims.passages import Passages
from reader.claims.period import Periods, is_over
from reader.claims.scanning import quantities
from reader.claims.setting import settings
from reader.claims.status import status_of
from reader.claims.times import date_of
from reader.text.numerals import narrowed
from reader.text.script import Script, converted

if TYPE_CHECKING:
    import datetime

    from reader.claims.setting import Setting


_AS_WRITTEN = frozenset((Kind.COUNT, Kind.RANK, Kind.OTHER))
"""Kinds whose unit is called as the text writes it, in its own script."""


def find_claims(
    text: str,
    *,
    script: Script,
    date: str | None = None,
    currency: str = "CNY",
) -> list[Claim]:
    """All numeric claims of a text, as docs/claim-guideline.md defines them.

    Args:
        text: The text, one paragraph a line; offsets count in it.
        script: The script that it is written in.
        date: The day that relative times count from (ISO 8601), or None.
        currency: ISO 4217 of the currency that a bare 元 means there.

    Returns:
        The claims, sorted, not overlapping.
    """
    plain = narrowed(converted(text, Script.SIMPLIFIED) if script is Script.TRADITIONAL else text)
    found = quantities(plain, currency)
    claims: list[Claim] = []
    today = date_of(date)
    periods, indicators = Periods(plain, today, currency), Indicators(plain)
    passages = Passages(plain)
    for setting in settings(plain, found, passages):
        claims.append(_claim(text, setting, claims[-1] if claims else None, periods, indicators, today))
    return _with_summed_up_periods(claims, passages)


def _with_summed_up_periods(claims: list[Claim], passages: Passages) -> list[Claim]:
    """Give headings, which name no time, that of the passage below that states the same figure.

    A heading is a paragraph that does not end with a full stop.
    """
    told: list[Claim] = []
    completed: list[Claim] = []
    for claim in reversed(claims):
        if claim.period is not None:
            told.append(claim)
        elif passages.is_heading(claim.start):
            claim = replace(claim, period=_period_of_same(claim, told))
        completed.append(claim)
    completed.reverse()
    return completed


def _period_of_same(claim: Claim, told: list[Claim]) -> str | None:
    """The period of the nearest claim below that states the same figure; headings round (206亿 for 206.19亿)."""
    for other in reversed(told[-_BELOW:]):
        if other.unit == claim.unit and abs(other.value - claim.value) <= abs(other.value) / _ROUNDED:
            return other.period
    return None


_BELOW = 40
"""How many claims below a heading are looked at."""

_ROUNDED = 30
"""Headings round by no more than one part in this many."""


def _claim(
    text: str,
    setting: Setting,
    before: Claim | None,
    periods: Periods,
    indicators: Indicators,
    today: datetime.date | None,
) -> Claim:
    quantity = setting.quantity
    start, end = quantity.start, quantity.end
    first, last = setting.paragraph
    change = change_of(setting, before.change if before else None)
    period = periods.of(setting, change)
    unit = quantity.unit
    if quantity.kind in _AS_WRITTEN and setting.text.endswith(unit, start, end):
        unit = text[end - len(unit) : end]
    return Claim(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(first, start - CONTEXT) : start],
        suffix=text[end : min(last, end + CONTEXT)],
        value=quantity.value,
        unit=unit,
        kind=quantity.kind,
        bound=bound_of(setting.text, quantity),
        change=change,
        status=status_of(setting, today.year if today else None, over=is_over(period, today)),
        period=None if period is None else period.edtf,
        indicator=text_of(text, indicators.of(setting)),
        sentence=text[setting.sentence.start : setting.sentence.end].strip(),
    )
