"""A row says what the annotation says, whichever columns are asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from reader.annotations.documents import number_of, to_document
from reader.errors import UsageError
from reader.exchange.cells import cells_of, number_cell, row_of
from reader.exchange.columns import COLUMNS, SETS, columns_named
from tests.annotations.examples import an_annotation
from tests.exchange.generating import annotations

if TYPE_CHECKING:
    from reader.annotations.annotation import Annotation


def test_the_full_columns_are_the_promised_ones():
    assert ", ".join(COLUMNS) == (
        "annotation_id, revision, article_id, content_id, article_title, article_url, article_publisher, article_date, "
        "article_file, quote, context_before, context_after, sentence, start, end, source_start, source_end, "
        "text_sha256, text_version, script, anchor_status, value_text, value, unit, kind, bound, change, status, "
        "period, indicator, entity, doubt, tags, verdict, note, evidence_urls, origin, annotator, created_at, modified_at, "
        "response, parent_revision, settled_text_sha256, settled_quote"
    )


@given(annotations())
@settings(max_examples=30, deadline=None)
def test_each_cell_is_what_stands_at_its_path(annotation: Annotation):
    document = to_document(annotation)
    for column, cell in zip(COLUMNS.values(), cells_of(annotation), strict=True):
        value = document
        for name in column.path:
            value = None if value is None else value.get(name)
        if column.name == "value":
            assert cell is None or Decimal(cell) == number_of(value)
        else:
            assert cell == (
                {"tags": "|", "evidence_urls": " "}[column.name].join(value) if isinstance(value, list) else value
            )


@pytest.mark.parametrize("words", ["full", "basic", "note", "note,quote", " unit , value "])
def test_a_row_has_the_columns_in_the_order_in_which_they_were_named(words: str):
    columns = columns_named(words)
    row = dict(zip(COLUMNS, cells_of(an_annotation()), strict=True))
    assert list(row_of(columns)(an_annotation())) == [row[name] for name in columns]
    assert columns == SETS.get(words, tuple(word.strip() for word in words.split(",")))


@pytest.mark.parametrize("words", ["colour", "quote,quote", ""])
def test_columns_that_are_not_there_or_named_twice_are_wrong_usage(words: str):
    with pytest.raises(UsageError):
        columns_named(words)


@pytest.mark.parametrize(
    ("value", "written"),
    [("110000000", "110000000"), ("1.1E+8", "110000000"), ("1.50", "1.5"), ("0.6667", "0.6667"), ("-3", "-3"),
     ("1E+999999", "1E+999999"), ("0.1234567890123456789012345678901234", "0.1234567890123456789012345678901234")],
)  # fmt: skip
def test_figures_are_written_exactly(value: str, written: str):
    assert str(number_cell(Decimal(value))) == written
