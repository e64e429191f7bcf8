"""The rows of an article's paragraphs: each paragraph is broken once for a width, however often it is laid out."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.text.cells import NARROW, CellWidths
from reader.text.figures import figure_spans
from reader.text.lines import rows_of
from reader.tui.restored import offset_of, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.articles.article import Article
    from reader.text.traced import TracedText

_WIDTHS = 2
"""Widths that are remembered: with a pane beside the text, and without."""


class RowKind(StrEnum):
    """What a row shows."""

    TEXT = "text"
    BLANK = "blank"
    FOLD = "fold"


class Row(NamedTuple):
    """A row: a span of the article's text in one of its paragraphs, in code points.

    `shown` is its span in the paragraph as shown with suggestions; None where the text is shown as it stands.
    """

    kind: RowKind
    paragraph: int
    start: int
    end: int
    shown: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """How rows are set.

    Attributes:
        widths: The widths of characters in this terminal.
        hang: Whether closing marks may hang beyond the end of a row.
    """

    widths: CellWidths = field(default_factory=lambda: NARROW)
    hang: bool = False


PLAIN = Setting()
"""As most terminals want it."""


class BrokenParagraphs:
    """The paragraphs of an article, broken into rows.

    They are broken in the article's own script: the other one is as long and as wide, and has its figures at the same places.
    """

    def __init__(self, article: Article, setting: Setting) -> None:
        """Prepare to break an article's paragraphs.

        Args:
            article: The article.
            setting: How rows are set.
        """
        self._article = article
        self._setting = setting
        self._known: dict[int, list[Sequence[Row] | None]] = {}
        self._restored: dict[tuple[int, int, str], Sequence[Row]] = {}
        self.blanks = [Row(RowKind.BLANK, index, start, start) for index, start in enumerate(article.starts)]
        """By paragraph: the blank row before it."""

    def rows(self, index: int, width: int) -> Sequence[Row]:
        """The rows of a paragraph at a width in cells."""
        if width not in self._known:
            while len(self._known) >= _WIDTHS:
                del self._known[next(iter(self._known))]
            self._known[width] = [None] * len(self._article.paragraphs)
        known = self._known[width]
        rows = known[index]
        if rows is None:
            rows = known[index] = self._broken(index, width)
        return rows

    def _broken(self, index: int, width: int) -> list[Row]:
        text, start = self._article.paragraphs[index].text, self._article.starts[index]
        broken = rows_of(text, width, figure_spans(text), self._setting.widths, hang=self._setting.hang)
        return [Row(RowKind.TEXT, index, start + first, start + last) for first, last in broken]

    def restored_rows(self, index: int, content: TracedText, width: int) -> Sequence[Row]:
        """The rows of a paragraph with suggestions, which stay whole where they fit.

        Args:
            index: Which paragraph it is.
            content: How it is shown (see `restored_paragraphs`).
            width: Cells of a row.
        """
        key = (index, width, content.text)
        if key not in self._restored:
            self._restored[key] = list(self._broken_restored(index, content, width))
        return self._restored[key]

    def _broken_restored(self, index: int, content: TracedText, width: int) -> Iterator[Row]:
        suggested = [stretch[:2] for stretch in stretches(content)]
        figures = [
            (start, end)
            for start, end in figure_spans(content.text)
            if not any(first < end and start < last for first, last in suggested)
        ]
        keep = sorted([*suggested, *figures])
        for first, last in rows_of(content.text, width, keep, self._setting.widths, hang=self._setting.hang):
            yield Row(RowKind.TEXT, index, offset_of(content, first), offset_of(content, last), (first, last))
