"""Times that a text names: years, months, days, parts of years, and words like 今年 that count from the article's day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from reader.claims.relative_times import (
    ENDED,
    Known,
    coming_years,
    last_day,
    months_up_to,
    now_of,
    of_months,
    recent_years,
    reported,
    weekday,
    whole_year,
    years_ago,
)
from reader.claims.stretch import OPEN, Stretch, Time
from reader.text.numerals import read_number
from reader.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_TO = "[-—–~～至到]"
_NUMBERED = "线|(?<=号)[楼机井馆院店门桥隧矿炉文船库仓池泵站台车舱厂码墩高塔地风煤油选召称令]|(?<=号)[汽柴]油"
"""What is numbered, not dated (5号机组, 3号高炉), and words that begin with 号."""
_PART = (
    rf"(?P<half>[上下]半年)|(?P<quarters>[前首头](?P<qn>[1-4一二两三四])个?季度?)|"
    rf"(?P<quarter>(?<![这那每上下])第?(?P<q1>[1-4一二三四首])(?:{_TO}(?P<q2>[1-4一二三四]))?(?:季度|(?<=[第首].)季|季(?=度|末|[^节])))|"
    rf"(?P<months>[前首头](?!一个?月)(?P<mn>{_N})个?月)|"
    rf"(?P<range>(?P<m1>{_N})(?:月?{_TO}|月?[、和])(?P<m2>{_N})[两个]{{0,2}}月份?)|"
    rf"(?P<month>(?P<m>{_N})月份?(?:(?P<d>{_N})[日号](?:\d{{1,2}}时)?(?:{_TO}(?:(?P<dm>{_N})月)?(?P<d2>{_N})[日号])?)?)|(?P<day>(?P<od>\d{{1,2}})[日号](?:\d{{1,2}}时)?(?:{_TO}(?P<od2>\d{{1,2}})[日号])?(?!{_NUMBERED}))|Q(?P<q>[1-4])"
)
_YEAR = (
    r"(?P<y1>\d{4})年?(?:-|—|–|至|到|~|～)(?P<y2>\d{4}|\d\d)(?:学?年)(?!代)|(?P<fy1>\d{4})/(?P<fy2>\d{2,4})(?:学年|财政年度|年度|财年)|(?P<year>\d{4})(?:年(?!代)|届|财年|财政年)|民国(?P<roc>\d{2,3})年|"
    r"(?P<roc2>1[0-3]\d)(?:学年|年(?=度|[0-9上下前首第底末初一二三四的全，、）]))|(?P<spelled>[〇○零一二三四五六七八九]{4})年|(?P<word>今年|(?<!过)去年|(?<!以)上年度?|(?<![以之此])前年|明年|(?<![\d零])后年|(?<![将后])来年|次年|(?<!基)本年度?|当年|同年|翌年|全年)"
)
_TIME = lazy(
    rf"(?:(?:{_YEAR})度?(?:的)?(?:(?P<yend>(?:底|末|年底|年末|终)(?!前|之前))|(?:{_PART}))?|{_PART.replace('?P<', '?P<p')})"
    "(?P<tail>末|底|以来|期间|(?:算|计)?起(?!来|点)|开始)?"
)
_PLAN = lazy("[“「『]?(?:十(?P<plan>[一二三四五六])?五)[”」』]?(?:规划|时期)?(?P<since>以来)?(?P<end>末)?")
_NOW = lazy(
    "(?<![项题节科])目前|如今|当前|眼下|(?<![发出呈表实体兑])现[有已]|迄今|至今(?![年日天早晚晨春夏秋冬（])|即日?起|现时|截至目前|截至当前|截至发稿|今日|今天|昨日|昨天|昨晚|昨|"
    "(?<![节目以之疫])前日(?![均本常])|年末|年底|(?<![\\d一二三四五六七八九十两几数多])年内(?!部)|月末|本季|单季|(?<![基成资])本月|"
    "(?<!以)上个?月|当日(?![就即便能可])|(?<!不)同日|当天(?![就即便能可])|当晚|当月|上季|今[早晨晚]|明[日天]|次日|翌日|隔日|第二天|"
    "今[春夏秋冬]|(?<![过失离])去[秋冬](?![天季])|今（\\d{1,2}）日|[上本]（\\d{1,2}）月|[今去]（\\d{3,4}）年"
)
"""Words that count from the article's day; not where their first character ends another word (项目前期, 发现有, 三年内)."""
_REPORT = lazy(
    "(?:(?P<ryear>\\d{4})年?)?(?:(?P<first>半年度?(?:业绩)?报告?|中期(?:业绩)?报告|中报)|(?P<third>第?三季度?(?:业绩)?报告?)"
    "|(?P<start>第?一季度?(?:业绩)?报告?)|(?P<whole>年度(?:业绩)?报告|年报))(?!告?[期书系日制])"
)
"""What a listed company publishes tells what it is about: `披露半年度报告`."""
_COMING = lazy(rf"(?:未来|今后)(?P<n>{_N})年(?!级)")
_RECENT = lazy(rf"(?:(?<![将接逼])近|过去|最近)(?:的)?(?P<n>{_N})年(?!级)")
_AGO = lazy(rf"(?P<ago>{_N})年前")
_WEEKDAY = lazy(
    "(?:(?P<week>[上本下这])(?:个)?)?(?<!每)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?![次个名天])|(?P<week2>[上本])周(?![一-龥]{0,1}[期转])"
)
_BEGINS = {
    "今去": "后年日天早晨晚春夏秋冬（", "前": "年日1-9一二三四五六七八九十两", "明": "年日天", "本": "年季月周星礼（", "上": "半年季月周星礼个（",
    "下": "半周星礼个", "当": "年前日天晚月", "同次隔": "年日", "来": "年", "近": r"的\d一二三四五六七八九十两", "首头": r"季个\d一二三四五六七八九十两",
    "第": "1-4一二三四首", "过": "去", "未": "来", "年": "末底内度报", "半": "年", "中": "期报", "月": "末", "民": "国", "后全": "年", "翌": "年日", "目眼现如迄至截": "前下有已时今至", "即": "日起",
    "单": "季", "最": "近", "周": "一二三四五六日天", "星": "期", "礼": "拜", "两": "年",
}  # fmt: skip
"""The characters that words of time begin with, and those that must follow."""

