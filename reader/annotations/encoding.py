"""JSON as the store writes it: UTF-8, compact, on one line."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")
_decoder = json.JSONDecoder(parse_constant=lambda _: None)
_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def encoded(value: object) -> bytes:
    """The value as JSON.

    Raises:
        ValueError: It holds what JSON or UTF-8 cannot say (NaN, a lone surrogate).
        TypeError: It holds something else than JSON's types.
    """
    return _encoder.encode(value).encode("utf-8")


def mended(value: object) -> bytes:
    """The value of another program's JSON as ours.

    A lone surrogate, which UTF-8 cannot say, becomes U+FFFD; a number that is too large for a float (`1e999`), null.
    """
    try:
        text = _encoder.encode(value)
    except ValueError:
        text = _encoder.encode(_finite(value))
    return _SURROGATE.sub("\ufffd", text).encode("utf-8")


def decoded(raw: bytes) -> Any:
    """The value of some JSON; `NaN` and `Infinity`, which are none but which Python writes, become null.

    Raises:
        ValueError: It is none, or not UTF-8.
    """
    return _decoder.decode(raw.decode("utf-8"))


def why_no_json(error: ValueError | RecursionError) -> str:
    """What is wrong with JSON that could not be read, in a few words."""
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _finite(value: Any) -> Any:
    """The value with null in the place of infinite numbers."""
    if isinstance(value, dict):
        return {name: _finite(item) for name, item in value.items()}
    if isinstance(value, list):
        return list(map(_finite, value))
    return None if isinstance(value, float) and not isfinite(value) else value


def items_of(text: str, at: int) -> tuple[list[tuple[Any, str]], int]:
    """The items of a JSON array as we write it.

    Args:
        text: JSON.
        at: Where the array's first item begins in it, or its closing bracket stands.

    Returns:
        Each item as a value and as it is written; and the place behind the array.

    Raises:
        ValueError: It is none.
    """
    items = []
    while text[at : at + 1] != "]":
        value, end = _decoder.raw_decode(text, at)
        items.append((value, text[at:end]))
        at = end + (text[end : end + 1] == ",")
    return items, at + 1
