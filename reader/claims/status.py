"""Whether a quantity is a fact or a target."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.claims.claim import Status

if TYPE_CHECKING:
    from reader.claims.setting import Setting

_AIM = re.compile(
    "力争|争取|目标|预计|预期(?!的)|预测|预料|料(?:达|有(?!限|关)|升|跌|增|将|可|会|未来|全年|今年|[^理想，。]{0,6}再)|计划(?=[于在到至对向新用建投今明全总招将年]|[\u4e00-\u9fff]{1,3}(?:建|招|达|成|现|工|增|减|产|运|设|资))(?!的|单列|生育)|规划(?:到|新增|总)|(?<!虚)拟(?!合|人|议)|有望|可望|"
    "(?<![即])将(?!近|军|士|来自|领|其|[^，。；\\d]{1,20}(?:从|由|作为|视为|提高到|降低到|下调至|上调至|提升至|降至|增至|打造))|"
    "将(?:达|超|突破|增|降|新|投|实|建|在|有|会|是|为|于|继续|进一步|带动|新增|开工|完成|安排|提供|影响|受)|"
    "确保|展望|未来|下一步|下阶段|明年|后年|届时|到时|可望|要(?:达到?|实现|完成|建成|确保)|须达|计划到|(?:到|至)(?P<year>20\\d\\d)年|将来|瞄准|冲刺|锚定|估计(?=[^，。；]{0,14}(?:将|会|可))|上看|可能(?:出现|达|会|升|跌)"
)
_DONE = re.compile("已(?!经?将)|目前|去年|上年|截至|现有|现已|日前|了|今年以来|昨|此前|超额")
_PLANNED_WORD = re.compile(
    "(?:高于|低于|优于|好于|超|超过|不及|逊于|胜|符合|优于市场|大于)[^，。；]{0,6}(?:预期|目标|计划|预测|预料)|超(?:年度)?计划"
)
_START = re.compile("[由从](?:目前|现在|现有|原来|\\d{4}年)?[^，。；]{0,8}$")
_RULE = re.compile("(?:[日月年]|元旦)起(?:实施|施行|执行|，|,|，?[由从])|[日月年]起，[^。]*[由从]")


def status_of(setting: Setting, year: int | None, *, over: bool) -> Status:
    """Fact or target.

    Args:
        setting: The quantity in its sentence.
        year: Of the article, or None.
        over: Whether the time that it speaks of is over: an estimate of the past is a fact.
    """
    if over or _START.search(setting.lead):
        return Status.ACTUAL
    so_far = setting.so_far
    aims = [found for found in _AIM.finditer(so_far) if _is_aim(found, year)]
    if not aims or _RULE.search(so_far):
        return Status.ACTUAL
    last = aims[-1]
    since = so_far[last.end() :]
    clause = so_far.rfind("，", 0, last.start()) + 1
    if _DONE.search(since) and "，" in since:
        return Status.ACTUAL
    return Status.ACTUAL if _PLANNED_WORD.search(so_far[clause:]) else Status.TARGET


def _is_aim(found: re.Match[str], year: int | None) -> bool:
    told = found["year"]
    if told is None:
        return True
    return year is not None and int(told) > year
