"""Taking an act back, and doing it again: one's own only, and only where nobody changed the thing since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from reader.annotations.documents import annotation_of, to_document
from reader.annotations.encoding import document_of, encoded
from reader.annotations.foreign import conflict_number
from reader.annotations.history import Done, last_done, last_undone, says, undoable_ops
from reader.annotations.lineage import continued
from reader.annotations.registers import following
from reader.annotations.revising import next_revision
from reader.annotations.table_names import ANNOTATIONS, CONFLICTS, DONE, TAGS, TOMBSTONES
from reader.annotations.tag_table import TagTable
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotations.annotation import Annotation
    from reader.annotations.repository import Repository


Documents = tuple[bytes | None, bytes | None]
"""A document before and after; None where there was, or is, none."""


@dataclass(frozen=True, slots=True)
class UndoneAct:
    """What was taken back, or done again.

    Attributes:
        act: What the act had been to the user, such as `tagged`.
        at: When it was done, in milliseconds since 1970.
        documents: Each annotation before and after this step, by its id; there may be thousands.
        of_tags: Whether it was an act on tags or articles, and on annotations only for their sake.
    """

    act: str
    at: int
    documents: Mapping[UUID, Documents]
    of_tags: bool = False

    @property
    def changes(self) -> tuple[tuple[Annotation | None, Annotation | None], ...]:
        """Each annotation before and after this step; None where there was, or is, none."""
        return tuple((_annotation(before), _annotation(after)) for before, after in self.documents.values())

    @property
    def first(self) -> Annotation | None:
        """The first annotation as it is now or, where it is gone, as it was."""
        return next((_annotation(after or before) for before, after in self.documents.values()), None)

    def of_articles(self) -> list[Annotation]:
        """The annotations of whole articles among them."""
        raws = (raw for pair in self.documents.values() for raw in pair if raw is not None and _NO_TARGET in raw)
        return [one for one in map(_annotation, raws) if one is not None and one.target is None]


_NO_TARGET = b'"target":null'


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
    documents: dict[UUID, Documents] = {}
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
            documents[UUID(int=step.number)] = current, _take_annotation(repository, step, annotator)
    return UndoneAct(done.entry.act, done.entry.at, documents, any(step.table in (TAGS, DONE) for step in steps))


def _take_annotation(repository: Repository, step: Step, annotator: str) -> bytes | None:
    """Let an annotation say what it said, or be gone; returns its document."""
    if step.wanted is None:
        repository.delete(UUID(int=step.number), annotator=annotator)
        return None
    last = _last(repository, step.number)
    raw = encoded(next_revision(repository, document_of(step.wanted), last, annotator))
    with repository.transaction() as pending:
        pending.put(TOMBSTONES, step.number, None)
        pending.put(ANNOTATIONS, step.number, raw)
    return raw


def _take_conflict(repository: Repository, step: Step) -> None:
    """Let a revision wait for a decision again, as a new one, for its own is settled wherever stores were joined; or settle it."""
    if step.wanted is not None:
        waiting = document_of(step.wanted)
        # The next number, not a new one: of two revisions the younger stands, and this one is to go on waiting.
        last = waiting.get("revision")
        revision = following(last)
        if revision is None:
            return  # somebody edited it by hand, and it waits for nothing
        again = {**waiting, "revision": str(revision), "parent": last}
        raw = encoded(continued(again, waiting))
        with repository.transaction() as pending:
            pending.put(CONFLICTS, conflict_number(raw), raw)
        return
    for annotation in repository.conflicts():
        if step.expected is not None and says(encoded(to_document(annotation))) == says(step.expected):
            repository.settle_conflict(annotation)


def _last(repository: Repository, number: int, table: str = ANNOTATIONS) -> Mapping[str, Any]:
    """The document or, where it was an annotation that was deleted, its tombstone."""
    rows = repository.database.storage.rows
    raw = rows.get(table, number) or rows.get(TOMBSTONES, number)
    document: Mapping[str, Any] = {} if raw is None else document_of(raw)
    return document


def _annotation(raw: bytes | None) -> Annotation | None:
    return None if raw is None else annotation_of(document_of(raw))
