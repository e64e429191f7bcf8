"""Settling conflicts: of two revisions of an annotation one shall stand, or what both say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.annotation import Verdict
from reader.desk.act import quote_of
from reader.errors import ReaderError
from reader.messages import say

if TYPE_CHECKING:
    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk


def keep(desk: Desk, waiting: Annotation) -> str:
    """Let what stands stand, also where it is a deletion; returns what to tell.

    Raises:
        ReaderError: It could not be saved.
    """
    return _settled(desk, waiting, None, "conflict-kept")


def take(desk: Desk, waiting: Annotation) -> str:
    """Let the revision stand that waits; returns what to tell.

    Raises:
        ReaderError: It could not be saved.
    """
    return _settled(desk, waiting, waiting, "conflict-taken")


def both(desk: Desk, waiting: Annotation) -> str:
    """Put both together: all tags and addresses, one note under the other, the verdict of the one that has any.

    Raises:
        ReaderError: It could not be saved, or together they are too long.
    """
    stands = desk.repository.get(waiting.id)
    if stands is None:
        return take(desk, waiting)
    notes = dict.fromkeys(note for note in (stands.note, waiting.note) if note)
    joined = replace(
        stands,
        tags=tuple(dict.fromkeys((*stands.tags, *waiting.tags))),
        evidence=tuple(dict.fromkeys((*stands.evidence, *waiting.evidence))),
        note="\n".join(notes),
        verdict=waiting.verdict if stands.verdict is Verdict.UNCHECKED else stands.verdict,
    )
    return _settled(desk, waiting, joined, "conflict-joined")


def _settled(desk: Desk, waiting: Annotation, says: Annotation | None, code: str) -> str:
    """Save what shall stand as the next revision of both."""
    words = say(code, quote=quote_of(waiting))
    last = desk.repository.last_revision(waiting.id)
    if last is None:
        raise ReaderError("annotation-gone")
    kept = None
    if says is not None:
        now = desk.timestamp()
        kept = replace(says, revision=desk.new_id(), parent=last, annotator=desk.annotator, modified=now)
    desk.repository.settle_conflict(waiting, kept, act=words)
    return words
