"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO


@contextmanager
def output_file(target: Path, *, replace: bool, encoding: str) -> Iterator[TextIO]:
    """A text file to write: it takes its place only when everything was written and synced.

    Args:
        target: The file.
        replace: Whether it may be there already.
        encoding: Of the text; newlines are written as they are.

    Raises:
        ReaderError: `target-exists` or `target-unwritable`; what stood there before still does.
    """
    if target.exists() and not replace:
        raise ReaderError("target-exists", file=target)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding=encoding, newline="") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReaderError("target-unwritable", file=target, reason=error.strerror or error) from error


def _umask() -> int:
    """The mask that new files are made under; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
