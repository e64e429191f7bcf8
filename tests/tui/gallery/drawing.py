"""A picture as SVG: Han characters as wide as their cells, which Textual's own screenshots do not do."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from tests.tui.gallery.picture import Picture

CELL, ROW = 9, 20
"""Pixels of a cell."""

FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace"
_ATTRIBUTES = {
    "bold": 'font-weight="bold"', "italic": 'font-style="italic"', "dim": 'opacity="0.6"',
    "underline": 'text-decoration="underline"', "double": 'style="text-decoration:underline double"',
    "strike": 'text-decoration="line-through"',
}  # fmt: skip


def svg_of(picture: Picture, light: bool) -> str:
    """A picture in one of the looks."""
    width = CELL * max(map(cell_len, picture.rows))
    height = ROW * len(picture.rows)
    painted = [_paint(words[light]) for words in picture.styles]
    grounds, texts = [], []
    for y, runs in enumerate(picture.runs):
        x = 0
        for text, style in runs:
            colour, ground, attributes = painted[style]
            cells = cell_len(text)
            grounds.append(
                f'<rect x="{CELL * x}" y="{ROW * y}" width="{CELL * cells}" height="{ROW}" fill="{ground}"/>'
            )
            for word in re.finditer(r"\S+", text):
                left, wide = x + cell_len(text[: word.start()]), cell_len(word[0])
                texts.append(
                    f'<text x="{CELL * left}" y="{ROW * y + 15}" textLength="{CELL * wide}"'
                    f' lengthAdjust="spacingAndGlyphs" fill="{colour}" {attributes}>{escape(word[0])}</text>'
                )
            x += cells
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" shape-rendering="crispEdges" '
        f'font-family="{FONTS}" font-size="15">{"".join(grounds)}{"".join(texts)}</svg>\n'
    )


def _paint(words: str) -> tuple[str, str, str]:
    """Colour, ground and attributes of a style."""
    front, _, ground = words.partition("on ")
    *flags, colour = [word for word in front.split() if word] or ["white"]
    if colour in _ATTRIBUTES or colour in ("reverse", "plain"):
        flags, colour = [*flags, colour], "white"
    ground = ground or "black"
    if "reverse" in flags:
        colour, ground = ground, colour
    return colour, ground, " ".join(_ATTRIBUTES[flag] for flag in flags if flag in _ATTRIBUTES)
