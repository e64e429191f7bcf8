"""Whether a quantity is a fact or a target."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.claims.claim import Status
from reader.claims.setting import SIGHT
from reader.text.patterns import lazy

if TYPE_CHECKING:
    import re

    from reader.claims.passages import Span
    from reader.claims.setting import Setting

_AIM = lazy(
    r"力争|争取|目标(?!的)|预计|预估|预报|推估|推测|研判|估(?=[\d全今明年下约])|(?:建成|投产|投运|达产|投用|完工|竣工|并网|投入使用|实施|落成|通车|启用)后|明天|明日|后天|今夜|今晚到|可望|恐|或将|预期(?!的)|预测|预料|料(?:达|有(?!限|关)|升|跌|增|将|可|会|未来|全年|今年|[^理想，。]{0,6}再)|计划(?![”》」』、，。的外内书单\d]|投资(?!建)|生育|经济)|规划(?:到|新增|总)|(?<!虚)拟(?!合|人|议)|有望|可望|"
    "(?<![即])将(?!近|军|士|来自|领|其|[^，。；\\d]{1,20}(?:从|由|作为|视为|提高到|降低到|下调至|上调至|提升至|降至|增至|打造))|"
    "将(?:达|超|突破|增|降|新|投|实|建|在|有|会|是|为|于|继续|进一步|带动|新增|开工|完成|安排|提供|影响|受)|"
    "确保|展望|未来|下一步|下阶段|明年|后年|届时|到时|可望|要(?:达到?|实现|完成|建成|确保)|须达|计划到|(?:到|至)(?P<year>20\\d\\d)年|将来|瞄准|冲刺|锚定|估计(?=[^，。；]{0,14}(?:将|会|可))|上看|可能(?:出现|达|会|升|跌)"
)
_DONE = lazy("已(?!经?将)|目前|去年|上年|截至|现有|现已|日前|了|今年以来|昨|此前|超额")
_PLANNED_WORD = lazy(
    "(?:高于|低于|优于|好于|超|超过|不及|逊于|胜|符合|优于市场|大于)[^，。；]{0,6}(?:预期|目标|计划|预测|预料)|超(?:年度)?计划"
)
_START = lazy("[由从](?:目前|现在|现有|原来|\\d{4}年)?[^，。；]{0,8}$")
_RULE = lazy("(?:[日月年]|元旦)起(?:实施|施行|执行|，|,|，?[由从])|[日月年]起，[^。]*[由从]")


class Statuses:
    """Tells facts from targets, for the quantities of a text in order."""

    def __init__(self, text: str, year: int | None) -> None:
        self._text, self._year = text, year
        self._sentence: Span | None = None
        self._aims: list[int] = []

    def of(self, setting: Setting, *, over: bool) -> Status:
        """Fact or target.

        Args:
            setting: The quantity in its sentence.
            over: Whether the time that it speaks of is over: an estimate of the past is a fact.
        """
        if setting.sentence != self._sentence:
            self._sentence = setting.sentence
            start, end = setting.sentence
            self._aims = [found.end() for found in _AIM.finditer(self._text, start, end) if self._is_aim(found)]
        start = setting.quantity.start
        index = bisect_right(self._aims, start)
        if over or index == 0 or start - self._aims[index - 1] > SIGHT or _START.search(setting.lead):
            return Status.ACTUAL
        return self._after_aim(setting, self._aims[index - 1])

    def _after_aim(self, setting: Setting, aim: int) -> Status:
        """Target, unless what follows the word of aiming tells what is done, a rule, or a comparison with a plan."""
        since = self._text[aim : setting.quantity.start]
        if (_DONE.search(since) and "，" in since) or _RULE.search(setting.so_far):
            return Status.ACTUAL
        return Status.ACTUAL if _PLANNED_WORD.search(setting.so_far[-40:]) else Status.TARGET

    def _is_aim(self, found: re.Match[str]) -> bool:
        told = found["year"]
        return told is None or (self._year is not None and int(told) > self._year)
