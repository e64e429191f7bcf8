"""The rows of an article's paragraphs: each paragraph is broken once for a width, however often it is laid out."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.text.cells import NARROW, CellWidths
from reader.text.figures import figure_spans
from reader.text.lines import rows_of
from reader.tui.article_rows import Row, RowKind
from reader.tui.restored import offset_of, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.articles.article import Article
    from reader.text.traced import TracedText

_WIDTHS = 2
"""Widths that are remembered: with a pane beside the text, and without."""


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
        self._known: dict[int, list[array[int] | None]] = {}
        self._restored: dict[tuple[int, int, str], Sequence[Row]] = {}

    def edges(self, index: int, width: int) -> array[int]:
        """Where the rows of a paragraph begin and end at a width in cells, one after the other."""
        if width not in self._known:
            while len(self._known) >= _WIDTHS:
                del self._known[next(iter(self._known))]
            self._known[width] = [None] * len(self._article.paragraphs)
        known = self._known[width]
        edges = known[index]
        if edges is None:
            edges = known[index] = self._broken(index, width)
        return edges

    def _broken(self, index: int, width: int) -> array[int]:
        text, start = self._article.paragraphs[index].text, self._article.starts[index]
        broken = rows_of(text, width, figure_spans(text), self._setting.widths, hang=self._setting.hang)
        return array("I", [start + edge for row in broken for edge in row])

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
