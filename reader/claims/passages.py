"""Where the paragraphs, sentences and clauses of a text begin and end."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reader.text.patterns import lazy

if TYPE_CHECKING:
    import re

_LINE_END = lazy("\n")
_SENTENCE_END = lazy('[。！？!?\n](?:(?<=\n)|[。！？!?]*[”’」』）)"]*)')
_CLAUSE_END = lazy(
    r"[，；。！？!?：\n　,;:—](?:(?<![,;:—])|(?<=[,;])(?:(?<!\d.)|(?!\d{3}(?!\d)))|(?<=:)(?<![\d:].)(?!\d)|(?<=—)—)"
)
"""Patterns of one set of characters first are searched for many times faster than alternatives."""


class Span(NamedTuple):
    """A stretch of text, half-open, in code points."""

    start: int
    end: int


class Passages:
    """The paragraphs (lines), sentences and clauses of a text, found once, looked up by offset."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = _Division(text, _LINE_END).around
        self._paragraph = Span(0, 0)
        self.sentence = _Division(text, _SENTENCE_END).around
        """The sentence that holds an offset, with its closing mark."""
        self.clause = _Division(text, _CLAUSE_END).around
        """The clause that holds an offset, with its closing mark."""

    def paragraph(self, at: int) -> Span:
        """The line that holds an offset, without its line feed."""
        start, end = self._paragraph
        if not start <= at < end:
            start, end = self._line(at)
            self._paragraph = Span(start, end - (self._text[end - 1 : end] == "\n"))
        return self._paragraph

    def is_heading(self, at: int) -> bool:
        """Whether the line that holds an offset ends without a mark that ends a sentence."""
        start, end = self.paragraph(at)
        return start < end and self._text[end - 1] not in "。！？；!?;…”’」』）"


class _Division:
    """A text divided behind each match of a pattern, whose parts are looked up mostly in order."""

    def __init__(self, text: str, ends: re.Pattern[str]) -> None:
        self._starts = array("L", (0, *(found.end() for found in ends.finditer(text)), len(text)))
        self._last = Span(0, 0)

    def around(self, at: int) -> Span:
        """The part that holds an offset, or the last one."""
        start, end = self._last
        if not start <= at < end:
            index = min(bisect_right(self._starts, at), len(self._starts) - 1)
            self._last = Span(self._starts[index - 1], self._starts[index])
        return self._last
