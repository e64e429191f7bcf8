"""What a quantity measures: the head noun phrase, found without a word list of nouns.

Chinese puts the thing measured before its figure (`地区生产总值增长10.0%`) or, after a measure word, behind it
(`300余户知名企业`). So the phrase is what is left of the clause when the words that only lead to a figure (verbs of
reaching and changing, adverbs, times) are taken off its end, and times and connectives off its beginning. Where
nothing is left, the thing was named before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.claim import Kind
from reader.claims.passages import Span
from reader.claims.phrase_words import (
    AFTER,
    COMPARISON,
    FROM,
    KEPT_TAIL,
    LEAD,
    MOVES,
    NOT_NOUN,
    STOP,
    TAIL,
    TIME,
    VERB,
    VERBS,
)
from reader.claims.setting import SIGHT
from reader.text.patterns import lazy

if TYPE_CHECKING:
    import re

    from reader.claims.setting import Setting

LONGEST = 30
"""No indicator has more code points."""

_WORD = 12
"""No word that leads to a figure has more code points."""

_SIGHT = 80
"""How far before a figure its phrase may begin."""

Phrase = tuple[Span, ...]
"""The stretches of the text that an indicator is put together from."""

_THRESHOLD = ("以上", "以下", "以内")
_DURATION = Kind.DURATION
_COUNTED = frozenset((Kind.COUNT,))
_LASTING = ("为期", "长达", "历时", "保持", "维持", "沿用", "尘封", "延续", "筹备", "酝酿")
"""What says how long the thing behind it is: `为期12天的展会`."""
_MEASURED = frozenset((Kind.AREA, Kind.MASS, Kind.LENGTH, Kind.VOLUME, Kind.POWER, Kind.MONEY, Kind.PERCENT))
_ADVERBIAL = lazy("(?:近|过去|最近|未来|今后|前|每|短短|时隔|相隔|未满)$")
_WITHIN = lazy("(?:内|以来|来|间|后|时间)")
_OF_OTHER = lazy(
    "(?:不[宜得能]?)?(?:超过|完成(?=[^，。]{1,12}(?:目标|计划|任务|预算)的)|占到?|仅|远?胜|相当于|相?等于|恢复[至到]|回复[至到]|回到|达到?|更?是|接近|不到|不及|只?有|约?为|约占|逊于|优于|高于|低于|快于|慢于|好于|(?:增|升|降|减|跌|涨|炒|卖|飙|提高|提升|下降|上升|增加|减少|扩大|缩小)[至到])"
    "(?!比)[^，。]{1,24}的$"
)
_THAN = lazy("(?:高于|低于|快于|慢于|优于|好于|多于|少于|高出|低出|超出|领先|落后)[^，。]{1,16}$")
_RANKED = lazy(
    "(?=[均位稳名居列])均?(?:位居|位列|稳居|名列|居|(?<![班专系行队序阵下前罗陈])列)(?!民|入|车|为|[线举支席装岛国出表])[^，。]{0,8}$"
)
_SHARE_OF = lazy("占(?!比|地(?![区方域])|用|有|道|领)[^，。]{0,20}$")
_MEASURE_HEAD = lazy(
    "(?:总|最[高低大小])?(?:面积|能力|规模|总值|价格|量|额|数|率|费用?|值|成本|收入|支出|指数|人数|户数|次数|总量|总额|强度|水平|标准|限额|额度|门槛|比例|比重|时间|周期|期限|价|单价|均价|进度|总收入|"
    "收入|物价|指标|密度|损失|缺口|余额|信心|需求|负荷|电价|息率|利润|市场|者|业|品|商|点|地)(?:[^\\u4e00-\\u9fff]|$|修订|达)"
)
_BARE_RATE = lazy(
    f"(?:日均|月均|周均|单日)(?:{VERBS})|(?:每[户人月年次程])?[上下]限|(?:[年月周期]内|今年以来|年初(?:以来|至今)|开年以来)?(?:同比|按年|累计|平均|其|年|月|季)?(?:增速|增幅|升幅|涨幅|降幅|跌幅|减幅|占比|比重|比率|加幅|其中|年增率|月增率|调幅|增长率|成长率|前者|后者|其|[年月季日]|(?:上年|去年)?同期|日内|盘中|[周月年期]内|[这该]一?个?(?:数字|数据|数目|数值|比例|指标|金额|规模|增速|价格|水平)|这)"
)
_FORMER_LATTER = lazy("(?:(?P<former>前者)|后者)(?=[^，。；]{0,8}$)")
_AMONG = lazy("[^初高集其当之空途]中，")
"""`70个城市中，`: of so many cities."""
_SEVERAL = lazy("(?P<end>[前后])(?P<count>[两二三])者[^，。；]{0,4}(?:分别|依次|各)(?=[^，。；]{0,8}$)")
_SEVERAL_OF = 3
"""`前两者` are two of this many things."""
_MAY_OPEN = lazy("[将把年月季日号Q]")
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
_BAR = lazy("[｜丨|／]")
"""What parts the label of a heading from it (`预算案｜薪俸税宽减`)."""
_ALTOGETHER = lazy("(?:合计|共计|总计|合共|总共|共|累计|总数|总数达)[约近逾超达为]?")
"""What sums up the thing that the clause before named: `移转栋数，合计1万栋`."""
_TAKING = ("以", "把", "将")
_SPENT = lazy("(?:以|斥资|耗资|出资|豪掷)(?:总价|每股|[约近超逾]|不(?:超过|低于|少于|高于))*$")
_DEED = lazy(
    "(?:[-—–~～至到]{1,2}[\\d.,]+[万亿]*元?)?(?:以上|以下|左右)?(?:的(?:价格|总价|对价))?"
    "(?P<deed>(?:提升|升级|改造|扩建|兴建|新建|建设|打造|购置|修缮|整治|回购|收购|购买|购入|认购|竞得|拍得|受让|增持|买入|出售|转让|参股|入股)[^，。；\\d]{2,16})"
)
"""`拟以5000万元回购股份`: what is done with a sum."""
_HANDED = lazy(
    "(?:[少多](?:付|花|交|缴|掏|拿|领|还)|拿到?|领到?|存在|得到|享受到?|面临|留出|让出|付出|省出)(?:了|[近约超逾]|高?达)?$"
)
"""What takes the noun behind 的 as its object: `拿到3.5元的补偿`."""
_BELONGING = lazy("(?:以上|以下|以内|左右|上下)?的")
_REASON = lazy(
    "(?<=[\u4e00-\u9fff]{2})(?:(?<![基原成病诱起外内])因(?![素子此果特应])[^，。]{2,16}|受[^，。]{1,16}(?:影响|拖累|带动|提振|推动|拉动|冲击|刺激|支撑)[^，。]{0,6})$"
)
"""`毛利率因占比攀高而降至6.2%`: why it moved."""
_SELECTED = {
    "家": ("企业", "公司", "机构", "单位", "医院", "商户", "门店", "银行", "厂", "店", "会员"),
    "间": ("企业", "公司", "机构", "学校", "商户", "门店", "酒店", "会员"),
    "所": ("学校", "大学", "高校", "中学", "小学", "医院", "幼儿园"),
    "名": ("人", "者", "员", "生", "师", "工", "手", "民", "客", "户", "家"),
    "位": ("人", "者", "员", "生", "师", "工", "手", "民", "客", "户", "家"),
    "个": ("国家", "地区", "省份", "城市", "省", "市", "县", "区", "乡镇", "街道", "社区", "家庭", "部门"),
    "户": ("企业", "家庭", "农户", "居民", "商户"),
}
"""What each measure word counts: in `33个国家的选手` the countries are counted, not the runners."""
_ATTRIBUTE = lazy("[\\d.,]+[^\\d，。；、的]{1,8}的(?P<noun>[\\u4e00-\\u9fff]{2,12})")
"""`两台处理量100吨的烘干塔`: another figure stands between a measure word and its noun."""
_TAKEN_FOR = lazy("(?:作为|为|定为|设为)([\u4e00-\u9fff]{2,10})(?=[，。；]|$)")
"""`以7年为量刑起点`: what a figure is taken for."""
_BEFORE_COLON = lazy(
    "(?:^|[，。；！？、\n　■●◆▪•·*□○◎▲]|[一二三四五六七八九十\\d][.．、])(?P<name>[^，。；！？、\n　■●◆▪•·*□○◎▲：:]{2,16})[：:] ?$"
)
_COMPARING = ("比", "较", "低于", "高于", "超过", "超出")
"""What stands before a figure that another is compared with: `比18个月的警戒线高出1.6个月`."""
_MARK = lazy("[｜丨|／“「】〕）]")
_ITEMS = lazy("[、和及与]|以及")
_NEXT_ITEM = lazy("(?:[、和及与]|以及)(?:上升|下降|增长|提高|提升|降低|增加|减少|回落|上涨|下跌|[增减升降涨跌])?了?")
"""What stands between members of a list, each with a verb of its own or not: `分别下降2%、上升3%`."""
_BEFORE_HEAD = lazy("等(?![级离候待于])(?=[\\u4e00-\\u9fff]{2})|[\\d.]+[万亿千百]*元?级(?=[\\u4e00-\\u9fff]{2})")
_EDGES = " 　，、：:“”‘’「」『』()（）的—-·|｜①②③④⑤⑥⑦⑧⑨⑩■●◆▪•"


class Indicators:
    """Finds the indicators of a text's quantities, in order: an elided head is the one before."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._before: Phrase | None = None
        self._paragraph: Span | None = None
        self._items: list[Phrase] = []
        self._named: list[Phrase] = []
        self._item = 0
        self._pair: list[Phrase] = []

    def of(self, setting: Setting) -> Phrase | None:
        """The head noun phrase of what a quantity measures, or None."""
        if setting.paragraph != self._paragraph:
            self._paragraph, self._before, self._items, self._named = setting.paragraph, None, [], []
        if setting.quantity.kind is _DURATION and _is_adverbial(setting):
            return None
        found = self._read(setting)
        if found is not None:
            self._before = found
            if not self._named or self._named[-1] != found:
                self._named.append(found)
        return found

    def _last_named(self, setting: Setting) -> list[Phrase]:
        """The heads of the quantities before, as many as the list that begins here has members."""
        count = len(_ITEMS.findall(setting.rest)) + 1
        return self._named[-count:] if len(self._named) >= count else []

    def _members(self, several: re.Match[str]) -> list[Phrase]:
        """The heads that `前两者` stands for, of the list told before or else of the heads named last."""
        count = 3 if several["count"] == "三" else 2
        heads = self._items if len(self._items) >= count else self._named[-_SEVERAL_OF:]
        return heads[:count] if several["end"] == "前" else heads[-count:]

    def _read(self, setting: Setting) -> Phrase | None:
        quantity, previous = setting.quantity, setting.previous
        if quantity.range_of == 2 and previous is not None:
            return self._before
        if previous is not None and self._items and _is_listed(self._text[previous.end : quantity.start]):
            self._item += 1
            if self._item < len(self._items):
                return self._items[self._item]
        several = _SEVERAL.search(setting.lead) if "者" in setting.lead else None
        if several is not None and (members := self._members(several)):
            self._items, self._item = members, 0
            return members[0]
        told = _FORMER_LATTER.search(setting.lead) if "者" in setting.lead else None
        if told is not None and len(self._named) >= 2:
            if told["former"]:
                self._pair = self._named[-2:]
            return (self._pair or self._named[-2:])[0 if told["former"] else 1]
        if (
            previous is not None
            and setting.lead.startswith("的")
            and self._text.endswith(_COMPARING, 0, previous.start)
        ):
            return self._before
        phrase = _phrase(setting)
        if phrase is None and previous is None:
            phrase = _clause_before(setting)
        elided = phrase is None or (
            self._before is not None and len(phrase) == 1 and _BARE_RATE.fullmatch(self._text, *phrase[0]) is not None
        )
        each = "分别" in setting.lead or "依次" in setting.lead or "各" in setting.lead[-4:]
        if elided and each:
            self._items, self._item = self._last_named(setting), 0
            return self._items[0] if self._items else self._before
        if phrase is None or elided:
            return self._before
        self._items, self._item = [], 0
        if each:
            self._items = _items(self._text, phrase)
            return self._items[0] if self._items else phrase
        return phrase


