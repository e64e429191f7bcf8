"""Whose a quantity is: the company, place or institution that a passage is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.passages import Span
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from reader.claims.setting import Setting

_SIGHT = 120
"""How far before a quantity its owner is looked for in the sentence, in code points."""
_SHORTEST = 2
"""No owner is named in fewer."""

_KIND = (
    "股份有限公司|有限责任公司|有限公司|集团公司|集团|公司|银行|证券|股份|大学|学院|中学|小学|医院|研究院"
    "|高新区|开发区|新区|园区|自治区|自治州|特别行政区|"
    "(?<=[\u4e00-\u9fff]{2})(?:[省县州]|市(?![场值民盈价面净]))|机场|铁路局|海关|交易所"
)
_OWNER = lazy(
    "[，。；：\n、”》）年月日度底末时期前　]"
    f"(?:(?:今年|去年|目前|全年|上半年"
    f"|截至目前)?(?P<name>(?![占超])[^\x00-\x40，。；：、（）“”《》\n的于为和对在已把被将向了是有从等其所该各某使让由以及与个家名上中是　]{{2,14}}?(?:{_KIND}))"
    "(?![\u4e00-\u9fff]{0,3}(?:局|厅|委|署|会议|统计|显示|公布|发布|数据|获悉|消息|表示|介绍|负责人|记者|行政区))"
    "|(?P<whole>全[国省市区县港澳州行院校局]|我[国省市区县]|本[港澳市省行院校]"
    "|该(?:公司|集团|行|校|院|市|省|县|区|企业)))"
)
"""An owner at the head of a clause, behind what ends the clause before, or behind a time."""

_WHOLE_AT_END = lazy("全[国省市县州]$")
"""`暴雨造成全市…`: what stands before it is no part of the name."""

_LISTED = lazy("(?P<name>[\u4e00-\u9fff]{2,6})[（(](?:(?:证券|股票|股份)?(?:代码|代号|编号)[：:]?)?\\d{4,6}[）)]")
"""A company that is named with its number at the exchange."""

_NOT_NAME = lazy(
    "比|较|[一二三四五六七八九十两几多各]个?[省市县州]$|超市|股市|逆市|楼市|节省|后市|夜市|门市|以上|以下"
    "|其他|多个|部分|一些|这些|所有|地区生产|有关|超过|签约|依托|结合|建设|增持|减持|回购|实现|达到|增长|下降"
    "|国家级|上市公司"
)


_OPENING = 1_000
"""In so many code points from the beginning, an article about a listed company gives its number."""


def _listed_company(text: str) -> Span | None:
    """The company that a text names with its number: what of the words before the number the text repeats."""
    found = _LISTED.search(text, 0, _OPENING)
    if found is None:
        return None
    start, end = found.span("name")
    return next((Span(at, end) for at in range(start, end - 1) if text.count(text[at:end], 0, _OPENING) > 1), None)


class Entities:
    """Finds the owners of a text's quantities, in order.

    The one named last in the paragraph goes on; where the paragraph names nobody, the one that the article named first.
    """

    def __init__(self, text: str) -> None:
        self._text = f"\n{text}"
        self._paragraph: Span | None = None
        self._before: Span | None = None
        self._subject = _listed_company(text)

    def of(self, setting: Setting) -> Span | None:
        """The stretch of the text that names whose a quantity is, or None where nobody is named before it."""
        if setting.paragraph != self._paragraph:
            self._paragraph, self._before = setting.paragraph, None
        start = setting.previous.end if setting.previous is not None else setting.sentence.start
        end = setting.quantity.start
        if end - start > _SIGHT:
            start = end - _SIGHT
        if end - start >= _SHORTEST and (found := self._nearest(start, end)) is not None:
            self._before = found
            self._subject = self._subject or found
        return self._before or self._subject

    def _nearest(self, start: int, end: int) -> Span | None:
        """The last owner that is named between two offsets."""
        last: Span | None = None
        for found in _OWNER.finditer(self._text, start, end + 1):
            first, end_of_name = found.span("name" if found["name"] else "whole")
            if found["name"] and _NOT_NAME.search(found["name"]):
                continue
            if _WHOLE_AT_END.search(self._text, first, end_of_name):
                first = end_of_name - 2
            last = Span(first - 1, end_of_name - 1)
        return last
