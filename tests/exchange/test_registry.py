"""A format is a file; nothing else has to know of it."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from reader.annotations.documents import annotation_of, to_document
from reader.annotations.encoding import encoded
from reader.errors import UsageError
from reader.exchange.format import Wishes
from reader.exchange.formats import as_jsonl
from reader.exchange.leaving import LEFT_OUT, Tally
from reader.exchange.registry import DEFAULT, all_formats, format_named, format_of_file
from tests.annotations.examples import a_claim, an_annotation, identifier
from tests.exchange.generating import annotations

if TYPE_CHECKING:
    from reader.annotations.annotation import Annotation


def test_the_default_format_comes_first():
    assert next(iter(all_formats())) == DEFAULT == "csv"


def test_each_format_tells_how_its_files_end_and_what_it_cannot_hold():
    assert len({form.suffix for form in all_formats().values()}) == len(all_formats())
    for word, form in all_formats().items():
        assert format_named(word) is form
        assert format_of_file(f"A{form.suffix.upper()}") is form
        assert set(form.leaves_out) <= set(LEFT_OUT)
    assert format_of_file("a.doc") is None


def test_an_unknown_format_is_wrong_usage():
    with pytest.raises(UsageError):
        format_named("doc")


@pytest.mark.parametrize("word", list(all_formats()))
def test_the_same_annotations_give_the_same_bytes(word: str):
    pytest.importorskip("xlsxwriter") if word == "xlsx" else None
    written = []
    for _ in range(2):
        out = BytesIO()
        format_named(word).write(out, iter([an_annotation(1), an_annotation(2)]), Wishes())
        written.append(out.getvalue())
    assert written[0] == written[1]
    assert written[0]


@pytest.mark.parametrize("word", list(all_formats()))
def test_no_annotations_are_no_mistake(word: str):
    format_named(word).write(BytesIO(), iter([]), Wishes())


def test_what_a_format_leaves_out_is_counted():
    tally = Tally(("parent", "claim position", "other fields"))
    ordinary = an_annotation(1)
    revised = an_annotation(2, parent=identifier(9), claim=a_claim(start=15))
    newer = an_annotation(3, extra={"colour": "red"}, parent=identifier(8))
    assert list(tally.counted([ordinary, revised, newer])) == [ordinary, revised, newer]
    assert tally.count == 3
    assert tally.left_out == {"parent": 2, "claim position": 1, "other fields": 1}


@given(annotations())
@settings(max_examples=30, deadline=None)
def test_json_lines_hold_the_document_of_the_store(annotation: Annotation):
    out = BytesIO()
    as_jsonl.FORMAT.write(out, [annotation], Wishes())
    assert annotation_of(json.loads(out.getvalue())) == annotation
    assert json.loads(out.getvalue()) == json.loads(encoded(to_document(annotation)))
