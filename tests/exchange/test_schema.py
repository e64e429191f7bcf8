"""The schema describes the table, and the docs describe both."""

from __future__ import annotations

from pathlib import Path

from reader.exchange.columns import BASIC, COLUMNS
from reader.exchange.guide import with_tables
from reader.exchange.schema import schema_of_file, table_schema

DOCS = Path(__file__).parents[2] / "docs"


def test_the_schema_has_the_columns_with_their_types():
    schema = table_schema(tuple(COLUMNS))
    types = {field["name"]: field["type"] for field in schema["fields"]}
    assert list(types) == list(COLUMNS)
    assert (types["value"], types["start"], types["article_date"], types["note"]) == (
        "number",
        "integer",
        "date",
        "string",
    )
    assert schema["primaryKey"] == "annotation_id"
    assert "primaryKey" not in table_schema(("quote",))
    assert [field["name"] for field in table_schema(BASIC)["fields"]] == list(BASIC)


def test_choices_are_constraints():
    verdict = next(field for field in table_schema(BASIC)["fields"] if field["name"] == "verdict")
    assert verdict["constraints"]["enum"][:2] == ["unchecked", "confirmed"]


def test_the_schema_of_a_file_says_how_it_is_written():
    schema = schema_of_file("a.csv", BASIC, "utf-8-sig", "ab" * 32, 7, {"rows": 1})
    assert schema["fields"] == table_schema(BASIC)["fields"]
    assert (schema["path"], schema["encoding"], schema["hash"], schema["bytes"], schema["rows"]) == (
        "a.csv", "utf-8-sig", f"sha256:{'ab' * 32}", 7, 1,
    )  # fmt: skip


def test_the_tables_of_the_docs_are_those_of_the_code():
    page = (DOCS / "export.md").read_text("utf-8")
    assert page == with_tables(page), "python -m reader.exchange.guide docs/export.md"
    assert page.count("<!-- end -->") == 3
