"""How far a time reaches: what tells of a figure's time and does not govern the figure all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.setting import SIGHT
from reader.claims.stretch import is_coming, is_over
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from reader.claims.setting import Setting
    from reader.claims.stretch import Time

_FORMER_LEVEL = lazy("同期则?(?:分别)?[为是仅约\\d]")
_PLAN_OF_YEAR = lazy("[^，。；]{0,12}(?:目标|任务|计划|预算|指标)(?:任务)?的")
_ONLY_HERE = lazy("(?:年内|今年以来|年初(?:以来|至今))(?:已|已经)?累计?(?:上?涨|下?跌|上?升|下?降)")
_AT_PRESENT = ("目前", "眼下", "当前", "如今", "现在")
_AMONG = ("其中", "其中，", "当中", "当中，")
_REVISED = lazy("份?的?(?:修订|初值|终值)")
_OCCASION = lazy("(?:周末|假期|长假|黄金周|档期|期间|节日?|(?:第\\d{1,3}|[上本当])周|[一二两三四五七]日)$")
"""What a date in brackets explains: `周末（9日至10日）`."""


class Reach:
    """Tells for the times of a paragraph which quantities they do not reach."""

    def __init__(self, text: str, today: date | None) -> None:
        """Set out to read a text (Simplified, with narrow digits) of a day."""
        self._text, self._today = text, today
        self._limits: dict[int, str] = {}

    def look_at(self, named: Iterable[Time]) -> None:
        """Work out once how far each time of a paragraph reaches."""
        self._limits = {time.start: limit for time in named if (limit := self._limit(time))}

    def misses(self, time: Time, setting: Setting, *, planned: bool) -> bool:
        """Whether a time that stands before a quantity does not govern it.

        Args:
            time: The time.
            setting: The quantity in its sentence.
            planned: Whether it is planned or aimed at: then no time that is over governs it from an earlier sentence.
        """
        return (
            self._is_aside(time, setting)
            or self._is_of_plan(time, setting)
            or self._is_former_level(time, setting)
            or (bool(self._limits) and self._is_passed(time, setting))
            or self._is_of_part(time, setting)
            or (planned and self._is_present(time, setting))
            or (planned and self._is_of_announcement(time, setting))
            or (
                time.end <= setting.sentence.start
                and (self._ends_here(time) or (planned and is_over(time.stretch, self._today)))
            )
        )

    def is_outlook(self, time: Time) -> bool:
        """Whether 全年 speaks of a year that is not over: what a later sentence tells is not of the whole year."""
        return self._text[time.start : time.end] == "全年" and not is_over(time.stretch, self._today)

    def _is_aside(self, time: Time, setting: Setting) -> bool:
        """Whether a time stands in brackets that end before the quantity: it governs only what stands there."""
        closing = self._text.find("）", time.end, min(setting.quantity.start, time.end + SIGHT))
        if closing < 0 or "（" in self._text[time.end : closing]:
            return False
        opening = self._text.rfind("（", max(0, time.start - SIGHT), time.start)
        return not (closing == time.end and _OCCASION.search(self._text, max(0, opening - 4), opening))

    def _ends_here(self, time: Time) -> bool:
        """Whether a time governs its own sentence only: what is to come, or a figure of another month that was revised."""
        if time.stretch is None:
            return False
        return is_coming(time.stretch, self._today) or _REVISED.match(self._text, time.end) is not None

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

    def _is_of_part(self, time: Time, setting: Setting) -> bool:
        """`前三季度增长6.7%，其中9月份增长7.3%。产量5万辆`: a month among others reaches no farther than its sentence."""
        if not self._text.endswith(_AMONG, 0, time.start):
            return False
        return time.end <= setting.sentence.start or "；" in self._text[time.end : setting.quantity.start]

    def _is_present(self, time: Time, setting: Setting) -> bool:
        """`目前主体完成80%，达产后可年产5万套`: what is planned is not of today, where the clause before told that."""
        return self._text[time.start : time.end] in _AT_PRESENT and time.end <= setting.clause.start

    def _limit(self, time: Time) -> str:
        """How far a time reaches that does not govern all that follows.

        `年内累计上涨5%，` reaches to the end of its clause, `6月底前开诊；` to the semicolon, `6日单日` to the full stop, `减到目前的170班` to its figure.
        """
        if self._text[time.start] in "年今" and _ONLY_HERE.match(self._text, time.start):
            return "clause"
        behind = self._text[time.end : time.end + 2]
        if behind == "单日":
            return "sentence"
        if behind[:1] == "前" and behind != "前，":
            return "semicolon"
        return "figure" if behind[:1] == "的" and self._text[time.start : time.end] in _AT_PRESENT else ""

    def _is_passed(self, time: Time, setting: Setting) -> bool:
        """Whether a quantity stands behind all that a time reaches to."""
        limit = self._limits.get(time.start)
        if limit == "clause":
            return time.end <= setting.clause.start
        if limit == "sentence":
            return time.end <= setting.sentence.start
        if limit == "semicolon":
            return "；" in self._text[time.end : setting.quantity.start]
        previous = setting.previous
        return limit == "figure" and previous is not None and previous.start >= time.end

    def _is_of_announcement(self, time: Time, setting: Setting) -> bool:
        """`10月27日公告，拟投资5亿元`: the day of telling is not that of the plan."""
        stretch = time.stretch
        return (
            stretch is not None
            and len(stretch.first) == 10
            and time.end <= setting.clause.start
            and is_over(stretch, self._today)
        )
