"""JSON as the store writes it: UTF-8, compact, on one line."""

from __future__ import annotations

import json
from typing import Any

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def encoded(value: object) -> bytes:
    """The value as JSON.

    Raises:
        ValueError: It holds what JSON or UTF-8 cannot say (NaN, a lone surrogate).
        TypeError: It holds something else than JSON's types.
    """
    return _encoder.encode(value).encode("utf-8")


def decoded(raw: bytes) -> Any:
    """The value of some JSON.

    Raises:
        ValueError: It is none, or not UTF-8.
    """
    return json.loads(raw)
