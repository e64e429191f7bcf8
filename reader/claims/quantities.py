"""Quantities: a number and the unit that follows it, wherever a text has them.

A cheap scan (`scanning`) finds the characters that may begin a number; the grammar of one quantity (`grammar`) and of the
special forms (`special`) decides, one by one, what they are a quantity of. All text here is Simplified with narrow digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.text.numerals import CHINESE, MIXED, UNMIXED, Written, read_number
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from decimal import Decimal

    from reader.claims.claim import Kind


class Quantity(NamedTuple):
    """A quantity as it stands in a text.

    Attributes:
        start: Where its core begins.
        end: Where it ends.
        value: In the base unit.
        unit: Its symbol, or the spelling where the unit is called as it is written.
        kind: What it measures.
        more: Whether the number says that there is more (`余`, `多`, `几`).
        range_of: 1 for the lower end of a range, 2 for the upper one, else 0.
        number: Where its number ends.
        bare: Whether its unit is guessed, because none is written after the number.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    kind: Kind
    more: bool = False
    range_of: int = 0
    number: int = 0
    bare: bool = False


class Number(NamedTuple):
    """A written number that no unit was read for yet."""

    start: int
    end: int
    written: Written
    spelled: bool


def _either(written: str) -> Written | None:
    """`四五十`: forty or fifty; the lower of two digits that follow each other."""
    pair = EITHER.match(written)
    return None if pair is None else read_number(written[0] + written[2:])


EITHER = lazy("(?:一二|二三|两三|三四|三五|四五|五六|六七|七八|八九)(?![一二三四五六七八九零〇○])")
"""Two digits side by side that leave open which it is."""

_MIXED = lazy(f"{UNMIXED}|{MIXED}")
_SPELLED = lazy(CHINESE)


def number_at(text: str, at: int) -> Number | None:
    """The number that begins at an offset, Arabic, mixed or spelled; whether it is a date is not looked at."""
    arabic = text[at : at + 1].isdecimal()
    found = (_MIXED if arabic else _SPELLED).match(text, at)
    if found is None:
        return None
    digits, end = found.group(), found.end()
    written = read_number(digits.replace(" ", "")) or _either(digits)
    if written is None:
        return None
    if text.startswith("个亿", end):
        return Number(at, end + 2, Written(written.value * 10**8, written.more, 10**8, 10**8), not arabic)
    return Number(at, end, written, not arabic)
