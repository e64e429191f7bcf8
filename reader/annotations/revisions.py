"""Which revision may take the place of which: only one that was made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.annotations.lineage import continued
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from reader.annotations.annotation import Annotation


def is_revision(document: Mapping[str, Any]) -> bool:
    """Whether a document is a revision of an annotation, or of its deletion: a tag has revisions too, but no article."""
    return all(document.get(name) for name in ("id", "revision", "article_id"))


def waits(document: Mapping[str, Any]) -> bool:
    """Whether a document among the conflicts waits for a decision.

    Where two people deleted one annotation, the other tombstone is there; and in stores of before what other programs
    changed of tags and articles.
    """
    return "article_id" in document and "deleted" not in document


def refuse_outdated(
    annotation: Annotation, current: Mapping[str, Any] | None, deleted: Mapping[str, Any] | None
) -> None:
    """Refuse a revision that was made from an older one than the store has.

    It may follow the current revision (or the deletion), be that revision, or go back to the one before it.

    Args:
        annotation: The revision to be saved.
        current: The document of the present one, if there is one.
        deleted: The tombstone, if it was deleted.

    Raises:
        ReaderError: `annotation-changed` or `annotation-deleted`.
    """
    last = current or deleted
    if last is None:
        return
    parent = None if annotation.parent is None else str(annotation.parent)
    revision = str(annotation.revision)
    if last.get("revision") in (parent, revision) or last.get("parent") == revision:
        return
    code = "annotation-deleted" if current is None else "annotation-changed"
    raise ReaderError(code, annotator=last.get("annotator", ""))


def tombstone(document: Mapping[str, Any], revision: UUID, annotator: str, deleted: str) -> dict[str, Any]:
    """What stays of a deleted annotation: enough to tell that it was there, and what was deleted by whom.

    Args:
        document: The annotation.
        revision: Of the deletion.
        annotator: Who deletes it.
        deleted: When (ISO 8601 with offset).
    """
    buried = {
        "id": document.get("id"),
        "article_id": document.get("article_id"),
        "revision": str(revision),
        "parent": document.get("revision"),
        "annotator": annotator,
        "deleted": deleted,
    }
    return continued(buried, document)
