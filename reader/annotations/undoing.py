"""Taking an act back, and doing it again: one's own only, and only where nobody changed the thing since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from reader.annotations.documents import annotation_of
from reader.annotations.encoding import decoded
from reader.annotations.history import ANNOTATIONS, TOMBSTONES, Done, annotation_ops, last_done, last_undone, says
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotations.annotation import Annotation
    from reader.annotations.repository import Repository


@dataclass(frozen=True, slots=True)
class UndoneAct:
    """What was taken back, or done again.

    Attributes:
        act: What the act had been to the user, such as `tagged`.
        at: When it was done, in milliseconds since 1970.
        changes: Each annotation before and after this step; None where there was, or is, none.
    """

    act: str
    at: int
    changes: tuple[tuple[Annotation | None, Annotation | None], ...]


def undo(repository: Repository, annotator: str) -> UndoneAct | None:
    """Take back the annotator's last act; see `Repository.undo`."""
    with repository.transaction(by=annotator) as transaction:
        done = last_done(repository.database.storage.places, annotator)
        if done is None:
            return None
        steps = [(op.id, op.after, op.before) for op in annotation_ops(done.entry)]
        transaction.undoes = done.reference
        transaction.act = done.entry.act
        return _take(repository, done, steps, annotator)


def redo(repository: Repository, annotator: str) -> UndoneAct | None:
    """Do again what the annotator took back last; see `Repository.redo`."""
    with repository.transaction(by=annotator) as transaction:
        done = last_undone(repository.database.storage.places, annotator)
        if done is None:
            return None
        steps = [(op.id, op.before, op.after) for op in annotation_ops(done.entry)]
        transaction.redoes = done.reference
        transaction.act = done.entry.act
        return _take(repository, done, steps, annotator)


def _take(
    repository: Repository, done: Done, steps: list[tuple[int, bytes | None, bytes | None]], annotator: str
) -> UndoneAct:
    """Put each annotation from what it must be now into what it shall be."""
    changes = []
    for number, expected, wanted in steps:
        identifier = UUID(int=number)
        current = repository.database.storage.rows.get(ANNOTATIONS, number)
        if says(current) != says(expected):
            raise ReaderError("undo-changed", annotator=_last(repository, number).get("annotator", ""))
        before = None if current is None else annotation_of(decoded(current))
        after = None if wanted is None else _again(repository, annotation_of(decoded(wanted)), annotator)
        if after is not None:
            repository.save(after)
        elif before is not None:
            repository.delete(identifier, annotator=annotator)
        changes.append((before, after))
    return UndoneAct(done.entry.act, done.entry.at, tuple(changes))


def _again(repository: Repository, annotation: Annotation, annotator: str) -> Annotation:
    """A new revision that says what an old one said."""
    return replace(
        annotation,
        revision=repository.new_id(),
        parent=UUID(_last(repository, annotation.id.int)["revision"]),
        annotator=annotator,
        modified=repository.timestamp(),
    )


def _last(repository: Repository, number: int) -> Mapping[str, Any]:
    """The annotation's document or, where it was deleted, its tombstone."""
    rows = repository.database.storage.rows
    raw = rows.get(ANNOTATIONS, number) or rows.get(TOMBSTONES, number)
    document: Mapping[str, Any] = {} if raw is None else decoded(raw)
    return document
