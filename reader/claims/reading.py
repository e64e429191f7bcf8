"""A claim read out in one line, in English or in Chinese."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.claim import Bound, Change, Status
from reader.claims.stretch import OPEN
from reader.claims.units import AS_WRITTEN, PLACE, spelled, units

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from reader.claims.claim import Claim


class Words(NamedTuple):
    """What the fields of a claim are called in a language.

    Attributes:
        bounds: How the true figure lies to the written one; an exact one is not said to be so.
        changes: Which way it went; None is a level.
        statuses: Fact or target.
        until: A time without a beginning.
        since: A time without an end.
        between: A stretch of time.
        unit: What a unit is called, by its symbol.
    """

    bounds: Mapping[Bound, str]
    changes: Mapping[Change | None, str]
    statuses: Mapping[Status, str]
    until: str
    since: str
    between: str
    unit: Callable[[str], str]


_LONGEST = 60

_CALLED = {"CNY": "元", "TWD": "新台币元", "kg": "千克"}
"""Units whose first spelling in `units.csv` is not what one says alone."""


def _chinese_unit(symbol: str) -> str:
    """`m2` is 平方米; what is no Latin word (%, a measure word) stays."""
    return _CALLED.get(symbol) or spelled(symbol) if symbol.isascii() and symbol.isalnum() else symbol


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "en": Words(
            bounds={
                Bound.APPROX: "about",
                Bound.APPROX_BELOW: "nearly",
                Bound.MORE_THAN: "more than",
                Bound.AT_LEAST: "at least",
                Bound.LESS_THAN: "less than",
                Bound.AT_MOST: "at most",
            },
            changes={None: "level", Change.INCREASE: "increase", Change.DECREASE: "decrease"},
            statuses={Status.ACTUAL: "actual", Status.TARGET: "target"},
            until="up to {last}",
            since="since {first}",
            between="{first} to {last}",
            unit=str,
        ),
        "zh": Words(
            bounds={
                Bound.APPROX: "约",
                Bound.APPROX_BELOW: "近",
                Bound.MORE_THAN: "超过",
                Bound.AT_LEAST: "至少",
                Bound.LESS_THAN: "不到",
                Bound.AT_MOST: "至多",
            },
            changes={None: "水平值", Change.INCREASE: "增加", Change.DECREASE: "减少"},
            statuses={Status.ACTUAL: "实际", Status.TARGET: "目标"},
            until="截至{last}",
            since="{first}以来",
            between="{first}至{last}",
            unit=_chinese_unit,
        ),
    }
)
"""By language: English and Simplified Chinese."""


def read_out(claim: Claim, *, language: str = "en") -> str:
    """The claim in plain words: `500亿元 = 50,000,000,000 CNY · nearly · level · actual · up to 2021-12-31 · 工业产值`.

    Args:
        claim: The claim; what is not known of it is left out.
        language: `en`, or `zh` for Simplified Chinese; words of no other language are known, those get English.

    Returns:
        One line; what it quotes is untrusted text of the article.
    """
    figure = read_figure(claim.value, unit_called(claim.unit, language))
    read = read_fields(claim, language=language)
    return read if figure == claim.exact else f"{claim.exact} = {read}"


def read_fields(claim: Claim, *, language: str = "en") -> str:
    """The same without what the text says: `50,000,000,000 CNY · nearly · level · actual · up to 2021-12-31 · 工业产值`."""
    return " · ".join(said for _, said in read_apart(claim, language=language))


def read_apart(claim: Claim, *, language: str = "en") -> tuple[tuple[str, str], ...]:
    """The same field by field: what each is called in a record, and what is said of it; the value with its unit comes first."""
    words = _words(language)
    parts = (
        ("value", read_figure(claim.value, words.unit(claim.unit))),
        ("bound", words.bounds.get(claim.bound)),
        ("change", words.changes[claim.change]),
        ("status", words.statuses[claim.status]),
        ("period", _period(claim.period, words)),
        ("indicator", claim.indicator),
        ("entity", claim.entity),
    )
    return tuple((field, said) for field, said in parts if said)


def _words(language: str) -> Words:
    return WORDS.get(language.partition("-")[0], WORDS["en"])


@lru_cache(maxsize=1000)
def unit_called(symbol: str, language: str) -> str:
    """What a unit is called in a language: in Chinese `CNY` is 元, `m2` is 平方米; a measure word stays."""
    return _words(language).unit(symbol)


def unit_meant(words: str, language: str) -> str:
    """The unit that somebody calls so: 元 is `CNY` in Chinese, 公斤 is `kg` everywhere; what is none stays, a measure word."""
    return _symbols(language).get(words, words)


@lru_cache(maxsize=len(WORDS))
def _symbols(language: str) -> Mapping[str, str]:
    """Symbols of base units by what these are called."""
    symbols = {unit.written: unit.symbol for unit in units().values() if unit.factor == unit.divisor == 1}
    known = {written: symbol for written, symbol in symbols.items() if symbol not in (AS_WRITTEN, PLACE)}
    return known | {unit_called(symbol, language): symbol for symbol in known.values()}


def read_figure(value: Decimal, unit: str) -> str:
    """A value with its unit: `500,000 kg`, but `8.2%`; without one the value alone."""
    return f"{read_value(value)}{'' if unit in _CLOSE else ' '}{unit}"


_CLOSE = ("", "%", "‰")
"""Units that no blank parts from their values."""


def read_value(value: Decimal) -> str:
    """The value with thousands marks, without exponent or trailing zeros: `1,350,000`, `20.56`.

    One of more than `_LONGEST` digits before or after the point has an exponent: no text holds such a figure, but a file
    of others may, and `1e999999999` written out fills the memory.
    """
    if abs(value.adjusted()) > _LONGEST:
        return str(value)
    written = f"{value:,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _period(period: str | None, words: Words) -> str | None:
    """`../2021-12-31` is `up to 2021-12-31`, `2021/..` is `since 2021`, `2021/2025` is `2021 to 2025`."""
    if period is None or "/" not in period:
        return period
    first, last = period.split("/", 1)
    pattern = words.until if first == OPEN else words.since if last == OPEN else words.between
    return pattern.format(first=first, last=last)
