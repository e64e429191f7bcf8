"""An article as rows of the screen; every row is a span of its text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.article import ParagraphKind
from reader.text.cells import NARROW, CellWidths
from reader.text.figures import figure_spans
from reader.text.lines import rows_of
from reader.tui.restored import offset_of, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.articles.article import Article
    from reader.text.traced import TracedText


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


@dataclass(frozen=True)
class Layout:
    """All rows of an article at one width.

    Attributes:
        rows: From top to bottom; the starts never fall.
        starts: Where each row begins, for searching.
    """

    rows: tuple[Row, ...]
    starts: tuple[int, ...]

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
    shown: str,
    width: int,
    setting: Setting,
    *,
    unfolded: bool,
    restored: Mapping[int, TracedText] | None = None,
) -> Layout:
    """Break an article into rows.

    Args:
        article: The article.
        shown: Its text as shown, perhaps in the other script; as long as its own.
        width: Cells of a row.
        setting: How rows are set.
        unfolded: Show paragraphs that repeat others, instead of a row that says so.
        restored: The paragraphs that are shown with suggestions in them, by index.
    """
    rows: list[Row] = []
    for index, (paragraph, start) in enumerate(zip(article.paragraphs, article.starts, strict=True)):
        end = start + len(paragraph.text)
        if index and _needs_blank(article, index):
            rows.append(Row(RowKind.BLANK, index, start, start))
        if paragraph.repeats is not None and not unfolded:
            rows.append(Row(RowKind.FOLD, index, start, end))
            continue
        if restored and index in restored:
            rows.extend(_restored_rows(index, restored[index], width, setting))
            continue
        text = shown[start:end]
        broken = rows_of(text, width, figure_spans(text), setting.widths, hang=setting.hang)
        rows.extend(Row(RowKind.TEXT, index, start + a, start + b) for a, b in broken)
    return Layout(tuple(rows), tuple(row.start for row in rows))


def _restored_rows(index: int, content: TracedText, width: int, setting: Setting) -> Iterator[Row]:
    """The rows of a paragraph with suggestions, which stay whole where they fit."""
    suggested = [stretch[:2] for stretch in stretches(content)]
    figures = [
        (start, end)
        for start, end in figure_spans(content.text)
        if not any(first < end and start < last for first, last in suggested)
    ]
    keep = sorted([*suggested, *figures])
    for first, last in rows_of(content.text, width, keep, setting.widths, hang=setting.hang):
        yield Row(RowKind.TEXT, index, offset_of(content, first), offset_of(content, last), (first, last))


def _needs_blank(article: Article, index: int) -> bool:
    """Whether a blank row stands before a paragraph: between all but the lines that name author and date."""
    names = (ParagraphKind.BYLINE, ParagraphKind.DATELINE)
    return not (article.paragraphs[index].kind in names and article.paragraphs[index - 1].kind in names)
