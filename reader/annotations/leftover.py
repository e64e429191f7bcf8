"""Saves that the main file does not hold, for something else put another one there: git, or a person who copies files.

After a compaction of ours the new snapshot holds all of the journal before it, which may lie there for a moment more. Where
a snapshot holds something else than the last journal before it, or than the journal after it goes on from, nobody
compacted: both are joined as two stores are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations import journal
from reader.annotations.snapshot import SCHEMA
from reader.annotations.soundness import refuse_unsound, rows_of
from reader.annotations.uniting import united

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from reader.annotations.contents import Key
    from reader.annotations.journal import Entry, Scan
    from reader.annotations.places import Places
    from reader.annotations.snapshot import Snapshot, Tables


def joined_with_leftover(places: Places, found: Snapshot) -> Tables | None:
    """What a snapshot holds together with the last journal before it; None where it holds all of that.

    Args:
        places: The files.
        found: The snapshot, as it was read.
    """
    if found.foreign or found.schema != SCHEMA:
        return None
    for generation, path in sorted(places.journals().items(), reverse=True):
        saved = _last_states(_entries(path)) if generation < found.generation else {}
        if saved:
            held = all(found.tables.get(table, {}).get(number) == raw for (table, number), raw in saved.items())
            return None if held else _united(found.tables, saved, places)
    return None


def joined_with_other(places: Places, tables: Tables, scan: Scan) -> Tables | None:
    """What a snapshot holds together with a journal of its generation that goes on from another one; None where it is its own.

    Args:
        places: The files.
        tables: The documents of the snapshot.
        scan: The journal.
    """
    if scan.damaged or scan.missing:
        return None
    first: dict[Key, bytes | None] = {}
    for entry in scan.entries:
        for op in entry.ops:
            first.setdefault((op.table, op.id), op.before)
    own = all(tables.get(table, {}).get(number) == raw for (table, number), raw in first.items())
    return None if own else _united(tables, _last_states(scan.entries), places)


def _united(tables: Tables, saved: Mapping[Key, bytes | None], places: Places) -> Tables:
    """What a snapshot and a journal hold together.

    Raises:
        ReaderError: `store-row-unreadable`: the snapshot holds what is no document.
    """
    refuse_unsound(rows_of(tables), places.snapshot)
    return united(tables, _tables(saved))


def _entries(path: Path) -> tuple[Entry, ...]:
    """The entries of a journal; none where it is gone by now, or cannot be read."""
    try:
        return journal.scan(path.read_bytes(), -1).entries
    except OSError:
        return ()


def _last_states(entries: Iterable[Entry]) -> dict[Key, bytes | None]:
    """What each document of a journal was in the end."""
    return {(op.table, op.id): op.after for entry in entries for op in entry.ops}


def _tables(saved: Mapping[Key, bytes | None]) -> Tables:
    tables: Tables = {}
    for (table, number), raw in saved.items():
        if raw is not None:
            tables.setdefault(table, {})[number] = raw
    return tables
