"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.annotations.access import NEW_FILE, why_read_only
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO


@contextmanager
def output_file(target: Path, *, replace: bool, encoding: str) -> Iterator[TextIO]:
    """A text file to write, as `whole_file` does; newlines are written as they are.

    Raises:
        ReaderError: As `whole_file`.
    """
    with whole_file(target, replace=replace) as raw:
        out = TextIOWrapper(raw, encoding=encoding, newline="")
        try:
            yield out
            out.flush()
        finally:
            out.detach()


@contextmanager
def whole_file(target: Path, *, replace: bool) -> Iterator[BinaryIO]:
    """A file to write: it takes its place only when everything was written and synced.

    A link is followed, and the rights of the file that was there before stay. What is no file (a device, a pipe) is
    written into as it is.

    Args:
        target: The file.
        replace: Whether it may be there already.

    Raises:
        ReaderError: `target-is-folder`, `target-exists` or `target-unwritable`; what stood there before still does.
    """
    try:
        real = target.resolve()
        mode = _mode_of(real)
        if mode is not None and stat.S_ISDIR(mode):
            raise ReaderError("target-is-folder", file=target)
        if mode is not None and not stat.S_ISREG(mode):
            with real.open("wb") as out:
                yield out
            return
        if mode is not None and not replace:
            raise ReaderError("target-exists", file=target)
        reason = why_read_only(real)
        if reason is not None:
            raise ReaderError("target-unwritable", file=target, reason=reason)
        with _taking_place(real, NEW_FILE & ~_umask() if mode is None else stat.S_IMODE(mode)) as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ReaderError("target-unwritable", file=target, reason=error.strerror or error) from error


@contextmanager
def _taking_place(real: Path, rights: int) -> Iterator[BinaryIO]:
    """A file beside the real one, which takes its place at the end or is gone."""
    handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name[:100]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(rights)
        temporary.replace(real)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode_of(path: Path) -> int | None:
    """Kind and rights of what is there; None where nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    """The mask that new files are made under; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
