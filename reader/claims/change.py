"""Which way a quantity says that something went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.change_verbs import FALLING, RISING
from reader.claims.claim import Change, Kind
from reader.text.patterns import any_of, lazy

if TYPE_CHECKING:
    import re

    from reader.claims.quantities import Quantity
    from reader.claims.setting import Setting

_DURATION, _MULTIPLE = Kind.DURATION, Kind.MULTIPLE
"""Looked up once: a member of an enumeration costs 0.1 µs each time."""

_SHARES = frozenset((Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE))
_UP = (
    "增收|增多|增高|增幅|增速|年增率|月增率|季增率|增长率|成长率|提升|提高|提速|上移|升幅|涨幅|升值|"
    "扩增|净流入|翻|走高|走强|调升|高收|收涨|收升|加发|加开|加息|加价|涨价|提价|溢价|增持|收高|加薪|"
    "加租|加幅|加刑|多增|多收|多出|多了|微增|大涨|大升|微升|微涨|(?<![参附追添更施外另增再强叠])加|"
    "加收|放量|多用|多花|多付|多支出|多缴|多耗|多卖|多产|弹|扬|增资|扩建|加长|长高"
)
"""What tells of a rise beside the verbs of `RISING`."""
_DOWN = (
    "下降|下移|减收|减幅|减速|减持|减排|减亏|减税|减免|降幅|跌幅|降价|降温|降息|降薪|减息|"
    "降(?<![起升空霜]降)|减租|减薪|走低|走弱|缩小|调降|削减|裁员|精简|贬值|折让|少增|负增长|"
    "缩量|少支出|少缴|少了|少收|少还|少花|少付|少用|(?<!最)低收|收跌|收低|大跌|微跌|大降|微降|"
    "微减|插|蚀|省下|流失|净流出|年减率"
)
"""What tells of a fall beside the verbs of `FALLING`."""
_LEVEL_AFTER = "[至到为成]"
_FILLER = (
    "(?:率|了|约|近|大约|将近|接近|超|超过|逾|突破|不到|不足|至少|最多|多|幅度?|分别|各|均|都|介于|介乎|落在"
    "|也|又|再|还|已|将|达|达到|高达|为|是|在|大幅|小幅|出|过|"
    "不低于|不少于|不超过|可望|有望|上看|可|可达|能|仅|只|只有|预计|料|共|合共|合计|两次|超过了|到了|：|:| |“"
    "|整整|累计|平均|有|有所|咗)"
)
_VERB = lazy(
    f"(?:(?P<up>{any_of('|'.join((*RISING.split(), _UP)))})|(?P<down>{any_of('|'.join((*FALLING.split(), _DOWN)))}))(?!(?<=价)率"
    f"|(?<=让)率)(?P<level>{_LEVEL_AFTER}?){_FILLER}{{0,4}}$"
)
_NOUN = lazy("(?:增速|增幅|升幅|涨幅|降幅|跌幅|减幅|增长率|成长率|增率|减率|跌势|涨势|调幅)$")
_AIMED_NOUN = lazy(
    "(?:增长|增速|增幅)(?:的?(?:年度|预期|调控|全年|奋斗)){0,2}目标(?:为|是|定为|设定?[在为]|调整为|确定为|：)?约?$"
)
"""`经济增长预期目标为5%` tells by how much something is to grow."""
_GAIN = lazy("(?:新增|净增|增加|增添|多招|扩招|增派|增设|增收)(?!至|到|值)[^，。；]{1,24}$")
_CUT = lazy("(?:减少|降低|缩短|压减|削减|裁减|节省|减掉|下调|调低|下浮)(?!至|到)[^，。；\\d]{1,16}$")
_RAISE = lazy("(?:提高|提升|扩大|上调|调高|上浮)(?!至|到)[^，。；\\d达占为至到由从]{1,8}$")
_MAY_MOVE = lazy("[增招减降缩省调浮提扩]")
"""What each of the verbs above holds: most words before a figure are spared the search for them."""
_REACHED = lazy(any_of("达到?|至|到|占|为|居|列|突破|有|实现|完成|其中|约为", searched=True) + "[约近超逾]?过?$")
_AFTER = lazy(
    "(?:以上|以下|左右|以内)?的?(?:同比|环比|按年|年均|高速|快速"
    "|正)?(?:(?P<up>增长|增速|增幅|涨幅|升幅|升值|上涨空间|溢价|成长|加幅)"
    "|(?P<down>降幅|跌幅|减幅|萎缩|衰退|下降|跌势|下跌|折让|负增长))"
)
_COMPARED = lazy(
    "(?:同比|环比|按年|按月|按季|[比较](?:上|对上|去|今|前|昨|同期|年初|月初|年底)"
    "|比(?:\\d|十|[一二三四五六七八九]年)|较(?:\\d)|同期|[年月季](?=[增减快高]))[^，。；]{0,10}?"
    "(?<!最)(?:(?P<up>高|快|多|贵|长|早|增)|(?P<down>低|慢|少|短|便宜|减))[了出约近]{0,2}$"
)
_PLACE = lazy(
    any_of(
        "(?<![不得能])(?:高于|低于|快于|慢于|优于|好于|多于|少于|高出|低出|超出|领先|落后)[^，。；\\d]{0,16}$|"
        "比[^，。；\\d]{0,14}(?:平均|水平|全国|全省|全市|常年|对手|同行|同类|目标|计划|预期"
        "|预算)[^，。；\\d]{0,8}$|超[^，。；\\d]{0,4}(?:计划|目标|预期)[^，。；\\d]{0,6}$",
        searched=True,
    )
)
_RATES = "(?:(?P<up>升幅|涨幅|增幅|增速|增长率|成长率)|(?P<down>降幅|跌幅|减幅))"
_RATE_OF_THEN = lazy(
    f"{_RATES}(?:明显|大幅|显著|也|均|都)?[比较][^，。；\\d]{{0,4}}(?:\\d{{1,2}}月份?)?(?:[^，。；\\d]{{0,4}})的$"
)
"""`升幅较9月的16.1%扩大`: the former rate tells of a change, too."""
_RATE_BEFORE = lazy(f"{_RATES}(?:最[大高小低]|居[前首]|领先|靠前|较[大高小低]|明显)，$")
_REACHING = frozenset(("达", "达到", "为", "高达", "超", "超过", "逾", "近", "约", "约为", "有", "仅", "仅为"))
"""`降幅最大，达11.7个百分点`."""
_MORE_DONE = lazy(
    "(?:同比|[比较](?:上[年月]|[去前]年|\\d{1,2}月|平时|往年)(?:同期|日均|月均|暑运|春运|暑期|国庆|春节|五一"
    "|假期)?)(?:(?P<up>多)|(?P<down>少))[\u4e00-\u9fff]{1,3}$"
)
"""`同比多完成9.2亿元`."""
_THAN_BEFORE = lazy(
    "[比较](?:上[年月季周半]|[去前昨]年|前[年月季周]|年初|月初|年底|上[个一][月季]"
    "|同期)[^，。；\\d]{0,6}(?:高出|多出|低|少)[^，。；\\d]{0,4}$"
)
"""`比前年高出` compares with the thing's own past, not with another place."""
_UPPER_END = lazy("(?: ?[-—–~～至到和与及、]{1,2} ?[\\d.]+%)+")
_IN_A_ROW = lazy("连[升跌涨降增减续]{1,2}[^，。；]{0,4}$")
_RAISED = ("调高", "上调", "调升", "调涨", "提高")
_LOWERED = ("调低", "下调", "调降", "降低")
_JOIN = lazy("[、和及与或,]|以及|或者|（即|即")
_TOTAL = lazy("总|累计|合计|共")
_LONGEST_JOIN = 2
"""No mark between members of a list has more characters."""

