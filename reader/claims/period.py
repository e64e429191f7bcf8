"""The time that a quantity speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.claims.relative_times import ENDED, months_up_to
from reader.claims.setting import SIGHT
from reader.claims.stretch import OPEN, Stretch, Time, date_of
from reader.claims.times import times
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Set
    from datetime import date

    from reader.claims.claim import Change
    from reader.claims.passages import Span
    from reader.claims.setting import Setting

_BASE = lazy(
    "(?:比|较|与|同|跟|和|相比|相较|相较于|较之|超过|超|高于|低于|不及|不如|逊于|少于|多于|好于|优于|等于|回复至|恢复至|恢复到|回到|相当于|达到|为|创|自)$"
)
_SINCE_RECORD = lazy(
    "(?:[上中下]旬)?(?:历史)?(?:同期)?(?:极值|均值|平均值|纪录)|(?:以来)?(?:同期)?的?(?:[次最][高低大小好差快多少]|新高|新低|首次|首个|最|纪录)"
)
_MODIFIER = lazy(
    "(?:年?初|年?底)?(?:才|就|正式|新)?(?:引进|开工|动工|投产|成立|启用|建成|开通|通车|签约|落户|上映|入学|毕业|出生|买入|购入|推出|发布|启动|实施|设立|上市|投用|竣工|当选|创办|创立|修订|出台|颁布|"
    "开业|开园|开馆|建成|举办|举行|召开|建设|承办|签署|签订|印发|施行|获批|通过|公布|开播|开售|交付|收购|购置|采购|种植|播种|改造|改建|录取|立项|新开|招收|入职|退休|移居|提出|制定)[^，。；]{0,8}的(?![\\d])"
)
_BY_FIGURES = lazy("(?:全年|同期|年度|年|月|季度?)?[^，。；]{0,8}(?:测算|计算|估算|推算|折算|换算|核算|统计口径|口径)")
"""What a calculation goes by (`按去年采购量测算`): the time of its base, not of its result."""
_FROM = lazy("[从由自](?:[^，。；\\d]{0,8})$")
_FAR = 14
_BASE_FAR = lazy(r"(?<![对相])[比较][^，。；\d]{2,10}的$")
"""`比条例施行前的2019年`."""
_SINCE_EVENT = lazy(
    "(?<![\\d年月日季])(?:上线|开业|成立|投产|开通|启用|运行|运营|上市|开播|开售|实施|施行|推出|入[汛夏冬秋春]|开赛|开学|疫情)以来"
)
"""What is told since an event whose time the sentence does not name."""
_FORMER_LEVEL = lazy("同期则?(?:分别)?[为是仅约\\d]")
_STARTS = lazy("(?:正式)?(?:启用|投用|投产|通车|开通|竣工|完工|落成|开业|建成)(?:，|,|后)")
"""When something is to begin, told beside what it is like."""
_OF_THEN = ("", "的", "同期的", "末的", "底的", "的峰值", "的高点", "的高位", "的低点", "的谷底", "的水平")
_PLAN_OF_YEAR = lazy("[^，。；]{0,12}(?:目标|任务|计划|预算|指标)(?:任务)?的")
_SHARE_OF_THEN = lazy(
    r"(?:同期)?的?(?:近|约|逾|超|超过|不到|不足)?(?:[\d.]+|[一二三四五六七八九十两]+)(?:倍|成|[一二三四五六七八九十]?分之|半)"
)
"""`是去年的1.5倍`, `相当于2021年的四分之一`: a part of what was then."""
_UP_TO_NOW = lazy(r"[^，。；\d]{1,8}(?<!同期)以来(?![次最首新])")
"""`自2019年试点以来`, `5月13日开赛以来`; not a record since then."""
_FOUNDED = lazy(r"(?:[1-9]\d?月)?(?:开馆|成立|创立|创办|创建|始建|设立|落成|开园|建[校院馆厂]|出生)(?:，|,)")
_FOUNDED_IN = tuple(
    f"{word}于" for word in ("成立", "创立", "创办", "创建", "建", "始建", "组建", "设立", "开业", "生", "出生")
)
"""When a thing began, told beside what it is now: `成立于2008年，注册资本5000万元`."""
_BY = ("按", "按照", "以", "依", "参照")
_AS_OF = lazy("(?:截至|截止|截止到|截至到|(?<=，)至|^至)$")
_FORMER = lazy("[由从](?:[^，。；：\\d一二三四五六七八九十百千万零〇]{0,8})$")
_LATTER = lazy("[^，。；\\d]{0,8}?(?:[至到为成](?![此今])|(?<=[增降升减跌])[至到]?(?=\\d))")
"""What stands around the level before a change: `由400元提高到800元`."""

_ONLY_HERE = lazy("(?:年内|今年以来|年初(?:以来|至今))(?:已|已经)?累计?(?:上?涨|下?跌|上?升|下?降)")
_AT_PRESENT = ("目前", "眼下", "当前", "如今", "现在")
_UNTIL = lazy("(?:到|至|截至到)$")
_CUMULATIVE = lazy("累计|建成|形成|培育|打造|新增|建设|总共")


_GOES_ON = lazy(
    "^其中|^当中|同比|环比|按年|按月|按季|年增|月增|季增|年减|月减|季减|较上|比上|较前|比前|报告期|期内|假期|"
    r"^(?:分|按|从)[^，。]{1,10}(?:看|分|计|分析|划分|统计|观察|区分)，|同期|增速|[涨增降跌]幅|毛利率|净利润|营业收入|每股收益|占(?![地道用])[^，。]{0,8}\d|[。；]从[^，。]{1,8}看|分(?:行业|产业|地区|品种|类别|领域|区域|城乡)",
    re.MULTILINE,
)
"""What only a paragraph that goes on with the figures of the passage before it says."""


_SAME_DAY = lazy(
    "收盘|收报|全天|全日|盘中|盘面|早盘|午后|尾盘|个股|板块|涨停|大市|冠军|亚军|夺冠|参赛|赛道|完赛|比赛|赛事|当晚|是日"
)
"""Words of a trading day, a contest, an event: a paragraph with one goes on with the day that the article reports on."""

_HOLIDAY = lazy("假[期日]|长假|黄金周|档期|节日?期间|(?:春运|暑运|会展|展会|活动|赛事|运输)期间")
"""What stands for the days of a holiday or an event that were named as a stretch: `9月28日至10月8日`, later 假日期间."""

_HEADING = lazy(r"^[^\n。；]{2,60}$", re.MULTILINE)
"""A line that may name the period of what stands below it."""

_REVISED = lazy("份?的?(?:修订|初值|终值)")

_OCCASION = lazy("(?:周末|假期|长假|黄金周|档期|期间|节日?|[一二两三四五七]日)$")
"""What a date in brackets explains: `周末（9日至10日）`."""

_NEWS_DAYS = 3
_LOOKED_AT = 12
"""How many times before a quantity are looked at."""


class Periods:
    """The times of a text, looked up for its quantities in order."""

    def __init__(self, text: str, today: date | None, place: str, lasting: Set[int] = frozenset()) -> None:
        """Set out to read a text.

        Args:
            text: Simplified, with narrow digits.
            today: The article's day.
            place: ISO 4217 of its currency.
            lasting: Where lengths of time begin: `11日` is no date where it is one.
        """
        self._text, self._today, self._place, self._lasting = text, today, place, lasting
        self._paragraph: Span | None = None
        self._report: Stretch | None = None
        self._event: Stretch | None = None
        self._holiday: Stretch | None = None
        self._goes_on: tuple[Stretch | None] | None = None
        self._times: list[Time] = []
        self._starts: list[int] = []
        self._roles: dict[int, str] = {}
        self._limits: dict[int, str] = {}

    def of(self, setting: Setting, change: Change | None, *, planned: bool) -> Stretch | None:
        """The time that a quantity speaks of, or None where neither its sentence nor its paragraph says.

        Args:
            setting: The quantity in its sentence.
            change: Which way it went.
            planned: Whether it is planned or aimed at: then no time that is over governs it from an earlier sentence.
        """
        if setting.paragraph != self._paragraph:
            self._note_headings(setting.paragraph.start)
            self._paragraph = setting.paragraph
            start, end = setting.paragraph
            named = times(self._text, start, end, self._today, self._place, self._year_reported(), self._event)
            self._times = [
                time for time in named if time.start not in self._lasting or self._text[time.end - 1] == "前"
            ]
            self._starts = [time.start for time in self._times]
            self._roles = {}
            self._limits = {time.start: limit for time in self._times if (limit := self._limit(time))}
            self._goes_on = None
            self._note_report()
        if self._is_since_event(setting):
            return None
        base: Time | None = None
        came = _FORMER.search(setting.lead)
        former = came is not None and _LATTER.match(setting.rest) is not None
        came_at = setting.lead_start if came is None else setting.lead_start + came.start()
        nearest = bisect_right(self._starts, setting.quantity.start)
        for time in self._times[max(0, nearest - _LOOKED_AT) : nearest][::-1]:
            if (
                self._is_aside(time, setting)
                or self._is_of_plan(time, setting)
                or self._is_former_level(time, setting)
                or (self._limits and self._is_passed(time, setting))
                or (planned and self._is_of_announcement(time, setting))
                or (
                    time.end <= setting.sentence.start
                    and (self._ends_here(time) or (planned and is_over(time.stretch, self._today)))
                )
            ):
                continue
            if time.end <= setting.sentence.start and self._is_outlook(time):
                return None
            role = self._role_of(time)
            if role == "mention" and (self._is_of_basis(time, setting) or self._is_then(time, setting)):
                return time.stretch
            if former and time.end <= came_at:
                return None
            if role == "base":
                if self._is_base_value(time, setting):
                    return time.stretch
                base = base or (time if self._in_reach(time, setting) else None)
            elif role == "from":
                if self._next_is(time, setting):
                    return time.stretch
            elif role == "governing":
                return self._spanning(self._governing(time, setting), base, change)
        return None if former or planned else self._inherited(setting)

    def _note_headings(self, before: int) -> None:
        """Remember the times of headings without figures between the paragraph last read and an offset."""
        start = self._paragraph.end + 1 if self._paragraph is not None else 0
        for heading in _HEADING.finditer(self._text, start, before):
            named = times(self._text, heading.start(), heading.end(), self._today, self._place, self._year_reported())
            self._times = list(named)
            self._note_report()

    def _year_reported(self) -> int | None:
        """The year that the article reports on, where it is a whole one."""
        return self._report.year if self._report is not None and len(self._report.last) == 4 else None

    def _is_since_event(self, setting: Setting) -> bool:
        first, last = max(setting.clause.start, setting.quantity.start - SIGHT), setting.quantity.start
        since = self._text.find("以来", first, last)
        return since >= 0 and _SINCE_EVENT.search(self._text, first, last) is not None

    def _note_report(self) -> None:
        """Remember what the article reports on: the first month, quarter or year that is over, the first recent day."""
        for time in self._times:
            stretch = time.stretch
            if stretch is None or OPEN in stretch or self._role_of(time) != "governing":
                continue
            if self._text[time.start - 1 : time.start] == "（" and self._text.startswith("同期", time.end):
                continue
            if len(stretch.first) == len(stretch.last) == 10 and stretch.first < stretch.last:
                self._holiday = stretch
            if len(stretch.last) == 10:
                self._event = self._event or (stretch if self._is_recent(stretch) else None)
            elif is_over(stretch, self._today):
                self._report = self._report or stretch

    def _is_recent(self, stretch: Stretch) -> bool:
        """Whether a day is news: no more than three days before the article's."""
        day = date_of(stretch.last)
        return self._today is not None and day is not None and 0 <= (self._today - day).days <= _NEWS_DAYS

    def _inherited(self, setting: Setting) -> Stretch | None:
        """The period that the article reports on, for a paragraph that goes on without naming a time."""
        if self._goes_on is None:
            start, end = setting.paragraph
            told = None
            if self._holiday is not None and _HOLIDAY.search(self._text, start, end):
                told = self._holiday
            elif self._event is not None and _SAME_DAY.search(self._text, start, end):
                told = self._event
            elif _GOES_ON.search(self._text, start, end):
                told = self._report
            self._goes_on = (told,)
        return self._goes_on[0]

    def _role_of(self, time: Time) -> str:
        """What a time is to what follows it, worked out once for all that follows."""
        if time.start not in self._roles:
            self._roles[time.start] = self._role(time)
        return self._roles[time.start]

    def _role(self, time: Time) -> str:
        """What a time is to what follows it: it governs, or it is what something is compared with or came from."""
        before = self._text[max(0, time.start - 6) : time.start]
        if before.endswith(_BY) and _BY_FIGURES.match(self._text, time.end):
            return "mention"
        if _FOUNDED.match(self._text, time.end) or before.endswith(_FOUNDED_IN):
            return "mention"
        if _UP_TO_NOW.match(self._text, time.end):
            return "governing"
        if _SINCE_RECORD.match(self._text, time.end) or _MODIFIER.match(self._text, time.end):
            return "mention"
        if self._text[time.start : time.end] == "全年" and self._text.startswith(
            ("目标", "任务", "计划", "预期"), time.end
        ):
            return "mention"
        if time.stretch is not None and time.stretch.last == OPEN:
            return "governing"
        if self._is_coming(time) and _STARTS.match(self._text, time.end):
            return "mention"
        if _SHARE_OF_THEN.match(self._text, time.end) and before[-1:] not in ("", "，", "。", "；", "\n"):
            return "base"
        if before.endswith("的") and _BASE_FAR.search(self._text, max(0, time.start - _FAR), time.start):
            return "base"
        if _BASE.search(before) and not before.endswith(("截至", "以来")):
            return "base"
        if _FROM.search(before) and not self._text.startswith(("起", "以来", "开始", "至", "到"), time.end):
            return "from"
        return "governing"

    def _is_aside(self, time: Time, setting: Setting) -> bool:
        """Whether a time stands in brackets that end before the quantity: it governs only what stands there."""
        closing = self._text.find("）", time.end, min(setting.quantity.start, time.end + SIGHT))
        if closing < 0 or "（" in self._text[time.end : closing]:
            return False
        opening = self._text.rfind("（", max(0, time.start - SIGHT), time.start)
        return not (closing == time.end and _OCCASION.search(self._text, max(0, opening - 4), opening))

    def _is_coming(self, time: Time) -> bool:
        """Whether a time begins after the article's day."""
        if time.stretch is None or self._today is None:
            return False
        first = time.stretch.first
        return first != OPEN and first > self._today.isoformat()[: len(first)]

    def _ends_here(self, time: Time) -> bool:
        """Whether a time governs its own sentence only: what is to come, or a figure of another month that was revised."""
        if time.stretch is None:
            return False
        return self._is_coming(time) or _REVISED.match(self._text, time.end) is not None

    def _is_of_plan(self, time: Time, setting: Setting) -> bool:
        """`完成全年35万人目标任务的62.3%`: the whole year is the plan's, once the plan is named."""
        if self._text[time.start : time.end] != "全年":
            return False
        plan = _PLAN_OF_YEAR.match(self._text, time.end)
        return plan is not None and plan.end() <= setting.quantity.start

    def _is_former_level(self, time: Time, setting: Setting) -> bool:
        """`上年同期为3.4亿元`, `继8月上升5%` are told for comparison: what follows their clause is of the time before."""
        if time.end > setting.clause.start:
            return False
        return _FORMER_LEVEL.match(self._text, time.end) is not None or self._text.startswith("继", time.start - 1)

    def _is_outlook(self, time: Time) -> bool:
        """Whether 全年 speaks of a year that is not over: what a later sentence tells is not of the whole year."""
        return self._text[time.start : time.end] == "全年" and not is_over(time.stretch, self._today)

    def _limit(self, time: Time) -> str:
        """How far a time reaches that does not govern all that follows.

        `年内累计上涨5%，` reaches to the end of its clause, `6月底前开诊；` to the semicolon, `减到目前的170班` to its figure.
        """
        if self._text[time.start] in "年今" and _ONLY_HERE.match(self._text, time.start):
            return "clause"
        behind = self._text[time.end : time.end + 2]
        if behind[:1] == "前" and behind != "前，":
            return "semicolon"
        return "figure" if behind[:1] == "的" and self._text[time.start : time.end] in _AT_PRESENT else ""

    def _is_passed(self, time: Time, setting: Setting) -> bool:
        """Whether a quantity stands behind all that a time reaches to."""
        limit = self._limits.get(time.start)
        if limit == "clause":
            return time.end <= setting.clause.start
        if limit == "semicolon":
            return "；" in self._text[time.end : setting.quantity.start]
        previous = setting.previous
        return limit == "figure" and previous is not None and previous.start >= time.end

    def _is_of_basis(self, time: Time, setting: Setting) -> bool:
        """`以今日收盘价238元计算`: the figure that a calculation goes by is of the time named with it."""
        if not self._text.endswith(_BY, 0, time.start):
            return False
        basis = _BY_FIGURES.match(self._text, time.end)
        return basis is not None and setting.quantity.start < basis.end()

    def _is_then(self, time: Time, setting: Setting) -> bool:
        """`明年三季度投产，届时新增泊位3个`: what is to begin, taken up again."""
        first = max(time.end, setting.clause.start)
        return self._text.startswith(("届时", "到时"), first) and self._is_coming(time)

    def _is_of_announcement(self, time: Time, setting: Setting) -> bool:
        """`10月27日公告，拟投资5亿元`: the day of telling is not that of the plan."""
        stretch = time.stretch
        return (
            stretch is not None
            and len(stretch.first) == 10
            and time.end <= setting.clause.start
            and is_over(stretch, self._today)
        )

    def _is_base_value(self, time: Time, setting: Setting) -> bool:
        """`较2024年的82.1%` states the figure of 2024 itself; `恢复到2019年的八成` does not."""
        if self._text[time.end : setting.quantity.start] not in _OF_THEN:
            return False
        return self._text[max(0, time.start - 1) : time.start] in ("比", "较")

    def _in_reach(self, time: Time, setting: Setting) -> bool:
        """Whether nothing but the words of the comparison stands between a time and a quantity."""
        return setting.clause.start <= time.start and "，" not in self._text[time.end : setting.quantity.start]

    def _next_is(self, time: Time, setting: Setting) -> bool:
        previous = setting.previous
        return time.start >= setting.sentence.start and (previous is None or previous.end <= time.end)

    def _governing(self, time: Time, setting: Setting) -> Stretch | None:
        stretch = time.stretch
        if stretch is None:
            return None
        before = self._text[max(0, time.start - 4) : time.start]
        if _UP_TO_NOW.match(self._text, time.end):
            return Stretch(stretch.first, OPEN)
        if not before.endswith(("至", "到", "止")):
            return stretch
        if _AS_OF.search(before):
            ended = ENDED.match(self._text, time.end)
            return months_up_to(stretch, ended) if ended else self._as_of(stretch)
        if _UNTIL.search(before) and _CUMULATIVE.search(
            self._text[max(time.end, setting.clause.start) : setting.quantity.start]
        ):
            return self._until(stretch)
        return stretch

    def _as_of(self, stretch: Stretch) -> Stretch:
        return stretch if stretch.first == OPEN else Stretch(OPEN, stretch.last)

    def _until(self, stretch: Stretch) -> Stretch:
        year = stretch.year
        if year is None or (self._today is not None and year <= self._today.year):
            return stretch
        return Stretch(OPEN, stretch.last)

    def _spanning(self, stretch: Stretch | None, base: Time | None, change: Change | None) -> Stretch | None:
        """A change since a year that is written out spans both years."""
        if stretch is None or base is None or change is None or not base.explicit or base.stretch is None:
            return stretch
        then, now = base.stretch.first[:7], stretch.last[:7]
        if len(then) == len(now) == 7 and stretch.last != OPEN and then < now:
            return Stretch(then, now)
        first, last = base.stretch.year, stretch.year
        return stretch if first is None or last is None or first >= last else Stretch(str(first), str(last))


def is_over(stretch: Stretch | None, today: date | None) -> bool:
    """Whether a time lies before the article's day."""
    if stretch is None or today is None or stretch.last == OPEN:
        return False
    return stretch.last < today.isoformat()[: len(stretch.last)]


_YEARS_OF_PLAN = 3
"""No shorter stretch that has just begun is a plan's: school years and fiscal years are two."""


def is_plan(stretch: Stretch | None, today: date | None) -> bool:
    """Whether a time is one of several years of which none is over: `“十五五”时期`, `2026—2030年`."""
    if stretch is None or today is None or OPEN in stretch:
        return False
    first, last = int(stretch.first[:4]), int(stretch.last[:4])
    return first >= today.year and last - first + 1 >= _YEARS_OF_PLAN
