"""Keeping spreadsheets from running text as a formula, without loss.

A cell that begins with = + - @ (also full-width, also after blanks and controls) is run by spreadsheet programs (OWASP, "CSV
injection"). Such a text gets one apostrophe in front; a text that begins so after apostrophes of its own gets one more, so
that taking one off again always gives back the original.
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[\s\x00-\x1f\ufeff\u200b]*[=+\-@＝＋－＠]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?%?\Z", re.ASCII)

_LAST_BLANK = 0x3000
"""No character above U+3000 is a blank to `str.isspace`."""

SUSPECT = frozenset("'=+-@＝＋－＠\ufeff\u200b") | {
    chr(code) for code in range(_LAST_BLANK + 1) if code < 0x20 or chr(code).isspace()
}
"""What a text may begin with for `_FORMULA` to match: looked up first, for nearly all texts begin otherwise."""


def guarded(text: str) -> str:
    """The text as it may stand in a spreadsheet cell; plain numbers and percents stay as they are."""
    if text[:1] not in SUSPECT:
        return text
    return "'" + text if _FORMULA.match(text) and not _PLAIN_NUMBER.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded` made."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
