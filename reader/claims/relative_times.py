"""Times that count from another one: 近3年, 三年前, 上周三, 次日, 今年, and what every reading of a time needs to know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.stretch import OPEN, Stretch, date_of, is_season, last_day, of_months, of_years
from reader.text.numerals import read_number
from reader.text.patterns import lazy

if TYPE_CHECKING:
    import re

_SEASONS = ("春", "夏", "秋", "冬")
"""`今秋` is told of its year: statistics know no seasons."""

_DAYS = {"前": -2, "昨": -1, "明": 1}
"""How many days from the article's the days lie whose words begin so."""

_NEXT_DAY = ("次日", "翌日", "隔日", "第二天")
_SAME_DAY = ("当日", "当天", "同日", "当晚")
_UP_TO_TODAY = ("至今", "迄今", "截至目前", "截至当前", "截至发稿")
_MONTHS = ("本月", "当月", "上月", "上个月")


_COMING = 2
"""A month named without its year that begins so soon is one to come: the one past would be ten months ago, and called 去年's."""


class Known(NamedTuple):
    """What a relative time counts from.

    Attributes:
        today: The article's day.
        year: The year last named in the paragraph.
        near: The same where it was named in this sentence.
        place: ISO 4217 of the article's currency.
        last: The time last named there.
        aimed: Whether the words before speak of what is to come.
        reported: The whole year that the article reports on, or None.
        event: The day that it reports on, or None.
    """

    today: date | None
    year: int | None
    near: int | None
    place: str
    last: Stretch | None
    aimed: bool
    reported: int | None
    event: Stretch | None

    def year_of(self, month: int) -> int | None:
        """The year of a month named without one: that of the paragraph, or the latest that has begun it."""
        if self.today is None:
            return self.year
        near = month <= self.today.month + _COMING
        latest = self.today.year if near or self.aimed else self.today.year - 1
        return self.near if self.near is not None and self.near <= self.today.year else latest


_LONGEST_PLAN = 100
"""No plan is for more years."""

ENDED = lazy(
    "止(?:的)?(?:(?P<months>[一二三四六九十\\d]{1,2})个月|(?P<half>中期|半年)|(?P<year>(?:全年|财政)?年度|一年)|(?P<quarter>季度|首季))"
)
"""How long the period is that ends on a day: `截至6月30日止六个月`, `截至6月底止中期业绩`."""


def whole_year(known: Known) -> int | None:
    """The year that 全年 and 年底 speak of."""
    told = known.last is not None and len(known.last.last) == 4
    coming = (
        known.today is not None
        and known.last is not None
        and OPEN not in known.last
        and known.last.last[:7] > known.today.isoformat()[:7]
    )
    if coming and known.last is not None:
        return known.last.year
    if known.today is None or (known.year is not None and (told or known.year != known.today.year)):
        return known.year
    return known.today.year - (known.today.month <= 4 and not known.aimed)


def recent_years(found: re.Match[str], today: date | None) -> Stretch | None:
    """`近3年`: up to this year, in the first half of a year up to the last one."""
    written = read_number(found["n"])
    if today is None or written is None:
        return None
    last = today.year - (today.month <= 6)
    return of_years(last - int(written.value) + 1, last)


def coming_years(found: re.Match[str], today: date | None) -> Stretch | None:
    """`未来三年`: from next year on."""
    written = read_number(found["n"])
    if today is None or written is None or not 1 <= written.value <= _LONGEST_PLAN:
        return None
    return of_years(today.year + 1, today.year + int(written.value))


def reported(found: re.Match[str], today: date | None) -> Stretch | None:
    """`半年度报告`: what a company's report is about; the year told, else that of the latest such report.

    A 三季报 tells of nine months, a 第三季度报告 first of its own quarter (that is what such a report calls 报告期).
    """
    last = 6 if found["first"] else 9 if found["third"] else 3 if found["start"] else 12
    if found["ryear"]:
        year = int(found["ryear"])
    elif today is None:
        return None
    else:
        year = today.year - (today.month <= last)
    if found["whole"]:
        return of_years(year)
    return of_months(year, 7 if (found["third"] or "").startswith("第") else 1, last)


def years_ago(found: re.Match[str], today: date | None) -> Stretch | None:
    """`在三年前`: that year."""
    written = read_number(found["ago"])
    return None if today is None or written is None else of_years(today.year - int(written.value))


