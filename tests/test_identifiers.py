"""Identifiers: version 7 UUIDs that sort by time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.identifiers import uuid7

MILLISECONDS = st.integers(0, 2**48 - 1)
BITS = st.integers(0, 2**74 - 1)


@given(MILLISECONDS, BITS)
def test_is_a_version_7_uuid(milliseconds: int, bits: int):
    made = uuid7(milliseconds, bits)
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == milliseconds


@given(MILLISECONDS, MILLISECONDS, BITS, BITS)
def test_later_ones_are_greater(one: int, other: int, bits: int, other_bits: int):
    if one < other:
        assert uuid7(one, bits) < uuid7(other, other_bits)


@given(MILLISECONDS, BITS, BITS)
def test_other_randomness_makes_another_one(milliseconds: int, bits: int, other: int):
    assert (uuid7(milliseconds, bits) == uuid7(milliseconds, other)) is (bits == other)
