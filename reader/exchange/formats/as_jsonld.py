"""JSON-LD after the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from reader.annotations.annotation import Verdict
from reader.annotations.documents import to_document
from reader.exchange.addresses import web_address
from reader.exchange.format import Format, Wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.annotations.annotation import Annotation

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_SAID_ELSEWHERE = ("id", "tags", "note", "evidence", "verdict", "annotator", "created", "modified")
_QUOTED_ELSEWHERE = ("start", "end", "exact", "prefix", "suffix")

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _write(out: BinaryIO, annotations: Iterable[Annotation], _: Wishes) -> Mapping[str, int]:
    before = b"[\n"
    for annotation in annotations:
        out.write(before + _encode(web_annotation(annotation)).encode("utf-8"))
        before = b",\n"
    out.write(b"[]\n" if before == b"[\n" else b"\n]\n")
    return {}


def web_annotation(annotation: Annotation) -> dict[str, Any]:
    """The annotation as a JSON object of the model.

    Tags, note, verdict and evidence are bodies with the purposes tagging, commenting, assessing and linking. What the model
    has no words for (claim, article, revisions) is a body that describes: JSON as text. Offsets count code points of the
    article's clean text.
    """
    bodies = _bodies(annotation)
    return {
        "@context": CONTEXT,
        "id": annotation.id.urn,
        "type": "Annotation",
        "motivation": list(dict.fromkeys(body["purpose"] for body in bodies)),
        "creator": {"type": "Person", "name": annotation.annotator},
        "created": annotation.created,
        "modified": annotation.modified,
        "body": bodies,
        "target": _target(annotation),
    }


def _bodies(annotation: Annotation) -> list[dict[str, Any]]:
    bodies = [_text(tag, "tagging") for tag in annotation.tags]
    if annotation.note:
        bodies.append(_text(annotation.note, "commenting"))
    if annotation.verdict is not Verdict.UNCHECKED:
        bodies.append(_text(annotation.verdict, "assessing"))
    for address in annotation.evidence:
        if web_address(address):
            bodies.append({"type": "SpecificResource", "purpose": "linking", "source": address})
        else:
            bodies.append(_text(address, "linking"))
    return [*bodies, _text(_encode(_rest(annotation)), "describing", "application/json")]


def _text(value: str, purpose: str, form: str = "text/plain") -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": form, "value": value}


def _rest(annotation: Annotation) -> dict[str, Any]:
    """What no other part of the object says."""
    rest = {name: value for name, value in to_document(annotation).items() if name not in _SAID_ELSEWHERE}
    if rest["target"] is not None:
        rest["target"] = {name: value for name, value in rest["target"].items() if name not in _QUOTED_ELSEWHERE}
    return rest


def _target(annotation: Annotation) -> str | dict[str, Any]:
    """The article's address, or its identifier where it has none, with the span in it."""
    source = web_address(annotation.provenance.url) or annotation.article_id.urn
    target = annotation.target
    if target is None:
        return source
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextQuoteSelector", "exact": target.exact, "prefix": target.prefix, "suffix": target.suffix},
            {"type": "TextPositionSelector", "start": target.start, "end": target.end},
        ],
    }


FORMAT = Format(
    word="jsonld",
    suffix=".jsonld",
    summary="W3C Web Annotations, for other annotation programs",
    write=_write,
)
