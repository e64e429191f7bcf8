"""The head of a mail above a newsletter: fields of RFC 5322, a name, a colon, the rest, up to the first empty line."""

from __future__ import annotations

import re

from reader.articles.frontmatter import FrontMatter
from reader.articles.lines import line_at
from reader.text.traced import TracedText

_FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z-]{1,40}):[ \t]*(?P<value>[^\r\n]*)")
_LONGEST = 200
"""A head has fewer lines than this."""

_MAIL_FIELDS = frozenset(
    ("from", "to", "subject", "date", "return-path", "reply-to", "message-id", "received", "sender")
)
_FEWEST = 3
"""So many fields of mails make a head; one or two may be notes."""

_MEANT = {"subject": "title", "date": "date"}
"""What the fields of a mail are called in the head of an article."""


def read_mail_head(text: str) -> FrontMatter | None:
    """The head of the mail that a text begins with, or None: at least three fields that only mails have.

    `Subject` is the title and `Date` the date; an encoded subject (`=?utf-8?…?=`) is none, since no character of it could be traced.
    """
    fields: dict[str, TracedText] = {}
    known: set[str] = set()
    at = len(text) - len(text.lstrip("\r\n"))
    for _ in range(_LONGEST):
        line, following = line_at(text, at)
        if not line.strip():
            break
        found = _FIELD.match(text, at)
        if found is None and not (known and text[at] in " \t"):
            return None
        if found is not None:
            name = found["name"].lower()
            known |= {name} & _MAIL_FIELDS
            if name in _MEANT and "=?" not in found["value"]:
                fields[_MEANT[name]] = TracedText.of_source(found["value"], found.start("value")).strip()
        at = following
    return FrontMatter(at, fields) if len(known) >= _FEWEST else None
