"""JSON lines: everything that an annotation holds, an object a line."""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any, BinaryIO

from reader.annotations.documents import number_document, to_document
from reader.exchange.format import Format, Wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotations.annotation import Annotation

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _write(out: BinaryIO, annotations: Iterable[Annotation], _: Wishes) -> Mapping[str, int]:
    for annotation in annotations:
        out.write(_encode(document_of(annotation)).encode("utf-8") + b"\n")
    return {}


_TARGET = (
    "start", "end", "exact", "prefix", "suffix", "text_sha256", "text_version", "source_start", "source_end",
)  # fmt: skip
_PROVENANCE = ("content_id", "title", "date", "publisher", "url", "file", "script")
_CLAIM = (
    "start", "end", "exact", "prefix", "suffix", "value", "unit", "kind", "bound", "change", "status", "period",
    "indicator", "entity", "sentence", "doubt", "repeat",
)  # fmt: skip
_target_values, _provenance_values, _claim_values = attrgetter(*_TARGET), attrgetter(*_PROVENANCE), attrgetter(*_CLAIM)


def document_of(annotation: Annotation) -> dict[str, Any]:
    """The same as `to_document`, in a third of the time: an export does it for all annotations at once."""
    if annotation.extra:
        return to_document(annotation)
    target, claim = annotation.target, annotation.claim
    return {
        "id": str(annotation.id),
        "revision": str(annotation.revision),
        "parent": None if annotation.parent is None else str(annotation.parent),
        "article_id": str(annotation.article_id),
        "target": None if target is None else dict(zip(_TARGET, _target_values(target), strict=True)),
        "provenance": dict(zip(_PROVENANCE, _provenance_values(annotation.provenance), strict=True)),
        "sentence": annotation.sentence,
        "tags": annotation.tags,
        "note": annotation.note,
        "verdict": annotation.verdict,
        "evidence": annotation.evidence,
        "claim": None
        if claim is None
        else dict(zip(_CLAIM, _claim_values(claim), strict=True)) | {"value": number_document(claim.value)},
        "response": annotation.response,
        "origin": annotation.origin,
        "annotator": annotation.annotator,
        "created": annotation.created,
        "modified": annotation.modified,
        "anchor_status": annotation.anchor_status,
    }


FORMAT = Format(
    word="jsonl",
    suffix=".jsonl",
    summary="everything, a JSON object a line, which reader can read back without loss",
    write=_write,
)