def _clause_before(setting: Setting) -> Phrase | None:
    """What the clause before tells of: `少儿借阅增长最快，同比增34%`, where it ends in words that lead to a figure; `物价方面，全年上涨2%`."""
    text, end = setting.text, setting.clause.start - 1
    if end < setting.sentence.start or text[end] != "，":
        return None
    start = max(text.rfind(mark, setting.sentence.start, end) for mark in "，：；") + 1
    start = max(start, setting.sentence.start, end - _SIGHT)
    if text.endswith("方面", start, end) and setting.quantity.kind is not Kind.DURATION:
        begin, last = _after_lead(text, start, end - 2)
        return _trimmed(text, begin, last) or None
    last = _without_tail(text, start, end)
    if last == start or (last == end and _ALTOGETHER.fullmatch(setting.lead) is None):
        return None
    begin, last = _after_lead(text, start, last)
    phrase = _trimmed(text, begin, last)
    return phrase if sum(stop - first for first, stop in phrase) > 1 else None


def text_of(text: str, phrase: Phrase | None) -> str | None:
    """The words of an indicator, from the text in its own script."""
    if phrase is None:
        return None
    return "".join(text[start:end] for start, end in phrase).replace("\n", "") or None


def ahead(setting: Setting) -> Phrase | None:
    """The noun phrase before a figure, once the words that lead to the figure are off."""
    text, end = setting.text, setting.quantity.start
    start = max(setting.lead_start, end - _SIGHT)
    if setting.previous is not None and setting.previous.end == setting.lead_start:
        start = max(start, text.rfind("、", start, end) + 1)
    marked = _MARK.search(text, start, end) is not None
    if marked:
        start = _in_quotes(text, start, end)
    if end - start <= _WORD and not text[start:end].strip(" “"):
        start, end = _named_before_colon(text, start)
        if start == end:
            return None
    aside: Phrase = ()
    if marked:
        start, aside = _behind_brackets(setting, start, end)
    end = _stripped(text, start, end)
    start, end = _after_lead(text, start, end)
    if TIME.fullmatch(text, start, end):
        return None
    phrase = (*aside, *_trimmed(text, start, end))
    return phrase if sum(last - first for first, last in phrase) > 1 else None


