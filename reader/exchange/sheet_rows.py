"""Rows of a spreadsheet written at the speed of the disk, as the XML that stands in an XLSX file.

XlsxWriter takes 6 µs a cell, 25 s for 100,000 annotations with all their columns. It makes the workbook; the rows go
into its file by this way. Texts are written as texts ("inline strings", ECMA-376 part 1, 18.18.11), so that none can be a
formula, and escaped here: XlsxWriter itself lets a text that begins with `<r>` and ends with `</r>` through as XML.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reader.exchange.guard import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.exchange.cells import Cell

MAX_ROWS = 2**20
"""Of a sheet, with the header."""

MAX_TEXT = 32_767
"""Longest text of a cell, in UTF-16 units."""

_SIGNIFICANT = 15
"""Spreadsheets keep so many digits of a number; one that has more is written as text."""

_LARGEST_EXPONENT = 300

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)")
"""What XML cannot say, and what a spreadsheet would take for it: both are written as `_xHHHH_`."""


class SheetRows:
    """Appends rows to a worksheet of XlsxWriter that was opened with `constant_memory`.

    Attributes:
        count: How many rows there are, with the header.
        cut: How many texts were too long for a cell.
    """

    def __init__(self, sheet: Any, columns: int, number_style: int, formula_style: int) -> None:
        """Go on below the header, which XlsxWriter has written.

        Args:
            sheet: The worksheet.
            columns: How many columns there are.
            number_style: Index of the format of numbers.
            formula_style: Index of the format of texts that look like formulas.
        """
        self.count = 1
        self.cut = 0
        self._sheet = sheet
        self._letters = [_letters(number) for number in range(columns)]
        self._number = f' s="{number_style}"><v>'
        self._text = ' t="inlineStr"><is><t xml:space="preserve">'
        self._formula_like = f' s="{formula_style}"' + self._text
        sheet._write_single_row(1)
        self._write = sheet.fh.write

    def append(self, cells: Sequence[Cell]) -> None:
        """Write a row; empty cells take no room."""
        self.count += 1
        number = self.count
        parts = [f'<row r="{number}">']
        for letters, cell in zip(self._letters, cells, strict=True):
            if cell is None or cell == "":
                continue
            parts.append(f'<c r="{letters}{number}"')
            if isinstance(cell, str):
                parts.append(self._formula_like if guarded(cell) is not cell else self._text)
                parts.append(self._escaped(cell))
                parts.append("</t></is></c>")
            elif _is_exact(cell):
                parts.append(f"{self._number}{cell}</v></c>")
            else:
                parts.append(f"{self._text}{cell}</t></is></c>")
        parts.append("</row>")
        self._write("".join(parts))

    def finish(self) -> None:
        """Tell the worksheet how far it reaches."""
        self._sheet._check_dimensions(self.count - 1, len(self._letters) - 1)

    def _escaped(self, text: str) -> str:
        if len(text) > MAX_TEXT // 2:
            text = self._shortened(text)
        if _FORBIDDEN.search(text):
            text = _FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
        if "&" in text or "<" in text or ">" in text:
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text

    def _shortened(self, text: str) -> str:
        units = text.encode("utf-16-le")
        if len(units) <= 2 * MAX_TEXT:
            return text
        self.cut += 1
        return units[: 2 * MAX_TEXT].decode("utf-16-le", "ignore")


def _is_exact(cell: float | Decimal) -> bool:
    """Whether a spreadsheet keeps all digits of a number."""
    number = Decimal(str(cell))
    digits = "".join(map(str, number.as_tuple().digits)).strip("0")
    return len(digits) <= _SIGNIFICANT and abs(number.adjusted()) <= _LARGEST_EXPONENT


def _letters(number: int) -> str:
    """What a column is called: A, B … Z, AA, AB …."""
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)
