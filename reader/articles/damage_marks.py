"""Marks of damage that nothing can be read back from: they are shown as damaged, without a suggestion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HAN = "㐀-鿿"
_TONED = "[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*"

_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]+|(?:锟斤拷)+")
"""Undecodable bytes, private-use characters, and what U+FFFD in UTF-8 looks like when it is read as GBK."""

_HALF_PINYIN = re.compile(rf"(?<=[{_HAN}\ue000-\uf8ff])(?:[A-Za-z]\({_TONED}\)|\?{_TONED}\))")
"""Pinyin after the second half of a character (`F(xiàn)`), or with its parenthesis swallowed (`?lián)`)."""

_STRANGE = re.compile(rf"(?<=[{_HAN}])\?[;,](?=[{_HAN}A-Za-z])")
"""A question mark with another mark, as nobody writes it."""

_LOST = re.compile(rf"(?<=[{_HAN}])\?+(?=[{_HAN}])")
"""A question mark between Han characters."""

_CLAUSE = re.compile(r"[，。；：！？、,;:!?“”「」（）()《》\s]")
_ASKING = re.compile("[吗嗎呢么麼吧啊呀谁誰哪怎何几幾孰岂豈否嘛不没沒难難可]|多少|什|为啥|真")
"""Words that make a question."""

_HALF_WIDTH_COMMA = re.compile(rf"[{_HAN}],[{_HAN}]")
_ENOUGH = 5
"""An article with fewer full-width commas than this may write its marks either way."""


def uses_full_width(texts: Sequence[str]) -> bool:
    """Whether an article writes its marks full-width throughout, so that a half-width one is none of its own."""
    if sum(text.count("，") for text in texts) < _ENOUGH:
        return False
    return not any(_HALF_WIDTH_COMMA.search(text) for text in texts)


def marks(text: str, is_full_width: bool) -> Iterator[tuple[int, int]]:
    """Where a paragraph shows damage.

    Args:
        text: Its text.
        is_full_width: Whether its article writes marks full-width: only there, a lone `?` in Han text is damage.
    """
    patterns: Iterable[re.Pattern[str]] = (_UNREADABLE, _HALF_PINYIN, _STRANGE, *([_LOST] if is_full_width else []))
    for pattern in patterns:
        for found in pattern.finditer(text):
            if pattern not in (_STRANGE, _LOST) or not _asks(text, found.start()):
                yield found.span()


def _asks(text: str, end: int) -> bool:
    """Whether the clause before `end` may be a question."""
    clause = _CLAUSE.split(text[max(0, end - 30) : end])[-1]
    return _ASKING.search(clause) is not None
