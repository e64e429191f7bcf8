"""A linear tokenizer for HTML as it is found.

One pass over the text, no tree, no backtracking beyond a tag: hostile input (megabytes of `<a `, `<a>` or `<![`) costs
time in proportion to its length. That holds for the tag pattern too, quotes and all: the three states of scanning a
tag (outside, in single, in double quotes) are permuted by each quote, so attempts that begin at different places
never meet in one state, and no more than three of them can be under way at any place.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s<>/"']*+)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""")
_LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s<>/]*+)([^<>]*+)>")
"""A tag whose quotes do not match; it ends at the first `>`."""

_ADDRESS_TAG = re.compile(r"[a-zA-Z][\w+.-]*:|[\w.+-]+@")
"""What stands between angle brackets is an address (`<http://…>`, `<name@…>`), not an element."""

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")

RAW_ELEMENTS = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
"""Elements whose content holds no tags: it goes on to their own end tag."""


class Token(NamedTuple):
    """A stretch of markup or text.

    Attributes:
        start: Where it begins in the source.
        end: Where it ends.
        name: Element name in lower case; empty for text.
        closes: Whether it is an end tag.
        attributes: What stands behind the name of a start tag, as written.
    """

    start: int
    end: int
    name: str = ""
    closes: bool = False
    attributes: str = ""


_ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """The tags and texts of `text` from `start` on, without comments and declarations.

    Addresses in brackets (`<http://…>`) are text without the brackets. The content of raw elements comes as one text between their tags.
    """
    last_close = text.rfind(">")
    raw_ends: dict[str, re.Pattern[str]] = {}
    at = start
    seek = start
    while True:
        opening = text.find("<", seek)
        if opening < 0 or opening > last_close:
            break
        token = _tag_at(text, opening)
        end = token.end if token else _declaration_end(text, opening)
        if end == opening:
            seek = opening + 1
            continue
        if at < opening:
            yield Token(at, opening)
        at = seek = end
        if token is None:
            continue
        if not token.name:
            yield Token(token.start + 1, token.end - 1)
            continue
        yield token
        if token.name in RAW_ELEMENTS and not token.closes:
            at = seek = _raw_end(text, token, raw_ends)
            if token.end < at:
                yield Token(token.end, at)
    if at < len(text):
        yield Token(at, len(text))


def _tag_at(text: str, opening: int) -> Token | None:
    """The tag at an angle bracket, one without a name for an address in brackets, or None."""
    found = _TAG.match(text, opening) or _LOOSE_TAG.match(text, opening)
    if found is None:
        return None
    name = found[2]
    if _ADDRESS_TAG.match(name) and not _is_prefixed_element(name):
        return Token(opening, found.end())
    return Token(opening, found.end(), name.lower(), bool(found[1]), found[3])


def _is_prefixed_element(name: str) -> bool:
    """Whether a name with a colon is an element of another vocabulary (`o:p`, `svg:path`), not an address."""
    prefix, colon, rest = name.partition(":")
    return bool(colon) and rest.isalnum() and not rest.isdigit() and len(prefix) < len("http") and "@" not in name


def _declaration_end(text: str, opening: int) -> int:
    """Where a comment, declaration or processing instruction ends; `opening` itself if there is none."""
    if text.startswith("<!--", opening):
        end = text.find("-->", opening + 2)
        return len(text) if end < 0 else end + 3
    if text.startswith(("<!", "<?"), opening):
        return text.find(">", opening) + 1
    if text.startswith("</>", opening):
        return opening + 3
    return opening


def _raw_end(text: str, token: Token, patterns: dict[str, re.Pattern[str]]) -> int:
    """Where the content of a raw element ends."""
    pattern = patterns.get(token.name)
    if pattern is None:
        pattern = patterns[token.name] = re.compile(f"</{re.escape(token.name)}(?=[\\s/>])", re.IGNORECASE)
    found = pattern.search(text, token.end)
    return len(text) if found is None else found.start()


class Piece(NamedTuple):
    """Characters and the stretch of the source that they were made of."""

    text: str
    start: int
    end: int


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The characters that stand for `start`..`end` of a page, entities resolved; white space as it is."""
    at = start
    if "&" in text[start:end]:
        for found in _ENTITY.finditer(text, start, end):
            meant = unescape(found[0])
            if meant == found[0]:
                continue
            if at < found.start():
                yield Piece(text[at : found.start()], at, found.start())
            yield Piece(meant, found.start(), found.end())
            at = found.end()
    if at < end:
        yield Piece(text[at:end], at, end)


def attribute_values(attributes: str, offset: int = 0) -> dict[str, Piece]:
    """The attributes of a start tag: name in lower case → value as written, with its place counted from `offset`."""
    found_all: dict[str, Piece] = {}
    for found in _ATTRIBUTE.finditer(attributes):
        group = found.lastindex or 1
        value = Piece(found[group], found.start(group) + offset, found.end(group) + offset)
        if group == 1:
            value = Piece("", found.end() + offset, found.end() + offset)
        found_all.setdefault(found[1].lower(), value)
    return found_all
