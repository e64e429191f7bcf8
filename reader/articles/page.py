"""From a page of HTML (or a Markdown post with HTML in it) to blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from reader.articles.block import Block, Zone
from reader.articles.lines import line_spans
from reader.articles.linked_data import linked_fields
from reader.articles.markup import RAW_ELEMENTS, Token, attribute_values, pieces, tokens
from reader.articles.text_builder import TextBuilder
from reader.articles.zones import HIDDEN_ELEMENTS, is_hidden, zone_of
from reader.text.traced import TracedText

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol
optgroup option p pre section summary table tbody td tfoot th thead tr ul
"""
_BLOCK_ELEMENTS = frozenset(_BLOCKS.split())
_VOID = """
area base basefont br col embed frame hr img input keygen link meta param source track wbr
"""
_VOID_ELEMENTS = frozenset(_VOID.split())
_CLOSES_OPEN_P = _BLOCK_ELEMENTS - {"body", "html"}
_CLOSES_SAME = frozenset(("li", "dt", "dd", "tr", "td", "th", "option", "p"))
_FORMATTING_BREAKS = frozenset(("br", "hr"))
_LONGEST_TITLE_LINE = 40
"""A line break in a heading that is longer so far parts two blocks."""

_ANCHOR = re.compile(r"(?!.*\bhref)(?=.*\b(?:name|id)\b)", re.IGNORECASE | re.DOTALL)
"""Attributes of an `a` that only names a place; any other is a link, by an address or by a script."""


_EDGES = "".join(chr(code) for code in (*range(0x21), *range(0x7F, 0xA1))) + "\u3000\u2002\u2003\u2009\u200b\ufeff"
"""What may stand at the ends of a line without being part of it: blanks and controls."""

_COLUMNS = re.compile(
    r"\S(?: {2,}|\t+|\u3000{2,})[-+]?[\d.,]+%?(?: {2,}|\t+|\u3000{2,}|$)|\S\t+\S.*\t+\S|\S {3,}\S.* {3,}\S"
)
"""A row of a table: cells parted by tabs or several blanks, figures among them."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds.

    Attributes:
        blocks: Its blocks, in their order.
        hidden: Stretches of the source that no browser shows, as (start, end).
        fields: What its head says: `title`, `canonical`, and the names or properties of its meta elements.
        parents: Number of each block element → number of the one around it; 0 is the page itself.
    """

    blocks: list[Block]
    hidden: list[tuple[int, int]] = field(default_factory=list)
    fields: dict[str, TracedText] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Element:
    name: str
    zone: Zone
    number: int
    row: int
    cell: int = 0
    hides_from: int = -1
    is_block: bool = False
    block: _Element | None = None


def parse_page(text: str, start: int = 0) -> Page:
    """Read the HTML in `text` from `start` on; lines outside all block elements are blocks of their own."""
    return _PageParser(text).run(start)


