"""How commands write: tables for people, records for programs, files whole or not at all."""

from __future__ import annotations

import io
import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.refusals import told
from reader.controls import visible_line
from reader.desk.files import output_file
from reader.languages import chosen
from reader.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import BinaryIO, TextIO

STDOUT = Path("-")
"""What standard output is called where a file is asked for."""


def json_line(record: Mapping[str, Any]) -> str:
    """One record as a line of JSON, Chinese as it is."""
    return _ENCODER.encode(record)


_ENCODER = json.JSONEncoder(ensure_ascii=False)
"""`json.dumps` would make one for each record."""


def headings(*names: str) -> list[str]:
    """The headings of a table's columns, in the language of the interface."""
    return [say(f"heading-{name}") for name in names]


def fields(*names: str) -> list[str]:
    """The headings of a table of records: in English the fields by their names, as other programs get them."""
    return list(names) if chosen() == "en" else headings(*names)


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
        target: The file; None or `-` for standard output.
        force: Replace the file where it exists, without asking.
        encoding: Of the text; newlines are written as they are.

    Raises:
        ReaderError: `output-unwritable`, or as `output_file`.
    """
    if target is not None and target != STDOUT:
        with output_file(target, replace=may_replace(target, force=force), encoding=encoding) as out:
            yield out
        return
    with standard_output() as raw:
        standard = io.TextIOWrapper(raw, encoding=encoding, newline="")
        try:
            yield standard
            standard.flush()
        finally:
            standard.detach()


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output for bytes.

    Raises:
        ReaderError: `output-unwritable`: what it goes to is full, or out of order; or as `told`.
        BrokenPipeError: Who reads it has seen enough.
    """
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise told(error) from error


def may_replace(target: Path, *, force: bool) -> bool:
    """Whether a file may be replaced: by `--force`, or because the user says so, where there is one to ask."""
    if force or not (os.path.isfile(target) and sys.stdin.isatty() and sys.stderr.isatty()):  # noqa: PTH113 - of any length
        return force
    print(say("ask-replace", file=target), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes", "是")


def terminal_width() -> int:
    """Cells of the terminal, 80 where there is none or it does not know."""
    known = os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
    return known or 80
