"""Asking the terminal how wide it draws characters of ambiguous width."""

from __future__ import annotations

import os
import re
import select
import termios
import tty

PROBE = "“①"
"""Two characters of ambiguous width: they end in column 3 or 5."""

PATIENCE = 0.15
"""Seconds to wait for an answer; a terminal that gives none is taken for one that draws them narrow."""

_POSITION = re.compile(rb"\x1b\[\d+;(\d+)R")


def ambiguous_width(descriptor: int) -> int:
    """Cells that the terminal gives to a character of ambiguous width: 1 or 2.

    Writes two such characters at the beginning of the line, asks for the position of the cursor (DSR 6), and wipes them out.

    Args:
        descriptor: Of the terminal, open for reading and writing.
    """
    try:
        before = termios.tcgetattr(descriptor)
    except termios.error:
        return 1
    try:
        tty.setcbreak(descriptor, termios.TCSANOW)
        os.write(descriptor, f"\r{PROBE}\x1b[6n".encode())
        column = _answered_column(descriptor)
        os.write(descriptor, b"\r\x1b[K")
    except OSError:
        return 1
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)
    return 2 if column == 1 + 2 * len(PROBE) else 1


def _answered_column(descriptor: int) -> int | None:
    """The column of the cursor, or None where the terminal does not say it in time."""
    answer = b""
    while select.select([descriptor], [], [], PATIENCE)[0]:
        answer += os.read(descriptor, 64)
        if found := _POSITION.search(answer):
            return int(found.group(1))
    return None
