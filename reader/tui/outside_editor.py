"""Writing a text in the user's own editor, while the app steps aside."""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FALLBACKS = ("nano", "vi")
"""Editors to look for where the user names none."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came out of an editor.

    Attributes:
        text: The text as it is in the file now; as it was before where that cannot be read.
        error: What went wrong, or None.
    """

    text: str
    error: ReaderError | None = None


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """The words of the user's editor: `$VISUAL`, else `$EDITOR`, else one that is there.

    Raises:
        ReaderError: `no-editor`, or `editor-unreadable`: its words cannot be told apart.
    """
    named = (environ.get("VISUAL") or "").strip() or (environ.get("EDITOR") or "").strip()
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise ReaderError("editor-unreadable", command=named, reason=error) from error
    if words:
        return words
    found = next(filter(None, (shutil.which(name, path=environ.get("PATH")) for name in _FALLBACKS)), None)
    if found is None:
        raise ReaderError("no-editor")
    return [found]


def edit(text: str, command: list[str]) -> Edited:
    """Let a program edit a text in a file that only the user can read; it is gone afterwards.

    Args:
        text: The text as it is.
        command: The program with its arguments; the file comes behind them.
    """
    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        file = Path(folder) / "note.md"
        file.write_bytes(text.encode("utf-8", "replace"))
        error = _run([*command, str(file)])
        try:
            return Edited(file.read_bytes().decode("utf-8-sig", "replace"), error)
        except OSError as failed:
            reason = failed.strerror or failed
            return Edited(text, error or ReaderError("editor-failed", command=command[0], reason=reason))


def _run(words: list[str]) -> ReaderError | None:
    with _uninterrupted():
        try:
            status = subprocess.run(words, check=False).returncode  # noqa: S603 - the user's own words
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            return ReaderError("editor-failed", command=words[0], reason=reason)
    return ReaderError("editor-status", command=words[0], status=status) if status else None


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Leave Ctrl+C to the editor: the terminal sends it to both of us."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
