"""Completing the name of a file or folder while one types it."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reader.controls import visible_line

if TYPE_CHECKING:
    from collections.abc import Collection

MOST = 5_000
"""Names of a folder that are looked at: some milliseconds."""


def completed(words: str, suffixes: Collection[str]) -> str | None:
    """A path with the rest of its last name; None where nothing in that folder begins so.

    Folders come with a slash behind them, so that one can go on. Names with characters that no line can show as they
    are, and hidden ones unless a full stop was typed, are left out.

    Args:
        words: The beginning of a path; `~` stands for the home folder.
        suffixes: Endings of the files that are meant, in small letters.
    """
    head, begun = os.path.split(words)
    try:
        with os.scandir(Path(head or ".").expanduser()) as found:
            names = sorted(
                f"{entry.name}/" if entry.is_dir() else entry.name
                for entry in islice(found, MOST)
                if entry.name.startswith(begun)
                and (begun or not entry.name.startswith("."))
                and entry.name == visible_line(entry.name)
                and (entry.is_dir() or os.path.splitext(entry.name)[1].lower() in suffixes)  # noqa: PTH122
            )
    except (OSError, ValueError, RuntimeError):  # no such folder, no such user, or no name at all
        return None
    rest = next((name for name in names if name != begun), None)
    return None if rest is None else words + rest[len(begun) :]
