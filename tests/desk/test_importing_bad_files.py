"""What cannot be imported is named with its line, and nothing of it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.desk.importing import carry_out
from reader.errors import ReaderError
from reader.messages import explain
from tests.annotations.examples import identifier
from tests.desk.importing import Row, edited, exported, plan

if TYPE_CHECKING:
    from reader.annotations.repository import Repository


def test_bad_rows_are_named_with_line_and_reason_and_nothing_is_saved(repository: Repository):
    def spoil(rows: list[Row]) -> None:
        good = dict(rows[0])
        rows[0] |= {"note": "zwei\nZeilen"}
        rows[1] |= {"verdict": "great"}
        rows += [
            good | {"annotation_id": "7"},
            good,
            good | {"annotation_id": str(identifier(8)), "evidence_urls": "javascript:1", "kind": ""},
        ]

    changes = plan(repository, edited(exported(repository), spoil))
    assert [(bad.line, bad.why.code) for bad in changes.bad] == [
        (4, "annotation-invalid"), (5, "annotation-invalid"), (7, "import-twice"), (9, "annotation-invalid"),
    ]  # fmt: skip
    before = repository.annotations()
    with pytest.raises(ReaderError, match="import-refused"):
        carry_out(repository, changes, "importer")
    assert repository.annotations() == before


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("value", "1.23457E+11", "import-rounded"),
        ("article_date", "05/06/2022", "import-day"),
        ("created_at", "05/06/2022 1:00", "import-day"),
        ("start", "x", "annotation-invalid"),
        ("start", "-1", "annotation-invalid"),
        ("quote", "500亿", "annotation-invalid"),
        ("evidence_urls", "javascript:alert(1)", "url-scheme"),
        ("value", "=1+1", "annotation-invalid"),
        ("value", "NaN", "annotation-invalid"),
        ("kind", "", "annotation-invalid"),
        ("article_id", "", "annotation-invalid"),
        ("content_id", "", "annotation-invalid"),
        ("revision", "x", "annotation-invalid"),
        ("tags", "x" * 65, "tag-too-long"),
    ],
    ids=lambda words: words[:12],
)
def test_a_cell_without_meaning_is_refused(
    repository: Repository, other: Repository, column: str, cell: str, code: str
):
    data = edited(exported(repository), lambda rows: rows[0].update({column: cell}))
    assert [bad.why.code for bad in plan(other, data).bad] == [code]


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        (
            "verdict",
            "maybe",
            "(verdict: none of unchecked, confirmed, disputed, unsupported, corrected, not_checkable)",
        ),
        ("change", "up", "(change: none of increase, decrease)"),
        ("quote", "", "(quote: missing)"),
        ("article_id", "5", "(article_id: not an identifier)"),
        ("end", "x", "(end: not a whole number)"),
    ],
)
def test_a_refused_cell_is_told_by_its_column_and_in_words(
    repository: Repository, other: Repository, column: str, cell: str, said: str
):
    data = edited(exported(repository), lambda rows: rows[0].update({column: cell}))
    assert [explain(bad.why) for bad in plan(other, data).bad] == [f"not a valid annotation {said}."]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": 5}', "not a valid annotation (id: not a string)."),
        (b'{"id": "5"}', "not a valid annotation (id: not an identifier)."),
        (b'{"id": ' + b"[" * 5000, "no JSON (nested too deeply)."),
    ],
    ids=["number", "no identifier", "deep"],
)
def test_a_refused_line_is_told_in_words(other: Repository, line: bytes, said: str):
    assert [explain(bad.why) for bad in plan(other, line).bad] == [said]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b"a,b\n1,2\n", "import-unknown"),
        (b"PK\x03\x04" + bytes(100), "file-not-text"),
        (b"annotation_id,note,note\n1,2,3\n", "column-twice"),
        (b"annotation_id,note\n\xff\xfe\xff\xff,x\n" + "汉字".encode() * 50, "import-undecodable"),
    ],
)
def test_what_is_no_export_is_refused(other: Repository, data: bytes, code: str):
    with pytest.raises(ReaderError) as refused:
        plan(other, data)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "import-not-json"),
        ("[1]", "annotation-invalid"),
        ("{}", "annotation-invalid"),
        ('{"id": NaN}', "import-not-json"),
        ("[" * 100_000, "import-not-json"),
        ('{"a": ' * 100_000, "import-not-json"),
        ('{"id": ' + "9" * 10_000 + "}", "import-not-json"),
    ],
    ids=lambda words: words[:12],
)
def test_a_line_that_is_no_annotation_is_named(other: Repository, line: str, code: str):
    bad = plan(other, b'{"id": 1}\n\n' + line.encode() + b"\n").bad
    assert [row.line for row in bad] == [1, 3]
    assert bad[1].why.code == code


@pytest.mark.parametrize(("tag", "code"), [("x" * 65, "tag-too-long"), ("a|b", "tag-with-bar"), (" ", "tag-blank")])
def test_a_tag_that_cannot_be_one_is_not_mended_in_silence(
    repository: Repository, other: Repository, tag: str, code: str
):
    data = exported(repository, "jsonl").replace("关键".encode(), tag.encode(), 1)
    assert [bad.why.code for bad in plan(other, data).bad] == [code]


def test_rows_with_too_many_cells_and_open_quotes_are_named(repository: Repository):
    header, *rows = exported(repository, columns="annotation_id,tags").split(b"\r\n")
    data = b"\r\n".join((header, rows[0] + b",too,many", rows[1] + b",,", b'x,"open'))
    changes = plan(repository, data)
    assert [(bad.line, bad.why.code) for bad in changes.bad] == [(2, "import-too-many-cells"), (4, "import-not-csv")]


def test_control_characters_in_a_file_become_visible(other: Repository, repository: Repository):
    def poison(rows: list[Row]) -> None:
        rows[0] |= {
            "note": "\x1b]52;c;aGk=\x07",
            "article_title": "\u202e\x9b2J",
            "tags": "a\x1bb",
            "indicator": "\x1b[2J",
        }

    carry_out(other, plan(other, edited(exported(repository), poison)), "importer")
    from reader.controls import FORBIDDEN

    assert not FORBIDDEN.search(exported(other, "jsonl").decode())
