"""Taking an act back, and doing it again: one's own only, and only where nobody changed the thing since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from reader.annotations.documents import annotation_of, to_document
from reader.annotations.encoding import decoded, encoded
from reader.annotations.foreign import conflict_number
from reader.annotations.history import (
    ANNOTATIONS,
    CONFLICTS,
    DONE,
    TAGS,
    TOMBSTONES,
    Done,
    last_done,
    last_undone,
    says,
    undoable_ops,
)
from reader.annotations.lineage import continued
from reader.annotations.tag_table import TagTable
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
        of_tags: Whether it was an act on tags or articles, and on annotations only for their sake.
    """

    act: str
    at: int
    changes: tuple[tuple[Annotation | None, Annotation | None], ...]
    of_tags: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One document on its way back, or forth.

    Attributes:
        table: Its table.
        number: Its number there.
        expected: What it must be now, whichever revision says it.
        wanted: What it shall be; None for nothing.
    """

    table: str
    number: int
    expected: bytes | None
    wanted: bytes | None


def undo(repository: Repository, annotator: str) -> UndoneAct | None:
    """Take back the annotator's last act; see `Repository.undo`."""
    with repository.transaction(by=annotator) as transaction:
        done = last_done(repository.database.storage.places, annotator)
        if done is None:
            return None
        steps = [Step(op.table, op.id, op.after, op.before) for op in undoable_ops(done.entry)]
        transaction.undoes = done.reference
        transaction.act = done.entry.act
        return _take(repository, done, steps, annotator)


def redo(repository: Repository, annotator: str) -> UndoneAct | None:
    """Do again what the annotator took back last; see `Repository.redo`."""
    with repository.transaction(by=annotator) as transaction:
        done = last_undone(repository.database.storage.places, annotator)
        if done is None:
            return None
        steps = [Step(op.table, op.id, op.before, op.after) for op in undoable_ops(done.entry)]
        transaction.redoes = done.reference
        transaction.act = done.entry.act
        return _take(repository, done, steps, annotator)


def _take(repository: Repository, done: Done, steps: list[Step], annotator: str) -> UndoneAct:
    """Put each document from what it must be now into what it shall be."""
    changes = []
    for step in steps:
        if step.table == CONFLICTS:
            _take_conflict(repository, step)
            continue
        current = repository.database.storage.rows.get(step.table, step.number)
        if says(current) != says(step.expected):
            raise ReaderError("undo-changed", annotator=_last(repository, step.number, step.table).get("annotator", ""))
        if step.table == TAGS:
            TagTable(repository, annotator).restore(step.number, step.wanted)
        elif step.table == DONE:
            repository.set_done(UUID(int=step.number), done=says(step.wanted) is not None)
        else:
            changes.append(_take_annotation(repository, step, current, annotator))
    return UndoneAct(done.entry.act, done.entry.at, tuple(changes), any(step.table in (TAGS, DONE) for step in steps))


def _take_annotation(
    repository: Repository, step: Step, current: bytes | None, annotator: str
) -> tuple[Annotation | None, Annotation | None]:
    before = None if current is None else annotation_of(decoded(current))
    after = None if step.wanted is None else _again(repository, annotation_of(decoded(step.wanted)), annotator)
    if after is not None:
        repository.save(after)
    elif before is not None:
        repository.delete(UUID(int=step.number), annotator=annotator)
    return before, after


def _take_conflict(repository: Repository, step: Step) -> None:
    """Let a revision wait for a decision again, as a new one, for its own is settled wherever stores were joined; or settle it."""
    if step.wanted is not None:
        waiting = decoded(step.wanted)
        # The next number, not a new one: of two revisions the younger stands, and this one is to go on waiting.
        last = UUID(waiting["revision"])
        again = {**waiting, "revision": str(UUID(int=last.int + 1)), "parent": str(last)}
        raw = encoded(continued(again, waiting))
        with repository.transaction() as pending:
            pending.put(CONFLICTS, conflict_number(raw), raw)
        return
    for annotation in repository.conflicts():
        if step.expected is not None and says(encoded(to_document(annotation))) == says(step.expected):
            repository.settle_conflict(annotation)


def _again(repository: Repository, annotation: Annotation, annotator: str) -> Annotation:
    """A new revision that says what an old one said."""
    return replace(
        annotation,
        revision=repository.new_id(),
        parent=UUID(_last(repository, annotation.id.int)["revision"]),
        annotator=annotator,
        modified=repository.timestamp(),
    )


def _last(repository: Repository, number: int, table: str = ANNOTATIONS) -> Mapping[str, Any]:
    """The document or, where it was an annotation that was deleted, its tombstone."""
    rows = repository.database.storage.rows
    raw = rows.get(table, number) or rows.get(TOMBSTONES, number)
    document: Mapping[str, Any] = {} if raw is None else decoded(raw)
    return document
