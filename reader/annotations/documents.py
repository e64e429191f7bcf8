"""Annotations and articles as TinyDB documents (plain JSON objects), and back.

Documents come from files that others may have edited, so reading checks every field: what has no meaning raises
`ReaderError("annotation-invalid")`, what a terminal would obey becomes a visible stand-in, and what a newer version
of the program may have added is kept in `Annotation.extra`, also what it added inside `target`, `provenance` and `claim`.
"""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reader.annotations import lineage
from reader.annotations.annotation import (
    TEXT_VERSION,
    Anchor,
    AnchorStatus,
    Annotation,
    ArticleRecord,
    Origin,
    Provenance,
    Response,
    Target,
    Verdict,
)
from reader.annotations.fields import Fields, identifier, line, strings
from reader.claims.claim import Bound, Change, Claim, Kind, Status
from reader.tags import mended_tag

if TYPE_CHECKING:
    from collections.abc import Mapping

Document = dict[str, Any]
"""A JSON object."""

_INNER = {"target": Target, "provenance": Provenance, "claim": Claim}
"""The objects inside an annotation."""

_KNOWN = frozenset(field.name for field in fields(Annotation)) - {"extra"} | {lineage.ANCESTORS}
_KNOWN_INSIDE = {name: frozenset(field.name for field in fields(record)) for name, record in _INNER.items()}

_LARGEST_EXACT = 2**53
"""Numbers beyond it are not exact in the JSON of most other programs, so they are written as strings."""


def to_document(annotation: Annotation) -> Document:
    """The annotation as a JSON object; `annotation_of` gives back an equal annotation."""
    document: Document = {
        "id": str(annotation.id),
        "revision": str(annotation.revision),
        "parent": _optional_string(annotation.parent),
        "article_id": str(annotation.article_id),
        "target": None if annotation.target is None else _target_document(annotation.target),
        "provenance": _provenance_document(annotation.provenance),
        "sentence": annotation.sentence,
        "tags": list(annotation.tags),
        "note": annotation.note,
        "verdict": annotation.verdict,
        "evidence": list(annotation.evidence),
        "claim": None if annotation.claim is None else _claim_document(annotation.claim),
        "response": annotation.response,
        "origin": annotation.origin,
        "annotator": annotation.annotator,
        "created": annotation.created,
        "modified": annotation.modified,
        "anchor_status": annotation.anchor_status,
    }
    if annotation.anchor is not None:
        document["anchor"] = _anchor_document(annotation.anchor)
    _add_extra(document, annotation.extra)
    return document


def annotation_of(document: Mapping[str, Any]) -> Annotation:
    """The annotation that a document holds.

    Raises:
        ReaderError: `annotation-invalid`, with the field that is missing or has no meaning.
    """
    read = Fields(document)
    return Annotation(
        id=read.identifier("id"),
        revision=read.identifier("revision"),
        parent=read.optional("parent", identifier),
        article_id=read.identifier("article_id"),
        target=read.inner("target", _target_of),
        provenance=read.read("provenance", lambda value: _provenance_of(Fields(value))),
        sentence=read.text("sentence", ""),
        tags=read.read("tags", _tags_of, ()),
        note=read.text("note", ""),
        verdict=read.word("verdict", Verdict, Verdict.UNCHECKED),
        evidence=read.read("evidence", lambda value: tuple(map(line, strings(value))), ()),
        claim=read.inner("claim", _claim_of),
        response=read.optional_word("response", Response),
        origin=read.word("origin", Origin, Origin.HAND),
        annotator=read.line("annotator", ""),
        created=read.line("created"),
        modified=read.line("modified"),
        anchor_status=read.word("anchor_status", AnchorStatus, AnchorStatus.OK),
        anchor=read.inner("anchor", _anchor_of),
        extra=_extra_of(document),
    )


def article_document(record: ArticleRecord) -> Document:
    """The article record as a JSON object; `article_of` gives back an equal one."""
    document: Document = {
        "id": str(record.id),
        "content_ids": list(record.content_ids),
        "url": record.url,
        "path": record.path,
        "title": record.title,
    }
    if record.also:
        document["also"] = list(map(str, record.also))
    return document


def article_of(document: Mapping[str, Any]) -> ArticleRecord:
    """The article record that a document holds.

    Raises:
        ReaderError: `annotation-invalid`, with the field that is missing or has no meaning.
    """
    read = Fields(document)
    return ArticleRecord(
        id=read.identifier("id"),
        content_ids=read.read("content_ids", lambda value: tuple(map(line, strings(value)))),
        url=read.optional("url", line),
        path=read.line("path", ""),
        title=read.line("title", ""),
        also=read.read("also", lambda value: tuple(map(identifier, strings(value))), ()),
    )


