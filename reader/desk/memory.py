"""Memory that is free again goes back to the system at once."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

_MMAP_THRESHOLD = -3
"""What mallopt(3) calls the size from which on a block is a mapping of its own."""

_LARGE = 1 << 20
"""Bytes of such a block."""


@cache
def return_large_blocks() -> None:
    """From now on let a large block go back to the system as soon as nobody needs it, where the C library is glibc.

    It learns from the first one that is freed to keep the next ones (up to 32 MB each) for later: the text of an article of
    10 MB, read and decoded, leaves 40 MB behind that nobody uses. Other libraries have no such setting.
    """
    import ctypes  # not before the first paint

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
