"""The writer: one thread that saves acts in the order in which they were done."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desk.act import Act
    from reader.desk.desk import Desk

CONFLICTS = ("annotation-changed", "annotation-deleted")
"""Errors that trying again cannot mend: somebody else was first."""


@dataclass(frozen=True, slots=True)
class Saved:
    """An act is on the disk."""

    act: Act


@dataclass(frozen=True, slots=True)
class Failed:
    """An act could not be saved.

    Attributes:
        act: The act.
        error: Why.
        conflict: Whether somebody else changed the annotation first; then the act is not kept for another try.
    """

    act: Act
    error: ReaderError
    conflict: bool


@dataclass
class Writer:
    """Saves the acts of a desk, one after the other, in a thread of its own.

    After a failure everything waits, in order, until `retry`: later acts build on earlier ones. What waits stays in
    `desk.unsaved`, so that it goes on being shown.

    Attributes:
        desk: The desk; its `unsaved` is written by this class only.
        told: Called in the writer's thread with what became of each act.
        error: What the last try failed with; None where nothing stands in the way.
    """

    desk: Desk
    told: Callable[[Saved | Failed], None]
    error: ReaderError | None = None
    _waiting: deque[Act] = field(default_factory=deque)
    _wake: threading.Condition = field(default_factory=threading.Condition)
    _thread: threading.Thread | None = None
    _closing: bool = False

    def start(self) -> None:
        """Begin to save."""
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def save(self, act: Act) -> None:
        """Put an act in the queue; it counts as unsaved until `told` says otherwise."""
        if not act.changes_something:
            return
        with self._wake:
            self.desk.unsaved.append(act)
            self._waiting.append(act)
            self.error = None
            self._wake.notify_all()

    def retry(self) -> None:
        """Try again what could not be saved."""
        with self._wake:
            self.error = None
            self._wake.notify_all()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until everything is saved or something failed; False where it took longer than `seconds`."""
        with self._wake:
            return self._wake.wait_for(lambda: not self._waiting or self.error is not None, seconds)

    def close(self) -> None:
        """Save what waits, as far as it can be saved, and end the thread."""
        self.wait()
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._closing or (bool(self._waiting) and self.error is None))
                if self._closing:
                    return
                act = self._waiting[0]
            self.told(self._try(act))

    def _try(self, act: Act) -> Saved | Failed:
        try:
            self.desk.commit(act)
        except ReaderError as error:
            return self._failed(act, error)
        except Exception as error:  # a mistake of ours must not end the thread that keeps the user's work
            reason = f"{type(error).__name__}: {error}"
            return self._failed(act, ReaderError("store-not-saved", file=self.desk.repository.path, reason=reason))
        self._settled(act)
        return Saved(act)

    def _failed(self, act: Act, error: ReaderError) -> Failed:
        conflict = error.code in CONFLICTS
        if conflict:
            self._settled(act)
        else:
            with self._wake:
                self.error = error
                self._wake.notify_all()
        return Failed(act, error, conflict)

    def _settled(self, act: Act) -> None:
        """Nothing more is to be done about an act."""
        with self._wake:
            self._waiting.popleft()
            self.desk.unsaved.remove(act)
            self._wake.notify_all()
