"""What looks like a quantity and is none: ordinals, names, idioms, addresses, bases of a rate.

One function a phenomenon; each says in its docstring what it knows about the language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.claim import Kind
from reader.claims.units import PLACE, Use
from reader.text.calendar import YEAR
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.claims.quantities import Number
    from reader.claims.units import Unit

_DIGITS, _LENGTH, _DURATION = Use.DIGITS, Kind.LENGTH, Kind.DURATION
"""Looked up once: a member of an enumeration costs 0.1 µs each time."""

_NO_FIGURE_AFTER = ("第", "每", "《", "＃", "#", "№", "每隔", "每逢")
"""What stands before ordinals, bases of a rate, titles and numbers of things."""

_OF_TIME_AND_PLACE = frozenset((_LENGTH, _DURATION))
_OF_MANY_WORDS = frozenset("座栋幢楼天日部首局单次级个项条种类")
"""Units whose character also makes other words with what stands around an Arabic number."""

_FEW = 20
"""What a unit that makes many words (`三级`, `八方`) needs to be one after a spelled number."""

_YEARS_OF_REPUBLIC = range(90, 140)
"""Years that Taiwan writes as 113年: 2001 to 2050."""

_YEAR = lazy(YEAR)
_PLAN = lazy("年(?:级|制|期|生|报|检|货|味|糕|画|轮|龄|义务|自然|[^，。；、0-9]{0,6}(?:规划|计划|行动|方案|攻坚战))")
"""What begins with 年 after a number and is no length of time: `三年级`, `3年行动计划`."""

_ABSTRACT = lazy(
    "(?:方面|举措|路径|层面|维度|关键词|原因|特点|特征|要点|大字|字|阶段|角度|亮点|意识|自信|维护|确立|服从"
    "|坚持|转变|着力|聚焦|先行|示范区|主题|篇章|共识|故事|启示|建议|问题|词)"
)
"""What only announces a list (`三个方面`)."""

_LASTING = lazy(
    "(?:连续|连[升跌涨降休阳阴]|逗留|减少|增加|平均|需时?|放假|休假|分别|拘留|监禁|停业|停工|停产|停课|罢工"
    "|为期|历时|长达|最长|满|近|超|超过|逾|不到|不足|仅用?|只用?|共|过去|历经|用时|耗时|至少|最多|平均|约"
    "|延长|缩短|提前|推迟|经过|持续|累计|相隔|时隔|滞留|隔离|休|假期)$"
)
_WITHIN = lazy("(?:内|以内|之内|以上|以下|左右|后|前|时间|有余|多|游|假期|(?:的)?(?:期限|有效期))")
"""What tells, before and behind a number with 日 or 点, that it is a length of time and no date: `连续5日`, `5日内`."""

_COMMON_ONE = lazy(
    "(?:近|约|超|逾|不到|不足|为期|连续|满|过去|最近|仅|历时|仅用|短短|提前|缩短|延长|超过|将近|至少|每年"
    "|用了|只用|持续|一)$"
)
"""What makes `一年`, `一天` a length of time that is stated."""

_SMALLER = lazy(r"(?:零|又)?[一二三四五六七八九十\d]{1,3}(?:个月|分|秒|个?小时)")
"""A smaller unit behind a unit of time: `一小时20分`."""

_GOES_ON = lazy(r"[块毛][一二三四五六七八九零\d]|分[一二三四五六七八九十\d]+秒")
"""A unit that a smaller one follows: `一块五`, `两毛五`, `一分20秒`."""

_PAID = lazy("(?:赔|赚|亏|花|卖|涨|跌|降|加|减|省|给|付|收|掏|补|贴|少|多|便宜|贵|只要|要价)[了掉出到近约]?$")
"""What is said of money: after it 块 is the unit of speech (`赔两块`), elsewhere a piece."""

_TERM = lazy("期(?=[国债贷存定逆基固专票利的以及A-Z])")
"""What follows 期 in the names of bonds and plans: `3年期国债`."""

_SESSION = lazy("(?:大会|会议|届|人大|政协|全会|委员会|常委会|理事会|党代会)第?$")
_ROOM = lazy(r"[高中低]层|[A-Z]室|\d*单元|号楼|\d+室|地下")
_WIND = lazy("(?:[地余强][震级]|以上|左右|地震|大风|台风|风|震|烈度|裂度|[、，。（()）至到-]|$)", re.MULTILINE)
_BEFORE = ("提前", "之前", "以前", "目前", "当前", "会前", "节前", "赛前")
"""What ends in 前 and does not count the first days of something (`假期前五天`)."""

_EVENTS = ("男子", "女子", "男女", "混合")
_EVENT = lazy(
    "(?:自由泳|蛙泳|仰泳|蝶泳|混合泳|个人混合泳|栏|跨栏|接力|障碍|短跑|长跑|赛跑|跑(?!道)|决赛|预赛|半决赛"
    "|飞碟|气步枪|气手枪)"
)
"""Names of contests hold their distance: `男子100米决赛`, `50米气步枪`."""

_OTHER_WORD = lazy("部[门委曲长队位分署落级下件]|首[次个届日富发家批位创府都播映付要先尾相席]|局[长面势部限促]")
"""Words that begin like a measure word: `七部门`, `三部曲`."""

_NUMBERED_INSTITUTES = ("电科", "航天", "航空", "兵器", "核工业", "船舶", "中科院", "集团")
"""Groups whose institutes bear numbers (`中电科九所`)."""

_COMPARING = (
    "近", "超", "上", "逾", "破", "达", "约", "过", "不足", "过了", "超了", "破了", "到", "至", "数", "越", "千", "直逼",
    "挑战", "冲刺", "冲击", "剑指", "迈入", "迈进", "迈向", "站稳", "重返",
)  # fmt: skip
"""What a scale word that states a figure by itself (`突破千亿`) stands behind."""

_BEFORE_ARTICLE = ("最后", "每", "这", "那", "同", "另", "某", "唯", "逐", "进", "哪")
"""What makes 一 an article or part of a word before any unit."""

_SCHOOLS = ("学前", "高中", "初中", "新")
"""What a spelled number of years behind it tells the class of: `高中三年`."""

_SHORT_QUOTATION = 12
"""Code points of a slogan in quotation marks, at most; a spelled count stands no more than 8 from its beginning."""


class _Spot(NamedTuple):
    """A number with the unit behind it, and what stands around them.

    Attributes:
        text: Simplified, with narrow digits.
        number: The number.
        unit: The unit.
        at: Where the unit begins.
        after: Where it ends.
        written: The characters of the number.
        before: Up to six characters before the number.
    """

    text: str
    number: Number
    unit: Unit
    at: int
    after: int
    written: str
    before: str


def is_refused(text: str, number: Number, unit: Unit, at: int, place: str) -> bool:
    """Whether a number and the unit behind it are no quantity.

    Args:
        text: Simplified, with narrow digits.
        number: The number.
        unit: The unit.
        at: Where the unit begins.
        place: ISO 4217 of the article's currency: years are counted otherwise in Taiwan.
    """
    if text.endswith(_NO_FIGURE_AFTER, 0, number.start):
        return True
    if not number.spelled and unit.written not in _OF_MANY_WORDS and unit.kind not in _OF_TIME_AND_PLACE:
        return False
    written, before = text[number.start : number.end], text[max(0, number.start - 6) : number.start]
    spot = _Spot(text, number, unit, at, at + len(unit.written), written, before)
    if number.spelled and _is_word(spot):
        return True
    if number.spelled and unit.use is _DIGITS and (len(written) < 2 or number.written.value < _FEW):
        return not _is_price(spot)
    if unit.kind is _DURATION:
        return _is_beginning(spot) or _TERM.match(text, spot.after) is not None or _is_date(spot, place)
    if unit.kind is _LENGTH and _is_contest(spot):
        return True
    rule = _OF_UNIT.get(unit.written)
    return rule is not None and rule(spot)


def is_bare_currency_word(unit: Unit, number: Number, text: str) -> bool:
    """`三元`, `多元`: a single spelled digit before 元 is part of a word, a price has more than that."""
    if unit.symbol != PLACE or not number.spelled or number.end - number.start > 1:
        return False
    return text[number.start] in "一二三" and unit.written == "元"


def _is_word(spot: _Spot) -> bool:
    """A bare `一` is an article, `二` with a measure word an ordinal, `零件` a part, a scale word alone mostly part of a name.

    `百家`, `千亿` and the like state a figure only where a word of comparison stands before them.
    """
    written, kind = spot.written, spot.unit.kind
    if written == "零" and kind is Kind.COUNT:
        return True
    if written == "二" and kind in (Kind.COUNT, _DURATION):
        return True
    if written == "一":
        return not _GOES_ON.match(spot.text, spot.at) and _is_article(spot)
    if not spot.number.written.more and all(char in "百千万亿兆" for char in written):
        return not spot.before.endswith(_COMPARING) and not spot.text.startswith(("以上", "大关"), spot.after)
    if (
        spot.before.endswith(("周", "星期", "礼拜"))
        and written[0] in "一二三四五六"
        and not spot.before.endswith("每周")
    ):
        return True
    return (kind is Kind.COUNT or spot.unit.written == "元") and _in_short_quotes(spot)


def _is_article(spot: _Spot) -> bool:
    """`一家企业` counts nothing; `近一年` and `一小时20分` tell how long, `一成`, `一公里` how much."""
    kind = spot.unit.kind
    if kind is _DURATION:
        is_told = _SMALLER.match(spot.text, spot.after) or _WITHIN.match(spot.text, spot.after)
        return not (is_told or _COMMON_ONE.search(spot.before))
    return kind in (Kind.COUNT, Kind.MONEY, Kind.OTHER) or spot.before.endswith(_BEFORE_ARTICLE)


def _in_short_quotes(spot: _Spot) -> bool:
    """Slogans stand in quotation marks (`“四区两新”`): a spelled count in a short quotation is part of one."""
    text, start, end = spot.text, spot.number.start, spot.after
    opening = max(text.rfind(mark, max(0, start - 8), start) for mark in "“「『‘")
    if opening < 0:
        return False
    is_closed = any(text.find(mark, end, opening + _SHORT_QUOTATION) >= 0 for mark in "”」』’")
    return is_closed and not any(mark in text[opening:start] for mark in "”」』’")


def _is_price(spot: _Spot) -> bool:
    """`赔两块`, `两块五`, `一分20秒`: after few spelled numbers 块 and 分 are units where something says so."""
    if spot.unit.written == "块" and spot.written != "一" and _PAID.search(spot.before):
        return True
    return spot.unit.written in ("块", "分") and _GOES_ON.match(spot.text, spot.at) is not None


def _is_beginning(spot: _Spot) -> bool:
    """`前五天`, `首日` tell which days, not how many."""
    is_first = spot.unit.written in ("天", "日") and spot.before.endswith(("首", "前"))
    return is_first and not spot.before.endswith(_BEFORE)


def _is_date(spot: _Spot, place: str) -> bool:
    """A year (`2021年`, `113年` in Taiwan), a day or an hour, a class, a plan; a number of them needs a word that says so."""
    written, unit = spot.written, spot.unit
    if unit.written == "年":
        if spot.number.spelled and spot.before.endswith(_SCHOOLS):
            return True
        if _YEAR.fullmatch(written) or (written[0] == "0" and "." not in written) or _PLAN.match(spot.text, spot.at):
            return True
        return place == "TWD" and written.isdecimal() and int(written) in _YEARS_OF_REPUBLIC
    if unit.written in ("个月", "季度", "年度") and spot.before.endswith(("止", "止的")):
        return True
    if unit.use is Use.CLOCK and "." not in written:
        return not (_LASTING.search(spot.before) or _WITHIN.match(spot.text, spot.after))
    return unit.written == "周" and written == "四" and not _LASTING.search(spot.before)


def _is_contest(spot: _Spot) -> bool:
    """`男子100米决赛` names a contest."""
    return spot.before.endswith(_EVENTS) or _EVENT.match(spot.text, spot.after) is not None


def _is_address(spot: _Spot) -> bool:
    """`10楼A室`, `3座高层` say where."""
    return _ROOM.match(spot.text, spot.after) is not None


def _is_institute(spot: _Spot) -> bool:
    """`中电科九所` is the ninth."""
    return spot.number.spelled and spot.before.endswith(_NUMBERED_INSTITUTES)


def _is_other_word(spot: _Spot) -> bool:
    """`七部门` are no seven volumes."""
    return len(spot.written) == 1 and _OTHER_WORD.match(spot.text, spot.after - 1) is not None


def _is_building(spot: _Spot) -> bool:
    """`3单元` is the third entrance of a building."""
    return spot.text.startswith("元", spot.after)


def _is_session(spot: _Spot) -> bool:
    """`全会第三次会议` is the third."""
    return spot.number.spelled and _SESSION.search(spot.before) is not None


def _is_grade(spot: _Spot) -> bool:
    """`千亿级`, `三级医院` name a class; only wind and earthquakes are measured by 级."""
    return spot.number.written.scale > 1 or not _WIND.match(spot.text, spot.after)


def _announces(spot: _Spot) -> bool:
    """`六个方面` only announces a list."""
    return _ABSTRACT.match(spot.text, spot.after) is not None


_OF_UNIT: dict[str, Callable[[_Spot], bool]] = {
    **dict.fromkeys(("座", "栋", "幢", "楼"), _is_address),
    "所": _is_institute,
    **dict.fromkeys(("部", "首", "局"), _is_other_word),
    "单": _is_building,
    "次": _is_session,
    "级": _is_grade,
    **dict.fromkeys(("个", "项", "条", "种", "类"), _announces),
}
"""What to ask where a unit is written so."""
