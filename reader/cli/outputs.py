"""How commands write: tables for people, records for programs, files whole or not at all."""

from __future__ import annotations

import io
import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reader.controls import visible_line
from reader.desk.files import output_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import TextIO


def json_line(record: Mapping[str, Any]) -> str:
    """One record as a line of JSON, Chinese as it is."""
    return json.dumps(record, ensure_ascii=False)


def print_table(out: TextIO, headings: Sequence[str], rows: Iterable[Sequence[object]], width: int) -> None:
    """Print a table for people; no cell is taken for markup or control.

    Args:
        out: Where to.
        headings: The heading of each column.
        rows: The cells; None prints nothing. Numbers stand to the right.
        width: Cells of the terminal.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    shown = [list(row) for row in rows]
    for index, heading in enumerate(headings):
        numeric = any(isinstance(row[index], int | float) for row in shown)
        table.add_column(heading, justify="right" if numeric else "left", overflow="fold")
    for row in shown:
        table.add_row(*("" if cell is None else Text(visible_line(str(cell))) for cell in row))
    Console(file=out, width=width, highlight=False).print(table)


@contextmanager
def output(target: Path | None, *, force: bool, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Where a command writes: standard output, or a file that is there whole or not at all.

    Args:
        target: The file, or None for standard output.
        force: Replace the file where it exists.
        encoding: Of the text; newlines are written as they are.

    Raises:
        ReaderError: `target-exists` or `target-unwritable`.
    """
    if target is None:
        standard = io.TextIOWrapper(sys.stdout.buffer, encoding=encoding, newline="")
        try:
            yield standard
            standard.flush()
        finally:
            standard.detach()
        return
    with output_file(target, replace=force, encoding=encoding) as out:
        yield out


def terminal_width() -> int:
    """Cells of the terminal, 80 where there is none."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 80
