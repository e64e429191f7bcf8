"""Where the lines of a text begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


_LINE = re.compile(r"(?P<line>[^\r\n]*)(?:\r\n|\n|\r|\Z)")


def line_at(text: str, at: int) -> tuple[str, int]:
    """The line that begins at an offset, without its line break (LF, CRLF, CR), and where the next one begins."""
    found = _LINE.match(text, at)
    return (found["line"], found.end()) if found is not None else ("", at)


def line_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line in `start`..`end`, its line break left out (LF, CRLF, CR, NEL, U+2028 and their like)."""
    at = start
    for line in text[start:end].splitlines(keepends=True) or [""]:
        following = at + len(line)
        yield at, following - (len(line) - len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")))
        at = following
    if text[start:end].endswith(("\n", "\r")):
        yield end, end
