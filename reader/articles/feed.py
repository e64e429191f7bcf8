"""An article that was stored as an item of a feed (RSS 2.0, RDF, Atom): its fields, and where its text stands.

Feeds that carry whole articles write them as HTML in a CDATA section (RSS content module, Atom `content`). Of a feed with several
items the one with the longest text is the article. An item whose HTML is escaped instead is left to the reader of pages.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.text.traced import TracedText

_FEED = re.compile(r"\s{0,99}(?:<\?[^>]{0,200}>\s{0,99}){0,4}<(?:rss|feed|rdf:RDF)(?=[\s>])", re.IGNORECASE)
_ITEM = re.compile(r"<(item|entry)(?=[\s>])[^>]{0,300}>", re.IGNORECASE)
_TEXTS = ("content:encoded", "content", "description", "summary")
"""Elements that may hold the text of an item, the fullest first."""

_FIELDS = {
    "title": "title",
    "link": "link",
    "pubDate": "date",
    "published": "date",
    "dc:date": "date",
    "updated": "updated",
    "dc:creator": "author",
    "author": "author",
}
"""Elements of an item, and what the head of an article calls them."""

_CDATA, _CDATA_END = "<![CDATA[", "]]>"


class Feed(NamedTuple):
    """An item of a feed.

    Attributes:
        start: Where its text begins in the source.
        end: Where it ends.
        fields: What the item and its channel say about it.
    """

    start: int
    end: int
    fields: dict[str, TracedText]


def read_feed(text: str) -> Feed | None:
    """The item of a feed that holds the longest text, or None: no feed, or none with HTML in a CDATA section."""
    if _FEED.match(text) is None:
        return None
    best: tuple[int, int, int, int] | None = None
    at = 0
    while (opening := _ITEM.search(text, at)) is not None:
        at = text.find(f"</{opening[1]}", opening.end())
        at = len(text) if at < 0 else at
        body = _body(text, opening.end(), at)
        if body is not None and (best is None or body[1] - body[0] > best[1] - best[0]):
            best = (*body, opening.end(), at)
    if best is None:
        return None
    start, end, first, last = best
    return Feed(start, end, _fields(text, first, last))


def _body(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the text of an item stands: the first of the elements that may hold it with HTML in a CDATA section."""
    for name in _TEXTS:
        found = _content(text, name, start, end)
        if found is not None and text.startswith(_CDATA, found[0] - len(_CDATA)) and "<" in text[slice(*found)]:
            return found
    return None


def _fields(text: str, start: int, end: int) -> dict[str, TracedText]:
    """What an item says about its article; the name of the channel is that of the publisher."""
    fields: dict[str, TracedText] = {}
    for name, meant in _FIELDS.items():
        found = _content(text, name, start, end)
        if found is not None and "<" not in (written := text[slice(*found)]) and written.strip():
            fields.setdefault(meant, TracedText.of_source(written, found[0]).strip())
    channel = _content(text, "title", 0, start)
    if channel is not None and channel[1] < start and "<" not in text[slice(*channel)]:
        fields["og:site_name"] = TracedText.of_source(text[slice(*channel)], channel[0]).strip()
    return fields


def _content(text: str, name: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the content of the first element of a name stands between two offsets, without the marks of a CDATA section."""
    opening = re.compile(rf"<{re.escape(name)}(?=[\s>])[^>]{{0,300}}>", re.IGNORECASE).search(text, start, end)
    if opening is None:
        return None
    first = opening.end()
    last = text.find(f"</{name}", first, end)
    if last < 0:
        return None
    inner = first + len(text[first:last]) - len(text[first:last].lstrip())
    if text.startswith(_CDATA, inner):
        closing = text.find(_CDATA_END, inner, last)
        return inner + len(_CDATA), last if closing < 0 else closing
    return first, last
