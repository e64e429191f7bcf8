"""No cell is run as a formula, and none is changed by going out and coming back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange.guard import guarded, unguarded

DANGEROUS = re.compile(r"[\s\x00-\x1f\ufeff\u200b]*[=+\-@＝＋－＠]")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"),
        ("\ufeff\t=1", "'\ufeff\t=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("-增长", "'-增长"),
        ("-5.3%", "-5.3%"),
        ("+3", "+3"),
        ("-1-1", "'-1-1"),
        ("500亿元", "500亿元"),
        ("'引用'", "'引用'"),
        ("", ""),
    ],
)
def test_guards_what_a_spreadsheet_would_run(text: str, cell: str):
    assert guarded(text) == cell
    assert unguarded(cell) == text


CELLS = st.text(st.sampled_from("=+-@＝＋－＠'\"\t\n\r \u200b\ufeff%.1９甲a|"), max_size=12)


@given(CELLS)
@settings(deadline=None)
def test_the_round_trip_changes_nothing(text: str):
    assert unguarded(guarded(text)) == text


@given(CELLS)
@settings(deadline=None)
def test_nothing_dangerous_is_left_but_plain_numbers(text: str):
    cell = guarded(text)
    assert not DANGEROUS.match(cell) or re.fullmatch(r"[+-]?\d+(\.\d+)?%?", cell, re.ASCII)
