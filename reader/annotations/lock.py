"""A lock between programs: whoever holds it may write to the store."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.annotations.access import NEW_FILE
from reader.errors import ReaderError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 2.0
"""How long to wait for another program, in seconds."""

_PAUSE = 0.0001
"""First pause between two tries, in seconds; it grows to ten times as much."""


class Lock:
    """A lock file that is held open, so that a turn costs two system calls.

    The system lets go of the lock when its holder dies, so a crash blocks nobody. Not for several threads at once.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._process = 0
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock; may be nested.

        Raises:
            ReaderError: `store-busy`: another program held it all the time.
            OSError: The lock file cannot be made.
        """
        if self._depth == 0:
            self._acquire()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if self._depth == 0 and self._descriptor is not None:
                _unlock(self._descriptor)

    def close(self) -> None:
        """Close the lock file; it stays where it is, for others may hold it open."""
        if self._descriptor is not None and self._process == os.getpid():
            os.close(self._descriptor)
        self._descriptor = None

    def _acquire(self) -> None:
        until = time.monotonic() + PATIENCE
        pause = _PAUSE
        while True:
            descriptor = self._opened()
            if _try_lock(descriptor):
                if self._is_in_place(descriptor):
                    return
                _unlock(descriptor)
                self.close()
            elif time.monotonic() > until:
                raise ReaderError("store-busy", file=self._path.with_suffix(""))
            else:
                time.sleep(pause)
                pause = min(pause * 1.5, _PAUSE * 10)

    def _opened(self) -> int:
        """The open lock file; a process made by fork opens its own, or it would share its parent's lock."""
        if self._process != os.getpid():
            self._descriptor = None
        if self._descriptor is None:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, NEW_FILE)
            self._process = os.getpid()
        return self._descriptor

    def _is_in_place(self, descriptor: int) -> bool:
        """Whether the locked file still is the one that others would lock: somebody may have deleted it."""
        try:
            there = self._path.stat()
        except FileNotFoundError:
            return False
        return os.path.samestat(there, os.fstat(descriptor))


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # the second is how Windows says it
        return False
    return True


def _unlock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
