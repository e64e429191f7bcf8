"""CSV after RFC 4180, as spreadsheets and programs both read it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from reader.exchange.guard import SUSPECT, guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from reader.exchange.cells import Cell

ENCODINGS = ("utf-8-sig", "utf-8")
"""With a byte order mark, which Excel needs to see that it is UTF-8, and without."""


def write_table(out: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a header and rows as CSV: CRLF, quoted where needed, no text that a spreadsheet would run.

    Args:
        out: Opened without newline translation (`newline=""`) and in the encoding that is wanted.
        columns: The header.
        rows: The cells; None becomes an empty one. Nothing is kept of a row once it is written.
    """
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    # `guarded` would look for itself, but a call for each of four million cells is what takes the time.
    writer.writerows(
        [guarded(cell) if isinstance(cell, str) and cell[:1] in SUSPECT else cell for cell in row] for row in rows
    )
