"""Rows kept as numbers are the rows that were put in."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.article_rows import Row, RowKind, Rows

OFFSETS = st.integers(0, 4_000_000)
ROWS = st.lists(
    st.builds(Row, st.sampled_from(RowKind), OFFSETS, OFFSETS, OFFSETS, st.none() | st.tuples(OFFSETS, OFFSETS)),
    max_size=12,
)
INDEXES = st.none() | st.integers(-15, 15)


@given(ROWS, ROWS, INDEXES, INDEXES, st.sampled_from([1, 2, -1]))
def test_rows_are_a_sequence_of_what_was_added(first: list[Row], then: list[Row], start: int, end: int, step: int):
    rows = Rows(first)
    rows.add_rows(Rows(then))
    everything = [*first, *then]
    assert list(rows) == everything
    assert list(rows[start:end:step]) == everything[start:end:step]
    assert [rows[-index] for index in range(1, len(rows) + 1)] == everything[::-1]
    assert list(rows.starts) == [row.start for row in everything]
    assert rows == Rows(everything)
    assert (rows == Rows(first)) is (not then)


def test_rows_of_a_paragraph_come_as_edges():
    rows = Rows([Row(RowKind.BLANK, 3, 10, 10)])
    rows.add_text(3, array("I", [10, 25, 25, 31]))
    text = [Row(RowKind.TEXT, 3, 10, 25), Row(RowKind.TEXT, 3, 25, 31)]
    assert list(rows) == [Row(RowKind.BLANK, 3, 10, 10), *text]


def test_no_row_stands_behind_the_last():
    with pytest.raises(IndexError):
        Rows()[0]
