"""Rows that hold no document: the checksum of a file tells of accidents, not of purpose.

Reading passes over them. They stay as they are: nothing is saved over them, and no store is joined with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.encoding import is_document
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reader.annotations.snapshot import Tables

Row = tuple[str, int, bytes]
"""Table and number of a row, and what it holds."""


def rows_of(tables: Tables) -> Iterator[Row]:
    """All rows of a store."""
    return ((name, number, raw) for name, rows in tables.items() for number, raw in rows.items())


def unsound(rows: Iterable[Row], file: Path) -> Iterator[ReaderError]:
    """What is to be said of those rows that hold no document."""
    return (
        ReaderError("store-row-unreadable", file=file, table=table, number=str(number), row=repr(raw[:40]))
        for table, number, raw in rows
        if not is_document(raw)
    )


def refuse_unsound(rows: Iterable[Row], file: Path) -> None:
    """Refuse to do anything with rows that hold no document.

    Raises:
        ReaderError: `store-row-unreadable`.
    """
    for error in unsound(rows, file):
        raise error