def number_document(value: Decimal) -> int | float | str:
    """A decimal as JSON without loss: a number where that is exact, else a string (`"0.1234567890123456789"`)."""
    if abs(value) > _LARGEST_EXACT:
        return str(value)
    if value == value.to_integral_value():
        return int(value)
    nearest = float(value)
    return nearest if Decimal(repr(nearest)) == value else str(value)


def number_of(value: object) -> Decimal:
    """The decimal that `number_document` wrote.

    Raises:
        ValueError: It is no finite number.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError("not a number")
    try:
        number = Decimal(repr(value) if isinstance(value, float) else value)
    except InvalidOperation as error:
        raise ValueError("not a number") from error
    if not number.is_finite():
        raise ValueError("not a finite number")
    return number


def _optional_string(value: object) -> str | None:
    return None if value is None else str(value)


def _tags_of(value: object) -> tuple[str, ...]:
    mended = (mended_tag(tag) for tag in strings(value))
    return tuple(dict.fromkeys(tag for tag in mended if tag))


def _target_of(read: Fields) -> Target:
    return Target(
        start=read.number("start"),
        end=read.number("end"),
        exact=read.text("exact"),
        prefix=read.text("prefix", ""),
        suffix=read.text("suffix", ""),
        text_sha256=read.line("text_sha256"),
        text_version=read.number("text_version") if "text_version" in read.document else TEXT_VERSION,
        source_start=None if read.document.get("source_start") is None else read.number("source_start"),
        source_end=None if read.document.get("source_end") is None else read.number("source_end"),
    )


def _target_document(target: Target) -> Document:
    # Field by field: an export makes thousands of them, and asking for fields by their names takes three times as long.
    return {
        "start": target.start, "end": target.end, "exact": target.exact, "prefix": target.prefix, "suffix": target.suffix,
        "text_sha256": target.text_sha256, "text_version": target.text_version, "source_start": target.source_start,
        "source_end": target.source_end,
    }  # fmt: skip


def _anchor_document(anchor: Anchor) -> Document:
    target = None if anchor.target is None else _target_document(anchor.target)
    return {"text_sha256": anchor.text_sha256, "target": target}


def _anchor_of(read: Fields) -> Anchor:
    return Anchor(text_sha256=read.line("text_sha256"), target=read.inner("target", _target_of))


def _provenance_document(of: Provenance) -> Document:
    return {
        "content_id": of.content_id, "title": of.title, "date": of.date, "publisher": of.publisher, "url": of.url,
        "file": of.file, "script": of.script,
    }  # fmt: skip


def _provenance_of(read: Fields) -> Provenance:
    return Provenance(
        content_id=read.line("content_id"),
        title=read.line("title", ""),
        date=read.optional("date", line),
        publisher=read.optional("publisher", line),
        url=read.optional("url", line),
        file=read.line("file", ""),
        script=read.line("script", ""),
    )


def _claim_document(claim: Claim) -> Document:
    return {
        "start": claim.start, "end": claim.end, "exact": claim.exact, "prefix": claim.prefix, "suffix": claim.suffix,
        "value": number_document(claim.value), "unit": claim.unit, "kind": claim.kind, "bound": claim.bound,
        "change": claim.change, "status": claim.status, "period": claim.period, "indicator": claim.indicator,
        "entity": claim.entity, "sentence": claim.sentence, "doubt": claim.doubt, "repeat": claim.repeat,
    }  # fmt: skip


def _claim_of(read: Fields) -> Claim:
    return Claim(
        start=read.number("start"),
        end=read.number("end"),
        exact=read.text("exact"),
        prefix=read.text("prefix", ""),
        suffix=read.text("suffix", ""),
        value=read.read("value", number_of),
        unit=read.line("unit", ""),
        kind=read.word("kind", Kind),
        bound=read.word("bound", Bound, Bound.EXACT),
        change=read.optional_word("change", Change),
        status=read.word("status", Status, Status.ACTUAL),
        period=read.optional("period", line),
        indicator=read.optional("indicator", line),
        entity=read.optional("entity", line),
        sentence=read.text("sentence", ""),
        doubt=read.optional("doubt", line),
        repeat=read.read("repeat", bool, default=False),
    )


def _extra_of(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """What this version does not know: fields of the document, and of the objects in it."""
    extra = {name: value for name, value in document.items() if name not in _KNOWN}
    for name, known in _KNOWN_INSIDE.items():
        inner = document.get(name) or {}
        unknown = {key: value for key, value in inner.items() if key not in known}
        if unknown:
            extra[name] = unknown
    return MappingProxyType(extra)


def _add_extra(document: Document, extra: Mapping[str, Any]) -> None:
    """Put back what `_extra_of` took; what this version knows is never overwritten."""
    for name, value in extra.items():
        if name not in _KNOWN:
            document[name] = value
        elif name in _KNOWN_INSIDE and document[name] is not None:
            document[name] = {**value, **document[name]}
