"""A workbook whose texts are texts, whose numbers are numbers, and which has no formula in any cell."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.annotation import Verdict
from reader.exchange.cells import cells_of
from reader.exchange.columns import COLUMNS
from reader.exchange.format import Wishes
from reader.exchange.registry import format_named
from reader.exchange.sheet_rows import MAX_TEXT
from tests.annotations.examples import a_claim, an_annotation, identifier
from tests.exchange.generating import annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotations.annotation import Annotation

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def workbook_of(
    things: Iterable[Annotation], columns: tuple[str, ...] = tuple(COLUMNS)
) -> tuple[ZipFile, Mapping[str, int]]:
    out = BytesIO()
    lost = format_named("xlsx").write(out, iter(things), Wishes(columns))
    return ZipFile(out), lost


def sheet_of(workbook: ZipFile, number: int) -> ElementTree.Element:
    return ElementTree.fromstring(workbook.read(f"xl/worksheets/sheet{number}.xml"))


def rows_of(workbook: ZipFile, number: int = 1) -> list[dict[str, str | Decimal]]:
    """The cells of each row by their column, below the header: texts as strings, numbers as decimals."""
    rows = []
    for row in sheet_of(workbook, number).iter(f"{NAMESPACE}row"):
        cells: dict[str, str | Decimal] = {}
        for cell in row:
            text = cell.find(f"{NAMESPACE}is/{NAMESPACE}t")
            value = cell.find(f"{NAMESPACE}v")
            name = cell.get("r", "").rstrip("0123456789")
            assert cell.find(f"{NAMESPACE}f") is None
            cells[name] = (
                (text.text or "") if text is not None else Decimal(value.text or "") if value is not None else ""
            )
        rows.append(cells)
    names = rows[0]
    return [{str(names[place]): cell for place, cell in row.items()} for row in rows[1:]]


def unescaped(text: str) -> str:
    import re

    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def test_numbers_are_numbers_and_texts_are_texts():
    workbook, lost = workbook_of([an_annotation(note="=1+1", tags=("007",))])
    (row,) = rows_of(workbook)
    assert (row["value"], row["start"]) == (Decimal(50_000_000_000), Decimal(14))
    assert (row["note"], row["tags"], row["article_date"]) == ("=1+1", "007", "2022-05-26")
    assert lost == {}


@given(st.lists(annotations(), max_size=3))
@settings(max_examples=25, deadline=None)
def test_each_cell_says_what_the_annotation_says_and_none_is_a_formula(things: list[Annotation]):
    workbook, _ = workbook_of(things)
    for row, annotation in zip(rows_of(workbook), things, strict=True):
        expected = dict(zip(COLUMNS, cells_of(annotation), strict=True))
        for name, cell in expected.items():
            found = row.get(name)
            if cell in (None, ""):
                assert found is None
            elif isinstance(cell, str):
                assert unescaped(str(found)) == str(cell)
            else:
                assert Decimal(found or 0) == Decimal(cell)


@pytest.mark.parametrize(
    "text", ["<r>x</r>", "<r></is></c><c><f>1</f></c></r>", "_x0041_", "]]>", "&lt;", "\ufffe", " x ", "a\nb"]
)
def test_text_is_never_taken_for_the_xml_around_it(text: str):
    workbook, _ = workbook_of([an_annotation(note=text)])
    assert unescaped(str(rows_of(workbook)[0]["note"])) == text


@pytest.mark.parametrize("value", ["12345678901234567890", "0.1234567890123456789", "1E+400"])
def test_figures_with_more_digits_than_a_spreadsheet_keeps_are_texts(value: str):
    workbook, _ = workbook_of([an_annotation(claim=a_claim(value=Decimal(value)))])
    assert rows_of(workbook)[0]["value"] == value


def test_a_text_too_long_for_a_cell_is_cut_and_told():
    long = replace(an_annotation(), sentence="😀" * 20_000)
    workbook, lost = workbook_of([long])
    assert len(str(rows_of(workbook)[0]["sentence"]).encode("utf-16-le")) // 2 == MAX_TEXT - 1
    assert lost == {"texts cut to 32767 characters": 1}


def test_articles_and_tags_have_sheets_of_their_own():
    things = [
        an_annotation(1),
        an_annotation(2, start=30, tags=("money",)),
        an_annotation(3, article_id=identifier(9), tags=("=1",)),
    ]
    workbook, _ = workbook_of(things)
    assert [(row["article_id"], row["annotations"]) for row in rows_of(workbook, 2)] == [
        (str(identifier(0)), 2),
        (str(identifier(9)), 1),
    ]
    assert [(row["tag"], row["annotations"]) for row in rows_of(workbook, 3)] == [("money", 2), ("关键", 1), ("=1", 1)]


def test_the_header_stays_in_sight_columns_have_filters_and_verdicts_colours():
    workbook, _ = workbook_of([an_annotation(verdict=Verdict.DISPUTED)], ("quote", "verdict"))
    sheet = sheet_of(workbook, 1)
    assert next(sheet.iter(f"{NAMESPACE}pane")).get("state") == "frozen"
    assert next(sheet.iter(f"{NAMESPACE}autoFilter")).get("ref") == "A1:B2"
    assert next(sheet.iter(f"{NAMESPACE}dimension")).get("ref") == "A1:B2"
    assert len(list(sheet.iter(f"{NAMESPACE}cfRule"))) == 5


def test_without_the_package_it_says_what_to_install():
    code = (
        "import sys; sys.modules['xlsxwriter'] = None\n"
        "from reader.cli.main import main; sys.exit(main(['export', '--format', 'xlsx', '-o', 'x.xlsx']))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "shudu-reader[xlsx]" in ran.stderr
