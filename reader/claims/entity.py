"""Whose a quantity is: the company, place or institution that a passage is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.passages import Span
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from reader.claims.setting import Setting

_SIGHT = 120
"""How far before a quantity its owner is looked for in the sentence, in code points."""

_KIND = (
    "股份有限公司|有限责任公司|有限公司|集团公司|集团|公司|银行|证券|股份|大学|学院|医院|研究院|高新区|开发区|新区|园区|自治区|自治州|特别行政区|"
    "(?<=[\u4e00-\u9fff]{2})(?:[省县州]|市(?![场值民盈价面净]))|机场|铁路局|海关|交易所"
)
_NAMED = lazy(
    "(?:^|(?<=[，。；：\n、”》）年月日度底末时]))"
    f"(?:今年|去年|目前|全年|上半年|截至目前)?(?P<name>[^\x00-\x40，。；：、（）“”《》\n的于为和对在已把被将向了是有从等其所该各某使让由以及与个家名上中是]{{2,14}}?(?:{_KIND}))"
    "(?![\u4e00-\u9fff]{0,3}(?:局|厅|委|署|会议|统计|显示|公布|发布|数据|获悉|消息|表示|介绍|负责人|记者|行政区))"
)
_WHOLE = lazy(
    "(?:^|(?<=[，。；：\n、年月日度底末前期]))(?:全[国省市区县港澳州行院校]|我[国省市区县]|本[港澳市省行院校]|该(?:公司|集团|行|校|院|市|省|县|区|企业))"
)
_NOT_NAME = lazy(
    "超市|股市|楼市|节省|后市|夜市|门市|以上|以下|其他|多个|部分|一些|这些|所有|地区生产|有关|超过|签约|依托|结合|建设|实现|达到|增长|下降|国家级|上市公司"
)


class Entities:
    """Finds the owners of a text's quantities, in order: the one named last in the paragraph goes on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraph: Span | None = None
        self._before: Span | None = None

    def of(self, setting: Setting) -> Span | None:
        """The stretch of the text that names whose a quantity is, or None where the paragraph names nobody so far."""
        if setting.paragraph != self._paragraph:
            self._paragraph, self._before = setting.paragraph, None
        looked = setting.previous.end if setting.previous is not None else setting.sentence.start
        start = max(looked, setting.quantity.start - _SIGHT)
        found = self._nearest(start, setting.quantity.start)
        if found is not None:
            self._before = found
        return self._before

    def _nearest(self, start: int, end: int) -> Span | None:
        """The last owner that is named between two offsets."""
        spans = [Span(*found.span("name")) for found in _NAMED.finditer(self._text, start, end)]
        spans = [span for span in spans if not _NOT_NAME.search(self._text, *span)]
        spans += [Span(*found.span()) for found in _WHOLE.finditer(self._text, start, end)]
        return max(spans, default=None)
