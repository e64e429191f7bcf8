"""Units: what may follow a number, and what it makes of it.

The units stand in `units.csv` beside this module, one a line; adding a unit is adding a line.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from reader.claims.claim import Kind

AS_WRITTEN = "="
"""Symbol of a unit that is called as it is written."""

PLACE = "*"
"""Symbol of the currency of the place that the article is from."""


_DIGITS = 10
"""Significant digits of what is no decimal fraction."""


class Use(StrEnum):
    """After which numbers a unit is one."""

    ANY = ""
    DIGITS = "digits"
    SCALE = "scale"
    CLOCK = "clock"


class Unit(NamedTuple):
    """A unit as written.

    Attributes:
        written: The spelling, Simplified or Latin.
        symbol: Of its base unit, `AS_WRITTEN` or `PLACE`.
        kind: What it measures.
        factor: What one is worth in the base unit, times `divisor`.
        use: After which numbers it is a unit.
        divisor: More than 1 where one is worth no decimal fraction (亩 is 2000/3 m2).
    """

    written: str
    symbol: str
    kind: Kind
    factor: Decimal
    use: Use
    divisor: Decimal = Decimal(1)

    def amount(self, number: Decimal) -> Decimal:
        """So many of it, in the base unit; thirds and their like are rounded to ten digits."""
        value = number * self.factor
        return value if self.divisor == 1 else rounded(value / self.divisor)


def rounded(value: Decimal) -> Decimal:
    """What is no decimal fraction (a third, so many 亩), to ten significant digits."""
    return round(value, _DIGITS - 1 - value.adjusted()).normalize() if value else value


@cache
def units() -> dict[str, Unit]:
    """All units by spelling."""
    from pathlib import Path  # not before the first text is searched

    table: dict[str, Unit] = {}
    kinds, uses = {str(kind): kind for kind in Kind}, {str(use): use for use in Use}
    lines = Path(__file__).with_name("units.csv").read_text("utf-8").splitlines()
    for line in lines[1:]:
        if line.startswith("#"):
            continue
        kind, symbol, factor, use, spellings = line.split(",")
        for spelling in spellings.split():
            over, _, under = factor.partition("/")
            table[spelling] = Unit(spelling, symbol, kinds[kind], Decimal(over), uses[use], Decimal(under or 1))
    return table


@cache
def _spelled() -> dict[str, str]:
    """How one of each symbol is spelled, the first way in the table."""
    of_one = [unit for unit in units().values() if unit.factor == unit.divisor == 1]
    return {unit.symbol: unit.written for unit in reversed(of_one)}


def spelled(symbol: str) -> str:
    """A unit in Chinese, by its symbol: `USD` is 美元, `m2` 平方米; the symbol itself where the table has none."""
    return _spelled().get(symbol, symbol)


@cache
def _by_beginning() -> dict[str, tuple[Unit, ...]]:
    """The units that begin with two characters, longest first, and those of a single one."""
    table: dict[str, list[Unit]] = {}
    for spelling, unit in sorted(units().items(), key=lambda item: -len(item[0])):
        table.setdefault(spelling[:2], []).append(unit)
    return {beginning: tuple(found) for beginning, found in table.items()}


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that stands at an offset of Simplified text."""
    table, beginning = _by_beginning(), text[at : at + 2]
    for unit in table.get(beginning, ()):
        if text.startswith(unit.written, at) and not _cuts_word(text, at, unit.written):
            return unit
    for unit in table.get(beginning[:1], ()):
        if not unit.written.isascii() or not _cuts_word(text, at, unit.written):
            return unit
    return None


def _cuts_word(text: str, at: int, spelling: str) -> bool:
    """Whether a Latin symbol goes on as a longer word (`5GHz` is no `5G`, `3mm` no `3m`)."""
    last = spelling[-1]
    if not last.isascii() or not last.isalpha():
        return False
    after = text[at + len(spelling) : at + len(spelling) + 1]
    return after.isascii() and after.isalnum()
