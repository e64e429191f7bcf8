"""What kind of file it is, and its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.articles.article import Format
from reader.articles.entities import without_entities
from reader.articles.feed import read_feed
from reader.articles.frontmatter import read_front_matter
from reader.articles.mailhead import read_mail_head
from reader.articles.markdown import is_markdown, without_brackets, without_marks
from reader.articles.page import Page, blocks_of_lines, parse_page
from reader.articles.rows import with_rows

if TYPE_CHECKING:
    from reader.text.traced import TracedText

_HTML = re.compile(
    r"<(?:!doctype|html|head|body|div|p|br|article|section|table|span|h[1-6]|ul|ol|li|tr|td|center|font|strong"
    r"|img|meta|a\s+href)(?=[\s>/=])",
    re.IGNORECASE,
)
_WRITTEN_ENTITY = re.compile(r"&(?:nbsp|[lr][ds]quo|[mn]dash|hellip|middot|e[mn]sp|quot|amp|lt|gt|bull|#\d{2,5});")
_SAMPLE = 200_000
"""How many characters are searched for tags."""

_FEW = 3
"""A text that mentions fewer tags than this, and does not begin with one, is no HTML."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file.

    Attributes:
        format: What kind of file it is.
        page: Its blocks.
        fields: What its head says about it: front matter, or meta elements and title; keys in lower case.
        front_matter_end: Where the front matter ends in the source; 0 if there is none.
        title_is_sure: Whether the title that its head states is believed, whatever stands above the text.
    """

    format: Format
    page: Page
    fields: dict[str, TracedText] = field(default_factory=dict)
    front_matter_end: int = 0
    title_is_sure: bool = False


def parse(text: str, name: str = "") -> Document:
    """Recognise Jekyll posts, items of feeds, HTML and plain text, and cut them into blocks.

    Args:
        text: The decoded source.
        name: What the file is called; a `.md` is read as Markdown.
    """
    front_matter = read_front_matter(text)
    if front_matter is not None:
        page = parse_page(text, front_matter.end)
        page.blocks[:] = without_marks(with_rows(page.blocks))
        return Document(Format.JEKYLL, page, front_matter.fields, front_matter.end, title_is_sure=True)
    feed = read_feed(text)
    if feed is not None:
        page = parse_page(text[: feed.end], feed.start)
        page.blocks[:] = with_rows(page.blocks)
        return Document(Format.HTML, page, feed.fields, feed.start, title_is_sure=True)
    if _is_html(text):
        page = parse_page(text)
        page.blocks[:] = with_rows(page.blocks)
        return Document(Format.HTML, page, page.fields)
    head = read_mail_head(text)
    blocks = list(blocks_of_lines(text, head.end if head else 0))
    if len(_WRITTEN_ENTITY.findall(text, 0, _SAMPLE)) >= _FEW:
        blocks = without_entities(blocks)
    blocks = without_marks(blocks) if is_markdown(name, blocks) else without_brackets(blocks)
    return Document(Format.TEXT, Page(blocks), head.fields if head else {}, head.end if head else 0)


def _is_html(text: str) -> bool:
    found = _HTML.findall(text[:_SAMPLE])
    return len(found) >= _FEW or (bool(found) and text.lstrip()[:1] == "<")
