from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.documents import (
    annotation_of,
    article_document,
    article_of,
    number_document,
    number_of,
    to_document,
)
from reader.annotations.registers import later
from reader.errors import ReaderError
from tests.annotations.examples import a_claim, an_annotation, an_article, identifier


def through_json(document):
    return json.loads(json.dumps(document, ensure_ascii=False))


@pytest.mark.parametrize(
    "annotation",
    [
        an_annotation(),
        an_annotation(target=None, claim=None, response=None, tags=(), note="", evidence=()),
        an_annotation(claim=a_claim(value=Decimal("0.1234567890123456789"), change=None)),
    ],
    ids=["of a claim", "of the whole article", "with a long fraction"],
)
def test_an_annotation_survives_its_way_through_json(annotation):
    assert annotation_of(through_json(to_document(annotation))) == annotation


def test_an_article_record_survives_its_way_through_json():
    record = an_article(url=None)
    assert article_of(through_json(article_document(record))) == record


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_figures_survive_exactly(value):
    assert number_of(through_json(number_document(value))) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("110000000", 110_000_000),
        ("1.4", 1.4),
        ("1.0", 1),
        ("0.10000000000000000001", "0.10000000000000000001"),
        ("1E+30", "1E+30"),
    ],
)
def test_figures_are_json_numbers_where_these_are_exact(value, written):
    assert number_document(Decimal(value)) == written


@pytest.mark.parametrize("value", [None, True, "NaN", "Infinity", "一百", [], "1e99999999999999999999"])
def test_what_is_no_figure_is_refused(value):
    with pytest.raises(ValueError, match="number"):
        number_of(value)


def test_fields_of_newer_versions_are_kept():
    document = to_document(an_annotation())
    document["colour"] = "red"
    document["claim"]["certainty"] = 0.9
    document["target"]["page"] = {"number": 3}
    read = annotation_of(through_json(document))
    assert to_document(replace(read, note="changed")) == {**document, "note": "changed"}


def test_a_known_field_is_never_overwritten_by_a_kept_one():
    annotation = an_annotation(extra={"note": "old", "claim": {"unit": "USD", "new": 1}})
    document = to_document(annotation)
    assert document["note"] == annotation.note
    assert document["claim"]["unit"] == "CNY"
    assert document["claim"]["new"] == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "not-an-id"), ("id", 7), ("revision", None), ("parent", "x"), ("target", []), ("target", {"start": -1}),
        ("provenance", None), ("tags", "a"), ("tags", [1]), ("verdict", "perhaps"), ("claim", {"value": "x"}), ("note", 3),
        ("evidence", {}), ("created", None), ("anchor_status", "adrift"), ("origin", 0), ("response", "maybe"),
    ],
)  # fmt: skip
def test_a_field_without_meaning_is_named(field, value):
    document = {**to_document(an_annotation()), field: value}
    with pytest.raises(ReaderError) as caught:
        annotation_of(document)
    assert caught.value.code == "annotation-invalid"


def test_a_missing_field_is_named():
    document = to_document(an_annotation())
    del document["article_id"]
    with pytest.raises(ReaderError) as caught:
        annotation_of(document)
    assert caught.value.parameters == {"field": "article_id", "reason": "missing"}


def test_what_a_terminal_would_obey_is_made_visible_when_read():
    document = to_document(an_annotation())
    document["note"] = "a\x1b]52;c;aGk=\x07"
    document["tags"] = ["x\x1b[2J", "a|b", "", "ok"]
    document["provenance"]["title"] = "标\x00题\n二"
    read = annotation_of(document)
    assert read.note == "a␛]52;c;aGk=␇"
    assert read.tags == ("x␛[2J", "a｜b", "ok")
    assert read.provenance.title == "标␀题␤二"


@pytest.mark.parametrize("before", ["ffffffff-ffff-ffff-ffff-ffffffffffff", "no identifier", 7, None])
def test_a_revision_follows_also_one_that_nothing_is_greater_than(before):
    assert later(identifier(3), before) == identifier(3)
