"""Bounds: the words around a figure that say how the true one lies to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.claims.claim import Bound, Kind
from reader.claims.quantities import EITHER
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from reader.claims.quantities import Quantity

_PERCENT, _DURATION, _LENGTH = Kind.PERCENT, Kind.DURATION, Kind.LENGTH
_EXACT, _MORE_THAN = Bound.EXACT, Bound.MORE_THAN
"""Looked up once: a member of an enumeration costs 0.1 µs each time."""

_BEFORE = {
    Bound.APPROX: "约 大约 约为 约合 约占 约有 大概 大致 大体 大致在 左右约 估计约 粗略 概 差不多",
    Bound.APPROX_BELOW: "近 将近 接近 逼近 直逼 贴近 几近 迫近 趋近 临近 最近",
    Bound.MORE_THAN: "超 超过 超过了 超出 逾 突破 突破了 跨越 高于 大于 多于 已超 破 首破 远超 越过 跨过 站上 迈过 冲破 超越 上 过 逾越 不止 不只 强于 好于 迈上",
    Bound.AT_LEAST: "不少于 不低于 至少 最少 起码 不小于 最低 最快 不下 不短于 少说",
    Bound.LESS_THAN: "跌破 失守 跌穿 跌进 跌入 低过 不到 不足 低于 小于 少于 未到 不及 不满 未满 未达 未足 短于",
    Bound.AT_MOST: "不超过 未超过 最高 最多 至多 不高于 不多于 不大于 不超 最长 不逾 最大 未超 没有超过 不得超过 上限 上限为 上看 最高可达 最高达 最高可 最高为 最高不超过 最多不超过 最高支持 最高奖励 最高补贴 最高补助 顶多 高不过",
}
_WORDS = {word: bound for bound, words in _BEFORE.items() for word in words.split()}
_BY_LAST = {
    last: tuple(sorted((word for word in _WORDS if word[-1] == last), key=len, reverse=True))
    for last in {word[-1] for word in _WORDS}
}
"""The words that end with a character, longest first."""

_AFTER = lazy(
    "(?=[（(左上许前及其以或起打之封为有余多不附出])(?:[（(][^）)]{1,4}[）)])?(?:(?P<approx>左右|上下|许|前后"
    "|附近)|(?P<at_least>及?其?以上|或以上|起步?(?![来点诉重因价草])|打底)"
    "|(?P<at_most>及?其?以下|或以下|及?以内|之内|封顶|为限|为上限)"
    "|(?P<more_than>有余|出头|余元?(?![额下])|多(?![个种项条家样元功媒层数年]))|(?P<less_than>不到|不足))"
)
"""What stands behind a figure, up to words that begin like it and go on otherwise (余额, 多个)."""

_HIGHEST = lazy(
    "(?:最高|最多|最大|上限)(?:可|能|为|达|加|减|罚|赔|补|奖|跌|升|涨|降|增|贷|领|返|省|达到|支持|奖励|补贴"
    "|补助|给予|贷款|获|获得|享受|报销|资助|赔付|减免|罚款|处|发放|申请|申领|提供|可获|"
    "可获得|可贷|不超过|每[人户年月日]|额度){1,3}$|(?:最高|最多)(?:可|能)[\\u4e00-\\u9fff]{1,4}$|最[高多大]每[^，。；\\d]{1,8}可(?!能)[^，。；\\d]{1,4}$"
)
_LOWEST = lazy(
    "(?:最低|最少|至少)(?:可|为|达|达到|需|要|须|应|有|收|付|保持|保留|维持|间隔|相距|相隔|留出|预留|提前"
    "|增加|减少|支付|安排|投入|每[人户年月日])+$|至少(?![^，。；\\d]{0,3}[从自在])[\\u4e00-\\u9fff]{1,3}$"
)
"""`最高可达`, `至少需要`: a limit and the verb between it and its figure."""

_MUST_NOT = lazy(
    "不(?:得|能|可|准|应|宜|许|再|会|允许|应当)(?:低于|少于|小于|短于|(?P<over>超过?|超出|高于|多于|大于|逾))$"
)
"""`不得低于` sets a lower limit, `不得超过` an upper one."""

_OF = lazy(
    "(?:(?P<at_most>不(?:得|能|可|准|应|宜)?超过|最高为|最多为|最高达)"
    "|(?P<at_least>不(?:得|能)?(?:低于|少于)|至少)|(?P<less_than>不到|不足|低于|不及|少于)"
    "|(?P<more_than>超(?![标市级声算额载速])过?|逾|高于|突破)|(?P<approx_below>接近|将近)"
    "|(?P<approx>约(?!定|束|会|谈|请)占?|约为|大约))[^，。；：、\\d到至]{1,10}的$"
)
"""A word of bounds over what is measured: `超过乡村小学总数的四成`."""

_CURRENCY = lazy("(?:人民币|新台币|台币|港币|澳门币|美金|(?:US|HK|NT|MOP)?[$＄]|[¥￥€£]) ?$")
"""The currency before a figure, which stands between it and its word of bounds: `约港币320万元`."""
_CURRENCY_ENDS = frozenset("币金$＄¥￥€£ ")
_PER = lazy("每[^，。；\\d]{1,3}$")
"""What a rate is of, between the word of bounds and the figure: `不超过每人500元`."""

_SPELLED = frozenset("一二两三四五六七八")
"""What two digits side by side begin with (`四五十家`)."""

_SKIPPED = "“「『‘(（ ±为达到有是在了高可至于个共占"
"""What may stand between a word of bounds and its figure."""

_SIGHT = 16
"""How far before a figure its word of bounds stands, in code points."""

_BY_HOW_MUCH = lazy("(?:略|稍|微|远|明显|显著|大幅|小幅|大大)[高低]于$")
_OF_ANOTHER = lazy("的[\u4e00-\u9fff]{2}")
"""`略高于1.19元的最低收购价`: the figure is that of what is compared with, told exactly."""

_JOINS = frozenset("、和及与")
_SHARED = lazy(
    "(?:分别|各自|依次)(?:达到?|为)?(?P<word>超过|超|逾|突破|近|接近|将近|逼近|约为|约|大约|不足|不到)"
    "(?:[\\d.,]+[万亿千百]*[^\\d，。；、和及与]{1,4}[、和及与])+$"
)
"""`分别突破4万元和2万元`: the members of a list share their word of bounds."""
_LIST_SIGHT = 48
"""How far before a member of a list that word may stand, in code points."""

_EXPECTED = lazy("(?:预[期估测料计]|目标|计划)的$")
"""What a figure is compared with: `低于市场预估的3.1%` states 3.1 % exactly."""

_THAN_THEN = lazy(
    "(?:高于|低于|超过|好于|优于|不及|逊于|多于|少于)(?:[去上前今]年|\\d{4}年|上月|上季|上周|同期|全[国省市]"
    "|行业|[^，。；\\d]{2,8}(?:要求|建议|规定|设定|确定|公布|给出|允许))[^，。；\\d]{0,8}的$"
)
"""`高于去年同期的6.2%`: what was then is told exactly."""

_WITHIN = lazy("内(?:[办完送审结答回抵交付予达全售到赶]|$|[。；])", re.MULTILINE)
_AROUND = lazy("(?:范围)?之?内(?!外|线|部|陆|环|侧)")
"""`附近3公里内`: no farther."""

_SPAN = lazy("(?:未来|今后|近|过去|前后|最近|这|短短|在)$")
"""`3分钟内办结` sets a limit; `过去三年内` is a span."""

_NOT_EVEN = lazy("[^，。；]{0,3}[都也](?:没|不|未)")
"""`连两吨都没凑够`."""

_ABOUT_OF = lazy("约占[^，。；、\\d]{1,8}$")
"""`约占全台四成五`."""

_HOW_LONG = lazy("(?:提前|推迟|缩短|延长|延误|耗时|历时|长达|用时|花了|省下?)了?近$")
"""After these 近 is nearly, before other lengths of time the latest."""

_SHARES = frozenset((Kind.PERCENT, Kind.MULTIPLE))

_STRONG = lazy("[强弱](?![\u4e00-\u9fff])")
"""`九分之一强`."""

_OTHER_WORDS = (
    "附近 卖超 买超 出超 入超 高超 新近 邻近 靠近 以上 之上 加上 线上 网上 晚上 早上 车上 会上 "
    "路上 在上 马上 身上 市上 史上 海上 地上 手上 赶上 跟上 配上 用上 比上 及上 为上 年上 节约 "
    "预约 合约 签约 条约 契约 制约 公约 经过 通过 渡过 度过 不过 打破 攻破 攻上 受过 有过 来过 "
    "去过 做过 看过 拿过"
)
_OTHER = frozenset(_OTHER_WORDS.split())
"""Words that end in a word of bounds of one character and are none."""


def bound_of(text: str, quantity: Quantity) -> Bound:
    """How the true figure lies to a quantity: by its place in a range, the words before and behind it, its writing.

    Args:
        text: Simplified, with narrow digits.
        quantity: A quantity of it.
    """
    if quantity.range_of:
        return Bound.AT_LEAST if quantity.range_of == 1 else Bound.AT_MOST
    before = text[max(0, quantity.start - _SIGHT) : quantity.start]
    if before[-1:] in _CURRENCY_ENDS:
        before = _CURRENCY.sub("", before)
    last = before[-1:]
    if last == "连" and _NOT_EVEN.match(text, quantity.end):
        return Bound.LESS_THAN
    if last == "的" and text[quantity.end - 1] not in "成倍半一" and _THAN_THEN.search(before):
        return _EXACT
    if last == "于" and _BY_HOW_MUCH.search(before) and _OF_ANOTHER.match(text, quantity.end):
        return _EXACT
    if last in _JOINS and (shared := _SHARED.search(text, max(0, quantity.start - _LIST_SIGHT), quantity.start)):
        return _WORDS[shared["word"]]
    found = _told_before(quantity, before) if before else None
    if found is not None and found is not _MORE_THAN:
        return found
    return _told_behind(text, quantity, before) or found or _told_by_writing(text, quantity, last)


def _told_before(quantity: Quantity, before: str) -> Bound | None:
    """The bound that the words before a quantity give it, right before it or over what is measured."""
    found = _before(before)
    if found is Bound.APPROX_BELOW and _is_recent(quantity, before):
        return Bound.APPROX
    if found is not None or quantity.kind not in _SHARES:
        return found
    if "约占" in before and _ABOUT_OF.search(before):
        return Bound.APPROX
    if before[-1] != "的" or (quantity.kind is _PERCENT and _EXPECTED.search(before)):
        return None
    over = _OF.search(before)
    return None if over is None else Bound(str(over.lastgroup))


def _told_behind(text: str, quantity: Quantity, before: str) -> Bound | None:
    """`40%以上`, `3分钟内办结`."""
    if quantity.kind is _DURATION and _WITHIN.match(text, quantity.end) and not _SPAN.search(before):
        return Bound.AT_MOST
    if quantity.kind is _LENGTH and _AROUND.match(text, quantity.end):
        return Bound.AT_MOST
    after = _AFTER.match(text, quantity.end)
    return None if after is None or after.lastgroup is None else Bound(after.lastgroup)


def _told_by_writing(text: str, quantity: Quantity, last: str) -> Bound:
    """`九分之一强`, `前10名`, `四五十家`, `300余户`; else exact."""
    if quantity.kind in _SHARES and (strong := _STRONG.match(text, quantity.end)) is not None:
        return _MORE_THAN if strong.group() == "强" else Bound.LESS_THAN
    if last == "前" and quantity.unit in ("位", "名"):
        return Bound.AT_MOST
    if (
        quantity.number - quantity.start > 1
        and text[quantity.start] in _SPELLED
        and EITHER.match(text, quantity.start)
        and text[quantity.start + 2 : quantity.start + 3] != "分"
    ):
        return Bound.APPROX
    return _MORE_THAN if quantity.more else _EXACT


def _is_recent(quantity: Quantity, before: str) -> bool:
    """`近3年` is a stretch of time up to now, not nearly three years."""
    if quantity.kind is not _DURATION or _HOW_LONG.search(before):
        return False
    return quantity.unit in ("year", "month", "day", "week") and before.endswith("近")


def _before(before: str) -> Bound | None:
    """The bound that the words right before a figure give it; `达`, `为` and the like may stand between."""
    forbidden = _MUST_NOT.search(before) if "不" in before else None
    if forbidden is not None:
        return Bound.AT_MOST if forbidden["over"] else Bound.AT_LEAST
    ends = [before, before.rstrip(_SKIPPED)]
    if "每" in before:
        ends.append(_PER.sub("", before).rstrip(_SKIPPED))
    for skipped in ends:
        word = _word_at_end(skipped)
        if word is not None:
            return None if _is_other_word(skipped, len(word)) else _WORDS[word]
    if "最" not in before and "至" not in before and "上" not in before:
        return None
    if _HIGHEST.search(ends[-1] if "每" in before else before):
        return Bound.AT_MOST
    return Bound.AT_LEAST if _LOWEST.search(before) else None


def _word_at_end(before: str) -> str | None:
    """The longest word of bounds that a text ends with."""
    for word in _BY_LAST.get(before[-1:], ()):
        if before.endswith(word):
            return word
    return None


def _is_other_word(before: str, length: int) -> bool:
    """Whether a word of bounds of one character only ends another word (`附近`, `以上`)."""
    if length > 1:
        return False
    return before[-2:] in _OTHER and not before.endswith("折合约")
