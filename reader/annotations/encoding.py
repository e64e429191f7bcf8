"""JSON as the store writes it: UTF-8, compact, on one line."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")

_DEEPEST = 100
"""So many objects and lists inside one another a document may have; ours have four."""


def _finite(written: str) -> float | None:
    """The number; None for one that is too large for a float (`1e999`)."""
    value = float(written)
    return value if isfinite(value) else None


_decoder = json.JSONDecoder(parse_float=_finite, parse_constant=lambda _: None)
_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def encoded(value: object) -> bytes:
    """The value as JSON.

    Raises:
        ValueError: It holds what JSON or UTF-8 cannot say (NaN, a lone surrogate).
        TypeError: It holds something else than JSON's types.
    """
    return _encoder.encode(value).encode("utf-8")


def decoded(raw: bytes) -> Any:
    """The value of some JSON, as far as our own JSON can say it.

    `NaN`, `Infinity` and numbers beyond all floats become null, lone surrogates, which UTF-8 cannot say, U+FFFD.

    Raises:
        ValueError: It is none, or not UTF-8, or nested too deeply.
    """
    try:
        value = _decoder.decode(raw.decode("utf-8"))
        if b"\\u" in raw and _SURROGATE.search(text := _encoder.encode(value)):
            value = _decoder.decode(_SURROGATE.sub("\ufffd", text))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return value


def document_of(raw: bytes) -> dict[str, Any]:
    """The document that a row of a table holds; an empty one where it holds none, which nobody takes for anything.

    Only a row that somebody forged, checksum and all, is none. Saving sees to it that it stays as it is.
    """
    try:
        value = decoded(raw)
    except ValueError:
        return {}
    return value if isinstance(value, dict) and not is_deep(raw, value) else {}


def is_document(raw: bytes) -> bool:
    """Whether a row holds a document."""
    return raw == b"{}" or bool(document_of(raw))


def is_deep(raw: bytes, value: object) -> bool:
    """Whether a value, and the JSON that it was, is nested too deeply to be written again."""
    depth, level = 0, [value] if raw.count(b"[") + raw.count(b"{") > _DEEPEST else []
    while level and depth <= _DEEPEST:
        depth += 1
        level = [inner for one in level for inner in _items(one)]
    return depth > _DEEPEST


def _items(value: object) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def items_of(text: str, at: int) -> tuple[list[tuple[Any, str]], int]:
    """The items of a JSON array as we write it.

    Args:
        text: JSON.
        at: Where the array's first item begins in it, or its closing bracket stands.

    Returns:
        Each item as a value and as it is written; and the place behind the array.

    Raises:
        ValueError: It is none, or nested too deeply.
    """
    items = []
    while text[at : at + 1] != "]":
        try:
            value, end = _decoder.raw_decode(text, at)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        items.append((value, text[at:end]))
        at = end + (text[end : end + 1] == ",")
    return items, at + 1
