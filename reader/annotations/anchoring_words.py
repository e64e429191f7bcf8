"""The words of the clause that a span stands in: if they change, so may what the span says."""

from __future__ import annotations

from reader.annotations.anchoring_key import folded
from reader.text.patterns import lazy

_END = lazy(r"[，。；：！？!?;:\n]|(?<!\d)[,.]|[,.](?!\d)")
_MARK = lazy(r"(?<!\d)[,.]|[,.](?!\d)|-(?!\d)|[;:!?、。\"'()·—…]")

_CLOSED = lazy(r"[，。；：！？!?;:\n][”’」』）)》】\"']*\Z")
"""How a span ends that reaches to the end of its clause."""

_LONGEST = 100
"""A clause is looked at for so many code points on each side of a span."""


def clause_around(text: str, start: int, end: int) -> str:
    """The clause, or the clauses, that a span of a text stands in, without the marks around them."""
    before = [mark.end() for mark in _END.finditer(text, max(0, start - _LONGEST), start)]
    first = before[-1] if before else max(0, start - _LONGEST)
    if _CLOSED.search(text, start, end):
        return text[first:end]
    after = _END.search(text, end, end + _LONGEST)
    return text[first : after.start() if after else end + _LONGEST]


def words_of(clause: str) -> str:
    """The clause without its marks, in whatever width and script it is written."""
    return _MARK.sub("", folded(clause))
