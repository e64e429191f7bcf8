"""Where the paragraphs, sentences and clauses of a text begin and end."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from reader.text.patterns import lazy

_SENTENCE_END = lazy('[。！？!?]+[”’」』）)"]*|\n')
_CLAUSE_END = lazy(r"[，；。！？!?：\n　]|(?<!\d)[,;]|[,;](?!\d{3}(?!\d))|(?<![\d:]):(?!\d)|——")


class Span(NamedTuple):
    """A stretch of text, half-open, in code points."""

    start: int
    end: int


class Passages:
    """The paragraphs (lines), sentences and clauses of a text, found once, looked up by offset."""

    def __init__(self, text: str) -> None:
        self._text, self._length = text, len(text)
        self._lines = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._line_ends = frozenset(self._lines[1:])
        self._sentences = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
        self._clauses = [0, *(found.end() for found in _CLAUSE_END.finditer(text))]

    def paragraph(self, at: int) -> Span:
        """The line that holds an offset, without its line feed."""
        start, end = self._around(self._lines, at)
        return Span(start, end - 1 if end in self._line_ends else end)

    def is_heading(self, at: int) -> bool:
        """Whether the line that holds an offset ends without a mark that ends a sentence."""
        start, end = self.paragraph(at)
        return start < end and self._text[end - 1] not in "。！？；!?;…”’」』）"

    def sentence(self, at: int) -> Span:
        """The sentence that holds an offset, with its closing mark."""
        return self._around(self._sentences, at)

    def clause(self, at: int) -> Span:
        """The clause that holds an offset, with its closing mark."""
        return self._around(self._clauses, at)

    def _around(self, starts: list[int], at: int) -> Span:
        index = bisect_right(starts, at)
        return Span(starts[index - 1], starts[index] if index < len(starts) else self._length)


_LINE_END = lazy("\n")
