"""Stretches of time, as EDTF writes them, and where a text names them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

OPEN = ".."
"""An end that is not said (EDTF)."""


class Stretch(NamedTuple):
    """A stretch of time: first and last year, month or day (`2021`, `2021-03`, `2021-03-05`), or `OPEN`."""

    first: str
    last: str

    @property
    def edtf(self) -> str:
        """As EDTF (ISO 8601-2) writes it."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def year(self) -> int | None:
        """The year that it ends in, or that it begins in where its end is open."""
        told = self.last if self.last != OPEN else self.first
        return int(told[:4]) if told != OPEN else None


class Time(NamedTuple):
    """A time named in a text.

    Attributes:
        start: Where its words begin.
        end: Where they end.
        stretch: What it is; None where it counts from a day that is not known.
        explicit: Whether its year is written out.
    """

    start: int
    end: int
    stretch: Stretch | None
    explicit: bool


def date_of(written: str | None) -> date | None:
    """The day of an ISO 8601 date; None where there is none or it is no date."""
    try:
        told = date.fromisoformat(written) if written else None
    except ValueError:
        return None
    return told if told is not None and told.year >= _FIRST_YEAR else None


_FIRST_YEAR = 1000
"""No article is older; the days before an earlier date could not be counted."""


def is_over(stretch: Stretch | None, today: date | None) -> bool:
    """Whether a time lies before the article's day."""
    if stretch is None or today is None or stretch.last == OPEN:
        return False
    return stretch.last < today.isoformat()[: len(stretch.last)]


def is_coming(stretch: Stretch | None, today: date | None) -> bool:
    """Whether a time begins after the article's day."""
    if stretch is None or today is None:
        return False
    return stretch.first != OPEN and stretch.first > today.isoformat()[: len(stretch.first)]


_YEARS_OF_PLAN = 3
"""No shorter stretch that has just begun is a plan's: school years and fiscal years are two."""


def is_plan(stretch: Stretch | None, today: date | None) -> bool:
    """Whether a time is one of several years of which none is over: `“十五五”时期`, `2026—2030年`."""
    if stretch is None or today is None or OPEN in stretch:
        return False
    first, last = int(stretch.first[:4]), int(stretch.last[:4])
    return first >= today.year and last - first + 1 >= _YEARS_OF_PLAN
