"""Putting together again a store whose main file is damaged or gone: from an older state, and all that was saved since."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

from reader.annotations import archives, snapshot
from reader.annotations.compaction import write_snapshot
from reader.annotations.contents import Contents
from reader.annotations.files import replace, saving
from reader.annotations.loading import State
from reader.annotations.lock import Lock
from reader.errors import ReaderError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.places import Places
    from reader.annotations.snapshot import Snapshot


def recover(places: Places) -> Path:
    """Write a new main file, and set the damaged one aside.

    Returns:
        The file that the new one was put together from, beside the journals.

    Raises:
        ReaderError: `store-beyond-recovery`: nothing is there to put it together from; `store-busy`; or `store-not-saved`.
    """
    with saving(places.snapshot):
        try:
            with Lock(places.lock).held():
                base, origin = _base(places)
                state = _replayed(base, places)
                _set_aside(places)
                write_snapshot(places, state, complete=True)
                archives.archive(places, state.generation + 1)
        except FileNotFoundError as error:  # its folder is not there
            raise ReaderError("store-beyond-recovery", file=places.snapshot) from error
    return origin


def _base(places: Places) -> tuple[Snapshot, Path]:
    """The newest older state that can be read, and its file."""
    for path in (places.previous, *reversed(places.kept_backups())):
        found = _read(path)
        if found is not None and found.generation > 0:
            return found, path
    for path in (places.journal(1), places.archive(1)):
        if path.exists():
            return snapshot.Snapshot({}, snapshot.SCHEMA, 1), path
    raise ReaderError("store-beyond-recovery", file=places.snapshot)


def _replayed(base: Snapshot, places: Places) -> State:
    """An older state with all that was saved since."""
    contents = Contents(base.tables)
    later = [one for one in sorted({*places.journals(), *places.archives()}) if one >= base.generation]
    for generation in later:
        for entry in archives.entries_of(places, generation):
            contents.apply(entry.ops)
    return State(contents, generation=max((base.generation, *later)), is_current=True)


def _read(path: Path) -> Snapshot | None:
    try:
        raw = path.read_bytes()
        return snapshot.parse(gzip.decompress(raw) if path.suffix == ".gz" else raw, path)
    except (OSError, EOFError, zlib.error, ReaderError):
        return None


def _set_aside(places: Places) -> None:
    """Keep the damaged file as it was found; it must not become the snapshot before the new one."""
    if places.snapshot.exists():
        raw = places.snapshot.read_bytes()
        replace(places.quarantine / f"{places.snapshot.name}.{places.snapshot.stat().st_mtime_ns}", [raw])
        places.snapshot.unlink()
