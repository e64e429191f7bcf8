"""Figures that share a unit: ranges (`3—5年`) and lists (`分别为38、52亿元`)."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from reader.claims.claim import Kind
from reader.claims.quantities import Number, Quantity
from reader.text.calendar import TO
from reader.text.numerals import read_number
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_TO = lazy(rf" ?{TO}{{1,2}} ?")
_AND = lazy("[、，,和及与]|以及")
_TEN = Decimal(10)
_WIDEST = 5
"""After a verb of change no range is wider than this factor: `上升7600人至118700人` tells a change and a level."""

_NAMED_MEMBER = lazy("、(?:其中)?[\u4e00-\u9fff]{2,8}")
_BECAME = lazy(r"[^，。；\d]{0,6}[至到]|，[较比][^，。；\d]{2,10}(?:[增减升降多少]|增加|减少|放量|缩量)[了约近逾]?")
_LONGEST_JOIN, _FAR = 3, 15
"""No mark of a range or a list is longer, nor what else may stand between figures that share a unit."""
_SHARED = frozenset((Kind.MONEY, Kind.MASS, Kind.AREA, Kind.PERCENT, Kind.VOLUME, Kind.POWER, Kind.ENERGY))
_PEOPLE = ("人", "人次")
_ENDED = lazy("[。；！？\n]")
_SENTENCE_ON = 40
"""So near a count of people a number goes on with them, in code points."""
_MONTHS = {"month": 1, "year": 12}
"""How many months the units of longer terms have."""
_EACH = lazy("分别|依次|各[^，。；]{0,4}|先后")
_CHANGED_BY = lazy("(?:[升降增减涨跌加扩多少高低长]|新开|净流[入出])[了约近逾超]{0,2}$")
_FROM = lazy(r"(?:[从由]|自(?![有筹营主身]))[^，。；、\d]{0,12}$")


_TOGETHER = 500
"""How many figures are resolved together, and as many more as stand so near each other that one may tell of another."""


def resolve(text: str, found: Iterator[Quantity | Number]) -> Iterator[Quantity]:
    """Give numbers without a unit that of what follows them, mark the ends of ranges, drop what stays without.

    Args:
        text: Simplified, with narrow digits.
        found: Quantities and numbers, sorted.
    """
    following = next(found, None)
    while following is not None:
        together = [following, *islice(found, _TOGETHER)]
        while (following := next(found, None)) is not None and 0 < following.start - together[-1].end <= _FAR:
            together.append(following)
        yield from _resolved(text, together)


def _resolved(text: str, found: list[Quantity | Number]) -> list[Quantity]:
    resolved: list[Quantity] = []
    following: Quantity | None = None
    for item in reversed(found):
        current = item if isinstance(item, Quantity) else None
        if following is not None and 0 < following.start - item.end <= _FAR:
            current = _beside(text, item, following, resolved)
        if current is not None:
            resolved.append(current)
        following = current
    resolved.reverse()
    return _with_units_of_people(text, resolved)


def _with_units_of_people(text: str, found: list[Quantity]) -> list[Quantity]:
    """`老年人口已达3.1亿，预计2035年将突破4亿`: a count without a unit goes on counting people."""
    people: Quantity | None = None
    for index, here in enumerate(found):
        if not here.bare:
            continue
        if here.unit == "" and people is not None and here.start - people.end <= _SENTENCE_ON:
            if not _ENDED.search(text, people.end, here.start):
                found[index] = here._replace(unit=people.unit)
        elif here.unit in _PEOPLE:
            people = here
    return found


def _beside(text: str, item: Quantity | Number, following: Quantity, resolved: list[Quantity]) -> Quantity | None:
    """What an item is with what stands right behind it, the last one of `resolved`, which is put right with it."""
    between = text[item.end : following.start]
    current = item if isinstance(item, Quantity) else None
    if len(between) <= _LONGEST_JOIN:
        if _TO.fullmatch(between):
            current = _lower_end(text, item, following)
            if current is not None and current.range_of == 1:
                resolved[-1] = following._replace(range_of=2)
        elif _AND.fullmatch(between):
            current = _list_member(text, item, following)
    elif isinstance(item, Number) and _NAMED_MEMBER.fullmatch(between):
        current = _named_member(text, item, following)
    if current is not None and _BECAME.fullmatch(between):
        resolved[-1] = _of_same(current, resolved[-1])
    return current


def _lower_end(text: str, item: Quantity | Number, upper: Quantity) -> Quantity | None:
    """The lower end of a range, or a quantity that something rose or fell from (`从30%至50%`)."""
    if isinstance(item, Number) or (item.bare and not upper.bare):
        if isinstance(item, Quantity):
            item = _sharing_bare(text, item, upper)
        elif not _same_writing(text, item, upper):
            return None
        else:
            item = _sharing(text, item, upper)
    if _span_terms(item, upper):
        return item._replace(range_of=1)
    if (
        item.unit != upper.unit
        or item.value > upper.value
        or (item.value * _WIDEST < upper.value and _CHANGED_BY.search(text[max(0, item.start - 6) : item.start]))
        or (
            _FROM.search(text[max(0, item.start - 14) : item.start])
            and not text.startswith(("不等", "之间"), upper.end)
        )
    ):
        return item
    return item._replace(range_of=1)


def _span_terms(item: Quantity, upper: Quantity) -> bool:
    """`一年六个月至六年`: terms told in months and in years."""
    months, over = _MONTHS.get(item.unit), _MONTHS.get(upper.unit)
    return months is not None and over is not None and months != over and item.value * months < upper.value * over


def _list_member(text: str, item: Quantity | Number, following: Quantity) -> Quantity | None:
    if isinstance(item, Quantity):
        if item.bare and not following.bare and following.kind in (Kind.COUNT, Kind.MONEY):
            return _sharing_bare(text, item, following)
        points = item.unit == "个" and following.kind is Kind.POINTS
        return item._replace(unit=following.unit, kind=Kind.POINTS) if points else item
    if item.spelled or not _EACH.search(text[max(0, item.start - 60) : item.start].rpartition("。")[2]):
        return None
    return _sharing(text, item, following)


def _of_same(former: Quantity, latter: Quantity) -> Quantity:
    """`由3.8亿追加至5.2亿`: a bare number is of what it came from."""
    if not (former.bare and latter.bare and latter.unit == ""):
        return latter
    return latter._replace(unit=former.unit, kind=former.kind)


def _named_member(text: str, item: Number, following: Quantity) -> Quantity | None:
    """`第一产业38.2、第二产业61.5、第三产业73.9亿元`: decimals between names take the unit of the last one."""
    decimals = "." in text[item.start : item.end] and "." in text[following.start : following.number]
    shared = following.kind in _SHARED and following.range_of == 0
    return _sharing(text, item, following) if decimals and shared and not item.spelled else None


def _same_writing(text: str, item: Number, upper: Quantity) -> bool:
    return item.spelled == (not text[upper.start : upper.start + 1].isdecimal()) or upper.unit in ("%", "‰")


def _sharing(text: str, number: Number, other: Quantity) -> Quantity:
    """The number with the unit of `other`, and with its scale word where it has none itself and that makes sense."""
    written = text[other.start : other.number].replace(" ", "")
    own = read_number(written) if written else None
    value = number.written.value
    if own is None or own.value == 0:
        return other._replace(start=number.start, end=number.end, value=value, number=number.end)
    factor = other.value / own.value
    scale = own.scale if value < _TEN else own.large
    if number.written.scale < scale and value * scale <= max(own.value * 20, Decimal(scale)):
        value *= scale
    return other._replace(
        start=number.start, end=number.end, value=value * factor, more=number.written.more, number=number.end
    )


def _sharing_bare(text: str, item: Quantity, other: Quantity) -> Quantity:
    """A number with a scale word and a guessed unit, with the unit of `other` (`150万至200万千瓦`)."""
    written = read_number(text[item.start : item.end].replace(" ", ""))
    if written is None:
        return item
    return _sharing(text, Number(item.start, item.end, written, spelled=False), other)._replace(bare=False)
