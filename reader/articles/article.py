"""A clean article: paragraphs that know their source, and what was taken out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.script import Script
    from reader.text.traced import TracedText


class Format(StrEnum):
    """What kind of file the article came in."""

    JEKYLL = "jekyll"
    HTML = "html"
    TEXT = "text"


class ParagraphKind(StrEnum):
    """What a paragraph is to the article."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    ROW = "row"


class RemovedKind(StrEnum):
    """Why a stretch of the source is not part of the article."""

    FRONT_MATTER = "front_matter"
    MARKUP = "markup"
    NAVIGATION = "navigation"
    METADATA = "metadata"
    FOOTER = "footer"
    SPAM = "spam"
    PINYIN = "pinyin"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article.

    Attributes:
        kind: What it is.
        content: Its text, without line breaks, control characters as visible stand-ins.
        repeats: Index of the paragraph that it repeats, which is shown in its stead; None for most.
    """

    kind: ParagraphKind
    content: TracedText
    repeats: int | None = None

    @property
    def text(self) -> str:
        """Its characters."""
        return self.content.text


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the source, in code points, that is not part of the article."""

    kind: RemovedKind
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged span of a paragraph, with what it may have been.

    Attributes:
        paragraph: Index of the paragraph.
        start: Where it begins in that paragraph's text.
        end: Where it ends there.
        source_start: Where it begins in the source.
        source_end: Where it ends there.
        text: What stands there.
        restored: What may have stood there, in the article's own script; a suggestion only.
        certainty: How sure the suggestion is, 0 to 1.
    """

    paragraph: int
    start: int
    end: int
    source_start: int
    source_end: int
    text: str
    restored: str
    certainty: float


@dataclass(frozen=True)
class Article:
    """A clean article.

    Attributes:
        file: The file as the user named it, or `stdin`; untrusted text.
        content_id: First 16 hex digits of the sha256 of the decoded source.
        encoding: The encoding that the file was read in.
        format: What kind of file it was.
        script: The script that most of it is written in.
        title: Its title, or the first words where it has none.
        byline: Who wrote it, as written; None where nobody is named.
        date: The day it was published, ISO 8601 (`2022-05-26`), or None.
        publisher: Who published it, as written, or None.
        url: Where it was published, or None; untrusted text.
        paragraphs: All kept paragraphs; the first is the title.
        removed: What was taken out, in the order of the source.
        damage: What is damaged.
    """

    file: str
    content_id: str
    encoding: str
    format: Format
    script: Script
    title: str
    byline: str | None
    date: str | None
    publisher: str | None
    url: str | None
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...] = ()
    damage: tuple[Damage, ...] = ()

    @cached_property
    def text(self) -> str:
        """The paragraphs joined by line feeds, in the article's own script: what claims and annotations count in."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Offset in `text` of the first character of each paragraph."""
        lengths = (len(paragraph.text) + 1 for paragraph in self.paragraphs[:-1])
        return tuple(accumulate(lengths, initial=0))

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds `offset` of `text` (a line feed belongs to the paragraph before it)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """The smallest stretch of the source that `start`..`end` of `text` was made of; None if it came from nowhere."""
        first, last = self.paragraph_at(start), self.paragraph_at(max(start, end - 1))
        spans = []
        for index in range(first, last + 1):
            begin = self.starts[index]
            span = self.paragraphs[index].content.source_span(max(0, start - begin), max(0, end - begin))
            if span is not None:
                spans.append(span)
        if not spans:
            return None
        return min(span[0] for span in spans), max(span[1] for span in spans)
