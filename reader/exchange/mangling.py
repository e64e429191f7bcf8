"""What spreadsheet programs do to cells when a table goes through them, and how to see through it.

Excel and LibreOffice take a cell for a date, a number or a truth value where it looks like one, and save what they show:
`2022-05-26` comes back as `2022/5/26` or `26.05.22`, `2023-01` as `Jan-23`, 123456789012 as `1.23457E+11`, `0123` as
`123`, `true` as `TRUE`. Where the original is known, such a cell says nothing new. Where it is not, only what has one
meaning is taken back.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from decimal import Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING

from reader.articles.dates import read_date
from reader.errors import ReaderError

if TYPE_CHECKING:
    from datetime import tzinfo

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,6})?%?", re.ASCII)
_ROUNDED = re.compile(r"[+-]?\d(?:\.\d+)?E\+(\d\d)", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:T.*)?", re.ASCII)
_DAY = re.compile(r"\s*(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)\s*", re.ASCII)
_MONTH = re.compile(r"([A-Z][a-z]{2})-(\d\d)|(\d{4})年(\d{1,2})月", re.ASCII)
_TIME = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d\d)(?::(\d\d))?", re.ASCII)
_PARTS = re.compile(r"[A-Za-z]{3,9}|\d+", re.ASCII)

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

_SIGNIFICANT = 15
"""So many digits of a number spreadsheets keep; the others become zeros."""

_SHOWN_WITH_EXPONENT = range(11, 41)
"""Excel shows whole numbers of 12 digits and more with an exponent; our own have one only beyond 40 digits."""


def is_as_left(cell: str, original: str) -> bool:
    """Whether a cell is what a spreadsheet program may have made of the original without the user's doing."""
    if cell == original or cell.replace("\r\n", "\n") == original:
        return True
    if original.casefold() in ("true", "false"):
        return cell.casefold() == original.casefold()
    return _is_same_number(cell, original) or _is_same_day(cell, original)


def day_of(cell: str) -> str:
    """The day in a cell, as ISO 8601.

    Raises:
        ReaderError: `import-day`: day and month cannot be told apart.
    """
    if _ISO_DAY.fullmatch(cell):
        return cell
    day = read_date(cell) if _DAY.fullmatch(cell) else None
    if day is None:
        raise ReaderError("import-day", cell=cell)
    return day


def time_of(cell: str, zone: tzinfo | None) -> str:
    """The time in a cell, as ISO 8601 with offset; that of `zone` where none stands there.

    Raises:
        ReaderError: `import-day`: day and month cannot be told apart.
    """
    found = _TIME.fullmatch(cell.strip())
    try:
        if found is None:
            time = datetime.fromisoformat(cell)
        else:
            year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
            time = datetime(year, month, day, hour, minute, second)
    except ValueError as error:
        raise ReaderError("import-day", cell=cell) from error
    return cell if time.tzinfo is not None else time.replace(tzinfo=zone).isoformat()


def period_of(cell: str) -> str:
    """The period in a cell: a day or month that a spreadsheet rewrote, as ISO 8601; else the cell as it is."""
    if _DAY.fullmatch(cell):
        return read_date(cell) or cell
    found = _MONTH.fullmatch(cell)
    if found is None or (found[1] and found[1].lower() not in _MONTHS):
        return cell
    year, month = (f"20{found[2]}", _MONTHS[found[1].lower()]) if found[1] else (found[3], int(found[4]))
    return f"{year}-{month:02}"


def figure_of(cell: str) -> str:
    """The number in a cell, to be read as a decimal.

    Raises:
        ReaderError: `import-rounded`: a spreadsheet showed it with fewer digits than it had.
    """
    plain = cell.strip().replace(",", "").replace("\u00a0", "")
    rounded = _ROUNDED.fullmatch(plain)
    if rounded and int(rounded[1]) in _SHOWN_WITH_EXPONENT:
        raise ReaderError("import-rounded", cell=cell)
    return plain


def _is_same_number(cell: str, original: str) -> bool:
    shown = cell.strip().replace(",", "")
    if not (_NUMBER.fullmatch(original) and _NUMBER.fullmatch(shown)) or shown.endswith("%") != original.endswith("%"):
        return False
    try:
        was, now = Decimal(original.rstrip("%")), Decimal(shown.rstrip("%"))
        digits = len(now.as_tuple().digits) if "E" in shown.upper() else _SIGNIFICANT
        return was == now or Context(prec=digits).plus(was) == now or _cut(was, digits) == now
    except InvalidOperation:
        return False


def _cut(number: Decimal, digits: int) -> Decimal:
    return Context(prec=digits, rounding="ROUND_DOWN").plus(number)


def _is_same_day(cell: str, original: str) -> bool:
    """Whether the same numbers stand in both, in whichever order a country writes them."""
    if not _ISO_DAY.fullmatch(original):
        return False
    day, _, time = original.partition("T")
    wanted = [int(part) for part in day.split("-")]
    words, _, clock = cell.strip().partition(" ") if time else (cell.strip(), "", "")
    parts = [_MONTHS.get(part[:3].lower(), -1) if part[0].isalpha() else int(part) for part in _PARTS.findall(words)]
    if len(parts) == len(wanted) + 1 and len(wanted) == 2:
        wanted = [*wanted, 1]
    full, short = Counter(wanted), Counter([wanted[0] % 100, *wanted[1:]])
    return len(wanted) > 1 and Counter(parts) in (full, short) and _is_same_clock(clock, time)


def _is_same_clock(clock: str, time: str) -> bool:
    """Whether the hours and minutes agree (and the seconds, where they are shown)."""
    was, now = ([int(part) for part in re.findall(r"\d+", words)[:3]] for words in (time, clock))
    if not was:
        return not now
    if re.search(r"pm|下午", clock, re.IGNORECASE) and now and now[0] < 12:
        now[0] += 12
    return len(now) > 1 and now == was[: len(now)]
