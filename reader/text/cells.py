"""How many cells of the terminal a character takes."""

from __future__ import annotations

from itertools import accumulate
from unicodedata import east_asian_width

from rich.cells import get_character_cell_size


class CellWidths(dict[str, int]):
    """Cells per character, looked up once and remembered.

    As the screen is painted by Rich, its table decides; only characters that East Asian standards leave open (class
    Ambiguous of Unicode's annex 11: “ ” — … ① ℃) may be told to take two.
    """

    def __init__(self, ambiguous: int = 1) -> None:
        """Widths for a terminal that draws characters of ambiguous width in `ambiguous` cells, 1 or 2."""
        super().__init__()
        self.ambiguous = ambiguous

    def __missing__(self, character: str) -> int:
        width = get_character_cell_size(character)
        if self.ambiguous == 2 and width == 1 and east_asian_width(character) == "A":
            width = 2
        self[character] = width
        return width

    def of(self, text: str) -> int:
        """Cells that the text takes on one row."""
        return sum(map(self.__getitem__, text))

    def ends(self, text: str) -> list[int]:
        """For each character, the cell in which it ends, counted from the text's beginning."""
        return list(accumulate(map(self.__getitem__, text)))

    def cut(self, text: str, cells: int) -> str:
        """The text, cut to fit into `cells`, the last one an ellipsis where something was cut."""
        if self.of(text) <= cells:
            return text
        taken, used = 0, self["…"]
        for character in text:
            used += self[character]
            if used > cells:
                break
            taken += 1
        return text[:taken] + "…" if cells >= self["…"] else ""


NARROW = CellWidths()
"""Widths where characters of ambiguous width take one cell, as in most terminals."""
