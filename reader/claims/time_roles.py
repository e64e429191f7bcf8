"""What a time is to the figures behind it: it governs them, they are compared with it, or it is only mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.stretch import OPEN, is_coming
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from datetime import date

    from reader.claims.setting import Setting
    from reader.claims.stretch import Time

_BASE = lazy(
    "(?:比|较|与|同|跟|和|相比|相较|相较于|较之|超过|超|高于|低于|不及|不如|逊于|少于|多于|好于|优于|等于"
    "|回复至|恢复至|恢复到|回到|相当于|达到|为|创|自)$"
)
_SINCE_RECORD = lazy(
    "(?:[上中下]旬)?(?:历史)?(?:同期)?(?:极值|均值|平均值|纪录)"
    "|(?:以来)?(?:同期)?的?(?:[次最][高低大小好差快多少]|新高|新低|首次|首个|最|纪录)"
)
_MODIFIER = lazy(
    "(?:年?初|年?底)?(?:才|就|正式|新)?(?:引进|开工|动工|投产|成立|启用|建成|开通|通车|签约|落户|上映|入学"
    "|毕业|出生|买入|购入|推出|发布|启动|实施|设立|上市|投用|竣工|当选|创办|创立|修订|出台|颁布|"
    "开业|开园|开馆|建成|举办|举行|召开|建设|承办|签署|签订|印发|施行|获批|通过|公布|开播|开售|交付|收购|购置"
    "|采购|种植|播种|改造|改建|录取|立项|新开|招收|入职|退休|移居|提出|制定)[^，。；]{0,8}的(?![\\d])"
)
_BY_FIGURES = lazy("(?:全年|同期|年度|年|月|季度?)?[^，。；]{0,8}(?:测算|计算|估算|推算|折算|换算|核算|统计口径|口径)")
"""What a calculation goes by (`按去年采购量测算`): the time of its base, not of its result."""
_FROM = lazy("[从由自](?:[^，。；\\d]{0,8})$")
_FAR = 14
"""So far before a time the word of a comparison with it may stand, in code points."""

_BASE_FAR = lazy(r"(?<![对相])[比较][^，。；\d]{2,10}的$")
"""`比条例施行前的2019年`."""
_STARTS = lazy(
    "(?:正式)?(?:启用|投用|投产|通车|开通|竣工|完工|落成|开业|建成|公布|发布|揭晓|开幕|开启|启动|截止)(?:，|,|后)"
)
"""When something is to begin, told beside what it is like."""
_SHARE_OF_THEN = lazy(
    r"(?:同期)?的?(?:近|约|逾|超|超过|不到|不足)?(?:[\d.]+|[一二三四五六七八九十两]+)(?:倍|成"
    r"|[一二三四五六七八九十]?分之|半)"
)
"""`是去年的1.5倍`, `相当于2021年的四分之一`: a part of what was then."""
_BASE_EFFECT = lazy("(?:同期|同月|同季)?[^，。；\\d]{0,4}(?:基期|基数|基准|比较基)(?!金)")
"""`因去年同期基数较高`: why something grew so little, no time of its own."""
UP_TO_NOW = lazy(r"[^，。；\d]{1,8}(?<!同期)以来(?![次最首新])")
"""`自2019年试点以来`, `5月13日开赛以来`; not a record since then."""
_FOUNDED = lazy(r"(?:[1-9]\d?月)?(?:开馆|成立|创立|创办|创建|始建|设立|落成|开园|建[校院馆厂]|出生)(?:，|,)")
_FOUNDED_IN = tuple(
    f"{word}于" for word in ("成立", "创立", "创办", "创建", "建", "始建", "组建", "设立", "开业", "生", "出生")
)
"""When a thing began, told beside what it is now: `成立于2008年，注册资本5000万元`."""
_BY = ("按", "按照", "以", "依", "参照")


def role_of(text: str, time: Time, today: date | None) -> str:
    """What a time is to what follows it: it governs, or it is what something is compared with or came from.

    Args:
        text: Simplified, with narrow digits.
        time: A time that the text names.
        today: The article's day, or None.

    Returns:
        `governing`, `base` (of a comparison), `from` (where a change began) or `mention`.
    """
    before = text[max(0, time.start - 6) : time.start]
    if before.endswith(_BY) and _BY_FIGURES.match(text, time.end):
        return "mention"
    if text.find("基", time.end, time.end + 8) >= 0 and _BASE_EFFECT.match(text, time.end):
        return "mention"
    if _FOUNDED.match(text, time.end) or before.endswith(_FOUNDED_IN):
        return "mention"
    if UP_TO_NOW.match(text, time.end):
        return "governing"
    if _SINCE_RECORD.match(text, time.end) or _MODIFIER.match(text, time.end):
        return "mention"
    if text[time.start : time.end] == "全年" and text.startswith(("目标", "任务", "计划", "预期"), time.end):
        return "mention"
    if time.stretch is not None and time.stretch.last == OPEN:
        return "governing"
    if is_coming(time.stretch, today) and _STARTS.match(text, time.end):
        return "mention"
    if _SHARE_OF_THEN.match(text, time.end) and before[-1:] not in ("", "，", "。", "；", "\n", "从", "由"):
        return "base"
    if before.endswith("的") and _BASE_FAR.search(text, max(0, time.start - _FAR), time.start):
        return "base"
    if _BASE.search(before) and not before.endswith(("截至", "以来")):
        return "base"
    if _FROM.search(before) and not text.startswith(("起", "以来", "开始", "至", "到"), time.end):
        return "from"
    return "governing"


def is_of_basis(time: Time, setting: Setting) -> bool:
    """`以今日收盘价238元计算`: the figure that a calculation goes by is of the time named with it."""
    if not setting.text.endswith(_BY, 0, time.start):
        return False
    basis = _BY_FIGURES.match(setting.text, time.end)
    return basis is not None and setting.quantity.start < basis.end()


def is_taken_up(time: Time, setting: Setting, today: date | None) -> bool:
    """`明年三季度投产，届时新增泊位3个`: what is to begin, taken up again."""
    first = max(time.end, setting.clause.start)
    taken_up = setting.text.startswith(("届时", "到时"), first) or setting.text.find("，届时", time.end, first) >= 0
    return taken_up and is_coming(time.stretch, today)
