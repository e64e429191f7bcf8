"""Identifiers that sort by the time they were made."""

from __future__ import annotations

from uuid import UUID


def uuid7(milliseconds: int, random_bits: int) -> UUID:
    """A version 7 UUID (RFC 9562, section 5.7).

    Args:
        milliseconds: Unix time; the first 48 bits.
        random_bits: At least 74 random bits; lower ones are used.

    Returns:
        The identifier; later ones compare as greater, to the millisecond.
    """
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76
    value |= (random_bits >> 62 & 0xFFF) << 64
    value |= 0b10 << 62
    value |= random_bits & (1 << 62) - 1
    return UUID(int=value)