def _in_quotes(text: str, start: int, end: int) -> int:
    """Where the phrase begins, if a quotation was opened before the figure that is still open at it."""
    for mark, closing_mark in ("“”", "「」"):
        opened = text.rfind(mark, start, end)
        if 0 <= opened < end - 2 and text.find(closing_mark, opened, end) < 0:
            start = opened + 1
    return start


def _behind_brackets(setting: Setting, start: int, end: int) -> tuple[int, Phrase]:
    """Where the phrase goes on behind brackets that are closed before the figure, and what stands before them."""
    text = setting.text
    start = max(start, text.rfind("】", start, end) + 1, text.rfind("〕", start, end) + 1)
    if _BAR.search(text, start, end):
        start = max(text.rfind(bar, start, end) for bar in "｜丨|／") + 1
    closing = text.find("）", start, end)
    if closing < 0 or "（" in text[start:closing]:
        return start, ()
    opening = text.rfind("（", max(setting.clause.start, start - SIGHT), start)
    return closing + 1, _trimmed(text, setting.clause.start, opening) if opening >= 0 else ()


def _named_before_colon(text: str, at: int) -> tuple[int, int]:
    """`求职登记：44.7万人次`: where the name of what is told behind a colon begins and ends."""
    if not text.endswith((":", "：", " "), 0, at):
        return at, at
    found = _BEFORE_COLON.search(text, max(0, at - _SIGHT), at)
    return (at, at) if found is None else found.span("name")


