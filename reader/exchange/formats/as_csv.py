"""CSV: a row an annotation."""

from __future__ import annotations

from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from reader.exchange.cells import row_of
from reader.exchange.comma_separated import write_table
from reader.exchange.format import Format, Wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotations.annotation import Annotation

NOT_IN_A_TABLE = ("claim position", "claim in a repeat", "settled place", "other fields")
"""What the columns have no place for."""


def _write(out: BinaryIO, annotations: Iterable[Annotation], wishes: Wishes) -> Mapping[str, int]:
    text = TextIOWrapper(out, encoding=wishes.encoding, newline="")
    try:
        write_table(text, wishes.columns, map(row_of(wishes.columns), annotations))
        text.flush()
    finally:
        text.detach()
    return {}


FORMAT = Format(
    word="csv",
    suffix=".csv",
    summary="a table for spreadsheets and statistics programs, which reader can read back",
    write=_write,
    leaves_out=NOT_IN_A_TABLE,
    is_table=True,
)
