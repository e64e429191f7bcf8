"""JSON lines: everything that an annotation holds, an object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from reader.annotations.documents import to_document
from reader.exchange.format import Format, Wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotations.annotation import Annotation

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _write(out: BinaryIO, annotations: Iterable[Annotation], _: Wishes) -> Mapping[str, int]:
    for annotation in annotations:
        out.write(_encode(to_document(annotation)).encode("utf-8") + b"\n")
    return {}


FORMAT = Format(
    word="jsonl",
    suffix=".jsonl",
    summary="everything, a JSON object a line, which reader can read back without loss",
    write=_write,
)
