"""A process that works for the app: reads articles for the library and opens them, so that no key waits for it.

Threads would not do: one interpreter runs one of them at a time. And what reads articles need not be loaded before the
first paint: the process loads it while the app loads its own.
"""

from __future__ import annotations

import pickle
import select
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any

from reader.errors import ReaderError

IDLE = 0.5
"""Seconds without a question after which the process does what it has put off."""


class Background:
    """Answers questions: names of functions of `reader.desk.tasks` with what they are called with.

    Where no process can be had, or it has died, the function is called here instead.
    """

    def __init__(self, *, own_process: bool = True) -> None:
        """Nothing is started before the first question.

        Args:
            own_process: False to call everything here: for tests, which open many desks.
        """
        self._own_process = own_process
        self._turn = threading.Lock()
        self._begun: tuple[str, tuple[Any, ...]] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def start(self) -> None:
        """Start the process, so that it is ready when something is asked."""
        if self._own_process and self._process is None and not self._closed:
            # multiprocessing cannot be used: it passes on the number of sys.stderr, and under Textual that is none.
            command = [sys.executable, "-c", f"from {__name__} import serve; serve()"]
            self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and words)
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )

    def begin(self, task: str, *words: Any) -> None:
        """Ask something already that will be asked next, and go on without waiting for the answer."""
        with self._turn, suppress(OSError):
            self.start()
            if self._begun is None:
                self._send(task, words)
                self._begun = task, words

    def ask(self, task: str, *words: Any) -> Any:
        """The answer to a question; waits for it.

        Returns:
            What the task returns; None where the process was ended meanwhile.

        Raises:
            ReaderError: What the task raises.
        """
        with self._turn:
            answer = self._answer(task, words)
        if isinstance(answer, ReaderError):
            raise answer
        return answer

    @property
    def process(self) -> subprocess.Popen[bytes] | None:
        """The process; None where nothing was asked yet, or none can be had."""
        return self._process

    def rest(self) -> None:
        """End the process: what it took for its last answers is needed elsewhere. The next question starts another."""
        with self._turn:
            self._end()

    def close(self) -> None:
        """End the process, whatever it is doing; who waits for an answer gets None."""
        self._closed = True
        self._end()

    def _answer(self, task: str, words: tuple[Any, ...]) -> Any:
        try:
            self.start()
            if self._process is not None:
                return self._told(task, words)
        except (OSError, EOFError, pickle.UnpicklingError):
            self._end()
        return None if self._closed else _answered(task, words)

    def _told(self, task: str, words: tuple[Any, ...]) -> Any:
        assert self._process is not None
        assert self._process.stdout is not None
        begun, self._begun = self._begun, None
        if begun is not None and begun != (task, words):
            pickle.load(self._process.stdout)  # noqa: S301 (our own process wrote it)
        if begun != (task, words):
            self._send(task, words)
        return pickle.load(self._process.stdout)  # noqa: S301

    def _send(self, task: str, words: tuple[Any, ...]) -> None:
        if self._process is None:
            return
        assert self._process.stdin is not None
        pickle.dump((task, words), self._process.stdin, protocol=5)
        self._process.stdin.flush()

    def _end(self) -> None:
        process, self._process, self._begun = self._process, None, None
        if process is not None:
            process.kill()
            process.wait()


def serve() -> None:
    """In the process: answer the questions on standard input, until there are no more."""
    import gc

    from reader.desk import tasks
    from reader.desk.memory import return_large_blocks

    return_large_blocks()
    gc.freeze()
    try:
        while True:
            if tasks.has_more() and not select.select([sys.stdin], [], [], IDLE)[0]:
                tasks.afterwards()
            answer = _answered(*pickle.load(sys.stdin.buffer))  # noqa: S301
            pickle.dump(answer, sys.stdout.buffer, protocol=5)
            sys.stdout.buffer.flush()
    except (EOFError, OSError, KeyboardInterrupt):
        return


def _answered(task: str, words: tuple[Any, ...]) -> Any:
    from reader.desk import tasks

    try:
        return getattr(tasks, task)(*words)
    except ReaderError as error:
        return error
