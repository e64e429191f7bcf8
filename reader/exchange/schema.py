"""What a table of annotations is, for programs: a Frictionless Table Schema (https://specs.frictionlessdata.io/table-schema/)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader import __version__
from reader.annotations.annotation import AnchorStatus, Origin, Response, Verdict
from reader.claims.claim import Bound, Change, Kind, Status
from reader.exchange.columns import COLUMNS, CellType, Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_CHOICES: dict[str, Iterable[str]] = {
    "script": ("simplified", "traditional"), "anchor_status": AnchorStatus, "kind": Kind, "bound": Bound,
    "change": Change, "status": Status, "verdict": Verdict, "origin": Origin,
    "response": Response,
}  # fmt: skip

_FORMATS = {CellType.DATE: "default", CellType.DATETIME: "%Y-%m-%dT%H:%M:%S%z"}


def table_schema(columns: Sequence[str]) -> dict[str, Any]:
    """The Table Schema of those columns."""
    schema: dict[str, Any] = {"fields": [_field(COLUMNS[name]) for name in columns], "missingValues": [""]}
    if "annotation_id" in columns:
        schema["primaryKey"] = "annotation_id"
    return schema


def schema_of_file(
    name: str, columns: Sequence[str], encoding: str, sha256: str, size: int, more: Mapping[str, Any]
) -> dict[str, Any]:
    """The Table Schema of a CSV file, with what a data resource is told by besides.

    Args:
        name: Of the file.
        columns: Its columns.
        encoding: As `reader export` calls it.
        sha256: Of the file, in hex.
        size: In bytes.
        more: What else shall stand there (filter, counts).
    """
    return {
        **table_schema(columns),
        "path": name,
        "mediatype": "text/csv",
        "encoding": encoding,
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": size,
        "hash": f"sha256:{sha256}",
        "generator": f"reader {__version__}",
        "guard": "A text that a spreadsheet program would run as a formula has one ' in front; take it off again.",
        **more,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type.value, "description": column.meaning}
    if column.type in _FORMATS:
        field["format"] = _FORMATS[column.type]
    if column.name in _CHOICES:
        field["constraints"] = {"enum": [str(choice) for choice in _CHOICES[column.name]]}
    if column.name == "annotation_id":
        field["constraints"] = {"required": True, "unique": True}
    return field
