"""Addresses that may become links."""

from __future__ import annotations

from reader.annotations.validation import valid_url
from reader.errors import ReaderError


def web_address(words: str | None) -> str | None:
    """The address, if it is one of the web that a program may open (http, https); stores that others edited hold anything."""
    if words is None:
        return None
    try:
        return valid_url(words)
    except ReaderError:
        return None
