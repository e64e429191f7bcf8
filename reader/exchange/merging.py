"""The cells of a row put onto an annotation, or made into a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.annotations.annotation import Annotation, Origin, Response
from reader.annotations.documents import annotation_of, to_document
from reader.claims.correcting import FIELDS
from reader.errors import ReaderError
from reader.exchange.cells import cells_of
from reader.exchange.columns import COLUMNS, TOLD_ONLY, CellType, Column
from reader.exchange.guard import guarded, unguarded
from reader.exchange.mangling import day_of, figure_of, is_as_left, period_of, time_of
from reader.tags import valid_tag

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from reader.exchange.cells import Cell

Document = dict[str, Any]

_STAYS = frozenset({"annotation_id", "revision", "article_id"}) | TOLD_ONLY
"""Columns that change nothing of an annotation that is there already: they tell rows apart, or are for reading only."""

_COLUMN_OF = {column.path[-1]: name for name, column in reversed(COLUMNS.items())}
"""By the name of a field, the first column that tells of one called so."""


def written(cell: Cell) -> str:
    """A cell as CSV has it."""
    if cell is None:
        return ""
    return guarded(cell) if isinstance(cell, str) else str(cell)


def with_cells(annotation: Annotation, cells: Mapping[str, str], zone: tzinfo | None) -> Annotation:
    """An annotation with those cells changed that say something else than it does; itself where none does.

    A cell may also stand as it does in a workbook, without the guard.

    Args:
        annotation: As it is.
        cells: By column, as they stand in the file.
        zone: Of times without an offset.

    Raises:
        ReaderError: A cell has no meaning.
    """
    own = dict(zip(COLUMNS, map(written, cells_of(annotation)), strict=True))
    changed = {
        name: cell
        for name, cell in cells.items()
        if name not in _STAYS and not is_as_left(cell, own[name]) and not is_as_left(cell, unguarded(own[name]))
    }
    if not changed:
        return annotation
    if _corrects(annotation, changed):
        changed["response"] = Response.CORRECTED.value
    return _annotation_of(_with(to_document(annotation), changed, zone))


def _corrects(annotation: Annotation, changed: Mapping[str, str]) -> bool:
    """Whether somebody who changed these cells corrected the claim, without saying so in its own column."""
    fields = {COLUMNS[name].path[-1] for name in changed if COLUMNS[name].path[0] == "claim"}
    accepted = annotation.claim is not None and annotation.response is Response.ACCEPTED
    return accepted and "response" not in changed and not fields.isdisjoint(FIELDS)


def from_cells(cells: Mapping[str, str], defaults: Document, zone: tzinfo | None) -> Annotation:
    """A new annotation.

    Args:
        cells: By column.
        defaults: What it is where no cell says so.
        zone: Of times without an offset.

    Raises:
        ReaderError: A cell is missing, or has no meaning.
    """
    document = _with({"origin": Origin.IMPORT.value, **defaults}, cells, zone)
    document["provenance"] = document.get("provenance") or {}
    return _annotation_of(document)


def _annotation_of(document: Document) -> Annotation:
    """The annotation that a document holds; what is wrong with it is told by the names of columns."""
    try:
        return annotation_of(document)
    except ReaderError as error:
        field = str(error.parameters.get("field"))
        raise ReaderError(error.code, **{**error.parameters, "field": _COLUMN_OF.get(field, field)}) from error


def _with(document: Document, cells: Mapping[str, str], zone: tzinfo | None) -> Document:
    """The document, with what the cells say put into it."""
    for name, cell in cells.items():
        if name in TOLD_ONLY:
            continue
        column = COLUMNS[name]
        *outer, field = column.path
        place = document
        for inner in outer:
            place[inner] = place.get(inner) or {}
            place = place[inner]
        if cell:
            place[field] = _value(column, cell, zone)
        else:
            place.pop(field, None)
    _settle_target(document)
    _settle_claim(document, cells)
    return document


def _value(column: Column, cell: str, zone: tzinfo | None) -> object:
    """What a cell says, as a document has it.

    Raises:
        ReaderError: It has no meaning.
    """
    match column.type:
        case CellType.DATETIME:
            return time_of(cell, zone)
        case CellType.DATE:
            return day_of(unguarded(cell))
        case CellType.NUMBER:
            return figure_of(cell)
        case CellType.INTEGER:
            return _integer(column, cell)
    text = unguarded(cell.replace("\r\n", "\n"))
    match column.name:
        case "tags":
            return [valid_tag(tag) for tag in text.split("|") if tag.strip()]
        case "evidence_urls":
            return text.split()
        case "period":
            return period_of(text)
    return text


def _integer(column: Column, cell: str) -> int:
    try:
        return int(cell)
    except ValueError as error:
        raise ReaderError("annotation-invalid", field=column.name, reason="not a whole number") from error


def _settle_target(document: Document) -> None:
    """A target without anything in it is none: the annotation is of the whole article."""
    if not document.get("target"):
        document["target"] = None


def _settle_claim(document: Document, cells: Mapping[str, str]) -> None:
    """A claim whose cells are all empty is none; what a table does not say of one is taken from the target.

    Only what stands beside the figure is left of a claim whose cells were emptied.
    """
    claim, target = document.get("claim"), document.get("target") or {}
    if not claim or not any(claim.get(name) for name in ("exact", "value", "kind")):
        document["claim"] = document["response"] = None
        return
    quote, exact = target.get("exact", ""), claim.get("exact", "")
    start = target.get("start", 0) + max(0, quote.find(exact))
    missing = {
        "start": start, "end": start + len(exact), "exact": "", "prefix": target.get("prefix", ""),
        "suffix": target.get("suffix", ""), "sentence": document.get("sentence", ""),
    }  # fmt: skip
    document["claim"] = missing | claim
    if not document.get("response") and "response" not in cells:
        document["response"] = Response.ACCEPTED.value
