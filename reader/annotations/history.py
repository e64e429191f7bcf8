"""What happened to an annotation, and what can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.annotations import archives
from reader.annotations.documents import annotation_of
from reader.annotations.encoding import document_of
from reader.annotations.journal import entry_of
from reader.annotations.lineage import ANCESTORS
from reader.annotations.registers import TURNS
from reader.annotations.table_names import ANNOTATIONS, CONFLICTS, DONE, TAGS
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.annotations.journal import Entry, Op, Reference
    from reader.annotations.places import Places

UNDOABLE = (ANNOTATIONS, TAGS, DONE)
"""The tables whose changes are acts of the user."""

VOLATILE = ("revision", "parent", ANCESTORS, TURNS, "modified", "annotator")
"""Fields that tell revisions apart, but not what they say."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one annotation.

    Attributes:
        at: When, in milliseconds since 1970.
        by: Who did it.
        act: What it was to the user, such as `tagged`; empty where nobody said.
        before: The annotation before; None where it was new.
        after: The annotation after; None where it was deleted.
        is_undo: Whether it took an earlier change back.
        is_redo: Whether it did again what was taken back.
    """

    at: int
    by: str
    act: str
    before: Annotation | None
    after: Annotation | None
    is_undo: bool = False
    is_redo: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """An entry of the history that can be taken back, or done again.

    Attributes:
        reference: Its generation and number.
        entry: What it did.
    """

    reference: Reference
    entry: Entry


def histories_of(places: Places, ids: Iterable[UUID]) -> dict[UUID, list[HistoryEntry]]:
    """All changes of some annotations that are still on record, oldest first, by annotation."""
    found: dict[UUID, list[HistoryEntry]] = {identifier: [] for identifier in ids}
    numbers = {identifier.int: changes for identifier, changes in found.items()}
    for entry in archives.about(places, numbers):
        for op in undoable_ops(entry):
            if op.table == ANNOTATIONS and op.id in numbers:
                numbers[op.id].append(_change(entry, op))
    return found


def last_done(places: Places, annotator: str) -> Done | None:
    """The annotator's last act that was not taken back."""
    settled: set[Reference] = set()
    taken_back: set[Reference] = set()
    for generation, entry, line in archives.newest_first(places, annotator, UNDOABLE):
        reference = (generation, entry.number)
        if entry.redoes is not None:
            settled.add(entry.redoes)
        elif entry.undoes is not None:
            if entry.undoes not in settled:
                taken_back.add(entry.undoes)
            settled.add(entry.undoes)
        elif reference not in taken_back:
            return _whole(reference, line)
    return None


def last_undone(places: Places, annotator: str) -> Done | None:
    """The act that the annotator took back last; None where another act came after that, or it was done again."""
    settled: set[Reference] = set()
    wanted: Reference | None = None
    for generation, entry, line in archives.newest_first(places, annotator, UNDOABLE):
        if wanted is not None:
            if (generation, entry.number) == wanted:
                return _whole(wanted, line)
        elif entry.redoes is not None:
            settled.add(entry.redoes)
        elif entry.undoes is None:
            return None
        elif entry.undoes not in settled:
            wanted = entry.undoes
    return None


def says(document: bytes | None) -> object:
    """What a document says, whichever revision says it; None for none, and for the tombstone of a tag or mark."""
    content = {"deleted": ""} if document is None else document_of(document)
    if "deleted" in content:
        return None
    return {name: value for name, value in content.items() if name not in VOLATILE}


def undoable_ops(entry: Entry) -> list[Op]:
    """The changes of annotations, tags and marks among those of an entry, then of what waits for a decision beside them."""
    return [op for tables in (UNDOABLE, (CONFLICTS,)) for op in entry.ops if op.table in tables]


def _whole(reference: Reference, line: bytes) -> Done | None:
    entry = entry_of(line)
    return None if entry is None else Done(reference, entry)


def _change(entry: Entry, op: Op) -> HistoryEntry:
    return HistoryEntry(
        entry.at, entry.by, entry.act, _annotation(op.before), _annotation(op.after),
        entry.undoes is not None, entry.redoes is not None,
    )  # fmt: skip


def _annotation(document: bytes | None) -> Annotation | None:
    if document is None:
        return None
    try:
        return annotation_of(document_of(document))
    except ReaderError:
        return None
