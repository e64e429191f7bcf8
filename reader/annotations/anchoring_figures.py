"""The figures of a span as they are read, whatever way they are written in: what must not change unnoticed."""

from __future__ import annotations

from decimal import Decimal

from reader.claims.scanning import quantities
from reader.text.numerals import CHINESE, MIXED, narrowed, read_number
from reader.text.patterns import lazy
from reader.text.script import Script, converted

Figure = tuple[Decimal | str, str]
"""A value with its unit; a number without one as its value or, where it has none, as it is written."""

_NUMBER = lazy(rf"{MIXED}|\d+|{CHINESE}")

_AROUND = 60
"""So many code points on each side of a span are read with it: a figure may begin before it or end after it."""

_CURRENCY = "CNY"
"""A bare 元 means the same in both texts, so it does not matter what."""


def figures(text: str, start: int, end: int) -> tuple[Figure, ...]:
    """The figures that a span holds or touches, in order: quantities by value and unit, other numbers by value.

    Args:
        text: The text that the span is of, in either script.
        start: Where it begins.
        end: Where it ends.
    """
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    last = text.find("\n", end, end + _AROUND)
    window = text[first : last if last >= 0 else end + _AROUND]
    plain = narrowed(converted(window, Script.SIMPLIFIED))
    start, end = start - first, end - first
    found: list[tuple[int, Figure]] = []
    taken = bytearray(len(plain))
    for quantity in quantities(plain, _CURRENCY):
        taken[quantity.start : quantity.end] = b"\1" * (quantity.end - quantity.start)
        if quantity.start < end and quantity.end > start:
            found.append((quantity.start, (quantity.value.normalize(), quantity.unit)))
    numbers = (one for one in _NUMBER.finditer(plain) if one.start() < end and one.end() > start)
    found += [(one.start(), (_value(one.group()), "")) for one in numbers if not any(taken[slice(*one.span())])]
    return tuple(figure for _, figure in sorted(found, key=lambda pair: pair[0]))


def _value(written: str) -> Decimal | str:
    if written.isdecimal() and written.startswith("0"):
        return written  # a code: 007 is not 7
    number = read_number(written.replace(" ", ""))
    return written if number is None else number.value.normalize()
