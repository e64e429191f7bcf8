"""A program on a pseudo-terminal: keys go in as bytes, and every byte that comes out has its time."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple, Self

import pyte

from benchmarks.terminal_memory import Scales, family_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyte.screens import Char

_SEQUENCE = re.compile(rb"\x1b\[[0-9;:?<=>]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.")
_ASKS_CURSOR = b"\x1b[6n"
_CARRIED = 4096
"""Bytes looked at again with the next ones: a word may come in two pieces."""


class Response(NamedTuple):
    """What came out after a key or a resize.

    Attributes:
        first: Seconds until the first byte; None where nothing came.
        last: Seconds until the last byte; None where nothing came.
        size: Bytes.
    """

    first: float | None
    last: float | None
    size: int


@dataclass
class Session:
    """A running program and the terminal that it believes to have.

    Attributes:
        command: The program and its arguments.
        environment: All of its environment.
        folder: Where it runs.
        columns: Width of the terminal.
        lines: Height of the terminal.
    """

    command: Sequence[str]
    environment: dict[str, str]
    folder: Path
    columns: int = 120
    lines: int = 40
    ended: bool = field(default=False, init=False)

    def __enter__(self) -> Self:
        self._screen = pyte.Screen(self.columns, self.lines)
        self._emulator = pyte.ByteStream(self._screen)
        self._chunks: list[tuple[float, bytes]] = []
        self._seen = 0
        self.started = perf_counter()
        self._pid, self._master = pty.fork()
        if self._pid == 0:
            self._become_program()
        self._set_size(self.columns, self.lines)
        self._scales = Scales(self._pid).__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._scales.__exit__()
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self._pid, number)
            except ProcessLookupError:
                break
            if self._gone(2.0):
                break
        os.close(self._master)

    def _become_program(self) -> None:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", self.lines, self.columns, 0, 0))
        os.chdir(self.folder)
        try:
            os.execve(self.command[0], list(self.command), self.environment)
        finally:
            os._exit(127)

    def _gone(self, limit: float) -> bool:
        """Wait for the program to end, reading what it still says; False where it did not."""
        until = perf_counter() + limit
        while perf_counter() < until:
            if os.waitpid(self._pid, os.WNOHANG)[0]:
                return True
            self._read(0.02)
        return False

    def _read(self, limit: float) -> bytes:
        """The next bytes, kept with their time; none where nothing comes for `limit` seconds."""
        if self.ended or not select.select([self._master], [], [], limit)[0]:
            return b""
        try:
            data = os.read(self._master, 1 << 20)
        except OSError:
            data = b""
        self.ended = not data
        self._chunks.append((perf_counter(), data))
        if _ASKS_CURSOR in data:
            self._look()
            self._tell_cursor()
        return data

    def _tell_cursor(self) -> None:
        """Answer as a terminal does, or the program would wait."""
        cursor = self._screen.cursor
        os.write(self._master, f"\x1b[{cursor.y + 1};{cursor.x + 1}R".encode())

    def _look(self) -> None:
        """Let the emulator see what it has not seen yet."""
        for _, data in self._chunks[self._seen :]:
            self._emulator.feed(data)
        self._seen = len(self._chunks)

    @property
    def shown(self) -> str:
        """What stands on the screen, row by row."""
        # Not `display` of pyte, which fails where half of a wide character was painted over.
        return "\n".join("".join(cell.data for cell in row) for row in self.cells())

    def cells(self) -> list[list[Char]]:
        """What stands in each cell, with its colours, row by row; nothing in the second cell of a wide character."""
        self._look()
        rows = (self._screen.buffer[line] for line in range(self._screen.lines))
        return [[row[column] for column in range(self._screen.columns)] for row in rows]

    def painted(self, word: str, limit: float) -> float | None:
        """When a word stands on the screen.

        The emulator is slow, so it only looks once the bytes of the word have come, or nothing comes for a while; the
        time is that of the last bytes before it looked.

        Args:
            word: What to look for, on one row.
            limit: Seconds to wait.

        Returns:
            The moment (`perf_counter`); None where it does not come.
        """
        until = perf_counter() + limit
        wanted, tail = word.encode(), b""
        came = fresh = False
        while perf_counter() < until and not self.ended:
            if data := self._read(0.05):
                came = came or wanted in _SEQUENCE.sub(b"", tail + data)
                tail = (tail + data)[-_CARRIED:]
                fresh = True
            if fresh and (came or not data):
                fresh = False
                if word in self.shown:
                    return self._chunks[-1][0]
        return None

    def settle(self, quiet: float, limit: float) -> float:
        """Read until nothing comes for `quiet` seconds; at most `limit`.

        Returns:
            The moment of the last byte.
        """
        until = perf_counter() + limit
        while perf_counter() < until and self._read(quiet):
            pass
        return self._chunks[-1][0] if self._chunks else self.started

    def send(self, keys: bytes) -> None:
        """Send keys, and read nothing."""
        os.write(self._master, keys)

    def press(self, keys: bytes, quiet: float, limit: float = 20.0) -> Response:
        """Send keys, and read until nothing comes for `quiet` seconds."""
        start, known = perf_counter(), len(self._chunks)
        os.write(self._master, keys)
        return self._response(start, known, quiet, limit)

    def resize(self, columns: int, lines: int, quiet: float, limit: float = 20.0) -> Response:
        """Make the terminal another size, and read until nothing comes for `quiet` seconds."""
        self._look()
        self._screen.resize(lines, columns)
        start, known = perf_counter(), len(self._chunks)
        self._set_size(columns, lines)
        return self._response(start, known, quiet, limit)

    def _response(self, start: float, known: int, quiet: float, limit: float) -> Response:
        until = start + limit
        # The first byte may take longer than the pauses between later ones.
        came = self._read(min(limit, max(2.0, quiet)))
        while came and perf_counter() < until:
            came = self._read(quiet)
        chunks = [(when, data) for when, data in self._chunks[known:] if data]
        if not chunks:
            return Response(None, None, 0)
        return Response(chunks[0][0] - start, chunks[-1][0] - start, sum(len(data) for _, data in chunks))

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def memory(self) -> tuple[float, float]:
        """Megabytes now, and at most so far, of the program and the processes that it started; see `Scales`."""
        now = self._scales.now()
        return now, self._scales.most

    def processor_time(self, *, children: bool = False) -> float:
        """Seconds that all threads of the program have run so far; other work on the machine changes it far less.

        0 where the system does not tell.

        Args:
            children: With those of the processes that it started.
        """
        spent = 0
        family = list(family_of(self._pid)) if children else [self._pid]
        for thread in (one for process in family for one in Path(f"/proc/{process}/task").glob("*/schedstat")):
            try:
                spent += int(thread.read_text("ascii").split()[0])
            except OSError:
                continue
        return spent / 1e9