_HEAD = lazy(
    rf"[\d一二三四五六七八九十〇○零昨Q这{''.join(_BEGINS)}]"
    rf"(?:(?<=\d)(?<![\d.]\d)(?<!\d,\d)(?=\d{{0,3}}(?:[年月日号届个季财/]|{_TO}|、\d\d?[两个]?月))|(?<!\d)"
    rf"(?:(?<=[一二三四五六七八九十])(?=[一二三四五六七八九十两〇○零]{{0,3}}(?:[年月日号个季五]|{_TO}))"
    "|(?<=[〇○零])(?=[一二三四五六七八九〇○零]{3}年)|(?<=[昨Q这])|(?<![一二三四五六七八九十〇○零])(?:"
    + "|".join(f"(?<=[{first}])(?=[{second}])" for first, second in _BEGINS.items())
    + ")))"
)
"""What every time begins with, and what must follow there: most characters need no closer look."""
_BY_HEAD = (
    ("目如当眼现迄至截即今昨前年月本单上同明次翌隔第去", _NOW),
    ("十", _PLAN),
    ("上本下这周星礼", _WEEKDAY),
    ("近过最", _RECENT),
    ("未今", _COMING),
)
"""The characters that words of each pattern begin with, tried in this order."""
_THAN_AGO = ("在", "比", "较", "与", "由", "从")
"""What stands before a year told by how long ago it was, where it dates a figure: elsewhere it tells when something began."""
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
    while (head := _HEAD.search(text, at, end)) is not None:
        words = _words_at(text, head.start(), end)
        at = head.end()
        if words is None:
            continue
        told_of = max(start, head.start() - 8, text.rfind("。", start, head.start()) + 1)
        aimed = _AIMED.search(text, told_of, head.start()) is not None or (
            _AIMED_AFTER.match(text, words.end(), end) is not None
        )
        near = year if "。" not in text[told : head.start()] else None
        found = _read(words, Known(today, year, near, place, last, aimed, reported, event))
        if found is None:
            continue
        season = text[found.end - 1] in "春夏秋冬"
        if found.stretch is not None and not season and _is_of_one_year(found) and _governs(text, found, start):
            ended = ENDED.match(text, found.end, end)
            last = found.stretch if ended is None else months_up_to(found.stretch, ended)
            year, told = found.stretch.year, found.end
        yield found
        at = found.end