_COUNTED_RISE = lazy("(?:新增|净增)")


_ALTOGETHER = lazy("[，]?(?:合共|共计|合计|累计|共)$")
"""What sums up the changes in a row before it: `连升三日共1935点`."""

_RECORD_OF = ("创", "创近", "创下", "创下近", "为近", "是近")
"""`净增量创近十年最高`: a stretch of time to look back on does not change."""

_SIGHT = 40
"""How far before a figure its verb stands, in code points."""


def change_of(setting: Setting, before: Change | None) -> Change | None:
    """Which way the thing measured went, or None for a level.

    Args:
        setting: The quantity in its clause.
        before: What the quantity before it in the sentence came to: members of a list share a verb.
    """
    text, quantity, previous, lead = setting.text, setting.quantity, setting.previous, setting.lead[-_SIGHT:]
    if quantity.kind is _DURATION and lead.endswith(_RECORD_OF):
        return None
    if text.startswith("翻", quantity.start):
        return Change.INCREASE
    if previous is not None:
        if _shares(setting, previous, lead):
            return before
        if lead.endswith(("共", "计")) and _ALTOGETHER.fullmatch(lead):
            return _of_row(text[max(setting.clause.start, previous.start - _SIGHT) : previous.start])
    if not lead:
        return _of_what_follows(setting) if quantity.value >= 0 else None
    if quantity.kind is _MULTIPLE and lead.endswith("的"):
        return None
    if quantity.value < 0 or (_PLACE.search(lead) and not _THAN_BEFORE.search(lead)) or _is_repetition(setting):
        return None
    if lead.endswith("调幅"):
        return _of_adjustment(setting.so_far)
    verb = _VERB.search(lead)
    if verb is not None:
        return _of_verb(verb, lead)
    if "目标" in lead and _AIMED_NOUN.search(lead):
        return Change.INCREASE
    if lead.endswith("的") and (then := _RATE_OF_THEN.search(lead)) is not None:
        return Change.INCREASE if then["up"] else Change.DECREASE
    if lead in _REACHING and (rate := _RATE_BEFORE.search(text, setting.sentence.start, setting.clause.start)):
        return Change.INCREASE if rate["up"] else Change.DECREASE
    compared = _COMPARED.search(lead) or (("多" in lead or "少" in lead) and _MORE_DONE.search(lead)) or None
    if compared is not None:
        return Change.INCREASE if compared["up"] else Change.DECREASE
    return _of_what_follows(setting) or _of_phrase(lead)


