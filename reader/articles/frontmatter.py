"""Front matter of Jekyll posts, read line by line.

Front matter out of scrapers is often broken YAML (quotes and colons in titles), and a trace needs offsets. So no YAML
library reads it: a key, a colon and the rest of the line is all that articles need.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.articles.lines import line_at
from reader.text.traced import Edit, TracedText

_OPENING = re.compile(r"\s*-{3,}[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?:-{3,}|\.\.\.)[ \t]*")
_TOML_OPENING = re.compile(r"\s*\+{3}[ \t]*(?:\r\n|\n|\r)")
_TOML_CLOSING = re.compile(r"\+{3}[ \t]*")
_TOML_KEY = re.compile(r"(?P<key>[A-Za-z_][\w.-]{0,40})[ \t]*=[ \t]*(?P<value>.*)")
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w.-]{0,40})[ \t]*:(?=[ \t]|$)[ \t]*(?P<value>.*)")
_OTHER_LINE = re.compile(r"[ \t]*(?:#.*|-[ \t].*|)|[ \t]+\S.*|[\]}],?[ \t]*")
_LONGEST = 200
"""Front matter has fewer lines than this; what goes on longer is an article with dashes above it."""

_POST_KEYS = frozenset(("title", "layout", "date", "tags", "categories", "category", "author", "permalink", "slug"))
_FEWEST_KEYS = 2
"""Front matter that nothing closes needs so many of the keys of posts."""

_DOUBLE_ESCAPE = re.compile(r'\\(["\\/nt ])')


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields above a post.

    Attributes:
        end: Offset in the source at which the post itself begins.
        fields: The value of each key, in lower case, quotes taken off; a list's items are joined by commas.
    """

    end: int
    fields: dict[str, TracedText]


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter that a text begins with, or None: two lines of dashes alone are none.

    One that nothing closes, with keys that only posts have, ends at the first empty line or before the first line of prose.
    """
    opening = _OPENING.match(text) or _TOML_OPENING.match(text)
    if opening is None:
        return None
    key_pattern, closing = (_TOML_KEY, _TOML_CLOSING) if "+" in opening[0] else (_KEY, _CLOSING)
    fields: dict[str, TracedText] = {}
    key = ""
    at = opening.end()
    unclosed: FrontMatter | None = None
    for _ in range(_LONGEST):
        line, following = line_at(text, at)
        if closing.fullmatch(line):
            return FrontMatter(following, fields) if fields else None
        if unclosed is None and not line.strip() and fields:
            unclosed = FrontMatter(at, dict(fields))
        found = key_pattern.fullmatch(line)
        if found is not None:
            key = found["key"].lower()
            fields[key] = _unquoted(TracedText.of_source(found["value"], at + found.start("value")))
        elif not _OTHER_LINE.fullmatch(line):
            break
        elif key and line.strip():
            fields[key] = _continued(fields[key], TracedText.of_source(line, at))
        at = following
        if following >= len(text):
            break
    unclosed = unclosed or FrontMatter(at, fields)
    return unclosed if len(_POST_KEYS.intersection(unclosed.fields)) >= _FEWEST_KEYS else None


def _unquoted(value: TracedText) -> TracedText:
    """The value without blanks and the quotes around it; the quotes of a broken value stay where they stand inside."""
    value = value.strip()
    quote = value.text[:1]
    if len(value) < 2 or quote not in ("'", '"') or not value.text.endswith(quote):
        return value
    inner = value.slice(1, -1)
    if quote == "'":
        pairs = [Edit(found.start(), found.end(), "'") for found in re.finditer("''", inner.text)]
    else:
        blanks = {"n": " ", "t": " "}
        pairs = [
            Edit(found.start(), found.end(), blanks.get(found[1], found[1]))
            for found in _DOUBLE_ESCAPE.finditer(inner.text)
        ]
    return inner.edited(pairs).strip()


def _continued(value: TracedText, line: TracedText) -> TracedText:
    """A value that goes on in the next line: folded text, or the items of a list."""
    line = line.strip()
    if value.text in ("|", ">", "|-", ">-", "[", "{"):
        return _unquoted(line)
    if line.text.startswith("- "):
        item = _unquoted(line.slice(2))
        return TracedText.join([value, item], ", ") if value.text else item
    return TracedText.join([value, line], " ") if value.text else _unquoted(line)
