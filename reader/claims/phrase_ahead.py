"""The noun phrase that stands before a figure (`地区生产总值增长10.0%`), in its clause or in the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.claim import Kind
from reader.claims.passages import Span
from reader.claims.phrase import trimmed
from reader.claims.phrase_edges import WORD, after_lead, stripped, without_tail
from reader.claims.phrase_words import LEAD, TIME
from reader.claims.setting import SIGHT
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from reader.claims.phrase import Phrase
    from reader.claims.setting import Setting

REACH = 80
"""How far before a figure its phrase may begin."""
_BAR = lazy("[｜丨|／]")
"""What parts the label of a heading from it (`预算案｜薪俸税宽减`)."""
_ALTOGETHER = lazy("(?:合计|共计|总计|合共|总共|共|累计|总数|总数达)[约近逾超达为]?")
"""What sums up the thing that the clause before named: `移转栋数，合计1万栋`."""
_BEFORE_COLON = lazy(
    "(?:^|[，。；！？、\n　■●◆▪•·*□○◎▲]"
    "|[一二三四五六七八九十\\d][.．、])(?P<name>[^，。；！？、\n　■●◆▪•·*□○◎▲：:]{2,16})[：:] ?$"
)
_MARK = lazy("[｜丨|／“「】〕）]")


_TOPIC = lazy(
    "(?P<topic>[\u4e00-\u9fffA-Za-z“”（）、·]{2,16}?)(?:则(?!是)|却|也|仍|亦|依然|同样|再[创度次]|持续|继续"
    "|延续|连续|连\\d|保持|维持|表现|受惠|受益|受[^，。]{1,10}(?:影响|拖累|带动|提振)|(?<![基原])因|"
    "明显|显著|大幅|小幅|稳步|由[负亏]转[正盈]|由[正盈]转[负亏]|扭亏|转[盈亏正负]|创(?:出|下|历史|同期|近年)*新[高低]|快速|平稳|稳中|企稳|回暖|回升|回落|向好|承压|走[强弱高低]|止跌|领[涨跌先]"
    "|加[快速]|提[速质])"
)
"""What a clause without a figure tells of first (`塑胶制品则连3黑，`), before what becomes of it."""
_NEXT_NAMED = lazy("）(?:以及|及|和|与|、|，|；)*(?P<name>[^，。；（）]{1,30})（")
_PENALTY = lazy("(?:有期徒刑|拘役|管制|刑期|罚金|罚款|行政拘留)(?:[约共达近超逾]|合计|各|高达|分别)?$")
_MAY_BE_PENALTY = lazy("[刑罚役制留]")
"""What a court imposes, whoever it is imposed on: `判处柯某有期徒刑八年`."""
_FIRST = lazy(
    "(?:^|[，。；])(?P<topic>[^，。；\\d]{2,20}?)(?:居首|居前|居[全各][^，。；]{1,3}首位|领先|领跑|靠前|由[负亏]转[正盈]|由[正盈]转[负亏]"
    "|最[高低大小多少快慢](?:的?(?:是|为|当属)[^，。；\\d]{1,12})?(?!人民|检察)|出现在[^，。；\\d]{1,10}|(?:再|续)?创[^，。；\\d]{0,8}新[高低])$"
)
_REACHING = frozenset(("达", "达到", "为", "高达", "超", "超过", "逾", "近", "约", "约为", "仅", "仅为", "报"))
"""`茅台成交额居首，达21亿元`: the clause before names what comes to so much."""
_PRONOUNS = frozenset(("我们", "他们", "她们", "它们", "咱们", "大家", "自己", "这里", "那里", "这样", "记者"))
_BEFORE_NAMED = frozenset(":： ")
"""What may stand between the name of a thing and its figure."""


def topic_before(setting: Setting) -> Phrase | None:
    """What the clause before tells of, where it begins a sentence or follows a semicolon and holds no figure: `…则受惠，录得2亿元`."""
    text, end = setting.text, setting.clause.start - 1
    if end <= setting.sentence.start or text[end] != "，":
        return None
    if setting.lead in _REACHING and (first := _FIRST.search(text, max(setting.sentence.start, end - REACH), end)):
        begin, last = after_lead(text, first.start("topic"), first.end("topic"))
        return trimmed(text, begin, last) or None
    start = max(setting.sentence.start, text.rfind("；", setting.sentence.start, end) + 1)
    if (setting.previous is not None and setting.previous.end > start) or end - start > REACH:
        return None
    opening = LEAD.match(text, start, end)
    found = _TOPIC.match(text, start if opening is None else opening.end(), end)
    return None if found is None else trimmed(text, *found.span("topic")) or None


def clause_before(setting: Setting) -> Phrase | None:
    """What the clause before tells of: `少儿借阅增长最快，同比增34%`, where it ends in words that lead to a figure; `物价方面，全年上涨2%`."""
    text, end = setting.text, setting.clause.start - 1
    if end < setting.sentence.start or text[end] != "，":
        return None
    start = max(text.rfind(mark, setting.sentence.start, end) for mark in "，：；") + 1
    start = max(start, setting.sentence.start, end - REACH)
    if text.endswith("方面", start, end) and setting.quantity.kind is not Kind.DURATION:
        begin, last = after_lead(text, start, end - 2)
        return trimmed(text, begin, last) or None
    last = without_tail(text, start, end)
    if last == start or (last == end and _ALTOGETHER.fullmatch(setting.lead) is None):
        return None
    begin, last = after_lead(text, start, last)
    phrase = trimmed(text, begin, last)
    return phrase if sum(stop - first for first, stop in phrase) > 1 else None


def ahead(setting: Setting) -> Phrase | None:
    """The noun phrase before a figure, once the words that lead to the figure are off."""
    text, start, end = setting.text, setting.lead_start, setting.quantity.start
    if end - start > REACH:
        start = end - REACH
    if start == end and text[end - 1 : end] not in _BEFORE_NAMED:
        return None
    if setting.lead.startswith("）") and text[end - 1] == "（" and setting.previous is not None:
        return _next_named(text, start, end)
    if setting.previous is not None and setting.previous.end == setting.lead_start:
        start = max(start, text.rfind("、", start, end) + 1)
    marked = _MARK.search(text, start, end) is not None
    if marked:
        start = _in_quotes(text, start, end)
    if end - start <= WORD and not text[start:end].strip(" “"):
        start, end = _named_before_colon(text, start)
        if start == end:
            return None
    aside: Phrase = ()
    if marked:
        start, aside = _behind_brackets(setting, start, end)
    if _MAY_BE_PENALTY.search(text, start, end) and (penalty := _PENALTY.search(text, start, end)) is not None:
        return (Span(*penalty.span()),)
    end = stripped(text, start, end)
    start, end = after_lead(text, start, end)
    if TIME.fullmatch(text, start, end) or text[start:end] in _PRONOUNS:
        return None
    phrase = (*aside, *trimmed(text, start, end))
    return phrase if sum(last - first for first, last in phrase) > 1 else None


def _next_named(text: str, start: int, end: int) -> Phrase | None:
    """`跑步（54.7%）、健走（46.2%）`: the next of a list whose members have their figures in brackets."""
    found = _NEXT_NAMED.fullmatch(text, start, end)
    return None if found is None else trimmed(text, *found.span("name")) or None


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
    return closing + 1, trimmed(text, setting.clause.start, opening) if opening >= 0 else ()


def _named_before_colon(text: str, at: int) -> tuple[int, int]:
    """`求职登记：44.7万人次`: where the name of what is told behind a colon begins and ends."""
    if text[at - 1 : at] not in _BEFORE_NAMED:
        return at, at
    found = _BEFORE_COLON.search(text, max(0, at - REACH), at)
    return (at, at) if found is None else found.span("name")
