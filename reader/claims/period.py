"""The time that a quantity speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.claims.times import OPEN, Stretch, Time, times

if TYPE_CHECKING:
    from datetime import date

    from reader.claims.claim import Change
    from reader.claims.passages import Span
    from reader.claims.setting import Setting

_BASE = re.compile(
    "(?:比|较|与|同|跟|和|相比|相较|相较于|较之|超过|超|高于|低于|回复至|恢复至|恢复到|回到|相当于|达到|为|创|自)$"
)
_SINCE_RECORD = re.compile("(?:以来)?(?:同期)?的?(?:[次最][高低大小好差快多少]|新高|新低|首次|首个|最|纪录)")
_FROM = re.compile("[从由自](?:[^，。；\\d]{0,8})$")
_AS_OF = re.compile("(?:截至|截止|截止到|截至到|至)$")
_UNTIL = re.compile("(?:到|至|截至到)$")
_CUMULATIVE = re.compile("累计|建成|形成|培育|打造|新增|建设|总共")
_SAME_TIME = re.compile("同期|相比|的同期|水平")


_GOES_ON = re.compile(
    "^其中|^当中|同比|环比|按年|按月|按季|年增|月增|季增|年减|月减|季减|较上|比上|较前|比前|报告期|期内|假期|"
    "^(?:分|按|从)[^，。]{1,10}[看分计]，|[。；]从[^，。]{1,8}看|分(?:行业|产业|地区|品种|类别|领域|区域|城乡)",
    re.MULTILINE,
)
"""What only a paragraph that goes on with the figures of the passage before it says."""


class Periods:
    """The times of a text, looked up for its quantities in order."""

    def __init__(self, text: str, today: date | None, place: str) -> None:
        self._text, self._today, self._place = text, today, place
        self._paragraph: Span | None = None
        self._report: Stretch | None = None
        self._times: list[Time] = []

    def of(self, setting: Setting, change: Change | None) -> Stretch | None:
        """The time that a quantity speaks of, or None where neither its sentence nor its paragraph says."""
        if setting.paragraph != self._paragraph:
            self._paragraph = setting.paragraph
            start, end = setting.paragraph
            self._times = list(times(self._text, start, end, self._today, self._place))
            self._note_report()
        base: Time | None = None
        for time in reversed(self._times):
            if time.start > setting.quantity.start:
                continue
            role = self._role(time)
            if role == "base":
                if self._is_base_value(time, setting):
                    return time.stretch
                base = base or (time if self._in_reach(time, setting) else None)
            elif role == "from":
                if self._next_is(time, setting):
                    return time.stretch
            elif role == "governing":
                return self._spanning(self._governing(time, setting), base, change)
        return self._inherited(setting)

    def _note_report(self) -> None:
        """Remember the first month, quarter or year that is over and that a paragraph is about."""
        if self._report is not None:
            return
        for time in self._times:
            stretch = time.stretch
            if stretch is None or stretch.first == OPEN or stretch.last == OPEN or len(stretch.last) == 10:
                continue
            if self._role(time) == "governing" and is_over(stretch, self._today):
                self._report = stretch
                return

    def _inherited(self, setting: Setting) -> Stretch | None:
        """The period that the article reports on, for a paragraph that goes on without naming a time."""
        start, end = setting.paragraph
        return self._report if _GOES_ON.search(self._text, start, end) else None

    def _role(self, time: Time) -> str:
        """What a time is to what follows it: it governs, or it is what something is compared with or came from."""
        before = self._text[max(0, time.start - 6) : time.start]
        if _SINCE_RECORD.match(self._text, time.end):
            return "mention"
        if _BASE.search(before) and not before.endswith(("截至", "以来")):
            return "base"
        if time.stretch is not None and time.stretch.last == OPEN:
            return "governing"
        if _FROM.search(before) and not self._text.startswith(("起", "以来", "开始", "至", "到"), time.end):
            return "from"
        return "governing"

    def _is_base_value(self, time: Time, setting: Setting) -> bool:
        """`较2024年的82.1%` states the figure of 2024 itself; `恢复到2019年的八成` does not."""
        if self._text[time.end : setting.quantity.start] not in ("的", "同期的", "末的", "底的"):
            return False
        return self._text[max(0, time.start - 1) : time.start] in ("比", "较")

    def _in_reach(self, time: Time, setting: Setting) -> bool:
        """Whether nothing but the words of the comparison stands between a time and a quantity."""
        return setting.clause.start <= time.start and "，" not in self._text[time.end : setting.quantity.start]

    def _next_is(self, time: Time, setting: Setting) -> bool:
        previous = setting.previous
        return time.start >= setting.sentence.start and (previous is None or previous.end <= time.start)

    def _governing(self, time: Time, setting: Setting) -> Stretch | None:
        stretch = time.stretch
        if stretch is None:
            return None
        before = self._text[max(0, time.start - 4) : time.start]
        if _AS_OF.search(before) and not before.endswith(("预计至",)) and len(stretch.last) == 10:
            return Stretch(OPEN, stretch.last)
        if _UNTIL.search(before) and _CUMULATIVE.search(
            self._text[max(time.end, setting.clause.start) : setting.quantity.start]
        ):
            return self._until(stretch)
        return stretch

    def _until(self, stretch: Stretch) -> Stretch:
        year = stretch.year
        if year is None or (self._today is not None and year <= self._today.year):
            return stretch
        return Stretch(OPEN, stretch.last)

    def _spanning(self, stretch: Stretch | None, base: Time | None, change: Change | None) -> Stretch | None:
        """A change since a year that is written out spans both years."""
        if stretch is None or base is None or change is None or not base.explicit or base.stretch is None:
            return stretch
        first, last = base.stretch.year, stretch.year
        return stretch if first is None or last is None or first >= last else Stretch(str(first), str(last))


def is_over(stretch: Stretch | None, today: date | None) -> bool:
    """Whether a time lies before the article's day."""
    if stretch is None or today is None or stretch.last == OPEN:
        return False
    return stretch.last < today.isoformat()[: len(stretch.last)]
