"""What goes wrong while a command works, told on stderr."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from reader.errors import ReaderError
from reader.messages import explain


def complain(*errors: ReaderError) -> None:
    """Say what is wrong, each in a line."""
    for error in errors:
        print(f"reader: {explain(error)}", file=sys.stderr)


def told(error: OSError) -> ReaderError:
    """What the system refused, for the user: reading a file, or writing standard output where no file is named."""
    if error.filename is not None:
        return ReaderError("file-unreadable", file=error.filename, reason=error.strerror or error)
    drop_output()
    return ReaderError("output-unwritable", reason=error.strerror or error)


def drop_output() -> None:
    """Write no more to standard output: Python would try the rest once more at exit, and complain again."""
    with suppress(OSError, ValueError):  # there is none, or it is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