def _stripped(text: str, start: int, end: int) -> int:
    """Where the phrase ends once what leads to the figure is taken off."""
    for pattern in (_OF_OTHER, _THAN, _SHARE_OF, _RANKED) if text[end - 1] == "的" else (_THAN, _SHARE_OF, _RANKED):
        found = pattern.search(text, start, end)
        if found is not None and (found.start() == start or text[found.start() - 1] != "“"):
            end = found.start()
    compared = COMPARISON.search(text, start, end)
    end = end if compared is None else compared.start()
    end = _without_tail(text, start, end)
    reason = _REASON.search(text, start, end)
    end = end if reason is None else reason.start()
    deadline = _DEADLINE.search(text, start, end) if text[end - 1 : end] in _DEADLINE_ENDS else None
    if deadline is not None and deadline.start() > start:
        return _without_tail(text, start, deadline.start())
    came = FROM.search(text, start, end)
    return end if came is None else _without_tail(text, start, came.start())


def _without_tail(text: str, start: int, end: int) -> int:
    while end > start and not KEPT_TAIL.search(text, max(start, end - _WORD), end):
        found = TAIL.search(text, max(start, end - _WORD), end)
        if found is None or found.start() == end:
            break
        opening = text.rfind("（", start, end) if text[end - 1] == "）" else -1
        end = opening if opening > start else found.start()
    return end


