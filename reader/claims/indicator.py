"""What a quantity measures: the head noun phrase, found without a word list of nouns.

Chinese puts the thing measured before its figure (`地区生产总值增长10.0%`) or, after a measure word, behind it
(`300余户知名企业`). So the phrase is what is left of the clause when the words that only lead to a figure (verbs of
reaching and changing, adverbs, times) are taken off its end, and times and connectives off its beginning. Where
nothing is left, the thing was named before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.claim import Kind
from reader.claims.phrase import ITEMS, shared_out, trimmed
from reader.claims.phrase_ahead import ahead, clause_before, topic_before
from reader.claims.phrase_behind import COUNTED, noun_behind
from reader.claims.phrase_edges import BARE_RATE
from reader.claims.phrase_words import VERB
from reader.text.patterns import lazy

if TYPE_CHECKING:
    import re

    from reader.claims.passages import Span
    from reader.claims.phrase import Phrase
    from reader.claims.setting import Setting

_THRESHOLD = ("以上", "以下", "以内")
_DURATION, _PERCENT = Kind.DURATION, Kind.PERCENT
_DESCRIBING = frozenset((Kind.POWER, Kind.LENGTH, Kind.AREA, Kind.VOLUME, Kind.OTHER))
_OF_ITS_OWN = lazy("(?:以上|以下|左右)?(?:的|[为是属系]|来自)")
_SOME = lazy("(?:，?其中)?(?:有|另有|还有|也有|仅|只有)?[近超约逾]?过?")
_ACTS = lazy(
    "(?:以上|以下|左右)?的?人?(?:坚持|表示|认为|选择|愿意|计划|打算|曾|有过|拥有|希望|支持|赞成|反对|预期|预计|不(?!合格|良)|没"
    "|已|能够|可以|经常|每[天周月年])"
)
"""What people do: `其中23.1%坚持每天运动` tells of those named before."""
_GROUP = lazy("[\u4e00-\u9fff]{2,10}$")
_ATTRIBUTED = lazy("(?!以[上下内]|左右)[\u4e00-\u9fff]{2,10}[、和及与]")
_ADVERBIAL = lazy("(?:近|过去|最近|未来|今后|前|每|短短|时隔|相隔|未满)$")
_WITHIN = lazy("(?:内|以来|来|间|后|时间)")
_FORMER_LATTER = lazy("(?:(?P<former>前者)|后者)(?=[^，。；]{0,8}$)")
_SEVERAL = lazy("(?P<end>[前后])(?P<count>[两二三])者[^，。；]{0,4}(?:分别|依次|各)(?=[^，。；]{0,8}$)")
_SEVERAL_OF = 3
"""`前两者` are two of this many things."""
_HANDED = lazy(
    "(?:[少多](?:付|花|交|缴|掏|拿|领|还)|拿到?|领到?|存在|得到|享受到?|面临|留出|让出|付出|省出|拿出|腾出|预留|安排|列支|统筹|设立)(?:了|[近约超逾]|高?达|不[低少]于|至少|超过)?$"
)
"""What takes the noun behind 的 as its object: `拿到3.5元的补偿`."""
_NEAR = 14
"""How far behind a figure the 的 may stand that makes it an attribute, the upper end of a range between them."""
_BELONGING = lazy("(?:[-—–~～至到]{1,2}[\\d.,]+[^，。；\\d的]{1,6})?(?:以上|以下|以内|左右|上下)?的")
_COMPARING = ("比", "较", "低于", "高于", "超过", "超出")
"""What stands before a figure that another is compared with: `比18个月的警戒线高出1.6个月`."""
_NEXT_ITEM = lazy("(?:[、和及与]|以及)(?:上升|下降|增长|提高|提升|降低|增加|减少|回落|上涨|下跌|[增减升降涨跌])?了?")
"""What stands between members of a list, each with a verb of its own or not: `分别下降2%、上升3%`."""


_LISTED = lazy("(?:(?:[、和及与]|以及)[^，。；、和及与\\d]{0,4}[\\d一二三四五六七八九十两][^，。；、和及与]{0,12})+")
_LISTED_ONE = lazy("[、和及与]|以及")


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
        self._whole: Phrase | None = None

    def of(self, setting: Setting) -> Phrase | None:
        """The head noun phrase of what a quantity measures, or None."""
        if setting.paragraph != self._paragraph:
            self._paragraph, self._before, self._items, self._named = setting.paragraph, None, [], []
            self._whole = None
        if setting.quantity.kind is _DURATION and _is_adverbial(setting):
            return None
        if "其中" in setting.lead[:4]:
            self._whole = self._whole or self._before
        found = self._read(setting)
        if found is not None:
            self._before = found
            if not self._named or self._named[-1] != found:
                self._named.append(found)
        return found

    def _last_named(self, setting: Setting) -> list[Phrase]:
        """The heads of the quantities before, as many as the list that begins here has members."""
        count = len(ITEMS.findall(setting.rest)) + 1
        return self._named[-count:] if len(self._named) >= count else []

    def _members(self, several: re.Match[str]) -> list[Phrase]:
        """The heads that `前两者` stands for, of the list told before or else of the heads named last."""
        count = 3 if several["count"] == "三" else 2
        heads = self._items if len(self._items) >= count else self._named[-_SEVERAL_OF:]
        return heads[:count] if several["end"] == "前" else heads[-count:]

    def _read(self, setting: Setting) -> Phrase | None:
        taken = self._taken_over(setting)
        if taken is not None:
            return taken[0]
        lead = setting.lead
        if setting.quantity.kind is _PERCENT and self._before and self._tells_what_some_do(setting):
            return self._before
        phrase = _phrase(setting)
        if phrase is None and setting.previous is None:
            phrase = clause_before(setting)
        elided = phrase is None or self._is_bare_rate(phrase)
        if elided and (topic := topic_before(setting)) is not None:
            phrase, elided = topic, False
        each = "分别" in lead or "依次" in lead or "各" in lead[-4:]
        if elided and each:
            self._items, self._item = self._last_named(setting), 0
            return self._items[0] if self._items else self._before
        if phrase is None or elided:
            if self._whole is not None and self._is_behind_parts(setting):
                self._before, self._whole = self._whole, None
            return self._before
        self._whole = self._whole if "其中" in lead or not self._is_behind_parts(setting) else None
        self._items, self._item = shared_out(self._text, phrase, _listed(setting)) if each else [], 0
        return self._items[0] if self._items else phrase

    def _taken_over(self, setting: Setting) -> tuple[Phrase | None] | None:
        """The head that was named before and that the words right before the quantity point at; None if they do not."""
        quantity, previous, lead = setting.quantity, setting.previous, setting.lead
        if previous is not None and quantity.range_of == 2:
            return (self._before,)
        if previous is not None and self._items and _is_listed(self._text[previous.end : quantity.start]):
            self._item += 1
            if self._item < len(self._items):
                return (self._items[self._item],)
        if "者" in lead and (pointed_at := self._pointed_at(lead)) is not None:
            return (pointed_at,)
        if previous is not None and lead.startswith("的") and self._text.endswith(_COMPARING, 0, previous.start):
            return (self._before,)
        return None

    def _pointed_at(self, lead: str) -> Phrase | None:
        """The head that `前两者分别`, `前者` or `后者` stands for."""
        several = _SEVERAL.search(lead)
        if several is not None and (members := self._members(several)):
            self._items, self._item = members, 0
            return members[0]
        told = _FORMER_LATTER.search(lead)
        if told is None or len(self._named) < 2:
            return None
        if told["former"]:
            self._pair = self._named[-2:]
        return (self._pair or self._named[-2:])[0 if told["former"] else 1]

    def _tells_what_some_do(self, setting: Setting) -> bool:
        """`其中23.1%坚持每天运动`: how many of those named before do something."""
        if _ACTS.match(self._text, setting.quantity.end) is None:
            return False
        return _SOME.fullmatch(setting.lead) is not None

    def _is_behind_parts(self, setting: Setting) -> bool:
        """Whether a semicolon parts a quantity from those before it: there the parts that 其中 named are over."""
        previous = setting.previous
        return previous is not None and "；" in self._text[previous.end : setting.quantity.start]

    def _is_bare_rate(self, phrase: Phrase) -> bool:
        """Whether a phrase only says what rate it is (`增速`) of something named before."""
        return self._before is not None and len(phrase) == 1 and BARE_RATE.fullmatch(self._text, *phrase[0]) is not None


def _phrase(setting: Setting) -> Phrase | None:
    """The noun behind a counted figure, else the phrase before it, unless that only ends in a verb that takes a noun."""
    behind = noun_behind(setting)
    if behind is None or setting.quantity.kind in COUNTED:
        return behind or ahead(setting)
    if _is_next_attribute(setting) or (
        setting.text[setting.quantity.start - 1] in ":：" and setting.text.startswith("的", setting.quantity.end)
    ):
        return behind
    if setting.quantity.kind is _PERCENT and (group := _share_of_group(setting)) is not None:
        return group
    before = ahead(setting)
    if (
        "的" in setting.text[setting.quantity.end : setting.quantity.end + _NEAR]
        and _BELONGING.match(setting.rest)
        and _HANDED.search(setting.lead)
    ):
        return behind
    if before is None or setting.text.startswith(_THRESHOLD, setting.quantity.end) or _is_verb(setting.text, before):
        return behind
    return before


def _is_next_attribute(setting: Setting) -> bool:
    """`90瓦有线快充和50瓦无线充电`: nothing but the thing that the figure before describes stands between the two."""
    previous = setting.previous
    if setting.quantity.kind not in _DESCRIBING:
        return False
    if previous is None or previous.unit != setting.quantity.unit or previous.end != setting.lead_start:
        return False
    return _ATTRIBUTED.fullmatch(setting.lead) is not None


def _share_of_group(setting: Setting) -> Phrase | None:
    """`500间出口商中，36.8%预期…`: of the group that the clause before names, so many do what follows."""
    if (
        not setting.text.endswith("中，", 0, setting.clause.start)
        or not _SOME.fullmatch(setting.lead)
        or _OF_ITS_OWN.match(setting.text, setting.quantity.end)
    ):
        return None
    end = setting.clause.start - 2
    found = _GROUP.search(setting.text, max(setting.sentence.start, end - _NEAR), end)
    return None if found is None else trimmed(setting.text, *found.span()) or None


def _is_verb(text: str, phrase: Phrase) -> bool:
    """Whether all that stands before a figure ends in a verb that takes it as its object."""
    start, end = phrase[-1]
    found = list(VERB.finditer(text, start, end))
    return bool(found) and found[-1].end() == end and text[end - 2 : end] not in ("投资", "占地")


def _listed(setting: Setting) -> int:
    """How many figures the list has that begins with a quantity, as far as commas and conjunctions tell."""
    found = _LISTED.match(setting.rest)
    return 1 if found is None else 1 + len(_LISTED_ONE.findall(found.group()))


def _is_listed(between: str) -> bool:
    return between in ("，", ",") or _NEXT_ITEM.fullmatch(between) is not None


def _is_adverbial(setting: Setting) -> bool:
    """`近3年`, `三个月内`: a stretch of time in which something else happened."""
    return bool(_ADVERBIAL.search(setting.lead) or _WITHIN.match(setting.rest))
