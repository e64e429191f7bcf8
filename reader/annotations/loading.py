"""Reading a store: its snapshot, then the journal that goes on from there. Nothing here writes or locks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.annotations import journal, snapshot
from reader.annotations.contents import Contents, Key
from reader.annotations.foreign import merged, replayed
from reader.annotations.leftover import joined_with_leftover, joined_with_other
from reader.annotations.migration import migrated
from reader.annotations.snapshot import SCHEMA, Snapshot, Tables
from reader.errors import ReaderError
from reader.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.places import Places

Signature = tuple[int, int, int]
"""What tells one state of a file from another: inode, size, time of the last change in nanoseconds."""

_TRIES = 100
"""How often to start again when another program replaces the snapshot under our eyes."""


@dataclass(slots=True)
class State:
    """What was read of a store.

    Attributes:
        contents: Its documents.
        schema: Version of the format on the disk.
        generation: Of the snapshot; 0 where there is none of ours.
        complete: Whether the snapshot may be without a journal.
        is_current: Whether the snapshot is as this version writes it, so that a journal may go on from it.
        seen: The snapshot's signature; None where there is no file.
        position: Where the last whole line of the journal ends, in bytes.
        last: Number of its last entry; -1 where there is no journal.
        damaged: Lines of it that were set aside.
        notices: What the user must know of.
        quarantined: How many entries were lost to damage, or changed by another program.
    """

    contents: Contents
    schema: int = SCHEMA
    generation: int = 0
    complete: bool = True
    is_current: bool = False
    seen: Signature | None = None
    position: int = 0
    last: int = -1
    damaged: tuple[bytes, ...] = ()
    notices: list[ReaderError] = field(default_factory=list)
    quarantined: int = 0


def signature(path: Path) -> Signature | None:
    """The file's signature, or None where there is no file.

    Raises:
        ReaderError: `store-unreadable`: nobody can say, for one may not look there.
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ReaderError("store-unreadable", file=path, reason=error.strerror) from error
    return status.st_ino, status.st_size, status.st_mtime_ns


def load(places: Places) -> State:
    """Read the store.

    Raises:
        ReaderError: It cannot be read, or is none; see `reader.annotations.snapshot.read`. `store-damaged` also where
            the snapshot is gone.
    """
    for _ in range(_TRIES):
        seen = signature(places.snapshot)
        found = _snapshot(places)
        if found is None:
            orphan = _left_behind(places)
            if signature(places.snapshot) is not None:
                continue
            if orphan is not None:
                reason = say("reason-gone-but", file=orphan.name)
                raise ReaderError("store-damaged", file=places.snapshot, reason=reason)
            return State(Contents({}))
        raw = _bytes_of(places.journal(found.generation))
        if raw is not None or signature(places.snapshot) == seen:
            return _state(places, found, raw, seen)
    raise ReaderError("store-busy", file=places.snapshot)


def catch_up(state: State, places: Places) -> set[Key] | None:
    """Read what the journal has more than the state.

    Returns:
        The documents that changed; None where the state is of the past and must be loaded anew.

    Raises:
        ReaderError: `store-unreadable`.
    """
    if signature(places.snapshot) != state.seen:
        return None
    if state.generation == 0:
        return set()
    path = places.journal(state.generation)
    size = size_of(path)
    if size < state.position:
        return None
    if size == state.position:
        return set()
    tail = _bytes_of(path, state.position)
    if tail is None:
        return None
    scan = _read_on(state, places, tail)
    for entry in scan.entries:
        state.contents.apply(entry.ops)
    return {(op.table, op.id) for entry in scan.entries for op in entry.ops}


def _state(places: Places, found: Snapshot, raw: bytes | None, seen: Signature | None) -> State:
    state = State(
        Contents(migrated(found)),
        schema=found.schema,
        generation=found.generation,
        complete=found.complete,
        is_current=found.generation > 0 and found.schema >= SCHEMA and not found.foreign,
        seen=seen,
    )
    _join(state, places, joined_with_leftover(places, found))
    if found.foreign:
        state.quarantined += merged(state.contents, found, places)
        state.notices.append(ReaderError("store-edited-elsewhere", file=places.snapshot, count=state.quarantined))
        state.quarantined = max(1, state.quarantined)
    if raw is not None:
        scan = _read_on(state, places, raw)
        other = None if found.foreign else joined_with_other(places, state.contents.tables, scan)
        _join(state, places, other)
        if other is None:
            state.quarantined += replayed(state.contents, scan.entries, look_for_conflicts=found.foreign)
    if raw == b"" or (raw is None and not found.complete):
        state.quarantined += 1
        state.notices.append(ReaderError("store-journal-missing", file=places.journal(found.generation)))
    later = _journal_after(places, found.generation)
    if later is not None and signature(places.snapshot) == seen:
        state.notices.append(ReaderError("store-journal-left-over", file=later))
    return state


def _join(state: State, places: Places, tables: Tables | None) -> None:
    """Take over what a snapshot and a journal of another one hold together, if that is so; the next save writes it down."""
    if tables is not None:
        state.contents, state.is_current = Contents(tables), False
        state.notices.append(ReaderError("store-put-there", file=places.snapshot))


def _read_on(state: State, places: Places, raw: bytes) -> journal.Scan:
    """Read the stretch of the journal that begins at the state's position, and move the position to its end."""
    scan = journal.scan(raw, state.last)
    state.position += scan.end
    state.last = scan.last
    lost = len(scan.damaged) + scan.missing
    if lost:
        state.damaged += scan.damaged
        state.quarantined += lost
        path = places.journal(state.generation)
        state.notices.append(ReaderError("store-entries-damaged", file=path, count=lost, folder=places.quarantine))
    return scan


def _snapshot(places: Places) -> Snapshot | None:
    """The snapshot; where it is beyond reading and there are copies, the error says so."""
    try:
        return snapshot.read(places.snapshot)
    except ReaderError as error:
        if error.code == "store-not-json" and (places.previous.exists() or places.kept_backups()):
            raise ReaderError("store-damaged", **error.parameters) from error
        raise


def _left_behind(places: Places) -> Path | None:
    """A file that would not be there without a snapshot; None where there never was a store."""
    copies = [places.previous] if places.previous.exists() else places.kept_backups()
    return next(iter((*copies, *places.archives().values())), None) or _journal_after(places, 0)


def _journal_after(places: Places, generation: int) -> Path | None:
    """A journal with entries that go on from a newer snapshot than that one."""
    for later, path in places.journals().items():
        if later > generation and journal.scan(_bytes_of(path) or b"", -1).entries:
            return path
    return None


def size_of(path: Path) -> int:
    """The file's size in bytes; 0 where there is no file.

    Raises:
        ReaderError: As `signature`.
    """
    found = signature(path)
    return 0 if found is None else found[1]


def _bytes_of(path: Path, start: int = 0) -> bytes | None:
    """The file from `start` on; None where there is no file.

    Raises:
        ReaderError: `store-unreadable`.
    """
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReaderError("store-unreadable", file=path, reason=error.strerror) from error
