"""What the words of a time mean where they stand: which year, months, days."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from reader.claims.relative_times import coming_years, now_of, recent_years, reported, weekday, whole_year, years_ago
from reader.claims.stretch import OPEN, Stretch, Time, days_of_month, last_day, of_days, of_months, of_years
from reader.claims.time_words import AGO, COMING, NOW, PLAN, RECENT, REPORT, WEEKDAY
from reader.text.calendar import REPUBLIC
from reader.text.numerals import read_number
from reader.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping
    from datetime import date

    from reader.claims.relative_times import Known

_PLANS = {None: 1975, "一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}
_WORDS = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "去年": -1,
    "上年": -1,
    "上年度": -1,
    "前年": -2,
    "明年": 1,
    "后年": 2,
    "翌年": 1,
    "次年": 1,
    "来年": 1,
}

_NAMED_DAY = lazy("(?:[”节旦夕一八]|活动|开幕|开业|婚礼|比赛|考试|事发|案发)$")
"""What has a day of its own (`“双十一”当天`): it is not the article's."""
_COMING_DAYS = 5
"""A day named without its month that follows so soon is one to come."""


def read_time(found: re.Match[str], known: Known) -> Time | None:
    """What the words of a time mean where they stand; None where they name no time.

    Args:
        found: As `words_at` found them.
        known: What they may count from.
    """
    return _readers().get(found.re.pattern, _calendar)(found, known)


@cache
def _readers() -> Mapping[str, Callable[[re.Match[str], Known], Time | None]]:
    """What reads the words that each pattern finds; dates of the calendar are the others."""
    return {
        NOW.pattern: _now,
        PLAN.pattern: _plan,
        REPORT.pattern: _report,
        AGO.pattern: _from_today(years_ago),
        WEEKDAY.pattern: _from_today(weekday),
        RECENT.pattern: _from_today(recent_years),
        COMING.pattern: _from_today(coming_years),
    }


def _from_today(
    counted: Callable[[re.Match[str], date | None], Stretch | None],
) -> Callable[[re.Match[str], Known], Time | None]:
    """Reads what counts from the article's day alone."""
    return lambda found, known: Time(*found.span(), counted(found, known.today), explicit=False)


def _now(found: re.Match[str], known: Known) -> Time | None:
    """`今日`, `当天`, `次日`."""
    is_of_event = found.group() in ("当日", "当天", "当晚") and known.event is None
    if is_of_event and _NAMED_DAY.search(found.string, max(0, found.start() - 3), found.start()):
        return Time(*found.span(), None, explicit=False)
    meant = now_of(found.group(), known)
    if meant is None and found.group().endswith("赛季"):
        return None
    return Time(*found.span(), meant, explicit=False)


def _report(found: re.Match[str], known: Known) -> Time | None:
    """`2024年半年度报告`."""
    return Time(*found.span(), reported(found, known.today), explicit=bool(found["ryear"]))


def _calendar(found: re.Match[str], known: Known) -> Time | None:
    """`2021年3月5日`, `去年前三季度`, `上半年`, `15日`."""
    if found["roc2"] and known.place != "TWD":
        return None
    if found["tail"] == "起" or found.string.startswith("前", found.end()):
        known = known._replace(aimed=True)
    year, explicit = _year(found, known)
    prefix = "" if _has_year(found) else "p"
    stretch = _stretch(found, year, prefix, known)
    if stretch is not None and found["tail"] in ("以来", "起", "算起", "计起", "开始"):
        stretch = Stretch(stretch.first, OPEN)
    elif stretch is not None and found["tail"] in ("末", "底"):
        stretch = last_day(stretch)
    if stretch is not None and found["word"] and found.string.startswith("同期", found.end()):
        stretch = _same_months(stretch, known.last)
    return Time(*found.span(), stretch, explicit)


def _same_months(year: Stretch, last: Stretch | None) -> Stretch:
    """`去年同期`: the months or the day last named, in that year."""
    if last is None or len(last.first) < 7 or len(last.last) < 7 or len(year.first) != 4:
        return year
    back = int(last.first[:4]) - int(year.first)
    return Stretch(_years_before(last.first, back), _years_before(last.last, back))


def _years_before(point: str, back: int) -> str:
    """A month or a day so many years before another; 28 February for 29 where there is none."""
    year, month = int(point[:4]) - back, int(point[5:7])
    day = f"-{min(int(point[8:]), days_of_month(year, month)):02}" if len(point) == 10 else ""
    return f"{year}-{month:02}{day}"


