"""The words around a span by which it is found again: more of them where the same ones stand in several places."""

from __future__ import annotations

from reader.claims.claim import CONTEXT
from reader.claims.context import WIDER

WIDEST = WIDER[-1]
"""Code points to each side, at most: so many are also kept where even these stand twice."""


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before a span and after it: 32 code points to each side, where that points at one place only.

    Digests and repeated paragraphs need more: without the whole text, nothing else tells one copy from the other.

    Args:
        text: The text.
        start: Where the span begins, in code points.
        end: Where it ends.
    """
    for size in (CONTEXT, *WIDER):
        first, last = max(0, start - size), min(len(text), end + size)
        words = text[first:last]
        if text.find(words) == first and text.find(words, first + 1) < 0:
            break
    return text[first:start], text[end:last]