_NAMED_DAY = lazy("(?:[”节旦夕一八]|活动|开幕|开业|婚礼|比赛|考试|事发|案发)$")
"""What has a day of its own (`“双十一”当天`): it is not the article's."""
_AIMED = lazy(
    "预计|预期|预估|预测|推估|估计|力争|有望|将|料|拟|计划|展望|目标|争取|确保|[必务]?须|应当?(?![对用邀付届])|需[要于在]|自[^，。]{0,3}$"
)
_AIMED_AFTER = lazy(
    "(?:以|之)?前|(?:[还也又仍]|公司|全[省市县区国年]){0,2}(?:将(?![军士领近])|拟|计划|预计|力争|有望|会(?![议员计展]))|(?<=全年)[^，。；\\d]{0,10}(?:预测|目标|预期|预计|将)"
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


def _words_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """The words of a time that begin at an offset; which words may begin there, their first character tells."""
    head = text[at]
    if text[at - 1 : at] in _THAN_AGO and (found := _AGO.match(text, at, end)) is not None:
        return found
    if (head in "半中三一第年" or text.startswith(("年", "半", "三", "一", "第"), at + 4)) and (
        found := _REPORT.match(text, at, end)
    ) is not None:
        return found
    if not head.isdigit():
        for begins, pattern in _BY_HEAD:
            if head in begins and (found := pattern.match(text, at, end)) is not None:
                return found
    found = _TIME.match(text, at, end)
    return None if found is None or found.end() == at else found


def _read(found: re.Match[str], known: Known) -> Time | None:
    """What the words of a time mean where they stand."""
    at, pattern = found.start(), found.re.pattern
    if (
        pattern == _NOW.pattern
        and known.event is None
        and found.group() in ("当日", "当天", "当晚")
        and _NAMED_DAY.search(found.string, max(0, at - 3), at)
    ):
        return Time(at, found.end(), None, explicit=False)
    if pattern == _NOW.pattern:
        return Time(at, found.end(), now_of(found.group(), known), explicit=False)
    if pattern == _PLAN.pattern:
        return _plan(found)
    if pattern == _AGO.pattern:
        return Time(at, found.end(), years_ago(found, known.today), explicit=False)
    if pattern == _WEEKDAY.pattern:
        return Time(at, found.end(), weekday(found, known.today), explicit=False)
    if pattern == _RECENT.pattern:
        return Time(at, found.end(), recent_years(found, known.today), explicit=False)
    if pattern == _REPORT.pattern:
        return Time(at, found.end(), reported(found, known.today), explicit=bool(found["ryear"]))
    if pattern == _COMING.pattern:
        return Time(at, found.end(), coming_years(found, known.today), explicit=False)
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
    return Time(at, found.end(), stretch, explicit)


def _same_months(year: Stretch, last: Stretch | None) -> Stretch:
    """`去年同期`: the months or the day last named, in that year."""
    if last is None or len(last.first) < 7 or len(last.last) < 7 or len(year.first) != 4:
        return year
    return Stretch(year.first + last.first[4:], year.last + last.last[4:])


def _has_year(found: re.Match[str]) -> bool:
    return any(found[name] for name in ("y1", "fy1", "year", "roc", "roc2", "spelled", "word"))


def _year(found: re.Match[str], known: Known) -> tuple[int | None, bool]:
    if found["year"]:
        return int(found["year"]), True
    if found["roc"] or found["roc2"]:
        return int(found["roc"] or found["roc2"]) + 1911, True
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
        last = found["y2"] if len(found["y2"]) == 4 else found["y1"][:2] + found["y2"]
        return Stretch(found["y1"], last)
    if found["fy1"]:
        return Stretch(found["fy1"], found["fy1"][: 4 - len(found["fy2"])] + found["fy2"])
    if found[prefix + "day"]:
        return _day_of_month(found, prefix, known)
    first, last, day = _months(found, prefix)
    if first is None or last is None:
        if year is None:
            return None
        return (
            last_day(Stretch(str(year), str(year))) if found["yend"] and prefix == "" else Stretch(str(year), str(year))
        )
    year = year if prefix == "" else known.year_of(first if found["phalf"] or found["pquarter"] else last)
    if year is None:
        return None
    if day is not None:
        return _days(found, prefix, year, first)
    return of_months(year, first, last)


def _months(found: re.Match[str], prefix: str) -> tuple[int | None, int | None, int | None]:
    """First and last month, and the day, of the part of a year that was matched."""

    def number(name: str) -> int:
        written = found[prefix + name]
        if written == "首":
            return 1
        read = read_number(written) if written else None
        return int(read.value) if read else 0

    if found[prefix + "half"]:
        return (1, 6, None) if found[prefix + "half"].startswith("上") else (7, 12, None)
    if found[prefix + "quarters"]:
        return 1, number("qn") * 3, None
    if found[prefix + "quarter"] or found[prefix + "q"]:
        first = number("q1") or number("q")
        return first * 3 - 2, (number("q2") or first) * 3, None
    if found[prefix + "months"]:
        return 1, number("mn"), None
    if found[prefix + "range"]:
        return number("m1"), number("m2"), None
    if found[prefix + "month"]:
        return number("m"), number("m"), number("d") or None
    return None, None, None


def _days(found: re.Match[str], prefix: str, year: int, month: int) -> Stretch | None:
    def number(name: str) -> int:
        read = read_number(found[prefix + name]) if found[prefix + name] else None
        return int(read.value) if read else 0

    day, last_month, last_day = number("d"), number("dm") or month, number("d2") or number("d")
    if not (1 <= month <= 12 and 1 <= last_month <= 12 and 1 <= day <= 31 and 1 <= last_day <= 31):
        return None
    return Stretch(f"{year}-{month:02}-{day:02}", f"{year}-{last_month:02}-{last_day:02}")


_COMING_DAYS = 5
"""A day named without its month that follows so soon is one to come."""


def _day_of_month(found: re.Match[str], prefix: str, known: Known) -> Stretch | None:
    """`15日` without a month: of the month last named, else the latest such day."""
    first, last = int(found[prefix + "od"]), int(found[prefix + "od2"] or found[prefix + "od"])
    if not 1 <= first <= last <= 31:
        return None
    if known.last is not None and len(known.last.last) >= 7:
        month = known.last.last[:7]
    elif known.today is not None:
        near = last <= known.today.day + _COMING_DAYS or known.aimed
        day = known.today if near else known.today.replace(day=1) - timedelta(days=1)
        month = day.isoformat()[:7]
    else:
        return None
    return Stretch(f"{month}-{first:02}", f"{month}-{last:02}")


def _plan(found: re.Match[str]) -> Time | None:
    """`十四五`: 2021 to 2025; its 以来 is open, its 末 the last year."""
    if found["plan"] is None and not found.group().startswith(("“", "「", "『")):
        return None
    first = _PLANS[found["plan"]]
    stretch = Stretch(str(first), OPEN if found["since"] else str(first + 4))
    if found["end"]:
        stretch = Stretch(str(first + 4), str(first + 4))
    return Time(found.start(), found.end(), stretch, explicit=True)
