"""An article as rows of the screen; every row is a span of its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.articles.article import ParagraphKind
from reader.tui.article_rows import Row, RowKind, Rows

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping

    from reader.articles.article import Article
    from reader.text.traced import TracedText
    from reader.tui.breaking import BrokenParagraphs


@dataclass(frozen=True)
class Layout:
    """All rows of an article at one width.

    Attributes:
        rows: From top to bottom; their starts never fall.
    """

    rows: Rows = field(default_factory=Rows)

    @property
    def starts(self) -> array[int]:
        """Where each row begins, for searching."""
        return self.rows.starts

    def row_at(self, offset: int) -> int:
        """Index of the row that shows `offset`, or of the one before where none does."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def text_row(self, index: int, step: int) -> int | None:
        """Index of the first row of text at or beyond `index` in the direction of `step` (1 or -1)."""
        while 0 <= index < len(self.rows):
            if self.rows[index].kind is RowKind.TEXT:
                return index
            index += step
        return None


def lay_out(
    article: Article,
    broken: BrokenParagraphs,
    width: int,
    *,
    unfolded: bool,
    restored: Mapping[int, TracedText],
    only: range | None = None,
) -> Layout:
    """Put the rows of an article's paragraphs together.

    Args:
        article: The article.
        broken: Its paragraphs as rows.
        width: Cells of a row.
        unfolded: Show paragraphs that repeat others, instead of a row that says so.
        restored: The paragraphs that are shown with suggestions in them, by index.
        only: The paragraphs to lay out; None for all.
    """
    rows = Rows()
    for index in only or range(len(article.paragraphs)):
        paragraph, start = article.paragraphs[index], article.starts[index]
        if index and _needs_blank(article, index):
            rows.add(Row(RowKind.BLANK, index, start, start))
        if paragraph.repeats is not None and not unfolded:
            rows.add(Row(RowKind.FOLD, index, start, start + len(paragraph.text)))
        elif index in restored:
            rows.add_rows(Rows(broken.restored_rows(index, restored[index], width)))
        else:
            rows.add_text(index, broken.edges(index, width))
    return Layout(rows)


def refolded(before: Layout, article: Article, broken: BrokenParagraphs, width: int, *, unfolded: bool) -> Layout:
    """The same rows, with the paragraphs that repeat others opened or folded; all other rows stay as they are.

    Args:
        before: All rows of the article.
        article: The article.
        broken: Its paragraphs as rows.
        width: Cells of a row.
        unfolded: Show paragraphs that repeat others, instead of a row that says so.
    """
    repeats = [index for index, paragraph in enumerate(article.paragraphs) if paragraph.repeats is not None]
    rows = Rows()
    done = 0
    for index in repeats:
        start = article.starts[index]
        first = bisect_left(before.starts, start, done)
        first += before.rows[first].kind is RowKind.BLANK
        rows.add_rows(before.rows[done:first])
        if unfolded:
            rows.add_text(index, broken.edges(index, width))
        else:
            rows.add(Row(RowKind.FOLD, index, start, start + len(article.paragraphs[index].text)))
        done = (
            bisect_left(before.starts, article.starts[index + 1], first)
            if index + 1 < len(article.starts)
            else len(before.rows)
        )
    rows.add_rows(before.rows[done:])
    return Layout(rows) if repeats else before


def _needs_blank(article: Article, index: int) -> bool:
    """Whether a blank row stands before a paragraph: between all but the lines that name author and date."""
    names = (ParagraphKind.BYLINE, ParagraphKind.DATELINE)
    return not (article.paragraphs[index].kind in names and article.paragraphs[index - 1].kind in names)
