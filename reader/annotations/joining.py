"""Joining another store with this one, or two files without any store around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from reader.annotations import snapshot, texts
from reader.annotations.contents import Contents
from reader.annotations.encoding import document_of
from reader.annotations.files import put_in_place, saving, write_temporary
from reader.annotations.history import says
from reader.annotations.migration import migrated
from reader.annotations.revisions import waits
from reader.annotations.snapshot import SCHEMA, Snapshot
from reader.annotations.soundness import refuse_unsound, rows_of
from reader.annotations.table_names import ANNOTATIONS, CONFLICTS, DONE, TAGS
from reader.annotations.uniting import annotation_number, united
from reader.errors import ReaderError
from reader.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.repository import Repository
    from reader.annotations.snapshot import Tables


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining a store changed in this one.

    Attributes:
        added: How many annotations it did not have.
        changed: How many have a newer revision.
        deleted: How many were deleted.
        conflicts: The annotations with revisions that nobody has decided on, also from before.
        new_conflicts: How many such revisions came with it.
        tags: How many tags came, changed or went.
        marks: How many articles are marked as done, or no longer.
    """

    added: int
    changed: int
    deleted: int
    conflicts: frozenset[UUID]
    new_conflicts: int
    tags: int
    marks: int


def join(repository: Repository, other: Repository) -> Joined:
    """See `Repository.join`."""
    theirs = other.database.storage.contents.copy()
    refuse_unsound(rows_of(theirs), other.path)
    with saving(repository.path):
        _keep_texts(repository, other)
    # Nobody's act: what colleagues did is not taken back by one who fetched it.
    with repository.transaction("merged") as pending:
        before = repository.database.storage.contents.copy()
        refuse_unsound(rows_of(before), repository.path)
        after = united(before, theirs)
        for table, number in sorted(Contents(before).difference(Contents(after))):
            pending.put(table, number, after.get(table, {}).get(number))
    return _told(before, after)


def join_files(ours: Path, theirs: Path) -> Joined:
    """Join one main file of a store into another, as a driver of a version control does; nothing else is touched.

    Args:
        ours: The file that becomes what both hold.
        theirs: The other one.

    Raises:
        ReaderError: One of them is no store, or a newer version wrote it, or it could not be written.
    """
    one, other = _read(ours), _read(theirs)
    for file, found in ((ours, one), (theirs, other)):
        refuse_unsound(rows_of(found.tables), file)
    tables = united(one.tables, other.tables)
    generation = max(one.generation, other.generation) + 1
    with saving(ours):
        put_in_place(write_temporary(ours, snapshot.chunks(Snapshot(tables, SCHEMA, generation))), ours)
    return _told(one.tables, tables)


def _read(path: Path) -> Snapshot:
    found = Snapshot({}) if path.exists() and not path.stat().st_size else snapshot.read(path)
    if found is None:
        raise ReaderError("file-missing", file=path)
    if found.schema > SCHEMA:
        raise ReaderError("store-read-only", file=path, reason=say("reason-newer", format=found.schema))
    return Snapshot(migrated(found), SCHEMA, found.generation)


def _keep_texts(repository: Repository, other: Repository) -> None:
    """Keep the texts that the other store's annotations count in."""
    places, others = repository.database.storage.places, other.database.storage.places
    for path in others.texts():
        sha256 = path.name.removesuffix(".gz")
        text = None if places.text(sha256).exists() else texts.text_of(others, sha256)
        if text is not None:
            repository.keep_text(sha256, text)


def _told(before: Tables, after: Tables) -> Joined:
    was, now = before.get(ANNOTATIONS, {}), after.get(ANNOTATIONS, {})
    both = was.keys() & now.keys()
    known = before.get(CONFLICTS, {}).keys()
    rows = ((number, document_of(raw)) for number, raw in after.get(CONFLICTS, {}).items())
    numbers = {number: annotation_number(row) for number, row in rows if waits(row)}
    waiting = {number: annotation for number, annotation in numbers.items() if annotation is not None}
    return Joined(
        added=len(now.keys() - was.keys()),
        changed=sum(was[number] != now[number] and _revision(was[number]) != _revision(now[number]) for number in both),
        deleted=len(was.keys() - now.keys()),
        conflicts=frozenset(UUID(int=annotation) for annotation in waiting.values()),
        new_conflicts=len(waiting.keys() - known),
        tags=_differing(before, after, TAGS),
        marks=_differing(before, after, DONE),
    )


def _differing(before: Tables, after: Tables, table: str) -> int:
    """In how many rows of a table two states say something else."""
    was, now = before.get(table, {}), after.get(table, {})
    return sum(says(was.get(number)) != says(now.get(number)) for number in was.keys() | now.keys())


def _revision(raw: bytes) -> object:
    return document_of(raw).get("revision")
