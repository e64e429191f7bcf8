"""The time that a quantity speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.claims.relative_times import ENDED, months_up_to
from reader.claims.reported import Reported
from reader.claims.setting import SIGHT
from reader.claims.stretch import OPEN, Stretch, Time
from reader.claims.time_reach import Reach
from reader.claims.time_roles import UP_TO_NOW, is_of_basis, is_taken_up, role_of
from reader.claims.times import times
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence, Set
    from datetime import date

    from reader.claims.claim import Change
    from reader.claims.passages import Span
    from reader.claims.setting import Setting

_SINCE_EVENT = lazy(
    "(?<![\\d年月日季])(?:上线|开业|成立|投产|开通|启用|运行|运营|上市|开播|开售|实施|施行|推出|入[汛夏冬秋春]|开赛|开学|疫情)以来"
)
"""What is told since an event whose time the sentence does not name."""
_OF_THEN = ("", "的", "同期的", "末的", "底的", "的峰值", "的高点", "的高位", "的低点", "的谷底", "的水平")
_AS_OF = lazy("(?:截至|截止|截止到|截至到|(?<=，)至|^至)$")
_FORMER = lazy("[由从](?:[^，。；：\\d一二三四五六七八九十百千万零〇]{0,8})$")
_LATTER = lazy("[^，。；\\d]{0,8}?(?:[至到为成](?![此今])|(?<=[增降升减跌])[至到]?(?=\\d))")
"""What stands around the level before a change: `由400元提高到800元`."""

_UNTIL = lazy("(?:到|至|截至到)$")
_CUMULATIVE = lazy("累计|建成|形成|培育|打造|新增|建设|总共")


_HEADING = lazy(r"^(?:[^\n。；]{2,60}|[^\n]{1,60}(?:公布|发布|披露|通报)[^\n]{0,60})$", re.MULTILINE)
"""A line that may name the period of what stands below it: a heading, or one that tells what was published."""

_LOOKED_AT = 12
"""How many times before a quantity are looked at."""


def _up_to(stretch: Stretch) -> Stretch:
    """All time up to the end of a stretch; the stretch itself where one of its ends is open."""
    return stretch if OPEN in stretch else Stretch(OPEN, stretch.last)


class Periods:
    """The times of a text, looked up for its quantities in order."""

    def __init__(self, text: str, today: date | None, place: str) -> None:
        """Set out to read a text.

        Args:
            text: Simplified, with narrow digits.
            today: The article's day.
            place: ISO 4217 of its currency.
        """
        self._text, self._today, self._place = text, today, place
        self.lasting: Set[int] = frozenset()
        """Where lengths of time begin in the paragraphs that are read: `11日` is no date where it is one."""
        self._paragraph: Span | None = None
        self._reach, self._reported = Reach(text, today), Reported(text, today)
        self._goes_on: tuple[Stretch | None] | None = None
        self._times: list[Time] = []
        self._starts: list[int] = []
        self._roles: dict[int, str] = {}

    def of(self, setting: Setting, change: Change | None, *, planned: bool) -> Stretch | None:
        """The time that a quantity speaks of, or None where neither its sentence nor its paragraph says.

        Args:
            setting: The quantity in its sentence.
            change: Which way it went.
            planned: Whether it is planned or aimed at: then no time that is over governs it from an earlier sentence.
        """
        if setting.paragraph != self._paragraph:
            self._note_headings(setting.paragraph.start)
            self._read(setting.paragraph)
        if self._is_since_event(setting):
            return None
        base: Time | None = None
        came = _FORMER.search(setting.lead) if setting.lead else None
        former = came is not None and _LATTER.match(setting.rest) is not None
        came_at = setting.lead_start if came is None else setting.lead_start + came.start()
        for time in self._nearest(setting.quantity.start):
            if self._reach.misses(time, setting, planned=planned):
                continue
            if time.end <= setting.sentence.start and self._reach.is_outlook(time):
                return None
            if former and time.end <= came_at:
                return None
            role = self._role_of(time)
            if role == "mention" and (is_of_basis(time, setting) or is_taken_up(time, setting, self._today)):
                return time.stretch
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

    def _read(self, paragraph: Span) -> None:
        """Look up the times of a paragraph."""
        self._paragraph = paragraph
        named = times(self._text, *paragraph, self._today, self._place, self._reported.year, self._reported.event)
        self._times = [time for time in named if time.start not in self.lasting or self._text[time.end - 1] == "前"]
        self._starts = [time.start for time in self._times]
        self._roles = {}
        self._reach.look_at(self._times)
        self._goes_on = None
        self._reported.turn()
        self._reported.note((time, self._role_of(time)) for time in self._times)

    def _note_headings(self, before: int) -> None:
        """Remember the times of headings without figures between the paragraph last read and an offset."""
        start = self._paragraph.end + 1 if self._paragraph is not None else 0
        for heading in _HEADING.finditer(self._text, start, before):
            named = times(self._text, heading.start(), heading.end(), self._today, self._place, self._reported.year)
            self._times = list(named)
            self._reported.note((time, self._role_of(time)) for time in self._times)

    def _nearest(self, before: int) -> Sequence[Time]:
        """The last times of the paragraph that are named before an offset, the nearest first."""
        count = bisect_right(self._starts, before)
        return self._times[max(0, count - _LOOKED_AT) : count][::-1] if count else ()

    def _is_since_event(self, setting: Setting) -> bool:
        first, last = setting.clause.start, setting.quantity.start
        if last - first > SIGHT:
            first = last - SIGHT
        return self._text.find("以来", first, last) >= 0 and _SINCE_EVENT.search(self._text, first, last) is not None

    def _inherited(self, setting: Setting) -> Stretch | None:
        """The period that the article reports on, for a paragraph that goes on without naming a time, looked up once."""
        if self._goes_on is None:
            self._goes_on = (self._reported.inherited(setting.paragraph),)
        return self._goes_on[0]

    def _role_of(self, time: Time) -> str:
        """What a time is to what follows it, worked out once for all that follows."""
        if time.start not in self._roles:
            self._roles[time.start] = role_of(self._text, time, self._today)
        return self._roles[time.start]

    def _is_base_value(self, time: Time, setting: Setting) -> bool:
        """`较2024年的82.1%` states the figure of 2024 itself; `恢复到2019年的八成` does not."""
        if self._text[time.end : setting.quantity.start] not in _OF_THEN:
            return False
        if self._text[setting.quantity.end - 1] in "成倍半":
            return self._text.endswith(("比", "较"), 0, time.start)
        return self._text.endswith(("比", "较", "高于", "低于", "超过", "好于", "不及", "逊于"), 0, time.start)

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
        if UP_TO_NOW.match(self._text, time.end):
            return Stretch(stretch.first, OPEN)
        if not before.endswith(("至", "到", "止")):
            return stretch
        if _AS_OF.search(before):
            ended = ENDED.match(self._text, time.end)
            return months_up_to(stretch, ended) if ended else _up_to(stretch)
        if _UNTIL.search(before) and _CUMULATIVE.search(
            self._text[max(time.end, setting.clause.start) : setting.quantity.start]
        ):
            return self._until(stretch)
        return stretch

    def _until(self, stretch: Stretch) -> Stretch:
        """What is to be reached by a year to come counts from an open beginning."""
        year = stretch.year
        is_begun = year is None or (self._today is not None and year <= self._today.year)
        return stretch if is_begun else _up_to(stretch)

    def _spanning(self, stretch: Stretch | None, base: Time | None, change: Change | None) -> Stretch | None:
        """A change since a year that is written out spans both years."""
        if stretch is None or base is None or change is None or not base.explicit or base.stretch is None:
            return stretch
        then, now = base.stretch.first[:7], stretch.last[:7]
        if len(then) == len(now) == 7 and stretch.last != OPEN and then < now:
            return Stretch(then, now)
        first, last = base.stretch.year, stretch.year
        return stretch if first is None or last is None or first >= last else Stretch(str(first), str(last))
