"""The fields of a claim that a person may correct, as words that can be typed, and back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from reader.claims.claim import Bound, Change, Kind, Status
from reader.claims.stretch import OPEN
from reader.controls import visible_line
from reader.errors import ReaderError
from reader.text.numerals import LONGEST, read_figure
from reader.text.script import Script, converted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from reader.claims.claim import Claim

FIELDS = ("value", "unit", "kind", "bound", "change", "status", "period", "indicator", "entity")
"""What can be corrected; where a claim stands and what is written there are facts of the text."""

LEVEL = "level"
"""What stands for no change."""

CHOICES: dict[str, tuple[str, ...]] = {
    "kind": tuple(map(str, Kind)),
    "bound": tuple(map(str, Bound)),
    "change": (LEVEL, *map(str, Change)),
    "status": tuple(map(str, Status)),
}
"""The words that a field is one of, where it is one of a few."""

LIKE_FIGURES = "a figure like 110000000, 1.1亿, 20.56"
LIKE_PERIODS = "like 2021, 2021-03, 2021-03-05, 2021/2025, ../2030, 2021/.."
"""What a value and a period may be, for who typed something else."""

MAX_WORDS = 200
"""Longest unit, indicator and entity, in code points."""

_MAX_EXPONENT = 30
"""Values are below 10 to this power, and have no digit below its inverse."""

_POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def words_of(claim: Claim, field: str) -> str:
    """A field as it would be typed; empty where nothing is known."""
    value = getattr(claim, field)
    if field == "change" and value is None:
        return LEVEL
    if isinstance(value, Decimal):
        plain = f"{value:f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "" if value is None else str(value)


def corrected(claim: Claim, words: Mapping[str, str]) -> Claim:
    """The claim with some fields as a person typed them.

    Args:
        claim: The claim as it is.
        words: What was typed, by field.

    Raises:
        ReaderError: `no-such-field`, or `field-invalid` with what the field may be.
    """
    fields: dict[str, Any] = {field: value_of(field, typed) for field, typed in words.items()}
    return replace(claim, **fields)


def taking(claim: Claim, other: Claim) -> Claim:
    """The claim in its place, with the fields that can be corrected as another one has them."""
    return replace(claim, **{field: getattr(other, field) for field in FIELDS})


def value_of(field: str, typed: str) -> Decimal | str | StrEnum | None:
    """What a field becomes when so many words are typed into it.

    Raises:
        ReaderError: `no-such-field`, or `field-invalid` with what the field may be.
    """
    words = visible_line(unicodedata.normalize("NFC", typed.strip()))
    if field == "value":
        return _number(words)
    if field == "period":
        return _period(words)
    if field in CHOICES:
        return _choice(field, words)
    if field not in FIELDS:
        raise ReaderError("no-such-field", field=field)
    if len(words) > MAX_WORDS:
        raise ReaderError(
            "field-invalid", field=field, words=words[:20] + "…", allowed=f"at most {MAX_WORDS} characters"
        )
    return words if field == "unit" else words or None


def _choice(field: str, words: str) -> StrEnum | None:
    """The one word of a field's that begins with what was typed."""
    asked = words.lower()
    found = [one for one in CHOICES[field] if one == asked] or [one for one in CHOICES[field] if one.startswith(asked)]
    if len(found) != 1 or not asked:
        raise ReaderError("field-invalid", field=field, words=words, allowed=", ".join(CHOICES[field]))
    if found[0] == LEVEL:
        return None
    kinds: dict[str, type[StrEnum]] = {"kind": Kind, "bound": Bound, "change": Change, "status": Status}
    return kinds[field](found[0])


def figure_of(words: str) -> Decimal | None:
    """What a figure is worth in any way of writing: `110000000`, `110,000,000`, `1.1亿`; None where it is none."""
    plain = re.sub(r"[,\s]", "", unicodedata.normalize("NFKC", words[: 2 * LONGEST]))
    if len(plain) > LONGEST:
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation:
        read = read_figure(converted(plain, Script.SIMPLIFIED))
        return read.value if read is not None else None
    return number if number.is_finite() and _is_writable(number) else None


def _number(words: str) -> Decimal:
    number = figure_of(words)
    if number is None:
        raise ReaderError("field-invalid", field="value", words=words, allowed=LIKE_FIGURES)
    return number


def _is_writable(number: Decimal) -> bool:
    """Whether the number can be written out in a line: `1e999999` could fill the memory."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_MAX_EXPONENT and number.adjusted() < _MAX_EXPONENT


def _period(words: str) -> str | None:
    """A time or a stretch of time in EDTF, None where nothing is typed."""
    plain = unicodedata.normalize("NFKC", words)
    if not plain:
        return None
    ends = plain.split("/")
    days = [day for day in map(_first_day, ends) if day is not None]
    told = len(days) + ends.count(OPEN) == len(ends) <= 2
    if not told or not days or days != sorted(days):
        raise ReaderError("field-invalid", field="period", words=words, allowed=LIKE_PERIODS)
    return plain


def _first_day(point: str) -> date | None:
    """The first day of a year, a month or a day; None where it is none of them."""
    if not _POINT.fullmatch(point) or not point.isascii():
        return None
    try:
        return date.fromisoformat(point + "-01-01"[len(point) - 4 :] if len(point) < 10 else point)
    except ValueError:
        return None
