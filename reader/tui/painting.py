"""Painting a stretch of text: which characters are in which style."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style


class Mark(NamedTuple):
    """A style on a span, in code points of the text. Of several, later ones go on top."""

    start: int
    end: int
    style: Style


def painted(text: str, start: int, end: int, base: Style, marks: Sequence[Mark]) -> list[Segment]:
    """A stretch of text, its marks laid over its base style.

    Args:
        text: The whole text.
        start: Where the stretch begins in it, in code points.
        end: Where it ends.
        base: The style of what is not marked.
        marks: What lies on the stretch, at least partly, from bottom to top.
    """
    if not marks:
        return [Segment(text[start:end], base)]
    edges = {start, end}
    for mark in marks:
        edges.update((max(start, mark.start), min(end, mark.end)))
    cuts = sorted(edges)
    segments: list[Segment] = []
    for left, right in pairwise(cuts):
        style = base
        for mark in marks:
            if mark.start <= left and right <= mark.end:
                style += mark.style
        segments.append(Segment(text[left:right], style))
    return segments


def joined(segments: Iterable[Segment]) -> list[Segment]:
    """The same row in as few pieces as possible: each takes time to paint, and forty bytes of the terminal's.

    Neighbours of one style become one; blanks become part of what stands beside them on the same ground.

    Args:
        segments: The pieces of a row, from left to right.
    """
    row: list[Segment] = []
    text, style = "", None
    for segment in segments:
        if segment.control is not None or segment.style is None:
            row += [Segment(text, style), segment] if text else [segment]
            text, style = "", None
        elif not text:
            text, style, _ = segment
        elif segment.style == style or (segment.text.isspace() and _blanks_look_alike(style, segment.style)):
            text += segment.text
        elif text.isspace() and _blanks_look_alike(style, segment.style):
            text, style = text + segment.text, segment.style
        else:
            row.append(Segment(text, style))
            text, style, _ = segment
    if text:
        row.append(Segment(text, style))
    return row


@lru_cache(1024)
def _blanks_look_alike(one: Style | None, other: Style | None) -> bool:
    """Whether a blank looks the same in two styles: there is but its ground to be seen."""
    if one is None or other is None:
        return one is other
    return one.bgcolor == other.bgcolor and not any(map(_is_seen_on_blanks, (one, other)))


def _is_seen_on_blanks(style: Style) -> bool:
    lines = (style.underline, style.underline2, style.overline, style.strike)
    return bool(style.reverse or any(lines) or style.link or style.meta)
