"""The stretches of text that an indicator is put together from, trimmed at their edges and shared out in lists."""

from __future__ import annotations

from reader.claims.passages import Span
from reader.text.patterns import lazy

LONGEST = 30
"""No indicator has more code points."""
Phrase = tuple[Span, ...]
"""The stretches of the text that an indicator is put together from."""
ITEMS = lazy("[、和及与]|以及")
_BEFORE_HEAD = lazy("等(?![级离候待于])(?=[\\u4e00-\\u9fff]{2})|[\\d.]+[万亿千百]*元?级(?=[\\u4e00-\\u9fff]{2})")
_MEASURE = lazy(
    "(?:增加值|总?产值|产量|销量|销售额|收入|投资|利润|营收|价格|均价|货值|出口额?|进口额?|零售额|贸易额|成交[量额]|占比|库存)$"
)
_FUELS = ("汽油", "柴油")
"""Told as `汽、柴油`."""
_EDGES = " 　，、：:“”‘’「」『』()（）的—-·|｜①②③④⑤⑥⑦⑧⑨⑩■●◆▪•"


def text_of(text: str, phrase: Phrase | None) -> str | None:
    """The words of an indicator, from the text in its own script."""
    if phrase is None:
        return None
    return "".join(text[start:end] for start, end in phrase).replace("\n", "") or None


def trimmed(text: str, start: int, end: int) -> Phrase:
    """The phrase without marks at its edges, and without the clause before a last 的 where enough is left."""
    while start < end and text[start] in _EDGES and not text.startswith("的士", start):
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    if text.find("等", start, end) >= 0 or text.find("级", start, end) >= 0:
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


def shared_out(text: str, phrase: Phrase, figures: int) -> list[Phrase]:
    """The members of `城镇、农村居民收入`, each with the head that the last one names.

    Args:
        text: Simplified, with narrow digits.
        phrase: Where they stand in it.
        figures: How many figures they share: `铸造业、有色金属冶炼和压延业` are two things, not three, where there are two.
    """
    start, end = phrase[-1]
    marks = list(ITEMS.finditer(text, start, end))
    if len(marks) >= figures > 1:
        commas = [mark for mark in marks if mark.group() == "、"]
        marks = commas if len(commas) == figures - 1 else marks
    if not marks:
        return []
    begins = [start, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), end]
    last = begins[-1]
    items: list[Phrase] = []
    for begin, finish in zip(begins, ends, strict=True):
        size = finish - begin - (text[begin] in "对向从在")
        whole = begin == last or size >= end - last
        tail = _shared_tail(text, finish, last, end) or last + size
        if text[finish - 1] in "汽柴" and text.startswith(_FUELS, last):
            tail = last + 1
        items.append(
            (Span(begin, finish),) if whole and tail == last + size else (Span(begin, finish), Span(tail, end))
        )
    return items


def _shared_tail(text: str, finish: int, last: int, end: int) -> int | None:
    """Where what a member lacks begins in the last one: `制造业` and `加工业增加值` end alike, up to the measure."""
    head = _MEASURE.search(text, last, end)
    if head is None or head.start() - 1 < last or finish > last or text[head.start() - 1] != text[finish - 1]:
        return None
    return head.start()
