"""What another program wrote into the snapshot: merged by id with what we know, and nothing thrown away.

Another program's document stands, for somebody meant it; if it is an annotation, ours is kept in the table `conflicts`. Where a
later entry of the journal changed the same document, that entry stands and theirs is kept. What tags, articles and marks
were is in the history, and in the quarantine the file as it was found: nobody could decide on them as on annotations.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reader.annotations import snapshot
from reader.annotations.archives import entries_of
from reader.annotations.contents import Contents
from reader.annotations.table_names import ANNOTATIONS, CONFLICTS, TOMBSTONES
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.journal import Entry
    from reader.annotations.places import Places
    from reader.annotations.snapshot import Snapshot


def keep(contents: Contents, table: str, document: bytes | None) -> int:
    """Keep a document that gave way, if it is one of an annotation; returns how many gave way."""
    if document is None:
        return 0
    if table in (ANNOTATIONS, TOMBSTONES):
        contents.put(CONFLICTS, conflict_number(document), document)
    return 1


def conflict_number(document: bytes) -> int:
    """The number of a document that gave way: the same one in every program that comes across it."""
    return int.from_bytes(hashlib.sha256(document).digest()[:16])


def merged(contents: Contents, found: Snapshot, places: Places) -> int:
    """Keep what we had where the snapshot that was found has something else.

    Returns:
        How many documents the other program changed or took away; 0 also where we cannot know.
    """
    ours = _rebuilt(places, found.generation)
    if ours is None:
        return 0
    changed = [key for key in ours.difference(contents) if ours.get(*key) is not None]
    return sum(keep(contents, key[0], ours.get(*key)) for key in changed if key[0] != CONFLICTS)


def replayed(contents: Contents, entries: Iterable[Entry], *, look_for_conflicts: bool) -> int:
    """Apply entries of the journal; returns how many documents of another program gave way to them."""
    kept = 0
    for entry in entries:
        for op in entry.ops:
            current = contents.get(op.table, op.id) if look_for_conflicts else op.before
            if current not in (op.before, op.after):
                kept += keep(contents, op.table, current)
            contents.put(op.table, op.id, op.after)
    return kept


def _rebuilt(places: Places, generation: int) -> Contents | None:
    """What the snapshot of that generation held when we wrote it: the one before it and all that was saved since."""
    try:
        before = snapshot.read(places.previous)
    except ReaderError:
        return None
    if before is None or before.foreign or not 0 < before.generation < generation:
        return None
    contents = Contents(before.tables)
    for number in range(before.generation, generation):
        for entry in entries_of(places, number):
            contents.apply(entry.ops)
    return contents
