"""Days as Chinese news writes them, read into ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from reader.text.calendar import REPUBLIC
from reader.text.numerals import read_number

_ARABIC = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:[-/.．]|年)\s*(\d{1,2})\s*(?:[-/.．]|月)\s*(\d{1,2})(?!\d)")
_REPUBLICAN = re.compile(
    r"(?:中[華华])?民[國国]\s*(\d{2,3})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})|"
    r"(?<![\d年])(1[0-4]\d)\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)"
)
_HAN_YEAR = r"[二一][〇○Ｏ零一二三四五六七八九]{3}"
_HAN = re.compile(rf"({_HAN_YEAR})年([一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})[日號号]")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = re.compile(
    rf"(?<![a-z\d])(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.? {{1,2}}"
    r"(?:(?P<late>\d{1,2}),? (?:\d{1,2}:\d{2}(?::\d{2})? (?:[A-Z]{3,4} )?)?)?(?P<year>(?:19|20)\d{2})(?!\d)",
    re.IGNORECASE,
)

DATE = re.compile(
    rf"(?:(?:19|20)\d{{2}}\s*(?:[-/.．]|年)\s*\d{{1,2}}\s*(?:[-/.．]|月)\s*\d{{1,2}}日?"
    rf"|(?:(?:中[華华])?民[國国]|(?<!\d)(?=1[0-4]\d年))\s*\d{{2,3}}\s*(?:年|[-/.])\s*\d{{1,2}}\s*(?:月|[-/.])\s*\d{{1,2}}日?"
    rf"|{_HAN_YEAR}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}[日號号])"
)
"""A whole day, anywhere in a text."""

CLOCK = re.compile(
    r"T?(?:[上下]午|[早晚]上|凌晨)?\s*\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2}(?:\.\d+)?)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?"
)
"""A time of day, perhaps with its offset from UTC."""


def read_date(text: str) -> str | None:
    """The first whole day in a text, as ISO 8601 (`2022-05-26`), or None.

    A day in Arabic digits with a year of the Common Era goes before others, wherever it stands; eight digits in a row
    come last: they may be the number of something.
    """
    days = (day for pattern, read in _WAYS for found in pattern.finditer(text) if (day := read(found)) is not None)
    return next(days, None)


def _of_digits(found: re.Match[str]) -> str | None:
    return _iso(int(found[1]), int(found[2]), int(found[3]))


def _of_republic(found: re.Match[str]) -> str | None:
    year, month, day = (int(part) for part in found.groups() if part)
    return _iso(year + REPUBLIC, month, day)


def _of_numerals(found: re.Match[str]) -> str | None:
    return _iso(*map(_spelled, found.groups()))


def _of_english(found: re.Match[str]) -> str | None:
    of_month = found["day"] or found["late"]
    if not of_month:
        return None
    return _iso(int(found["year"]), _MONTHS.index(found["month"].lower()) + 1, int(of_month))


_WAYS = (
    (_ARABIC, _of_digits),
    (_REPUBLICAN, _of_republic),
    (_HAN, _of_numerals),
    (_ENGLISH, _of_english),
    (_COMPACT, _of_digits),
)
"""How days are written, the surest way first, and what reads each."""


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _spelled(numeral: str) -> int:
    """What a Chinese numeral is worth (`二〇二一`, `二十六`); 0, which is no year, month or day, where it makes no number."""
    written = read_number(numeral)
    return 0 if written is None else int(written.value)
