"""Removing temporary files that a crash left behind, and no others.

Files are made beside the place that they are for, and named after it and the process: `NAME.1234.tmp`. Beside the main file
and in the history only the holder of the lock makes them; texts, backups and the quarantine are written by any program.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.places import Places

AGE = 3600.0
"""So old a file must be that no lock guards, in seconds: its process may run on another machine, where we see none."""

_TEMPORARY = re.compile(r"\.(\d+)\.tmp$")


def sweep_guarded(places: Places) -> None:
    """Remove those that the lock guards: while the caller holds it, those who made them are dead."""
    for folder in (places.folder, places.history):
        for path in folder.glob(f"{places.snapshot.name}.*.tmp"):
            path.unlink(missing_ok=True)


def sweep_others(places: Places, now: float) -> None:
    """Remove the others that are old and whose process is gone; what cannot be removed stays.

    Args:
        places: The files.
        now: The time as the file system has it, in seconds since 1970.
    """
    own = f"{places.snapshot.name}.*.tmp"
    for folder, pattern in ((places.texts_folder, "*.tmp"), (places.backups, own), (places.quarantine, own)):
        for path in folder.glob(pattern):
            with suppress(OSError):
                if _is_left_behind(path, now):
                    path.unlink()


def _is_left_behind(path: Path, now: float) -> bool:
    process = _TEMPORARY.search(path.name)
    return process is not None and now - path.stat().st_mtime > AGE and not _is_running(int(process[1]))


def _is_running(process: int) -> bool:
    """Whether a process of that number may be running; on Windows nobody can ask without ending it."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass  # somebody else's
    return True
