"""XLSX: a sheet of annotations, one of their articles, one of their tags."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO

from reader.annotations.annotation import Verdict
from reader.errors import ReaderError
from reader.exchange.cells import row_of
from reader.exchange.columns import COLUMNS, CellType
from reader.exchange.format import Format, Wishes
from reader.exchange.formats.as_csv import NOT_IN_A_TABLE
from reader.exchange.sheet_rows import MAX_ROWS, SheetRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from reader.annotations.annotation import Annotation, Provenance

CUT = "texts cut to 32767 characters"
"""What is told of a sheet that could not hold all of some texts."""

_COLOURS = {
    Verdict.CONFIRMED: "#C6EFCE", Verdict.DISPUTED: "#FFEB9C", Verdict.UNSUPPORTED: "#FCE4D6",
    Verdict.CORRECTED: "#DDEBF7", Verdict.NOT_CHECKABLE: "#E7E6E6",
}  # fmt: skip
"""Background of each verdict; its name stands in the cell as well."""

_WIDTHS = {
    "sentence": 60,
    "note": 40,
    "quote": 20,
    "article_title": 40,
    "value": 18,
    "indicator": 24,
    "evidence_urls": 30,
}
_ARTICLE_COLUMNS = ("article_id", "title", "publisher", "date", "url", "file", "script", "content_id", "annotations")
_OLD = datetime(2000, 1, 1, tzinfo=UTC)
"""Said to be when each workbook was made, so that the same annotations give the same bytes."""


def _write(out: BinaryIO, annotations: Iterable[Annotation], wishes: Wishes) -> Mapping[str, int]:
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import FileCreateError
    except ImportError as error:
        raise ReaderError("xlsx-missing") from error
    with TemporaryDirectory() as folder, _Target(out) as target:
        workbook = Workbook(target, {"constant_memory": True, "tmpdir": folder})
        workbook.set_properties({"created": _OLD})
        contents = _Contents()
        rows = map(row_of(wishes.columns), contents.noted(annotations))
        cut = _sheet(workbook, "annotations", wishes.columns, rows)
        cut += _sheet(workbook, "articles", _ARTICLE_COLUMNS, contents.article_rows())
        cut += _sheet(workbook, "tags", ("tag", "annotations"), contents.tags.most_common())
        try:
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error
    return {CUT: cut} if cut else {}


class _Target:
    """A file until something goes wrong with it. A ZipFile that fails tries to write its end once more when it is forgotten."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._over = False
        self._place = 0

    def __enter__(self) -> _Target:
        return self

    def __exit__(self, *_: object) -> None:
        self._over = True

    def write(self, data: bytes) -> int:
        self._place += len(data)
        if not self._over:
            try:
                self._out.write(data)
            except OSError:
                self._over = True
                raise
        return len(data)

    def tell(self) -> int:
        if not self._over:
            self._place = self._out.tell()
        return self._place

    def seek(self, place: int) -> int:
        self._place = place if self._over else self._out.seek(place)
        return self._place

    def flush(self) -> None:
        if not self._over:
            self._out.flush()


class _Contents:
    """What the other sheets tell: articles and tags, counted as the annotations go by."""

    def __init__(self) -> None:
        self.tags: Counter[str] = Counter()
        self._articles: dict[UUID, Provenance] = {}
        self._counts: Counter[UUID] = Counter()

    def noted(self, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
        for annotation in annotations:
            self.tags.update(annotation.tags)
            self._articles[annotation.article_id] = annotation.provenance
            self._counts[annotation.article_id] += 1
            yield annotation

    def article_rows(self) -> Iterator[tuple[str | int | None, ...]]:
        for number, of in self._articles.items():
            yield (
                str(number), of.title, of.publisher, of.date, of.url, of.file, of.script, of.content_id, self._counts[number],
            )  # fmt: skip


def _sheet(workbook: Any, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write a sheet with a header that stays in sight and a filter on each column; returns how many texts were cut.

    Raises:
        ReaderError: `xlsx-too-many`.
    """
    sheet = workbook.add_worksheet(name)
    heading = workbook.add_format({"bold": True, "bottom": 1})
    number = workbook.add_format({"num_format": "#,##0.##########"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _width(column))
        sheet.write_string(0, place, column, heading)
    sheet.freeze_panes(1, 0)
    formula_like = workbook.add_format({"quote_prefix": True})
    written = SheetRows(sheet, len(columns), number._get_xf_index(), formula_like._get_xf_index())
    for row in rows:
        if written.count == MAX_ROWS:
            raise ReaderError("xlsx-too-many", limit=MAX_ROWS - 1)
        written.append(row)
    written.finish()
    sheet.autofilter(0, 0, written.count - 1, len(columns) - 1)
    if "verdict" in columns:
        _colour(workbook, sheet, columns.index("verdict"), written.count - 1)
    return written.cut


def _colour(workbook: Any, sheet: Any, column: int, last_row: int) -> None:
    for verdict, colour in _COLOURS.items():
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{verdict}"',
            "format": workbook.add_format({"bg_color": colour}),
        }
        sheet.conditional_format(1, column, max(1, last_row), column, rule)


def _width(column: str) -> int:
    """Of a column, in characters."""
    if column in COLUMNS and COLUMNS[column].type is not CellType.STRING:
        return _WIDTHS.get(column, 12)
    return _WIDTHS.get(column, 16)


FORMAT = Format(
    word="xlsx",
    suffix=".xlsx",
    summary="a workbook with a sheet of annotations, one of articles and one of tags (needs the extra xlsx)",
    write=_write,
    leaves_out=NOT_IN_A_TABLE,
    is_table=True,
    is_text=False,
)
