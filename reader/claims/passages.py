"""Where the paragraphs and sentences of a text begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right

_SENTENCE_END = re.compile('(?:[。！？!?]+[”’」』）)"]*|\n)')


class Passages:
    """The paragraphs (lines) and sentences of a text, found once, looked up by offset."""

    def __init__(self, text: str) -> None:
        ends = [found.end() for found in _SENTENCE_END.finditer(text)]
        self._sentences = [0, *ends]
        self._text = text
        self._line = (0, -1)

    def paragraph(self, at: int) -> tuple[int, int]:
        """Start and end of the line that holds an offset, without its line feed."""
        if not self._line[0] <= at <= self._line[1]:
            start = self._text.rfind("\n", 0, at) + 1
            end = self._text.find("\n", at)
            self._line = (start, len(self._text) if end < 0 else end)
        return self._line

    def sentence(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence that holds an offset."""
        index = bisect_right(self._sentences, at)
        end = self._sentences[index] if index < len(self._sentences) else len(self._text)
        return self._sentences[index - 1], end
