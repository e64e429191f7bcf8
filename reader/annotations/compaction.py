"""Writing a new snapshot, after which the journal begins anew.

The rename of the snapshot is the moment that counts. Before it the old snapshot and its journal stand; after it the new one does,
and its own journal, which was made beforehand. A crash at any point leaves one of the two.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING

from reader.annotations.backup import compressed
from reader.annotations.files import make_folder, put_in_place, replace, write_temporary
from reader.annotations.journal import Journal
from reader.annotations.snapshot import SCHEMA, Snapshot, chunks
from reader.annotations.sweeping import sweep_guarded, sweep_others

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.loading import State
    from reader.annotations.places import Places


def write_snapshot(places: Places, state: State, *, complete: bool) -> int:
    """Write what the state holds as the snapshot of a new generation. The caller holds the lock and has caught up.

    Args:
        places: The files.
        state: What the store holds.
        complete: Whether the store is being closed: then no journal is made, and the next save makes it.

    Returns:
        The new generation.

    Raises:
        OSError: The old snapshot and its journal stand, or the new one does: read them again.
    """
    make_folder(places.folder)
    sweep_guarded(places)
    generation = places.next_generation(state.generation)
    snapshot = Snapshot(state.contents.copy(), SCHEMA, generation, complete)
    temporary = write_temporary(places.snapshot, chunks(snapshot))
    try:
        sweep_others(places, temporary.stat().st_mtime)
        if not complete:
            Journal.create(places.journal(generation), generation).close()
        _keep_found(places, state)
        _keep_previous(places)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    put_in_place(temporary, places.snapshot)
    return generation


def _keep_found(places: Places, state: State) -> None:
    """Before the new snapshot takes their place, set aside what is damaged, foreign or of an older format, as it was found."""
    if state.damaged:
        lines = b"".join(line + b"\n" for line in state.damaged)
        replace(places.quarantine / f"{places.journal(state.generation).name}.damaged", [lines])
    if state.seen is None or state.is_current:
        return
    found = places.snapshot.read_bytes()
    if state.schema < SCHEMA:
        replace(places.backup(f"format-{state.schema}"), compressed([found]))
    else:
        replace(places.quarantine / f"{places.snapshot.name}.{state.seen[2]}", [found])


def _keep_previous(places: Places) -> None:
    """Keep the present snapshot under another name; that it also has its own name till the end, a link sees to."""
    if not places.snapshot.exists():
        return
    temporary = places.previous.with_name(f"{places.previous.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    _link_or_copy(places.snapshot, temporary)
    temporary.replace(places.previous)


def _link_or_copy(old: Path, new: Path) -> None:
    """Give a file a second name; a copy where the file system has no links."""
    with contextlib.suppress(OSError):
        os.link(old, new)
        return
    shutil.copyfile(old, new)
