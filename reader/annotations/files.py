"""Writing files so that they last: what these functions have written is on the disk when they return."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.annotations.access import NEW_FILE
from reader.errors import ReaderError

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@contextmanager
def saving(file: Path) -> Iterator[None]:
    """What is written here and fails is told as an error of the store.

    Args:
        file: What could not be saved.

    Raises:
        ReaderError: `store-not-saved`.
    """
    try:
        yield
    except OSError as error:
        raise ReaderError("store-not-saved", file=file, reason=error.strerror or error) from error


def sync(descriptor: int) -> None:
    """Wait until what was written to the descriptor is on the disk.

    On macOS only F_FULLFSYNC reaches the platters (fsync(2) there); elsewhere fdatasync is enough for data and length.

    Raises:
        OSError: It is not, and never write through this descriptor again: the system may have dropped the pages.
    """
    if sys.platform == "darwin":
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until names that were made, changed or removed in the folder are on the disk."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make the folder and the ones above it, where they are missing."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def write_all(descriptor: int, content: bytes) -> None:
    """Write all of it, also where the system takes it in parts."""
    written = os.write(descriptor, content)
    while written < len(content):
        written += os.write(descriptor, content[written:])


def write_temporary(path: Path, chunks: Iterable[bytes]) -> Path:
    """Write the chunks, synced, to a file beside `path`, which is to be renamed to it.

    Returns:
        The temporary file.

    Raises:
        OSError: Nothing is left behind.
    """
    make_folder(path.parent)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, NEW_FILE)
        try:
            for chunk in chunks:
                write_all(descriptor, chunk)
            sync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def replace(path: Path, chunks: Iterable[bytes]) -> None:
    """Put a file of these chunks in the place of `path`, in one step.

    Raises:
        OSError: The old file is untouched.
    """
    temporary = write_temporary(path, chunks)
    put_in_place(temporary, path)


def put_in_place(temporary: Path, path: Path) -> None:
    """Rename a temporary file to `path`; it goes where that fails."""
    try:
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
