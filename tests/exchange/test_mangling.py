"""A spreadsheet's doing is told from the user's."""

from __future__ import annotations

from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.exchange.mangling import day_of, figure_of, is_as_left, period_of, time_of


@pytest.mark.parametrize(
    ("cell", "original"),
    [
        ("2022/5/26", "2022-05-26"),
        ("26.05.22", "2022-05-26"),
        ("5/26/2022", "2022-05-26"),
        ("26-May-22", "2022-05-26"),
        ("2022年5月26日", "2022-05-26"),
        ("Jan-23", "2023-01"),
        ("2023/1/1", "2023-01"),
        ("2023年1月", "2023-01"),
        ("2026/1/2 3:04", "2026-01-02T03:04:05+08:00"),
        ("1/2/2026 3:04:05 PM", "2026-01-02T15:04:05+08:00"),
        ("1.23457E+11", "123456789012"),
        ("5E+10", "50000000000"),
        ("50,000,000,000", "50000000000"),
        ("123456789012345", "0123456789012345"),
        ("123456789012345000", "123456789012345678"),
        ("11.60%", "11.6%"),
        ("7", "007"),
        ("TRUE", "true"),
        ("zwei\r\nZeilen", "zwei\nZeilen"),
    ],
)
def test_sees_the_same_in_what_a_spreadsheet_left(cell: str, original: str):
    assert is_as_left(cell, original)


@pytest.mark.parametrize(
    ("cell", "original"),
    [
        ("2022/5/27", "2022-05-26"),
        ("2022-05", "2022-05-26"),
        ("Feb-23", "2023-01"),
        ("2026/1/2 3:05", "2026-01-02T03:04:05+08:00"),
        ("2026/1/2", "2026-01-02T03:04:05+08:00"),
        ("1.23458E+11", "123456789012"),
        ("12", "11.6"),
        ("11.6", "11.6%"),
        ("", "2021"),
        ("2021", ""),
        ("key ", "key"),
        ("", "x"),
    ],
)
def test_sees_what_the_user_changed(cell: str, original: str):
    assert not is_as_left(cell, original)


@given(st.text(max_size=20), st.text(max_size=20))
@settings(deadline=None)
def test_never_fails(cell: str, original: str):
    assert is_as_left(cell, cell)
    is_as_left(cell, original)
    period_of(cell)


@given(st.integers(-(10**30), 10**30), st.integers(-(10**30), 10**30))
@settings(deadline=None)
def test_numbers_of_up_to_fifteen_digits_are_the_same_only_if_equal(one: int, other: int):
    if abs(one) < 10**15 and abs(other) < 10**15:
        assert is_as_left(str(one), str(other)) is (one == other)


def test_what_has_one_meaning_is_read():
    assert day_of("2022/5/26") == day_of("2022-05-26") == day_of("2022年5月26日") == "2022-05-26"
    assert time_of("2026/1/2 3:04", UTC) == "2026-01-02T03:04:00+00:00"
    assert time_of("2026-01-02T03:04:05+08:00", UTC) == "2026-01-02T03:04:05+08:00"
    assert [period_of(cell) for cell in ("2021/12/31", "Jan-23", "2023年1月", "2021/2025", "../2021-12-31", "Foo-23")] == [
        "2021-12-31", "2023-01", "2023-01", "2021/2025", "../2021-12-31", "Foo-23",
    ]  # fmt: skip
    assert figure_of("50,000") == "50000"
    assert figure_of("1E+50") == "1E+50"


@pytest.mark.parametrize("cell", ["05/06/2022", "26/05/22", "gestern", "2022/13/45", "1/2"])
def test_a_day_that_may_be_another_is_refused(cell: str):
    with pytest.raises(ReaderError):
        day_of(cell)
    with pytest.raises(ReaderError):
        time_of(f"{cell} 25:00", UTC)


def test_a_figure_without_its_digits_is_refused():
    with pytest.raises(ReaderError):
        figure_of("1.23457E+11")
