"""Building traced text out of the pieces of a page, white space folded as browsers fold it."""

from __future__ import annotations

import re

from reader.articles.markup import pieces
from reader.text.traced import Run, TracedText

_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE = "\u2e80"
"""From here on characters are Han, kana or their punctuation, which no blank parts when a line of source ends."""


class TextBuilder:
    """Collects what stands in one block."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._space: tuple[int, int, bool] | None = None
        self.linked = 0

    def __bool__(self) -> bool:
        return bool(self._parts)

    def __len__(self) -> int:
        return self._length

    def add_source(self, source: str, start: int, end: int, linked: bool) -> None:
        """Add what stands for `start`..`end` of a page: entities become what they mean."""
        for piece in pieces(source, start, end):
            if len(piece.text) == piece.end - piece.start:
                self.add(piece.text, piece.start, linked)
            else:
                self.add_made(piece.text, piece.start, piece.end, linked)

    def add(self, text: str, start: int, linked: bool) -> None:
        """Add characters that stand in the source from `start` on; runs of white space become one blank."""
        at = 0
        for found in _SPACE.finditer(text):
            if at < found.start():
                self._put(text[at : found.start()], start + at, start + found.start(), linked)
            self._pend(start + found.start(), start + found.end(), "\n" in found[0] or "\r" in found[0])
            at = found.end()
        if at < len(text):
            self._put(text[at:], start + at, start + len(text), linked)

    def add_made(self, text: str, start: int, end: int, linked: bool) -> None:
        """Add characters that were made of `start`..`end` of the source (an entity)."""
        if _SPACE.fullmatch(text):
            self._pend(start, end, False)
        else:
            self._put(text, start, end, linked)

    def _pend(self, start: int, end: int, breaks: bool) -> None:
        if self._space is None:
            self._space = (start, end, breaks)
        else:
            self._space = (self._space[0], end, self._space[2] or breaks)

    def _put(self, text: str, start: int, end: int, linked: bool) -> None:
        if self._space is not None:
            space_start, space_end, breaks = self._space
            self._space = None
            between_wide = breaks and self._parts and self._parts[-1][-1] >= _WIDE and text[0] >= _WIDE
            if self._parts and not between_wide:
                self._append(" ", space_start, space_end)
        self._append(text, start, end)
        if linked:
            self.linked += len(text)

    def _append(self, text: str, start: int, end: int) -> None:
        first, last = self._length, self._length + len(text)
        self._parts.append(text)
        self._length = last
        if self._runs:
            before = self._runs[-1]
            if before.source_end == start and before.is_direct and last - first == end - start:
                self._runs[-1] = Run(before.start, last, before.source_start, end)
                return
        self._runs.append(Run(first, last, start, end))

    def indent(self) -> int:
        """How many cells of blanks other than white space stand before the first character (U+3000 and its like)."""
        first = self._parts[0] if self._parts else ""
        return sum(2 if blank == "\u3000" else 1 for blank in first[: len(first) - len(first.lstrip())])

    def take(self) -> TracedText:
        """What was collected, without blanks around it; the builder is empty afterwards."""
        content = TracedText("".join(self._parts), tuple(self._runs)).strip()
        self._parts, self._runs, self._length, self._space, self.linked = [], [], 0, None, 0
        return content
