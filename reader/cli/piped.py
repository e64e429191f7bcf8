"""An article that comes through a pipe: the app shows it, and takes its keys from the terminal."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.arguments import STDIN
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "stdin"
"""What its file is called."""


def taken_up(words: Sequence[str]) -> list[str]:
    """The paths to open the app on, with standard input in a file that is gone when the program ends.

    Standard input is an article where `-` asks for it, or where it comes from a pipe or a file and nothing is named.
    Where there is no screen, all stays as it is.

    Args:
        words: The paths as they were given.

    Raises:
        ReaderError: `file-empty`; or `no-terminal` where no keys can come.
    """
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        return list(words)
    if sys.stdin is None:
        raise ReaderError("no-terminal")
    piped = not sys.stdin.isatty()
    wanted = list(words) or ([STDIN] if piped else [])
    if STDIN in wanted:
        file = _spooled()
        wanted = [str(file) if word == STDIN else word for word in wanted]
    if piped:
        _take_keys_from_terminal()
    return wanted


def _spooled() -> Path:
    """A file with all that comes."""
    folder = Path(tempfile.mkdtemp(prefix="reader-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / NAME
    with file.open("wb") as out:
        shutil.copyfileobj(sys.stdin.buffer, out)
        if out.tell() == 0:
            raise ReaderError("file-empty", file=NAME)
    return file


def _take_keys_from_terminal() -> None:
    """Put the terminal that we write to in the place of standard input; `/dev/tty` cannot be waited for on macOS."""
    try:
        terminal = os.open(os.ttyname(sys.stderr.fileno()), os.O_RDWR | os.O_NOCTTY)
    except OSError as error:
        raise ReaderError("no-terminal") from error
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
