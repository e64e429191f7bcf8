"""The writer: one thread that saves acts, and does what takes long, in the order in which they were asked for."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

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


@dataclass(eq=False)
class Task:
    """Something that may take long, such as another name of a tag on ten thousand annotations; it is done whole or not at all.

    Attributes:
        work: Does it, in the writer's thread, and returns what came of it; may raise `ReaderError`.
        then: What to do with the task when it is done; for whoever asked.
        total: How many documents it changes; 0 where nobody knows yet.
        result: What came of it.
        error: Why it could not be done; None where it was.
        done: Set when it is done, or has failed.
        is_told: Whether whoever asked knows.
    """

    work: Callable[[], Any]
    then: Callable[[Task], None]
    total: int = 0
    result: Any = None
    error: ReaderError | None = None
    done: threading.Event = field(default_factory=threading.Event)
    is_told: bool = False

    def tell(self) -> None:
        """Tell whoever asked, once."""
        if not self.is_told:
            self.is_told = True
            self.then(self)


@dataclass
class Writer:
    """Saves the acts of a desk, one after the other, in a thread of its own, and does its long tasks between them.

    After a failure everything waits, in order, until `retry`: later acts build on earlier ones. What waits stays in
    `desk.unsaved`, so that it goes on being shown. A task that fails is told and forgotten: it changed nothing.

    Attributes:
        desk: The desk; its `unsaved` is written by this class only.
        told: Called in the writer's thread with what became of each act, and with each task that is done.
        error: What the last try failed with; None where nothing stands in the way.
    """

    desk: Desk
    told: Callable[[Saved | Failed | Task], None]
    error: ReaderError | None = None
    _waiting: deque[Act | Task] = field(default_factory=deque)
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

    def do(self, task: Task) -> None:
        """Put a task in the queue.

        Raises:
            ReaderError: `tags-unsaved`: what comes before it cannot be saved.
        """
        with self._wake:
            if self.error is not None:
                raise ReaderError("tags-unsaved")
            self._waiting.append(task)
            self._wake.notify_all()

    @property
    def task(self) -> Task | None:
        """The task that is being done or comes next; None where none waits."""
        with self._wake:
            return next((one for one in self._waiting if isinstance(one, Task)), None)

    def retry(self) -> None:
        """Try again what could not be saved."""
        with self._wake:
            self.error = None
            self._wake.notify_all()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until everything is saved or something failed; False where it took longer than `seconds`."""
        with self._wake:
            return self._wake.wait_for(lambda: not self._waiting or self.error is not None, seconds)

    def settle(self, seconds: float) -> bool:
        """As `wait`, but where a task is under way nothing is waited for."""
        return self.task is None and self.wait(seconds)

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
                first = self._waiting[0]
            self.told(self._done(first) if isinstance(first, Task) else self._try(first))

    def _done(self, task: Task) -> Task:
        try:
            task.result = task.work()
        except ReaderError as error:
            task.error = error
        except Exception as error:  # as with acts
            task.error = self._mistake(error)
        with self._wake:
            self._waiting.popleft()
            self._wake.notify_all()
        task.done.set()
        return task

    def _mistake(self, error: Exception) -> ReaderError:
        reason = f"{type(error).__name__}: {error}"
        return ReaderError("store-not-saved", file=self.desk.repository.path, reason=reason)

    def _try(self, act: Act) -> Saved | Failed:
        try:
            self.desk.commit(act)
        except ReaderError as error:
            return self._failed(act, error)
        except Exception as error:  # a mistake of ours must not end the thread that keeps the user's work
            return self._failed(act, self._mistake(error))
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
