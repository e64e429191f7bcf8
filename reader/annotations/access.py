"""Rights: whether something can be saved where it lies, and those of new files."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from reader.messages import say

if TYPE_CHECKING:
    from pathlib import Path

NEW_FILE = 0o666
"""Mode of new files, less the user's umask."""

_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def why_read_only(path: Path) -> str | None:
    """Why nothing can be saved at `path`, or None.

    What is marked as read-only is taken to be meant so, even for an administrator who could write all the same.
    """
    try:
        return _found_read_only(path)
    except OSError as error:  # one may not even look there
        return error.strerror or str(error)


def _found_read_only(path: Path) -> str | None:
    if path.exists() and not _writable(path):
        return "the file is read-only"
    folder = path.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir():
        return say("reason-no-folder", folder=folder)
    return None if _writable(folder) else "the folder is read-only"


def _writable(path: Path) -> bool:
    return bool(path.stat().st_mode & _ANYBODY_WRITES) and os.access(path, os.W_OK)
