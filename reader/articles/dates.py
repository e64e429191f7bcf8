"""Days as Chinese news writes them, read into ISO 8601."""

from __future__ import annotations

import re
from datetime import date

_REPUBLIC = 1911
"""Year 1 of the Republic (民國) is 1912."""

_DIGITS = {digit: str(value) for value, digit in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0", "Ｏ": "0"}
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
    rf"(?<![a-z\d])(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.? (?P<late>\d{{1,2}},? )?(?P<year>(?:19|20)\d{{2}})(?!\d)",
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
    """The first whole day in a text, as ISO 8601 (`2022-05-26`), or None."""
    found = _ARABIC.search(text)
    if found:
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    found = _REPUBLICAN.search(text)
    if found:
        year, month, day = (int(part) for part in found.groups() if part)
        return _iso(year + _REPUBLIC, month, day)
    found = _HAN.search(text)
    if found:
        year = int("".join(_DIGITS[digit] for digit in found[1]))
        return _iso(year, _small(found[2]), _small(found[3]))
    found = _ENGLISH.search(text)
    if found and (of_month := found["day"] or found["late"]):
        return _iso(int(found["year"]), _MONTHS.index(found["month"].lower()) + 1, int(of_month.strip(" ,")))
    found = _COMPACT.search(text)
    return _iso(int(found[1]), int(found[2]), int(found[3])) if found else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _small(numeral: str) -> int:
    """The value of a Chinese numeral below 100 (`二十六`)."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int(_DIGITS.get(numeral, "0")) if len(numeral) == 1 else 0
    return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))
