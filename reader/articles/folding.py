"""One shape for both scripts and widths, so that word lists need each word only once.

Folding is one for one: offsets in the folded text are offsets in the text.
"""

from __future__ import annotations

from functools import cache

from reader.text.conversion import single_characters

_MARKS = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u3000\u00a0\t\u2002\u2003"), " "),
    **dict.fromkeys(map(ord, "︰∶"), ":"),
    **dict.fromkeys(map(ord, "│┃∣┊"), "|"),
    **dict.fromkeys(map(ord, "〉＞"), ">"),
}
"""Full-width forms, blanks and marks that look like others."""

_REPLY = {ord("覆"): "复"}
"""`回覆` is 回复 on web pages; OpenCC keeps it, for `覆蓋`."""


@cache
def _table() -> dict[int, str]:
    return {**single_characters(), **_REPLY, **_MARKS}


def folded(text: str) -> str:
    """The text in Simplified, half-width and lower case, character by character; exactly as long."""
    plain = text.translate(_table())
    small = plain.lower()
    return small if len(small) == len(plain) else plain
