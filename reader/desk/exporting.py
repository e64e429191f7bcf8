"""Writing the annotations of a store into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desk.files import output_file
from reader.errors import ReaderError
from reader.exchange.columns import columns_named, row_of
from reader.exchange.comma_separated import write_table

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.repository import Repository


def export_csv(repository: Repository, target: Path, columns: str, *, replace: bool) -> int:
    """Write all annotations as CSV, UTF-8 with byte order mark.

    Args:
        repository: The store.
        target: The file to write.
        columns: `full`, `basic`, or names joined by commas.
        replace: Whether the file may be there already.

    Returns:
        How many rows were written.

    Raises:
        ReaderError: The target is the store itself, exists already or cannot be written; nothing was changed.
    """
    if target.absolute() == repository.path.absolute():
        raise ReaderError("target-is-store", file=target)
    names = columns_named(columns)
    with output_file(target, replace=replace, encoding="utf-8-sig") as out:
        return write_table(out, names, (row_of(annotation, names) for annotation in repository.annotations()))