def _after_lead(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the phrase begins: after connectives and times, and after the last verb that takes an object."""
    opening = LEAD.match(text, start, end)
    if opening is not None:
        start = opening.end()
    for found in VERB.finditer(text, start, end):
        if _ITEMS.search(text, start, found.start()):
            break
        if text[found.end() : found.end() + 1] in _NO_BEGINNING or _BARE_RATE.fullmatch(text, found.end(), end):
            continue
        if _COMPOUND.match(text, found.end(), end) and found.group() in _TRADES:
            continue
        if end - found.end() >= 2 and not _MEASURE_HEAD.match(text[found.end() : end]):
            start = found.end()
    if _MAY_OPEN.search(text, start, end):
        for pattern in (MOVES, TIME):
            for found in pattern.finditer(text, start, end):
                if end - found.end() >= 2 and found.start() > start:
                    start = found.end()
    opening = LEAD.match(text, start, end)
    return (start if opening is None or opening.end() >= end else opening.end()), end


def _phrase(setting: Setting) -> Phrase | None:
    """The noun behind a counted figure, else the phrase before it, unless that only ends in a verb that takes a noun."""
    behind = _behind(setting)
    if behind is None or setting.quantity.kind in _COUNTED:
        return behind or ahead(setting)
    before = ahead(setting)
    if _BELONGING.match(setting.rest) and _HANDED.search(setting.lead):
        return behind
    if before is None or setting.text.startswith(_THRESHOLD, setting.quantity.end) or _is_verb(setting.text, before):
        return behind
    return before


def _behind(setting: Setting) -> Phrase | None:
    """The noun after a measure word (`300余户知名企业`), or after 的 (`500公顷的林地`)."""
    quantity, text = setting.quantity, setting.text
    taken = _TAKEN_FOR.match(setting.rest) if setting.lead.endswith(_TAKING) else None
    if taken is not None:
        return _trimmed(text, quantity.end + taken.start(1), quantity.end + taken.end(1)) or None
    done = _DEED.match(setting.rest) if quantity.kind is Kind.MONEY and _SPENT.search(setting.lead) else None
    if done is not None:
        return _trimmed(text, quantity.end + done.start("deed"), quantity.end + done.end("deed")) or None
    lasting = quantity.kind is Kind.DURATION and setting.lead.endswith(_LASTING) and setting.rest.startswith("的")
    if quantity.kind not in _COUNTED and quantity.kind not in _MEASURED and not lasting:
        return None
    found = AFTER.match(text, quantity.end, min(setting.clause.end, quantity.end + SIGHT))
    if (
        found is None
        or TIME.match(text, found.start("noun"))
        or NOT_NOUN.match(text, found.start("noun"), found.end("noun"))
    ):
        return None
    stop = STOP.search(text, found.start("noun"), found.end("noun"))
    end = stop.start() if stop else found.end("noun")
    if found.start("noun") < setting.following < end:
        end = setting.following
    counted = quantity.kind in _COUNTED and end == setting.following and text[end - 1] not in "、和与及或"
    if counted and (attribute := _ATTRIBUTE.match(text, end, setting.clause.end)) is not None:
        return _trimmed(text, *attribute.span("noun")) or None
    end = _selected(quantity.unit, text, found.start("noun"), end)
    while text[end - 1] in "、逾超近约和及与自" or _AMONG.match(text, end - 2):
        end -= 1
    return _trimmed(text, found.start("noun"), end) or None


def _selected(unit: str, text: str, start: int, end: int) -> int:
    """Where the noun that a measure word counts ends, if what belongs to it follows behind a 的."""
    of = text.find("的", start + 2, end)
    return of if of > 0 and unit in _SELECTED and text.endswith(_SELECTED[unit], start, of) else end


def _is_verb(text: str, phrase: Phrase) -> bool:
    """Whether all that stands before a figure ends in a verb that takes it as its object."""
    start, end = phrase[-1]
    found = list(VERB.finditer(text, start, end))
    return bool(found) and found[-1].end() == end and text[end - 2 : end] not in ("投资", "占地")


def _trimmed(text: str, start: int, end: int) -> Phrase:
    """The phrase without marks at its edges, and without the clause before a last 的 where enough is left."""
    while start < end and text[start] in _EDGES and not text.startswith("的士", start):
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    for found in _BEFORE_HEAD.finditer(text, start, end):
        start = found.end()
    of = text.rfind("的", start, end)
    if text.startswith("的士", of) or text.startswith("目的", of - 1):
        of = text.rfind("的", start, of)
    if of >= 0 and end - of > 3 and not text.startswith("归属", start):
        start = of + 1
    if start >= end or not (text[start].isalpha() or any(char.isalpha() for char in text[start:end])):
        return ()
    return (Span(max(start, end - LONGEST), end),)


def _items(text: str, phrase: Phrase) -> list[Phrase]:
    """The members of `城镇、农村居民收入`, each with the head that the last one names."""
    start, end = phrase[-1]
    marks = list(_ITEMS.finditer(text, start, end))
    if not marks:
        return []
    begins = [start, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), end]
    last = begins[-1]
    items: list[Phrase] = []
    for begin, finish in zip(begins, ends, strict=True):
        size = finish - begin - (text[begin] in "对向从在")
        whole = begin == last or size >= end - last
        items.append((Span(begin, finish),) if whole else (Span(begin, finish), Span(last + size, end)))
    return items


def _is_listed(between: str) -> bool:
    return between in ("，", ",") or _NEXT_ITEM.fullmatch(between) is not None


def _is_adverbial(setting: Setting) -> bool:
    """`近3年`, `三个月内`: a stretch of time in which something else happened."""
    return bool(_ADVERBIAL.search(setting.lead) or _WITHIN.match(setting.rest))
