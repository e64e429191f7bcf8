"""Painting a stretch of text: which characters are in which style."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

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
