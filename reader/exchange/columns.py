"""The columns of exported annotations: one table, in the order in which they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.claim import plain_number
from reader.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.annotations.annotation import Annotation, Target
    from reader.claims.claim import Claim

Cell = str | int | float | None
"""What a cell holds; None is an empty one."""


def _of_target(name: str) -> Callable[[Annotation], Cell]:
    def cell(annotation: Annotation) -> Cell:
        target: Target | None = annotation.target
        return None if target is None else getattr(target, name)

    return cell


def _of_claim(name: str) -> Callable[[Annotation], Cell]:
    def cell(annotation: Annotation) -> Cell:
        claim: Claim | None = annotation.claim
        return None if claim is None else getattr(claim, name)

    return cell


def _value(annotation: Annotation) -> Cell:
    return None if annotation.claim is None else plain_number(annotation.claim.value)


COLUMNS: dict[str, Callable[[Annotation], Cell]] = {
    "annotation_id": lambda a: str(a.id),
    "revision": lambda a: str(a.revision),
    "article_id": lambda a: str(a.article_id),
    "content_id": lambda a: a.provenance.content_id,
    "article_title": lambda a: a.provenance.title,
    "article_url": lambda a: a.provenance.url,
    "article_publisher": lambda a: a.provenance.publisher,
    "article_date": lambda a: a.provenance.date,
    "article_file": lambda a: a.provenance.file,
    "quote": _of_target("exact"),
    "context_before": _of_target("prefix"),
    "context_after": _of_target("suffix"),
    "sentence": lambda a: a.sentence,
    "start": _of_target("start"),
    "end": _of_target("end"),
    "source_start": _of_target("source_start"),
    "source_end": _of_target("source_end"),
    "text_sha256": _of_target("text_sha256"),
    "text_version": _of_target("text_version"),
    "script": lambda a: a.provenance.script,
    "anchor_status": lambda a: a.anchor_status.value,
    "value_text": _of_claim("exact"),
    "value": _value,
    "unit": _of_claim("unit"),
    "kind": _of_claim("kind"),
    "bound": _of_claim("bound"),
    "change": _of_claim("change"),
    "status": _of_claim("status"),
    "period": _of_claim("period"),
    "indicator": _of_claim("indicator"),
    "entity": _of_claim("entity"),
    "doubt": _of_claim("doubt"),
    "tags": lambda a: "|".join(a.tags),
    "verdict": lambda a: a.verdict.value,
    "note": lambda a: a.note,
    "evidence_urls": lambda a: " ".join(a.evidence),
    "origin": lambda a: a.origin.value,
    "annotator": lambda a: a.annotator,
    "created_at": lambda a: a.created,
    "modified_at": lambda a: a.modified,
}
"""All columns, by name; new ones are only ever appended."""

BASIC = (
    "annotation_id", "article_title", "article_date", "quote", "value", "unit", "indicator", "period", "tags",
    "verdict", "note", "annotator", "modified_at",
)  # fmt: skip
"""The columns that a reader of a table wants first."""

SETS: dict[str, tuple[str, ...]] = {"full": tuple(COLUMNS), "basic": BASIC}


def columns_named(words: str) -> tuple[str, ...]:
    """The columns that `full`, `basic` or a list such as `quote,value,unit` stands for.

    Raises:
        UsageError: `column-unknown`.
    """
    if words in SETS:
        return SETS[words]
    names = tuple(word.strip() for word in words.split(","))
    for name in names:
        if name not in COLUMNS:
            raise UsageError("column-unknown", column=name, known=", ".join(COLUMNS))
    return names


def row_of(annotation: Annotation, columns: Sequence[str]) -> list[Cell]:
    """The cells of an annotation, in the order of `columns`."""
    return [COLUMNS[column](annotation) for column in columns]
