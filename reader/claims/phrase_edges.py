"""Where the noun phrase before a figure begins and ends: what leads from it to the figure comes off, so does what opens its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.phrase import ITEMS
from reader.claims.phrase_words import COMPARISON, FROM, KEPT_TAIL, LEAD, MOVES, PRESENT, TAIL, TIME, VERB, VERBS
from reader.text.patterns import lazy

if TYPE_CHECKING:
    import re

WORD = 12
"""No word that leads to a figure has more code points."""
_OF_OTHER = lazy(
    "(?:不[宜得能]?)?(?:超过|完成(?=[^，。]{1,12}(?:目标|计划|任务|预算)的)|占到?|仅|远?胜|相当于|相?等于"
    "|恢复[至到]|回复[至到]|回到|达到?|更?是|接近|不到|不及|只?有|约?为|约占|约当|逊于|优于|高于|低于|快于"
    "|慢于|好于|(?:增|升|降|减|跌|涨|炒|卖|飙|提高|提升|下降|上升|增加|减少|扩大|缩小)[至到])"
    "(?!比)[^，。]{1,24}的$"
)
_THAN = lazy("(?:高于|低于|快于|慢于|优于|好于|多于|少于|高出|低出|超出|领先|落后)[^，。]{1,16}$")
_RANKED = lazy(
    "(?=[均位稳名居列])均?(?:位居|位列|稳居|名列|居|(?<![班专系行队序阵下前罗陈编排])列)(?!民|入|车|为"
    "|[线举支席装岛国出表])[^，。]{0,8}$"
)
_SHARE_OF = lazy("占(?!比|地(?![区方域])|用|有|道|领)[^，。]{0,20}$")
_MEASURE_HEAD = lazy(
    "(?:总|最[高低大小])?(?:面积|能力|规模|总值|价格|量|额|数|率|费用?|值|成本|收入|支出|指数|人数|户数|次数"
    "|总量|总额|强度|水平|标准|限额|额度|门槛|比例|比重|时间|周期|期限|价|单价|均价|进度|总收入|"
    "收入|物价|指标|密度|损失|缺口|余额|信心|需求|负荷|电价|息率|利润|市场|者|业|品|商|点"
    "|地)(?:[^\\u4e00-\\u9fff]|$|修订|达)"
)
BARE_RATE = lazy(
    f"(?:日均|月均|周均|单日)(?:{VERBS})|(?:每[户人月年次程])?[上下]限"
    f"|(?:[年月周期]内|今年以来|年初(?:以来|至今)|开年以来)?(?:同比|按年|累计|平均|其|年|月|季)?(?:增速|增幅"
    f"|升幅|涨幅|降幅|跌幅|减幅|占比|比重|比率|加幅|其中|年增率|月增率|调幅|增长率|成长率|前者|后者|其"
    f"|[年月季日]|(?:预期|增长|发展|奋斗)*目标值?|总数|[^，。；]{0, 8}中(?:排名|位列|位居)?|(?:上年|去年)?同期|日内|盘中|[周月年期]内"
    f"|[这该]一?个?(?:数字|数据|数目|数值|比例|指标|金额|规模|增速|价格|水平)|这)"
)
_ONLY_VERBS = frozenset(
    (
        "实现",
        "完成",
        "录得",
        "取得",
        "获得",
        "创造",
        "拥有",
        "透露",
        "公布",
        "达成",
        "设立",
        "设置",
        "建立",
        "节约",
        "节省",
    )
)
"""Verbs that make no noun with the measure behind them: `俱乐部实现总收入`."""
_TOGETHER = "共已"
"""What parts a verb from a list of those who act: `消防、武警和民兵共出动…`."""
_MAY_COMPARE = lazy("[同环相比较按超]")
"""What every comparison holds: most phrases are spared the search for one."""
_MAY_OPEN = lazy("[将把年月季日号Q今昨]")
_MAY_BE_PRESENT = lazy("[预排当目现期]")
"""What every time and every word that moves an object holds: most phrases are spared the search for them."""
_NO_BEGINNING = tuple("率量额价费值数者")
"""What begins no noun: the verb before it is part of one (`收购价`, `接种率`)."""
_COMPOUND = lazy("[\u4e00-\u9fff]{1,2}[值额量率数价费次]$")
_TRADES = (
    "出口", "进口", "贷款", "存款", "销售", "生产", "交易", "消费", "采购", "接待", "服务", "培训", "运营", "经营", "使用", "建设", "融资",
    "发行", "租赁", "发送", "输送", "成交", "申请", "报名", "接种", "诊疗", "招聘", "种植", "养殖", "开采", "供应", "配送",
)  # fmt: skip
"""Verbs that make a noun together with a measure behind them: `出口货值`, `接待人次`."""
_DEADLINE = lazy("[要须应需将]?(?:在|于|到|至)(?:\\d{4}年|今年|明年|后年|本月|\\d{1,2}月)[^，。；]{0,5}[前底末]$")
"""When something is to be reached, between it and its figure: `接种率要在2026年底前达到95%`."""
_DEADLINE_ENDS = tuple("前底末")
_MAY_REASON = lazy("[因受]")
_REASON = lazy(
    "(?<=[\u4e00-\u9fff]{2})(?:(?<![基原成病诱起外内])因(?![素子此果特应])[^，。]{2,16}"
    "|受[^，。]{1,16}(?:影响|拖累|带动|提振|推动|拉动|冲击|刺激|支撑)[^，。]{0,6})$"
)
"""`毛利率因占比攀高而降至6.2%`: why it moved."""


def stripped(text: str, start: int, end: int) -> int:
    """Where the phrase ends once what leads to the figure is taken off."""
    for pattern in (_OF_OTHER, _THAN, _SHARE_OF, _RANKED) if text[end - 1] == "的" else (_THAN, _SHARE_OF, _RANKED):
        found = pattern.search(text, start, end)
        if found is not None and (found.start() == start or text[found.start() - 1] != "“"):
            end = found.start()
    compared = COMPARISON.search(text, start, end) if _MAY_COMPARE.search(text, start, end) else None
    end = end if compared is None else compared.start()
    end = without_tail(text, start, end)
    if _MAY_REASON.search(text, start, end) and (reason := _REASON.search(text, start, end)) is not None:
        end = reason.start()
    deadline = _DEADLINE.search(text, start, end) if text[end - 1 : end] in _DEADLINE_ENDS else None
    if deadline is not None and deadline.start() > start:
        return without_tail(text, start, deadline.start())
    came = FROM.search(text, start, end)
    return end if came is None else without_tail(text, start, came.start())


def without_tail(text: str, start: int, end: int) -> int:
    """Where the phrase ends once the words that only lead to a figure (`同比增长约`) are off its end."""
    while end > start and not KEPT_TAIL.search(text, max(start, end - WORD), end):
        found = TAIL.search(text, max(start, end - WORD), end)
        if found is None or found.start() == end:
            break
        opening = text.rfind("（", start, end) if text[end - 1] == "）" else -1
        end = opening if opening > start else found.start()
    return end


def after_lead(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the phrase begins: after connectives and times, and after the last verb that takes an object."""
    opening = LEAD.match(text, start, end)
    if opening is not None:
        start = opening.end()
    for found in VERB.finditer(text, start, end):
        if text[found.start() - 1] not in _TOGETHER and ITEMS.search(text, start, found.start()):
            break
        if text[found.end() : found.end() + 1] in _NO_BEGINNING or BARE_RATE.fullmatch(text, found.end(), end):
            continue
        if _COMPOUND.match(text, found.end(), end) and found.group() in _TRADES:
            continue
        if end - found.end() >= 2 and (
            found.group() in _ONLY_VERBS or not _MEASURE_HEAD.match(text[found.end() : end])
        ):
            start = found.end()
    if _MAY_OPEN.search(text, start, end):
        start = _behind_last(MOVES, text, start, end, 2)
        start = _behind_last(TIME, text, start, end, 1)
    if _MAY_BE_PRESENT.search(text, start, end):
        start = _behind_last(PRESENT, text, start, end, 1)
    opening = LEAD.match(text, start, end)
    return (start if opening is None or opening.end() >= end else opening.end()), end


def _behind_last(pattern: re.Pattern[str], text: str, start: int, end: int, least: int) -> int:
    """Where a phrase goes on behind the last words of a kind within it, if so many characters are left."""
    for found in pattern.finditer(text, start, end):
        if end - found.end() >= least and found.start() > start:
            start = found.end()
    return start
