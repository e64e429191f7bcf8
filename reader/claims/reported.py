"""What an article reports on: the period that a later paragraph goes on with where it names none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.claims.relative_times import ENDED, months_up_to
from reader.claims.stretch import OPEN, date_of, is_over
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from reader.claims.passages import Span
    from reader.claims.stretch import Stretch, Time

_GOES_ON = lazy(
    "^其中|^当中|同比|环比|按[年月季](?=[^，。]{0,2}[升跌增减上下多少录回])|年增|月增|季增|年减|月减|季减|较上|比上|较前|比前|报告期|期内|假期|"
    r"^(?:若|如|再|另)?(?:分|按|从|依|就)[^，。]{1,10}(?:看|分|计|分析|划分|统计|观察|区分)，|同期|增速|[涨增降跌]幅|毛利率|净利润"
    r"|营业收入|每股收益|占(?![地道用])[^，。]{0,8}\d|[。；]从[^，。]{1,8}看"
    r"|分(?:行业|产业|地区|品种|类别|领域|区域|城乡)",
    re.MULTILINE,
)
"""What only a paragraph that goes on with the figures of the passage before it says."""
_SAME_DAY = lazy(
    "收盘|收报|全天|全日|盘中|盘面|早盘|午后|尾盘|个股|板块|涨停|大市|冠军|亚军|夺冠|参赛|赛道|完赛|比赛(?!日)|赛事|当晚|是日"
)
"""Words of a trading day, a contest, an event: a paragraph with one goes on with the day that the article reports on."""
_HOLIDAY = lazy("假[期日]|长假|黄金周|档期|节日?期间|(?:春运|暑运|会展|展会|活动|赛事|运输)期间")
"""What stands for the days of a holiday or an event that were named as a stretch: `9月28日至10月8日`, later 假日期间."""
_NEWS_DAYS = 3
"""A day so many days before that of the article is news; an earlier one is told for something else."""


class Reported:
    """The period, the day and the holiday that an article reports on, as far as it was read."""

    def __init__(self, text: str, today: date | None) -> None:
        """Set out to read a text (Simplified, with narrow digits) of a day."""
        self._text, self._today = text, today
        self._report: Stretch | None = None
        self._earlier: Stretch | None = None
        self._holiday: Stretch | None = None
        self.event: Stretch | None = None
        """The day, if one is news."""

    @property
    def year(self) -> int | None:
        """The year that it reports on, where it is a whole one."""
        return self._report.year if self._report is not None and len(self._report.last) == 4 else None

    def turn(self) -> None:
        """Begin another paragraph: what it reports on itself, further on, is not what its beginning goes on with."""
        self._earlier = self._report

    def note(self, named: Iterable[tuple[Time, str]]) -> None:
        """Remember what the article reports on: the first month, quarter or year that is over, the first recent day.

        Args:
            named: Times with their roles, as `role_of` tells them.
        """
        for time, role in named:
            stretch = time.stretch
            if (
                stretch is not None
                and self._text.startswith("止", time.end)
                and (ended := ENDED.match(self._text, time.end)) is not None
            ):
                stretch = months_up_to(stretch, ended)
            if stretch is None or OPEN in stretch or role != "governing":
                continue
            if self._text[time.start - 1 : time.start] == "（" and self._text.startswith("同期", time.end):
                continue
            if len(stretch.first) == len(stretch.last) == 10 and stretch.first < stretch.last:
                self._holiday = stretch
            if len(stretch.last) == 10:
                self.event = self.event or (stretch if self._is_recent(stretch) else None)
            elif is_over(stretch, self._today):
                self._report = self._report or stretch

    def inherited(self, paragraph: Span) -> Stretch | None:
        """The period that the article reports on, for a paragraph that goes on without naming a time."""
        start, end = paragraph
        if self._holiday is not None and _HOLIDAY.search(self._text, start, end):
            return self._holiday
        if self.event is not None and _SAME_DAY.search(self._text, start, end):
            return self.event
        return self._earlier if _GOES_ON.search(self._text, start, end) else None

    def _is_recent(self, stretch: Stretch) -> bool:
        """Whether a day is news: no more than three days before the article's."""
        day = date_of(stretch.last)
        return self._today is not None and day is not None and 0 <= (self._today - day).days <= _NEWS_DAYS
