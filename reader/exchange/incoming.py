"""Files that annotations come back in, read row by row."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any

from reader.annotations.documents import annotation_of
from reader.annotations.fields import Fields, identifier
from reader.articles.decoding import decode
from reader.errors import ReaderError
from reader.exchange.columns import COLUMNS
from reader.exchange.merging import from_cells, with_cells
from reader.tags import valid_tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import tzinfo
    from typing import NoReturn
    from uuid import UUID

    from reader.annotations.annotation import Annotation

_DELIMITERS = ",;\t"
_LONGEST_CELL = 2**24
"""In characters; Python's own limit is shorter than a long quote."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that nothing can be made of.

    Attributes:
        line: Where it begins in the file, from 1.
        why: What is wrong with it.
    """

    line: int
    why: ReaderError


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A row that is a whole annotation.

    Attributes:
        line: Where it begins in the file, from 1.
        annotation: What it says.
    """

    line: int
    annotation: Annotation

    @property
    def id(self) -> UUID:
        """Of the annotation."""
        return self.annotation.id

    @property
    def revision(self) -> UUID | None:
        """Which state of it the row has."""
        return self.annotation.revision

    @property
    def modified(self) -> str | None:
        """When that state was made."""
        return self.annotation.modified

    def on(self, _: Annotation) -> Annotation:
        """What the annotation becomes by this row."""
        return self.annotation

    def new(self, defaults: Mapping[str, Any]) -> Annotation:  # noqa: ARG002
        """The row's annotation where there is none of its id yet."""
        return self.annotation


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of cells, perhaps of a few columns only.

    Attributes:
        line: Where it begins in the file, from 1.
        id: Of the annotation.
        revision: Which state of it the row has; None where the table does not say.
        cells: By column.
        zone: Of times without an offset.
    """

    line: int
    id: UUID
    revision: UUID | None
    cells: Mapping[str, str]
    zone: tzinfo | None

    @property
    def modified(self) -> str | None:
        """When that state was made, as the cell has it; None where the table does not say."""
        return self.cells.get("modified_at") or None

    def on(self, annotation: Annotation) -> Annotation:
        """What the annotation becomes by this row.

        Raises:
            ReaderError: A cell has no meaning.
        """
        return with_cells(annotation, self.cells, self.zone)

    def new(self, defaults: Mapping[str, Any]) -> Annotation:
        """The row's annotation where there is none of its id yet.

        Raises:
            ReaderError: A cell is missing, or has no meaning.
        """
        return from_cells(self.cells, {**defaults, "id": str(self.id)}, self.zone)


@dataclass(frozen=True, slots=True)
class RemovalRow:
    """A row that says that an annotation was deleted.

    Attributes:
        line: Where it begins in the file, from 1.
        id: Of the annotation.
        revision: The state of it that was deleted.
    """

    line: int
    id: UUID
    revision: UUID


Row = RecordRow | TableRow | RemovalRow


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file says.

    Attributes:
        rows: What can be read, as it is read.
        unread: Headings that are no columns of ours.
    """

    rows: Iterator[Row | BadRow]
    unread: tuple[str, ...] = ()


def read_back(data: bytes, name: str, zone: tzinfo | None) -> Incoming:
    """Read an export back: JSON lines, or CSV, also as spreadsheet programs save it.

    Args:
        data: The whole file.
        name: What the user calls it.
        zone: Of times without an offset.

    Raises:
        ReaderError: It is empty, no text, partly undecodable, or neither of the two.
    """
    source = decode(data, name)
    if source.undecodable:
        raise ReaderError("import-undecodable", file=name, encoding=source.encoding)
    if source.text.lstrip().startswith("{"):
        return Incoming(_records(source.text))
    return _table(source.text, name, zone)


def _records(text: str) -> Iterator[Row | BadRow]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _record(number, json.loads(line, parse_constant=_refuse_constant))
        except ReaderError as error:
            yield BadRow(number, error)
        except ValueError as error:
            yield BadRow(number, ReaderError("import-not-json", reason=error))
        except RecursionError:
            yield BadRow(number, ReaderError("import-not-json", reason="nested too deeply"))


def _record(number: int, document: object) -> RecordRow | RemovalRow:
    """What a line says of an annotation: what it is, or that it was deleted.

    Raises:
        ReaderError: It says neither.
    """
    if isinstance(document, dict) and "deleted" in document:
        read = Fields(document)
        return RemovalRow(number, read.identifier("id"), read.identifier("parent"))
    return RecordRow(number, _annotation(document))


def _annotation(document: object) -> Annotation:
    """The annotation of a line.

    Raises:
        ReaderError: It is none, or one of its tags cannot be one: the store would mend it without a word.
    """
    annotation = annotation_of(document if isinstance(document, dict) else {})
    for tag in document.get("tags", ()) if isinstance(document, dict) else ():
        valid_tag(tag)
    return annotation


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")


def _table(text: str, name: str, zone: tzinfo | None) -> Incoming:
    skipped = 0
    if text[:4].lower() == "sep=":
        skipped, text = 1, text.partition("\n")[2]
    csv.field_size_limit(_LONGEST_CELL)
    for delimiter in _DELIMITERS:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        try:
            header = [heading.strip().casefold() for heading in next(reader, [])]
        except csv.Error:
            continue
        if "annotation_id" in header:
            twice = [heading for heading in COLUMNS if header.count(heading) > 1]
            if twice:
                raise ReaderError("column-twice", column=twice[0])
            unread = tuple(heading for heading in header if heading and heading not in COLUMNS)
            return Incoming(_rows(reader, header, zone, skipped), unread)
    raise ReaderError("import-unknown", file=name)


def _rows(reader: Any, header: list[str], zone: tzinfo | None, skipped: int) -> Iterator[Row | BadRow]:
    while True:
        line = reader.line_num + 1 + skipped
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRow(line, ReaderError("import-not-csv", reason=error))
            return
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header) and any(cells[len(header) :]):
            yield BadRow(line, ReaderError("import-too-many-cells", cells=len(cells), columns=len(header)))
            continue
        yield _row(line, {name: cell for name, cell in zip(header, cells, strict=False) if name in COLUMNS}, zone)


def _row(line: int, cells: Mapping[str, str], zone: tzinfo | None) -> Row | BadRow:
    try:
        number = _identifier(cells, "annotation_id")
        revision = _identifier(cells, "revision") if cells.get("revision") else None
    except ReaderError as error:
        return BadRow(line, error)
    return TableRow(line, number, revision, cells, zone)


def _identifier(cells: Mapping[str, str], column: str) -> UUID:
    try:
        return identifier(cells.get(column, "").strip())
    except ValueError as error:
        raise ReaderError("annotation-invalid", field=column, reason=error) from error
