"""What really goes to the terminal: no control sequence of an article is among it."""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from fcntl import ioctl
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OSC = b"\x1b]52;"
EVIL = "\x1b]52;c;aGk=\x07\x9b31m\u202e\x1b[2J\x1b]0;title\x07"
BLINK = 500
"""A write of fewer bytes may be a cursor that blinks, which is as good as silence."""


def output_of(command: list[str], keys: list[bytes], environment: dict[str, str]) -> bytes:
    """Run a program on a pseudo-terminal, send keys each time it has fallen silent, and return all it wrote."""
    child, master = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    written = b""
    deadline = time.monotonic() + 60
    waiting = list(keys)
    heard = time.monotonic()
    while time.monotonic() < deadline:
        shown = b"claims" in written
        silence = heard + (0.5 if shown else 10.0) - time.monotonic()
        if select.select([master], [], [], max(0.0, silence))[0]:
            try:
                data = os.read(master, 65536)
            except OSError:
                break
            if not data:
                break
            written += data
            if len(data) > BLINK or not shown:
                heard = time.monotonic()
        elif waiting:
            os.write(master, waiting.pop(0))
            heard = time.monotonic()
        else:
            break
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(master)
    return written


def test_nothing_of_a_hostile_article_reaches_the_terminal(tmp_path: Path):
    article = tmp_path / "evil.txt"
    article.write_text(f"{EVIL}标题\n\n{EVIL}全年产值达500亿元{EVIL}，增长9.4%。\n", "utf-8")
    environment = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "reader", str(article), "--annotations", str(tmp_path / "annotations.json")]
    written = output_of(command, [b"\r", b"n", b"1", b"v", b"?"], environment)
    assert "500亿元".encode() in written
    assert OSC not in written
    assert b"\x1b]0;title" not in written
    assert "\u202e".encode() not in written
    assert b"\xc2\x9b" not in written
    assert written.count(b"\x1b[2J") <= 1
