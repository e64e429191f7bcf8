"""Visible stand-ins for characters that a terminal would obey instead of showing.

Rich and Textual pass ESC, C1, NUL and bidirectional controls through and drop some others, which shifts offsets. So every
text that is not ours (articles, file names, tags, notes, settings, imports) goes through here before it is painted
or printed. Replacement is one for one: offsets stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PICTURES = 0x2400
"""U+2400 is the picture of NUL, U+2401 that of SOH, and so on to U+241F; U+2421 is the picture of DEL."""

_C0 = (code for code in range(0x20) if code not in (0x09, 0x0A))
_C1 = range(0x80, 0xA0)
_BIDIRECTIONAL = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_WITHOUT_WIDTH = (0x200B, 0x2060, 0xFEFF)
_SEPARATORS = (0x2028, 0x2029)
"""Line and paragraph separator."""

_SURROGATES = range(0xD800, 0xE000)
_INTERLINEAR = range(0xFFF9, 0xFFFC)
"""Marks of annotations between lines."""

_TAGS = range(0xE0000, 0xE0080)
"""Invisible copies of ASCII."""

_STAND_INS: dict[int, str] = {
    **{code: chr(_PICTURES + code) for code in _C0},
    0x7F: "\u2421",
    **dict.fromkeys((*_C1, *_BIDIRECTIONAL, *_WITHOUT_WIDTH, *_SEPARATORS), "\ufffd"),
    **dict.fromkeys((*_SURROGATES, *_INTERLINEAR, *_TAGS), "\ufffd"),
}

_LINE = {**_STAND_INS, 0x09: " ", 0x0A: "\u2424"}


def _one_of(codes: Iterable[int]) -> re.Pattern[str]:
    """Matches one of some characters; in ranges, for a list of thousands takes 10 ms to compile."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return re.compile("[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges) + "]")


FORBIDDEN = _one_of(_STAND_INS)
"""What must never reach a terminal: C0 (but tab and line feed), DEL, C1, bidirectional and zero-width controls, surrogates."""

_FORBIDDEN_IN_LINE = _one_of(_LINE)


def visible(text: str) -> str:
    """The text with a visible stand-in for each forbidden character; tabs and line feeds stay."""
    return text.translate(_STAND_INS) if FORBIDDEN.search(text) else text


def visible_line(text: str) -> str:
    """The text on one line: like `visible`, but a tab becomes a blank and a line feed its picture."""
    return text.translate(_LINE) if _FORBIDDEN_IN_LINE.search(text) else text