class _PageParser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._page = Page([])
        self._stack: list[_Element] = [_Element("", Zone.OPEN, 0, 0)]
        self._open: dict[str, int] = {}
        self._numbers = count(1)
        self._builder = TextBuilder()
        self._gap = 2
        self._in_link = False
        self._blocks_open = 0
        self._preformatted = 0
        self._hidden_depth = 0
        self._states_data = False

    def run(self, start: int) -> Page:
        for token in tokens(self._text, start):
            if not token.name:
                self._add_text(token)
            elif token.closes:
                self._close(token)
            else:
                self._start(token)
        self._flush()
        if self._hidden_depth:
            self._show_again(len(self._text))
        return self._page

    # text

    def _add_text(self, token: Token) -> None:
        if self._hidden_depth:
            self._note_head(token)
            return
        if self._blocks_open and not self._preformatted:
            self._add_inline(token.start, token.end)
            return
        for index, (start, end) in enumerate(line_spans(self._text, token.start, token.end)):
            if index:
                self._break(1)
            self._add_inline(start, end)

    def _add_inline(self, start: int, end: int) -> None:
        self._builder.add_source(self._text, start, end, self._in_link)

    def _note_head(self, token: Token) -> None:
        """Keep the text of the page's title element, and what a script states as data."""
        if self._stack[-1].name == "script" and self._states_data:
            for name, value in linked_fields(self._text, token.start, token.end).items():
                self._page.fields.setdefault(name, value)
        if self._stack[-1].name == "title" and "title" not in self._page.fields:
            builder = TextBuilder()
            builder.add_source(self._text, token.start, token.end, linked=False)
            self._page.fields["title"] = builder.take()

    # tags

    def _start(self, token: Token) -> None:
        name = token.name
        if name in _VOID_ELEMENTS:
            self._void(token)
            return
        if name in HIDDEN_ELEMENTS and token.attributes.endswith("/") and name not in RAW_ELEMENTS:
            return
        if name in _CLOSES_OPEN_P and self._open.get("p"):
            self._close(token._replace(name="p", closes=True))
        if name in _CLOSES_SAME and self._open.get(name):
            self._close_sibling(token)
        if name in _BLOCK_ELEMENTS:
            self._break(2)
        self._push(token)

    def _void(self, token: Token) -> None:
        if token.name == "br" and self._in_title():
            self._builder.add_made(" ", token.start, token.end, self._in_link)
        elif token.name in _FORMATTING_BREAKS:
            self._break(1 if token.name == "br" else 3)
        elif token.name == "meta":
            self._note_meta(token)
        elif token.name == "link" and "canonical" in token.attributes:
            href = attribute_values(token.attributes, token.end - 1 - len(token.attributes)).get("href")
            if href is not None:
                self._page.fields["canonical"] = TracedText.of_source(href.text, href.start)

    def _in_title(self) -> bool:
        """Whether a heading of the first rank is open and short so far: its lines are one title."""
        block = self._stack[-1].block
        return block is not None and block.name == "h1" and 0 < len(self._builder) <= _LONGEST_TITLE_LINE

    def _note_meta(self, token: Token) -> None:
        values = attribute_values(token.attributes, token.end - 1 - len(token.attributes))
        name = values.get("name") or values.get("property") or values.get("itemprop")
        content = values.get("content")
        if name is None or content is None or not content.text.strip():
            return
        parts = [
            TracedText.made_of(piece.text, piece.start, piece.end)
            for piece in pieces(self._text, content.start, content.end)
        ]
        self._page.fields.setdefault(name.text.lower(), TracedText.join(parts).strip())

    def _push(self, token: Token) -> None:
        name, parent = token.name, self._stack[-1]
        is_block = name in _BLOCK_ELEMENTS
        element = _Element(
            name, parent.zone, parent.number, parent.row, parent.cell, is_block=is_block, block=parent.block
        )
        if is_block:
            element.block = element
            element.number = next(self._numbers)
            self._page.parents[element.number] = parent.number
            zone = zone_of(name, token.attributes)
            element.zone = parent.zone if zone is Zone.OPEN or parent.zone is Zone.ASIDE else zone
            self._blocks_open += 1
        if name == "tr":
            element.row, element.cell = element.number, 0
        elif name in ("td", "th"):
            element.cell = element.number
        elif name == "table":
            element.row = 0
        if name == "a":
            self._in_link = "href" in token.attributes or not _ANCHOR.match(token.attributes)
        elif name == "script":
            self._states_data = "ld+json" in token.attributes
        if name == "pre":
            self._preformatted += 1
        if is_hidden(name, token.attributes):
            element.hides_from = token.start
            self._hidden_depth += 1
        self._stack.append(element)
        self._open[name] = self._open.get(name, 0) + 1

    def _close_sibling(self, token: Token) -> None:
        """Close an element whose end tag may be left out, unless its parent was opened again inside."""
        barriers = ("table", "ul", "ol", "dl", "select", "menu")
        for element in reversed(self._stack):
            if element.name == token.name:
                self._close(token._replace(closes=True))
                return
            if element.name in barriers or element.name == "":
                return
            if element.is_block and token.name not in ("tr", "td", "th", "li", "dt", "dd"):
                return

    def _close(self, token: Token) -> None:
        if token.name in _BLOCK_ELEMENTS:
            self._break(2)
        if not self._open.get(token.name):
            return
        while True:
            element = self._stack.pop()
            self._leave(element, token.start)
            if element.name == token.name:
                return

    def _leave(self, element: _Element, at: int) -> None:
        self._open[element.name] -= 1
        if element.is_block:
            self._break(2)
            self._blocks_open -= 1
        if element.name == "a":
            self._in_link = False
        if element.name == "pre":
            self._preformatted -= 1
        if element.hides_from >= 0:
            self._hidden_depth -= 1
            if not self._hidden_depth:
                self._page.hidden.append((element.hides_from, at))

    def _show_again(self, at: int) -> None:
        first = next(element.hides_from for element in self._stack if element.hides_from >= 0)
        self._page.hidden.append((first, at))

    # blocks

    def _break(self, gap: int) -> None:
        """End the block; line breaks that follow each other add up to a blank line."""
        if self._builder:
            self._flush()
            self._gap = gap
        else:
            self._gap = max(self._gap, gap) if gap > 1 else self._gap + 1

    def _flush(self) -> None:
        linked, indent = self._builder.linked, self._builder.indent()
        content = self._builder.take()
        if not content.text:
            return
        holder = self._stack[-1]
        tag = holder.block.name if holder.block is not None else ""
        self._page.blocks.append(
            Block(content, tag, self._gap, indent, linked, holder.zone, holder.number, holder.row, holder.cell)
        )
        self._gap = 1


def blocks_of_lines(text: str, start: int = 0) -> Iterator[Block]:
    """The lines of a plain text as blocks."""
    gap = 2
    row = 0
    for first, last in line_spans(text, start, len(text)):
        line = text[first:last]
        stripped = line.strip(_EDGES)
        if not stripped:
            gap += 1
            continue
        indent = len(line) - len(line.lstrip(_EDGES))
        cells = sum(2 if blank == "\u3000" else 1 for blank in line[:indent])
        content = TracedText.of_source(stripped, first + indent)
        if _may_have_columns(stripped) and _COLUMNS.search(stripped):
            row += 1
            yield Block(content, "tr", gap, cells, row=row)
        else:
            yield Block(content, "", gap, cells)
        gap = 1


def _may_have_columns(line: str) -> bool:
    return "  " in line or "\t" in line or "\u3000\u3000" in line
