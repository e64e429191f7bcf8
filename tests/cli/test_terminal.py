"""Asking a terminal for the width of ambiguous characters, on a real pseudo-terminal."""

from __future__ import annotations

import os
import pty
import threading

import pytest

from reader.cli.terminal import PROBE, ambiguous_width


@pytest.mark.parametrize(
    ("answer", "width"), [(b"\x1b[1;3R", 1), (b"\x1b[1;5R", 2), (b"noise\x1b[12;5R", 2), (None, 1)]
)
def test_the_answer_of_the_terminal_decides(answer: bytes | None, width: int):
    master, slave = pty.openpty()
    asked: list[bytes] = []

    def terminal() -> None:
        seen = b""
        while b"\x1b[6n" not in seen:
            seen += os.read(master, 100)
        asked.append(seen)
        if answer is not None:
            os.write(master, answer)

    thread = threading.Thread(target=terminal)
    thread.start()
    assert ambiguous_width(slave) == width
    thread.join()
    assert PROBE.encode() in asked[0]
    os.close(master)
    os.close(slave)


def test_what_is_no_terminal_is_taken_for_a_narrow_one():
    read, write = os.pipe()
    assert ambiguous_width(read) == 1
    os.close(read)
    os.close(write)
