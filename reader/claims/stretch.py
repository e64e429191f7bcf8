"""Stretches of time as EDTF writes them, made of years, months and days that exist; and where a text names them."""

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


_YEARS = range(1000, 10_000)
"""The years that EDTF writes in four digits without a sign or a zero before them."""

_COUNTED_FROM = range(1100, 9900)
"""Years from which a century can be counted back or forth without leaving those; no article is of another."""
_YEARS_OF_PLAN = 3
"""No shorter stretch that has just begun is a plan's: school years and fiscal years are two."""


_END_OF_SEASON = 7
"""The month in which seasons, school years and fiscal years of two years are over."""


def date_of(written: str | None) -> date | None:
    """The day of an ISO 8601 date; None where there is none, it is no date, or no article is so old or so young."""
    try:
        told = date.fromisoformat(written) if written else None
    except ValueError:
        return None
    return told if told is not None and told.year in _COUNTED_FROM else None


def of_years(first: int, last: int | None = None) -> Stretch | None:
    """A year, or those from a first to a last one; None where they are out of order or have no four digits."""
    last = first if last is None else last
    return Stretch(str(first), str(last)) if first in _YEARS and last in _YEARS and first <= last else None


def of_months(year: int, first: int, last: int) -> Stretch | None:
    """Months of a year, 1 to 12; None where there are no such months."""
    if year not in _YEARS or not 1 <= first <= last <= 12:
        return None
    return Stretch(f"{year}-{first:02}", f"{year}-{last:02}")


def of_days(year: int, first: tuple[int, int], last: tuple[int, int]) -> Stretch | None:
    """Days told by month and day, from a first one of a year to a last one; None where there are no such days.

    A last month that comes before the first one is of the next year (`12月28日至1月3日`).
    """
    try:
        begin, end = date(year, *first), date(year + (last[0] < first[0]), *last)
    except ValueError:
        return None
    return Stretch(begin.isoformat(), end.isoformat()) if year in _YEARS and begin <= end else None


def days_of_month(year: int, month: int) -> int:
    """How many days a month has, in the Gregorian calendar."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def last_day(stretch: Stretch) -> Stretch:
    """The day that a stretch ends with."""
    told = stretch.last
    if len(told) == 4:
        told += "-12"
    if len(told) == 7:
        told += f"-{days_of_month(int(told[:4]), int(told[5:7])):02}"
    return Stretch(told, told)


def is_over(stretch: Stretch | None, today: date | None) -> bool:
    """Whether a time lies before the article's day."""
    if stretch is None or today is None or stretch.last == OPEN:
        return False
    if stretch.first != stretch.last and is_season(stretch) and stretch.last == f"{today.year:04}":
        return today.month >= _END_OF_SEASON
    return stretch.last < today.isoformat()[: len(stretch.last)]


def is_season(stretch: Stretch) -> bool:
    """Whether a time is told by two years that meet: `2024/25赛季`, `2024—2025学年`, a fiscal year."""
    return len(stretch.first) == len(stretch.last) == 4 and int(stretch.last) - int(stretch.first) == 1


def is_coming(stretch: Stretch | None, today: date | None) -> bool:
    """Whether a time begins after the article's day."""
    if stretch is None or today is None:
        return False
    return stretch.first != OPEN and stretch.first > today.isoformat()[: len(stretch.first)]


def is_plan(stretch: Stretch | None, today: date | None) -> bool:
    """Whether a time is one of several years of which none is over: `“十五五”时期`, `2026—2030年`."""
    if stretch is None or today is None or OPEN in stretch:
        return False
    first, last = int(stretch.first[:4]), int(stretch.last[:4])
    return first >= today.year and last - first + 1 >= _YEARS_OF_PLAN
