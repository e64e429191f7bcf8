"""What a page says about itself in JSON-LD (schema.org `NewsArticle` and its kin), found without parsing all of it."""

from __future__ import annotations

import json
import re

from reader.text.traced import TracedText

_STRING = r'"((?:[^"\\\n]++|\\.)*+)"'
_STATED = re.compile(rf'"(headline|datePublished)"\s*+:\s*+{_STRING}')
_NAMED = re.compile(
    rf'"(author|publisher)"\s*+:\s*+(?:\[\s*+)?(?:{_STRING}|\{{[^{{}}]{{0,500}}?"name"\s*+:\s*+{_STRING})'
)
_ESCAPED = re.compile(r"\\")


def linked_fields(text: str, start: int, end: int) -> dict[str, TracedText]:
    """The fields of the JSON-LD in `start`..`end` of a page: `headline`, `datepublished`, `ld:author`, `ld:publisher`.

    The first of each counts. A regular expression finds them, because such scripts are often broken (quotes and line
    breaks in headlines), hold lists of other articles, or nest without end.
    """
    fields: dict[str, TracedText] = {}
    for pattern, prefix in ((_STATED, ""), (_NAMED, "ld:")):
        for found in pattern.finditer(text, start, end):
            group = found.lastindex or 2
            value = _value(found[group], found.start(group))
            if value.text:
                fields.setdefault(prefix + found[1].lower(), value)
    if "ld:author" in fields and "ld:publisher" in fields and fields["ld:author"].text == fields["ld:publisher"].text:
        del fields["ld:author"]
    return fields


def _value(written: str, start: int) -> TracedText:
    if _ESCAPED.search(written) is None:
        return TracedText.of_source(written, start).strip()
    try:
        meant = json.loads(f'"{written}"')
    except ValueError:
        meant = written
    return TracedText.made_of(meant, start, start + len(written)).strip()