def _has_year(found: re.Match[str]) -> bool:
    return any(found[name] for name in ("y1", "fy1", "year", "roc", "roc2", "spelled", "word"))


def _year(found: re.Match[str], known: Known) -> tuple[int | None, bool]:
    if found["year"]:
        return int(found["year"]), True
    if found["roc"] or found["roc2"]:
        return int(found["roc"] or found["roc2"]) + REPUBLIC, True
    if found["spelled"]:
        written = read_number(found["spelled"])
        return (int(written.value), True) if written else (None, True)
    word = found["word"]
    if word in ("当年", "同年"):
        return known.year, False
    if word == "全年":
        return whole_year(known), False
    if word in ("上年", "上年度") and (reported := known.year or known.reported) is not None:
        return reported - 1, False
    if word is not None and known.today is not None:
        return known.today.year + _WORDS[word], False
    return None, False


def _stretch(found: re.Match[str], year: int | None, prefix: str, known: Known) -> Stretch | None:
    if found["y1"]:
        return _years(found["y1"], found["y2"])
    if found["fy1"]:
        return _years(found["fy1"], found["fy2"])
    if found[prefix + "day"]:
        return _day_of_month(found, prefix, known)
    first, last, day = _months(found, prefix)
    if first is None or last is None:
        whole = None if year is None else of_years(year)
        return last_day(whole) if whole is not None and found["yend"] and prefix == "" else whole
    year = year if prefix == "" else known.year_of(first if found["phalf"] or found["pquarter"] else last)
    if year is None:
        return None
    if day is not None:
        return _days(found, prefix, year, first)
    return of_months(year, first, last)


def _years(first: str, last: str) -> Stretch | None:
    """`2021/22`: a last year in two digits is of the century of the first."""
    return of_years(int(first), int(first[: 4 - len(last)] + last))


def _number(found: re.Match[str], name: str) -> int:
    """The number that a group holds (首 is 1), 0 where it holds none."""
    if found[name] == "首":
        return 1
    read = read_number(found[name]) if found[name] else None
    return int(read.value) if read else 0


def _months(found: re.Match[str], prefix: str) -> tuple[int | None, int | None, int | None]:
    """First and last month, and the day, of the part of a year that was matched."""
    if found[prefix + "half"]:
        return (1, 6, None) if found[prefix + "half"].startswith("上") else (7, 12, None)
    if found[prefix + "quarters"]:
        return 1, _number(found, prefix + "qn") * 3, None
    if found[prefix + "quarter"] or found[prefix + "q"]:
        first = _number(found, prefix + "q1") or _number(found, prefix + "q")
        return first * 3 - 2, (_number(found, prefix + "q2") or first) * 3, None
    if found[prefix + "months"]:
        return 1, _number(found, prefix + "mn"), None
    if found[prefix + "range"]:
        return _number(found, prefix + "m1"), _number(found, prefix + "m2"), None
    if found[prefix + "month"]:
        month = _number(found, prefix + "m")
        return month, month, _number(found, prefix + "d") or None
    return None, None, None


def _days(found: re.Match[str], prefix: str, year: int, month: int) -> Stretch | None:
    day = _number(found, prefix + "d")
    last = (_number(found, prefix + "dm") or month, _number(found, prefix + "d2") or day)
    return of_days(year, (month, day), last)


def _day_of_month(found: re.Match[str], prefix: str, known: Known) -> Stretch | None:
    """`15日` without a month: of the month last named, else the latest such day."""
    first, last = int(found[prefix + "od"]), int(found[prefix + "od2"] or found[prefix + "od"])
    if known.last is not None and len(known.last.last) >= 7:
        year, month = int(known.last.last[:4]), int(known.last.last[5:7])
    elif known.today is not None:
        near = last <= known.today.day + _COMING_DAYS or known.aimed
        day = known.today if near else known.today.replace(day=1) - timedelta(days=1)
        year, month = day.year, day.month
    else:
        return None
    return of_days(year, (month, first), (month, last))


def _plan(found: re.Match[str], known: Known) -> Time | None:  # noqa: ARG001 (one of several readers)
    """`十四五`: 2021 to 2025; its 以来 is open, its 末 the last year."""
    if found["plan"] is None and not found.group().startswith(("“", "「", "『")):
        return None
    first = _PLANS[found["plan"]]
    stretch = Stretch(str(first), OPEN if found["since"] else str(first + 4))
    if found["end"]:
        stretch = Stretch(str(first + 4), str(first + 4))
    return Time(found.start(), found.end(), stretch, explicit=True)
