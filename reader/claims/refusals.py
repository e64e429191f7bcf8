"""What looks like a quantity and is none: ordinals, names, idioms, addresses, bases of a rate.

One function a phenomenon; each says in its docstring what it knows about the language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.claims.claim import Kind
from reader.claims.units import PLACE, Use
from reader.text.calendar import YEAR
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from reader.claims.quantities import Number
    from reader.claims.units import Unit

_DIGITS, _LENGTH, _DURATION = Use.DIGITS, Kind.LENGTH, Kind.DURATION
"""Looked up once: a member of an enumeration costs 0.1 µs each time."""

_NO_FIGURE_AFTER = ("第", "每", "《", "＃", "#", "№", "每隔", "每逢")
_OF_TIME_AND_PLACE = frozenset((_LENGTH, _DURATION))
_OF_MANY_WORDS = frozenset("座栋幢楼天日部首局单次级个项条种类")
"""Units whose character also makes other words with what stands around an Arabic number."""

_YEAR = lazy(YEAR)
_PLAN = lazy("年(?:级|制|期|生|报|检|货|味|糕|画|轮|龄|义务|自然|[^，。；、0-9]{0,6}(?:规划|计划|行动|方案|攻坚战))")
_ABSTRACT = lazy(
    "(?:方面|举措|路径|层面|维度|关键词|原因|特点|特征|要点|大字|字|阶段|角度|亮点|意识|自信|维护|确立|服从"
    "|坚持|转变|着力|聚焦|先行|示范区|主题|篇章|共识|故事|启示|建议|问题|词)"
)
_LASTING = lazy(
    "(?:连续|连[升跌涨降休阳阴]|逗留|减少|增加|平均|需时?|放假|休假|分别|拘留|监禁|停业|停工|停产|停课|罢工"
    "|为期|历时|长达|最长|满|近|超|超过|逾|不到|不足|仅用?|只用?|共|过去|历经|用时|耗时|至少|最多|平均|约"
    "|延长|缩短|提前|推迟|经过|持续|累计|相隔|时隔|滞留|隔离|休|假期)$"
)
_WITHIN = lazy("(?:内|以内|之内|以上|以下|左右|后|前|时间|有余|多|游|假期|(?:的)?(?:期限|有效期))")
_COMMON_ONE = lazy(
    "(?:近|约|超|逾|不到|不足|为期|连续|满|过去|最近|仅|历时|仅用|短短|提前|缩短|延长|超过|将近|至少|每年"
    "|用了|只用|持续|一)$"
)
_GOES_ON = lazy(r"[块毛][一二三四五六七八九零\d]|分[一二三四五六七八九十\d]+秒")
_TERM = lazy("期(?=[国债贷存定逆基固专票利的以及A-Z])")
_SESSION = lazy("(?:大会|会议|届|人大|政协|全会|委员会|常委会|理事会|党代会)第?$")
_ROOM = lazy(r"[高中低]层|[A-Z]室|\d*单元|号楼|\d+室|地下")
_SMALLER = lazy(r"(?:零|又)?[一二三四五六七八九十\d]{1,3}(?:个月|分|秒|个?小时)")
_WIND = lazy("(?:[地余强][震级]|以上|左右|地震|大风|台风|风|震|烈度|裂度|[、，。（()）至到-]|$)", re.MULTILINE)


def is_refused(text: str, number: Number, unit: Unit, at: int, place: str) -> bool:
    """Whether a number and the unit at `at` are no quantity."""
    if text.endswith(_NO_FIGURE_AFTER, 0, number.start):
        return True
    if not number.spelled and unit.written not in _OF_MANY_WORDS and unit.kind not in _OF_TIME_AND_PLACE:
        return False
    written = text[number.start : number.end]
    before = text[max(0, number.start - 6) : number.start]
    after = at + len(unit.written)
    if number.spelled and _is_word(text, number, unit, written, before, after):
        return True
    if unit.use is _DIGITS and number.spelled and (len(written) < 2 or number.written.value < 20):
        paid = unit.written == "块" and written != "一" and _PAID.search(before)
        return not paid and (unit.written not in ("块", "分") or not _GOES_ON.match(text, at))
    if unit.written in ("座", "栋", "幢", "楼") and _ROOM.match(text, after):
        return True
    if unit.kind is _LENGTH and (before.endswith(_EVENTS) or _EVENT.match(text, after)):
        return True
    if unit.written in ("天", "日") and before.endswith(("首", "前")) and not before.endswith(_BEFORE):
        return True
    if unit.kind is _DURATION and _TERM.match(text, after):
        return True
    if unit.kind is _DURATION:
        return _is_date(text, number, unit, at, before, after, place)
    if unit.written == "所" and number.spelled and before.endswith(_NUMBERED_INSTITUTES):
        return True
    if unit.written in ("部", "首", "局") and len(written) == 1 and _OTHER_WORD.match(text, after - 1):
        return True
    if unit.written == "单" and text.startswith("元", after):
        return True
    if unit.written == "次" and number.spelled and _SESSION.search(before):
        return True
    if unit.written == "级":
        return number.written.scale > 1 or not _WIND.match(text, after)
    return bool(unit.written in ("个", "项", "条", "种", "类") and _ABSTRACT.match(text, after))


_PAID = lazy("(?:赔|赚|亏|花|卖|涨|跌|降|加|减|省|给|付|收|掏|补|贴|少|多|便宜|贵|只要|要价)[了掉出到近约]?$")
"""What is said of money: after it 块 is the unit of speech (`赔两块`), elsewhere a piece."""
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


def _is_word(text: str, number: Number, unit: Unit, written: str, before: str, after: int) -> bool:
    """A bare `一` is an article, `二` with a measure word an ordinal, `零件` a part, a scale word alone mostly part of a name.

    `百家`, `千亿` and the like state a figure only where a word of comparison stands before them.
    """
    if written == "零" and unit.kind is Kind.COUNT:
        return True
    if written == "二" and unit.kind in (Kind.COUNT, Kind.DURATION):
        return True
    if written == "一" and _GOES_ON.match(text, after - len(unit.written)):
        return False
    if written == "一":
        return _is_article(text, unit, before, after)
    if not number.written.more and all(char in "百千万亿兆" for char in written):
        return not _compared(before) and not text.startswith(("以上", "大关"), after)
    if before.endswith(("周", "星期", "礼拜")) and written[0] in "一二三四五六" and not before.endswith("每周"):
        return True
    return (unit.kind is Kind.COUNT or unit.written == "元") and _in_short_quotes(text, number.start, after)


def _is_article(text: str, unit: Unit, before: str, after: int) -> bool:
    if unit.kind is _DURATION:
        if _SMALLER.match(text, after):
            return False
        return not (_COMMON_ONE.search(before) or _WITHIN.match(text, after))
    if unit.kind in (Kind.COUNT, Kind.MONEY, Kind.OTHER):
        return True
    return before.endswith(("最后", "每", "这", "那", "同", "另", "某", "唯", "逐", "进", "哪"))


def _compared(before: str) -> bool:
    return before.endswith(_COMPARING)


_COMPARING = (
    "近", "超", "上", "逾", "破", "达", "约", "过", "不足", "过了", "超了", "破了", "到", "至", "数", "越", "千", "直逼",
    "挑战", "冲刺", "冲击", "剑指", "迈入", "迈进", "迈向", "站稳", "重返",
)  # fmt: skip
"""What a scale word that states a figure by itself (`突破千亿`) stands behind."""


def _in_short_quotes(text: str, start: int, end: int) -> bool:
    """Slogans stand in quotation marks (`“四区两新”`): a spelled count in ten characters of quotation is part of one."""
    opening = max(text.rfind(mark, start - 8 if start > 8 else 0, start) for mark in "“「『‘")
    if opening < 0:
        return False
    closings = [at for mark in "”」』’" if (at := text.find(mark, end, opening + 12)) >= 0]
    return bool(closings) and not any(mark in text[opening:start] for mark in "”」』’")


def _is_date(text: str, number: Number, unit: Unit, at: int, before: str, after: int, place: str) -> bool:
    written = text[number.start : number.end]
    if before.endswith(("学前", "高中", "初中", "新")) and number.spelled and unit.written == "年":
        return True
    if unit.written == "年":
        if _YEAR.fullmatch(written) or (written[0] == "0" and "." not in written) or _PLAN.match(text, at):
            return True
        return place == "TWD" and written.isdecimal() and 90 <= int(written) <= 139
    if unit.written in ("个月", "季度", "年度") and before.endswith(("止", "止的")):
        return True
    if unit.use is Use.CLOCK and "." not in written:
        return not (_LASTING.search(before) or _WITHIN.match(text, after))
    return unit.written == "周" and written == "四" and not _LASTING.search(before)


def is_bare_currency_word(unit: Unit, number: Number, text: str) -> bool:
    """`三元`, `多元`: a single spelled digit before 元 is a price only where something is paid."""
    if unit.symbol != PLACE or not number.spelled or number.end - number.start > 1:
        return False
    return text[number.start] in "一二三" and unit.written == "元"
