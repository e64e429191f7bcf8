"""Times that a text names: years, months, days, parts of years, and words like 今年 that count from the article's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.relative_times import ENDED, Known, months_up_to
from reader.claims.stretch import OPEN, is_season
from reader.claims.time_reading import read_time
from reader.claims.time_words import HEAD, words_at
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reader.claims.stretch import Stretch, Time

_AIMED = lazy(
    "预计|预期|预估|预测|推估|估计|力争|有望|将|料|拟|计划|展望|目标|争取|确保|[必务]?须"
    "|应当?(?![对用邀付届])|需[要于在]|自[^，。]{0,3}$"
)
_AIMED_AFTER = lazy(
    "(?:以|之)?前|(?:[还也又仍]|公司|全[省市县区国年]){0,2}(?:将(?![军士领近])|拟|计划|预计|力争|有望"
    "|会(?![议员计展]))|(?<=全年)[^，。；\\d]{0,10}(?:预测|目标|预期|预计|将)"
)
"""What tells of what is to come behind a time: `下半年还将`, `全年增速预测`."""
_COMPARED = lazy("(?:[比较与同跟由从自为创]|恢复[到至]|回到|相当于)(?:全[国省市]|历史)?$")
_RECORD = lazy("(?:以来|同期)(?:的)?[次最新首同]|(?:的)?同期")


def _is_of_one_year(time: Time) -> bool:
    """Whether later times may count from a time's year: `近10年` has none; a day is not one of 今夏."""
    stretch = time.stretch
    return time.explicit or (stretch is not None and (OPEN in stretch or stretch.first[:4] == stretch.last[:4]))


def _governs(text: str, time: Time, start: int) -> bool:
    """Whether later times may count from this one: not from what something is compared with, or a record since when."""
    before = text[max(start, time.start - 6) : time.start]
    return not (_COMPARED.search(before) or _RECORD.match(text, time.end))


def times(
    text: str,
    start: int,
    end: int,
    today: date | None,
    place: str,
    reported: int | None = None,
    event: Stretch | None = None,
) -> Iterator[Time]:
    """The times that a stretch of a text names, in order.

    Args:
        text: Simplified, with narrow digits.
        start: Where the stretch begins.
        end: Where it ends.
        today: The article's day, or None.
        place: ISO 4217 of its currency: `TWD` counts years from 1911.
        reported: The year that the article reports on, if it is a whole one: 上年 counts from it.
        event: The day that the article reports on, if there is one: 当日 is that day.
    """
    at = told = start
    year: int | None = None
    last: Stretch | None = None
    while (head := HEAD.search(text, at, end)) is not None:
        words = words_at(text, head.start(), end)
        at = head.end()
        if words is None:
            continue
        told_of = max(start, head.start() - 8, text.rfind("。", start, head.start()) + 1)
        aimed = _AIMED.search(text, told_of, head.start()) is not None or (
            _AIMED_AFTER.match(text, words.end(), end) is not None
        )
        near = year if "。" not in text[told : head.start()] else None
        found = read_time(words, Known(today, year, near, place, last, aimed, reported, event))
        if found is None:
            continue
        season = text[found.end - 1] in "春夏秋冬"
        if found.stretch is not None and not season and _is_of_one_year(found) and _governs(text, found, start):
            ended = ENDED.match(text, found.end, end)
            last = found.stretch if ended is None else months_up_to(found.stretch, ended)
            year, told = found.stretch.year, found.end
        elif found.stretch is not None and is_season(found.stretch):
            last = found.stretch
        yield found
        at = found.end