def _of_what_follows(setting: Setting) -> Change | None:
    """`5%的增长`, `12个百分点的降幅`: a share whose change is named behind it."""
    if setting.quantity.kind not in _SHARES:
        return None
    text, start, end = setting.text, setting.quantity.end, setting.rest_end
    upper = _UPPER_END.match(text, start, end)
    after = _AFTER.match(text, start if upper is None else upper.end(), end)
    return None if after is None else Change.INCREASE if after["up"] else Change.DECREASE


def _shares(setting: Setting, previous: Quantity, lead: str) -> bool:
    """Whether nothing but a mark of a list or a range stands between a quantity and the one before it."""
    quantity = setting.quantity
    between = setting.text[previous.end : quantity.start]
    if quantity.range_of == 2 or (between and len(between) <= _LONGEST_JOIN and _JOIN.fullmatch(between)):
        return True
    if not lead:
        return between == "，" and previous.unit == quantity.unit
    if lead.startswith("其中") and _is_part_of_gain(setting, previous):
        return True
    if lead.startswith("、") and quantity.kind is Kind.COUNT and not _REACHED.search(lead):
        same = previous.unit == quantity.unit or (previous.kind is Kind.COUNT and not _TOTAL.search(lead))
        return same and _VERB.search(lead) is None
    return False


def _is_part_of_gain(setting: Setting, previous: Quantity) -> bool:
    """`新增学位1万个，其中小学6000个`: a part of what is new is new."""
    quantity = setting.quantity
    if previous.unit != quantity.unit or previous.value <= quantity.value or _REACHED.search(setting.lead[2:]):
        return False
    first = max(setting.sentence.start, previous.start - _SIGHT)
    return _VERB.search(setting.lead) is None and _COUNTED_RISE.search(setting.text, first, previous.start) is not None


def _is_repetition(setting: Setting) -> bool:
    """`连升八个月`, `减息两次`: how long or how often something changed, not by how much."""
    if setting.quantity.kind is _DURATION:
        return _IN_A_ROW.search(setting.lead) is not None
    return setting.quantity.unit in ("次", "度", "轮")


def _of_row(lead: str) -> Change | None:
    """`连升三日共`, `减息两次共`: the way of the changes that are summed up."""
    verb = _VERB.search(lead)
    return None if verb is None or verb["level"] else Change.INCREASE if verb["up"] else Change.DECREASE


def _of_adjustment(so_far: str) -> Change | None:
    """`调幅` says how far; the verb before it says which way."""
    up, down = max(so_far.rfind(word) for word in _RAISED), max(so_far.rfind(word) for word in _LOWERED)
    if up == down:
        return None
    return Change.INCREASE if up > down else Change.DECREASE


def _of_verb(verb: re.Match[str], lead: str) -> Change | None:
    """`增至` gives a level; `增速达` gives a change; `升幅放缓` is a decrease."""
    word = verb["up"] or verb["down"]
    if verb["level"] and not _NOUN.search(word):
        return None
    if word in ("提高", "提升") and lead.endswith("值"):
        return None
    return Change.INCREASE if verb["up"] else Change.DECREASE


def _of_phrase(lead: str) -> Change | None:
    """`新增学位1000余个`, `缩短工期3个月`: the verb stands before the thing and its figure."""
    if not _MAY_MOVE.search(lead):
        return None
    if _REACHED.search(lead):
        return Change.INCREASE if _COUNTED_RISE.search(lead) and "带动" in lead else None
    if _GAIN.search(lead):
        return Change.INCREASE
    if _CUT.search(lead):
        return Change.DECREASE
    return Change.INCREASE if _RAISE.search(lead) else None
