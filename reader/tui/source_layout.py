"""The source of an article as rows of the screen: what was removed is named, what is damaged has its suggestion below.

Only the rows that are asked for are laid out, so a source may be of any length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from textual.cache import LRUCache

from reader.controls import visible_line
from reader.messages import say
from reader.text.lines import rows_of
from reader.tui.damaged import suggested

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.articles.article import Article, Damage, Removed
    from reader.text.cells import CellWidths

PIECE = 2000
"""Code points of a line that are laid out at once: half a millisecond. A longer line is broken there."""

_Of = TypeVar("_Of", bound="Removed | Damage")

_LINE_END = re.compile(r"\r\n?|\n")
_REMEMBERED = 500
"""Pieces whose rows are remembered: many screenfuls."""


class Piece(NamedTuple):
    """A line of the source without its end, or a part of a long one, in code points; `line` counts from 1."""

    start: int
    end: int
    line: int


class SourceRowKind(StrEnum):
    """What a row shows."""

    TEXT = "text"
    SUGGESTION = "suggestion"
    REASON = "reason"


class SourceRow(NamedTuple):
    """A row: a span of the source, or words about the rows above it (none of the source then).

    `words` of a row of text stand at its right end: why a part of it was removed.
    """

    kind: SourceRowKind
    start: int
    end: int
    words: str = ""


class At(NamedTuple):
    """A row of the source: the index of its piece, and its number in there."""

    piece: int
    row: int


class _Stretches(Generic[_Of]):
    """Stretches of the source that do not overlap, from first to last; looked up many times for each row."""

    def __init__(self, stretches: Sequence[_Of]) -> None:
        self._stretches = stretches
        self._starts = [one.source_start for one in stretches]
        self._ends = [one.source_end for one in stretches]

    def within(self, start: int, end: int) -> Sequence[_Of]:
        """Those that share a character with a stretch."""
        return self._stretches[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


class SourceLayout:
    """The source of an article, in rows that are made when they are asked for."""

    def __init__(self, article: Article, text: str, width: int, widths: CellWidths) -> None:
        """Prepare to lay a source out.

        Args:
            article: The article that was read out of it.
            text: The decoded source.
            width: Cells of a row.
            widths: The widths of characters in this terminal.
        """
        self.article = article
        self.text = text
        self.pieces = list(_pieces(text))
        self._starts = [piece.start for piece in self.pieces]
        self._removed = _Stretches(article.removed)
        self._damage = _Stretches(sorted(article.damage, key=lambda damage: damage.source_start))
        self._widths = widths
        self._width = width
        self._rows: LRUCache[int, list[SourceRow]] = LRUCache(_REMEMBERED)

    def set_width(self, width: int) -> None:
        """Break the rows anew for a width in cells."""
        if width != self._width:
            self._width = width
            self._rows.clear()

    def rows(self, piece: int) -> list[SourceRow]:
        """The rows of a piece."""
        rows = self._rows.get(piece)
        if rows is None:
            rows = self._rows[piece] = self._lay_out(self.pieces[piece])
        return rows

    def row(self, at: At) -> SourceRow:
        """One row."""
        return self.rows(at.piece)[at.row]

    def at(self, offset: int) -> At:
        """The row that shows the character at an offset of the source."""
        piece = max(0, bisect_right(self._starts, offset) - 1)
        rows = self.rows(piece)
        shown = (index for index, row in enumerate(rows) if row.kind is SourceRowKind.TEXT and offset < row.end)
        return At(piece, next(shown, 0))

    def forward(self, at: At, rows: int) -> list[tuple[At, SourceRow]]:
        """So many rows from `at` on, fewer at the end of the source."""
        found: list[tuple[At, SourceRow]] = []
        piece, first = at
        while len(found) < rows and piece < len(self.pieces):
            of_piece = self.rows(piece)
            end = min(len(of_piece), first + rows - len(found))
            found += [(At(piece, index), of_piece[index]) for index in range(first, end)]
            piece, first = piece + 1, 0
        return found

    def before(self, at: At, rows: int) -> At:
        """The row that stands so many rows above, or the first one."""
        piece, row = at
        while rows > row and piece > 0:
            rows -= row + 1
            piece -= 1
            row = len(self.rows(piece)) - 1
        return At(piece, max(0, row - rows))

    def removed_within(self, start: int, end: int) -> Sequence[Removed]:
        """What was removed of a stretch of the source."""
        return self._removed.within(start, end)

    def damage_within(self, start: int, end: int) -> Sequence[Damage]:
        """What is damaged in a stretch of the source."""
        return self._damage.within(start, end)

    def _lay_out(self, piece: Piece) -> list[SourceRow]:
        text = visible_line(self.text[piece.start : piece.end])
        rows: list[SourceRow] = []
        damage = self.damage_within(piece.start, piece.end)
        for start, end in rows_of(text, self._width, (), self._widths):
            row = SourceRow(SourceRowKind.TEXT, piece.start + start, piece.start + end)
            rows.append(row)
            for one in damage:
                if row.start <= one.source_start < row.end:
                    rows += self._words(SourceRowKind.SUGGESTION, suggested(one), row.end)
        removed = self.removed_within(piece.start, piece.end) if text.strip() else []
        reasons = dict.fromkeys(say(f"removed-{one.kind.value}") for one in removed)
        return self._with_reasons(rows, f"‹{say('comma').join(reasons)}›") if reasons else rows

    def _words(self, kind: SourceRowKind, words: str, at: int) -> list[SourceRow]:
        """Rows of words of our own, which stand between those of the source."""
        return [SourceRow(kind, at, at, words[a:b]) for a, b in rows_of(words, self._width, (), self._widths)]

    def _with_reasons(self, rows: list[SourceRow], reasons: str) -> list[SourceRow]:
        """The rows of a piece with the reasons at the right end of the last one, or below where they have no room."""
        last = rows[-1]
        used = self._widths.of(visible_line(self.text[last.start : last.end]))
        if last.kind is SourceRowKind.TEXT and used + self._widths.of(reasons) < self._width:
            return [*rows[:-1], last._replace(words=reasons)]
        return rows + self._words(SourceRowKind.REASON, reasons, last.end)


def source_place(article: Article, offset: int) -> int | None:
    """Where in the source the place at `offset` of the article's text is; None where its paragraph came from nowhere.

    A character that came from nowhere (a line feed between paragraphs) is taken to be at the next one that did not, or
    at the end of the one before.
    """
    span = article.source_span(offset, offset + 1)
    if span is not None:
        return span[0]
    index = article.paragraph_at(offset)
    start = article.starts[index]
    if (after := article.source_span(offset, start + len(article.paragraphs[index].text))) is not None:
        return after[0]
    before = article.source_span(start, offset) if start < offset else None
    return max(before[0], before[1] - 1) if before is not None else None


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    line = 1
    for found in _LINE_END.finditer(text):
        yield from _parts(at, found.start(), line)
        at = found.end()
        line += 1
    if at < len(text) or line == 1:
        yield from _parts(at, len(text), line)


def _parts(start: int, end: int, line: int) -> Iterator[Piece]:
    """A line in parts of at most `PIECE` code points; an empty line is one part."""
    while end - start > PIECE:
        yield Piece(start, start + PIECE, line)
        start += PIECE
    yield Piece(start, end, line)
