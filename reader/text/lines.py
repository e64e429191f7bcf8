"""Breaking a paragraph into rows of a terminal, by the rules of Chinese typesetting.

The rules are those of GB/T 15834 and of W3C's Requirements for Chinese Text Layout: closing marks never begin a row,
opening marks never end one, a dash or an ellipsis of two characters stays whole. Latin words and the spans that the caller
names (figures with their units) stay whole unless they are wider than the row.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.text.cells import NARROW, CellWidths

if TYPE_CHECKING:
    from collections.abc import Sequence

NEVER_FIRST = frozenset("。，、；：？！）》〉」』】〕〗｝］”’％‰℃…—～·•‧,.;:?!)]}%°′″々〟＂＇／﹏")
"""Marks that close or go on, and so never begin a row."""

NEVER_LAST = frozenset("（《〈「『【〔〖｛［“‘([{〝￥＄£€#＃@")
"""Marks that open, and so never end a row."""

HANGING = frozenset("。，、．：；！？,.")
"""Marks that may hang beyond the end of a row."""

_BLANK = frozenset(" \t\u00a0\u3000")
_JOINERS = frozenset("-_/.:@&'’+=%~?#")


def rows_of(
    text: str,
    width: int,
    keep: Sequence[tuple[int, int]] = (),
    widths: CellWidths = NARROW,
    *,
    hang: bool = False,
) -> list[tuple[int, int]]:
    """Break one paragraph into rows.

    Args:
        text: The paragraph, without line feeds.
        width: Cells of a row, at least 2.
        keep: Spans to keep whole where they fit, sorted, not overlapping, in code points of `text`.
        widths: The widths of characters in this terminal.
        hang: Let one closing mark of `HANGING` stand beyond the width instead of taking a character to the next row.

    Returns:
        The rows as spans of `text`, which together cover it; one empty row for an empty text. Blanks at the end of a row
        belong to it and may stand beyond its width.
    """
    ends = widths.ends(text)
    if not ends or ends[-1] <= width:
        return [(0, len(text))]
    rows: list[tuple[int, int]] = []
    start, used = 0, 0
    while ends[-1] - used > width:
        limit = bisect_right(ends, used + width, start)
        if hang and text[limit] in HANGING:
            limit += 1
        stop = _break_before(text, start, limit, keep) if limit < len(text) else limit
        rows.append((start, stop))
        start, used = stop, ends[stop - 1]
        if start == len(text):
            return rows
    rows.append((start, len(text)))
    return rows


def _break_before(text: str, start: int, limit: int, keep: Sequence[tuple[int, int]]) -> int:
    """Where the row that begins at `start` ends, when `limit` is the first character that does not fit."""
    stop = limit
    while stop < len(text) and text[stop] in _BLANK:
        stop += 1
    if stop == len(text):
        return stop
    while stop > start:
        if kept := _kept_across(stop, keep):
            stop = kept[0]
            continue
        if _may_break(text, stop):
            return stop
        stop -= 1
    stop = _hard_break(text, start, limit)
    kept = _kept_across(stop, keep)
    return kept[0] if kept and kept[0] > start else stop


def _kept_across(offset: int, keep: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The span to keep whole that `offset` lies inside of."""
    index = bisect_left(keep, (offset, 0)) - 1
    return keep[index] if index >= 0 and keep[index][0] < offset < keep[index][1] else None


def _may_break(text: str, offset: int) -> bool:
    before, after = text[offset - 1], text[offset]
    if after in _BLANK or NARROW[after] == 0:
        return False
    if before in _BLANK:
        return after not in NEVER_FIRST
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    return not (_is_latin(before) and _is_latin(after))


def _is_latin(character: str) -> bool:
    """Whether the character is part of a Latin word, a number or an address."""
    return (character.isalnum() and NARROW[character] == 1) or character in _JOINERS


def _hard_break(text: str, start: int, limit: int) -> int:
    """A break inside something wider than the row: as late as it fits, but not before a closing mark or a combining one."""
    stop = max(limit, start + 1)
    while stop > start + 1 and (NARROW[text[stop]] == 0 or text[stop] in NEVER_FIRST or text[stop - 1] in NEVER_LAST):
        stop -= 1
    if stop == start + 1 < limit:
        stop = limit
    return stop
