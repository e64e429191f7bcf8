"""Whether a quantity is a fact or a target."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING

from reader.claims.claim import Status
from reader.claims.setting import SIGHT
from reader.text.patterns import lazy

if TYPE_CHECKING:
    import re

    from reader.claims.passages import Span
    from reader.claims.setting import Setting

_MOVED = (
    r"(?!进一步|继续|逐步|陆续|全面|大幅|再|会|有|于|在|自|从|由|可|达|是|为|实[现施]|新[增建]|建[成设]"
    r"|投[入产]|完成|带动|安排|提供|受|迎|超|突破|增|降)[^，。；\d]{1,20}"
    "(?:从|由|作为|视为|打造|用于|纳入|列入|划分|分为|改为|定为|"
    "(?:提高|提升|上调|调高|升|增加?|扩大|延长|降低?|下调|调低|调整?|减少?|缩[短小减]|压[缩降]|控制|稳定|维持"
    "|保持)[到至为在])"
)
"""What follows 将 where it moves an object (将费率下调至5%) and tells of no future."""

_AIM = lazy(
    "(?=[力争目预推研估建投达完竣并落来明后今可恐或料计规拟有将确展未下届到要短中长后或须至瞄冲锚上挑])(?:"
    r"力争|预[增减亏盈](?=[\d约近逾超])|要[在于][^，。]{2,12}前|争取(?![到了])"
    r"|目标(?!(?:任务|计划)?的|金额|额|区间|价|利率|客户|人群|群体|市场|企业)|预计|预估|预报|推估|推测|研判"
    r"|估(?=[\d全今明年下约可])|(?:建成|投产|投运|达产|投用|完工|竣工|并网|投入使用|落成)后|明天|明日|后天"
    r"|来年|今夜|今晚到|可望|(?<![惊唯])恐(?![怖龙慌惧吓高])|或将|预期(?!的)|预测|预料"
    r"|(?<![燃原材资饲塑肥面废颜染衣食饮调辅香布木物毛草])料(?:达|有(?!限|关)|升|跌|增|将|可|会|未来|全年|今年"
    r"|[^理想，。]{0,6}再)|计划(?![”》」』、，。的外内书单\d]|投资(?!建)|生育|经济)"
    r"|(?<!免疫)规划(?!局|师|院|厅|处|馆|座谈|编制|征求|研究|[》”」』、，。的]|总?面积|用地|范围|占地)|(?<!虚)拟(?!合|人|议)|有望|可望|"
    f"(?<![即老名小大主战干健武猛女宿强虎麻爱悍骁])将(?!原[定有来]|[^，。；]{{1,24}}(?:提[高升]|缩[短小减]|降低|减少|增加|扩大|压缩|刷新|改写|推高|拉低)了|近|军|士|来自|领|其|{_MOVED})|"
    "确保(?!了)|展望|未来|下一步|下阶段|明年|后年|届时|到时|可望|要(?:达到?|实现|完成|建成|确保)|须达|计划到"
    "|(?:到|至)(?P<year>20\\d\\d)年|将来|瞄准|冲刺|锚定|挑战(?=[\\d一二两三四五六七八九十百千万亿兆])"
    "|(?:短期|中期|长远|后市|年底前|下半年|短线|料)[^，。；]{0,6}或"
    "|或(?=于|跌至|升至|涨至|降至|会|可能|进一步)|估计(?=[^，。；]{0,14}(?:将|会|可)|(?:今年|明年|全年|后年|下半年|未来))|上看"
    "|可能(?:出现|达|会|升|跌))"
)
_AS_FORECAST = lazy(
    "(?:[-—–~～至到]{1,2}[\\d.,]+[^，。；\\d的]{1,6})?(?:以上|以下|以内|左右|上下)?的[^，。；\\d]{0,6}?预[测估](?![值机到])"
)
"""`维持增长9%至11%的预测`: what is told behind a figure to be a forecast."""
_FORECAST_NEAR = 28
"""So near behind a figure it is called a forecast, in code points."""
_COMPARED = lazy("(?:[高低快慢优好多少逊]于|[超胜]过?|不及|符合)[^，。；]{0,16}$")
_THAN = "(?<![比较超由从与])(?<!相比)(?<!相较)"
_DONE = lazy(
    f"已(?!经?将)|{_THAN}(?:目前|去年|上年|现有)|截至|现已|日前|(?<![为除])了(?!解)|今年以来|昨|{_THAN}此前|超额"
)
"""What tells, after a word of aiming, of what is done; not what the aim is compared with (比目前, 较去年)."""
_PLANNED_WORD = lazy(
    "(?:高于|低于|优于|好于|超|超过|不及|逊于|胜|符合|优于市场|大于)[^，。；]{0,6}(?:预期|目标|计划|预测"
    "|预料)|超(?:年度)?计划|比[^，。；]{0,8}(?:预期|目标|计划|预算)[^，。；]{0,3}[高低快慢多少]"
)
_START = lazy("[由从](?:目前|现在|现有|原来|\\d{4}年)?[^，。；]{0,8}$")
_ESTIMATE = lazy(
    "(?:预[增减亏盈]|预计|预估|预报|推估|推测|研判|预期|预测|预料|料|估|估计|可能(?:出现|达|会|升|跌)|恐)$"
)
"""Words of estimating: of a time that is over, what they tell is a fact; what was planned or aimed at stays a target."""

_ONCE_BUILT = lazy("[产成运用工](?:后|之后|以后)，?(?:预计|预估|估计)$")
"""`达产后预计`: what is estimated of something not built yet is no fact, whatever day was named."""
_FORECAST = lazy("(?:预测|预期|预估|预计|目标)[值价]?(?:分别)?[由从自]")
"""`把增长预测由5%上调至9%`: the former forecast is none of a fact."""
_RULE = lazy("(?:[日月年]|元旦)起(?:实施|施行|执行|，|,|，?[由从])|[日月年]起，[^。]*[由从]")


_PLAN_OPENS = lazy(
    "[　 ]*(?:(?:围绕|按照|根据|紧扣|锚定)[^，。；]{0,10}目标(?!值|价)[^，。；]{0,6}，|为(?:实现|完成|达到)[^，。；]{0,12}(?:目标|任务)，"
    "|(?:[新今]的?一?年|20\\d\\d年)，?(?:我们|全[省市县区国]|公司|[^，。；]{0,6}政府)?[要将](?!在)"
    "|(?:下一步|接下来|下阶段|下一阶段|今后一个时期)[，将要])"
)
"""What opens a paragraph of plans: its sentences, mostly without a subject, go on with them (`实施技改项目30个`)."""
_DONE_SENTENCE = lazy("已|了(?!解)|目前|截至|去年|上年|今年以来|同比|较上|据了解|总投资|占地")
"""What tells, in a sentence of such a paragraph, of what is done, or describes."""


class Aim(Enum):
    """What a sentence says of a quantity that is no plain fact."""

    NONE = "none"
    ESTIMATED = "estimated"
    PLANNED = "planned"


_NONE, _ACTUAL = Aim.NONE, Status.ACTUAL
"""Looked up once: a member of an enumeration costs 0.1 µs each time."""


def status_of(aim: Aim, *, over: bool) -> Status:
    """Fact or target.

    Args:
        aim: What the sentence says of the quantity.
        over: Whether the time that it speaks of is over: an estimate of the past is a fact.
    """
    return _ACTUAL if aim is _NONE or (aim is Aim.ESTIMATED and over) else Status.TARGET


class Statuses:
    """Tells facts from aims, for the quantities of a text in order."""

    def __init__(self, text: str, year: int | None) -> None:
        self._text, self._year = text, year
        self._sentence: Span | None = None
        self._aims: list[int] = []
        self._goes_on = False

    def aim_of(self, setting: Setting) -> Aim:
        """What the words before a quantity say of it."""
        if setting.sentence != self._sentence:
            self._sentence = setting.sentence
            start, end = setting.sentence
            self._goes_on = self._is_in_plan(setting)
            self._aims = [found.end() for found in _AIM.finditer(self._text, start, end) if self._is_aim(found)]
        start = setting.quantity.start
        index = bisect_right(self._aims, start)
        if self._is_forecast(setting):
            return Aim.ESTIMATED
        if (
            index == 0
            or start - self._aims[index - 1] > SIGHT
            or (_START.search(setting.lead) and not _FORECAST.search(setting.lead))
        ):
            return Aim.PLANNED if self._goes_on else _NONE
        aim = self._aims[index - 1]
        if not self._is_aimed(setting, aim):
            return _NONE
        if _ONCE_BUILT.search(self._text, max(0, aim - 6), aim):
            return Aim.PLANNED
        return Aim.ESTIMATED if _ESTIMATE.search(self._text, max(0, aim - 4), aim) else Aim.PLANNED

    def _is_forecast(self, setting: Setting) -> bool:
        """Whether words behind a quantity call it a forecast that is made, not one that something is compared with."""
        end = setting.quantity.end
        if self._text.find("预", end, end + _FORECAST_NEAR) < 0:
            return False
        return _AS_FORECAST.match(self._text, end) is not None and not _COMPARED.search(setting.lead)

    def _is_in_plan(self, setting: Setting) -> bool:
        """Whether a sentence goes on with the plans that its paragraph opens with."""
        if _PLAN_OPENS.match(self._text, setting.paragraph.start) is None:
            return False
        start, end = setting.sentence
        return _DONE_SENTENCE.search(self._text, start, min(end, start + SIGHT)) is None

    def _is_aimed(self, setting: Setting, aim: int) -> bool:
        """Whether what follows a word of aiming tells no fact: what is done, a rule, a comparison with a plan."""
        since = self._text[aim : setting.quantity.start]
        if "，" in since and _DONE.search(since):
            return False
        so_far = setting.so_far
        if "起" in so_far and _RULE.search(so_far):
            return False
        return _PLANNED_WORD.search(so_far[-40:]) is None

    def _is_aim(self, found: re.Match[str]) -> bool:
        told = found["year"]
        return told is None or (self._year is not None and int(told) > self._year)
