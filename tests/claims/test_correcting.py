"""Correcting a claim: what may be typed into which field, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.claims.claim import Bound, Change, Claim, Kind, Status
from reader.claims.correcting import FIELDS, corrected, taking, value_of, words_of
from reader.errors import ReaderError

CLAIM = Claim(3, 8, "500亿元", "产值近", "，", Decimal(50_000_000_000), "CNY", Kind.MONEY)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("value", "110000000", Decimal(110_000_000)),
        ("value", " 110,000,000 ", Decimal(110_000_000)),
        ("value", "1.1亿", Decimal(110_000_000)),
        ("value", "一億二千萬", Decimal(120_000_000)),
        ("value", "２０．５６", Decimal("20.56")),
        ("unit", "USD", "USD"),
        ("kind", "money", Kind.MONEY),
        ("kind", "Mon", Kind.MONEY),
        ("bound", "approx", Bound.APPROX),
        ("bound", "approx_", Bound.APPROX_BELOW),
        ("change", "decrease", Change.DECREASE),
        ("change", "level", None),
        ("status", "t", Status.TARGET),
        ("period", "2021", "2021"),
        ("period", "2021-02", "2021-02"),
        ("period", "2024-02-29", "2024-02-29"),
        ("period", "2021/2025", "2021/2025"),
        ("period", "../2030", "../2030"),
        ("period", "2021/..", "2021/.."),
        ("period", "", None),
        ("indicator", " 工业产值 ", "工业产值"),
        ("indicator", "", None),
        ("entity", "a\x1b[2J", "a␛[2J"),
    ],
)
def test_fields_are_read_as_people_type_them(field, typed, value):
    assert value_of(field, typed) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("value", ""), ("value", "many"), ("value", "NaN"), ("value", "-Infinity"), ("value", "1e999999"), ("value", "9" * 50),
        ("kind", ""), ("kind", "m"), ("kind", "moneys"), ("bound", "about"), ("status", "level"),
        ("period", ".."), ("period", "../.."), ("period", "2021/2020"), ("period", "2021-13"), ("period", "2023-02-29"),
        ("period", "2021/2022/2023"), ("period", "last year"), ("period", "2021/"), ("unit", "x" * 201),
    ],
)  # fmt: skip
def test_what_a_field_cannot_be_is_refused(field, typed):
    with pytest.raises(ReaderError) as refused:
        value_of(field, typed)
    assert refused.value.code == "field-invalid"


@pytest.mark.parametrize("field", ["start", "exact", "sentence", "__class__"])
def test_facts_of_the_text_cannot_be_corrected(field):
    with pytest.raises(ReaderError) as refused:
        corrected(CLAIM, {field: "1"})
    assert refused.value.code == "no-such-field"


def test_several_fields_are_corrected_at_once():
    after = corrected(CLAIM, {"value": "5亿", "bound": "more_than", "indicator": "产值"})
    assert after == replace(CLAIM, value=Decimal(500_000_000), bound=Bound.MORE_THAN, indicator="产值")


def test_a_correction_is_carried_to_the_claim_where_it_stands_now():
    moved = replace(CLAIM, start=10, end=15, sentence="另一句。")
    assert taking(moved, corrected(CLAIM, {"unit": "USD"})) == replace(moved, unit="USD")


@given(
    st.builds(
        Claim,
        *(st.just(one) for one in (3, 8, "500亿元", "", "")),
        value=st.decimals(-(10**12), 10**12, places=4),
        unit=st.sampled_from(["CNY", "%", "家", ""]),
        kind=st.sampled_from(Kind),
        bound=st.sampled_from(Bound),
        change=st.sampled_from([None, *Change]),
        status=st.sampled_from(Status),
        period=st.sampled_from([None, "2021", "../2021-12-31"]),
        indicator=st.sampled_from([None, "产值"]),
    )
)
def test_typing_what_stands_there_changes_nothing(claim):
    assert corrected(claim, {field: words_of(claim, field) for field in FIELDS}) == claim