def weekday(found: re.Match[str], today: date | None) -> Stretch | None:
    """`周三` is the latest one up to the article's day, `上周三` that of the week before it, `上周` Monday to Sunday."""
    if today is None:
        return None
    monday = today - timedelta(days=today.weekday())
    week = found["week"] or found["week2"]
    if week is not None:
        monday += timedelta(weeks={"上": -1, "下": 1}.get(week, 0))
    if found["day"] is None:
        return Stretch(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    told = monday + timedelta(days="一二三四五六日天".index(found["day"]) % 7 if found["day"] != "天" else 6)
    if week is None and told > today:
        told -= timedelta(weeks=1)
    return Stretch(told.isoformat(), told.isoformat())


def now_of(word: str, known: Known) -> Stretch | None:
    """What a word that counts from the day of the article, or from the time last named, means."""
    if "（" in word:
        word = word[0] + word[-1]
    if word in _NEXT_DAY:
        return _day_after(known.last)
    if word.endswith("赛季"):
        return _season(word, known.last)
    if word in ("年末", "年底"):
        return _end_of_year(known)
    named = _same_as_named(word, known)
    if named is not None or known.today is None:
        return named
    return _of_today(word, known.today, known.last)


def _day_after(last: Stretch | None) -> Stretch | None:
    """`次日`: the day after the one last named."""
    day = date_of(last.last) if last is not None else None
    if day is None:
        return None
    told = (day + timedelta(days=1)).isoformat()
    return Stretch(told, told)


def _season(word: str, last: Stretch | None) -> Stretch | None:
    """`上赛季`: counted from the season last named, where that is told by two years."""
    if last is None or not is_season(last):
        return None
    first = int(last.first) + {"上": -1, "新": 1}.get(word[0], 0)
    return of_years(first, first + 1)


def _end_of_year(known: Known) -> Stretch | None:
    """`年底`: the last day of the year that is spoken of."""
    whole = whole_year(known)
    year = None if whole is None else of_years(whole)
    return None if year is None else last_day(year)


def _same_as_named(word: str, known: Known) -> Stretch | None:
    """`当日`, `当月`, `单季`: the day, month or quarter last named, or the day that the article reports on."""
    last = known.last
    if word in _SAME_DAY:
        return Stretch(last.last, last.last) if last is not None and len(last.last) == 10 else known.event
    if word == "当月" and last is not None and len(last.last) == 7:
        return Stretch(last.last, last.last)
    return last if word == "单季" and last is not None and len(last.first) == 7 else None


def _of_today(word: str, today: date, last: Stretch | None) -> Stretch | None:
    """What a word means that counts from the article's day."""
    if word in ("即日起", "即起"):
        return Stretch(today.isoformat(), OPEN)
    if word in _UP_TO_TODAY:
        return Stretch(OPEN, today.isoformat())
    if word.startswith("年初"):
        return Stretch(f"{today.year:04}", OPEN)
    if word in ("年内", "今年", "去年") or word[1:] in _SEASONS:
        return of_years(today.year - (word[0] == "去"))
    if word in _MONTHS:
        return _month(word, today, last)
    if word in ("本季", "单季", "上季"):
        return _quarter(word, today)
    day = today + timedelta(days=_DAYS[word[0]] if word.startswith(("昨", "前日", "明")) else 0)
    return Stretch(day.isoformat(), day.isoformat())


def _month(word: str, today: date, last: Stretch | None) -> Stretch | None:
    """`本月` is the article's; `上月` the one before, or the one before that last named."""
    month = today.replace(day=1)
    if word.startswith("上"):
        if last is not None and len(last.first) == 7 and last.first == last.last:
            month = date.fromisoformat(f"{last.last}-01")
        month = (month - timedelta(days=1)).replace(day=1)
    return of_months(month.year, month.month, month.month)


def _quarter(word: str, today: date) -> Stretch | None:
    """`本季` is the article's; `上季`, `单季` the one before: figures come after its end."""
    year, first = today.year, (today.month - 1) // 3 * 3 + 1
    if word != "本季":
        year, first = (year, first - 3) if first > 1 else (year - 1, 10)
    return of_months(year, first, first + 2)


def months_up_to(stretch: Stretch, ended: re.Match[str]) -> Stretch:
    """So many months, the last one ending with a stretch.

    Args:
        stretch: A day or a month.
        ended: What `ENDED` found behind it.
    """
    written = read_number(ended["months"]) if ended["months"] else None
    count = int(written.value) if written else 6 if ended["half"] else 3 if ended["quarter"] else 12
    if len(stretch.last) < 7:
        return stretch
    year, month = int(stretch.last[:4]), int(stretch.last[5:7])
    before = year * 12 + month - count
    return Stretch(f"{before // 12:04}-{before % 12 + 1:02}", f"{year}-{month:02}")
