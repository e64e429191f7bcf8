"""Copies of the whole store: one a day, the last ten kept, and any number that the user asks for."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from reader.annotations.files import replace
from reader.annotations.snapshot import SCHEMA, Snapshot, chunks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from reader.annotations.places import Places
    from reader.annotations.snapshot import Tables

KEPT = 10
"""How many daily backups are kept."""

_DAILY = re.compile(r"\.\d{4}-\d{2}-\d{2}\.gz$")
_GZIP = 31
"""zlib's window size for a gzip file."""


def back_up(places: Places, tables: Tables, generation: int, now: datetime) -> Path:
    """Write a copy of the store as it is now; it is never removed by itself.

    Returns:
        The copy: a gzip file of plain TinyDB JSON.

    Raises:
        OSError: There is none.
    """
    path = places.backup(now.strftime("%Y-%m-%d-%H%M%S"))
    _write(path, tables, generation)
    return path


def back_up_daily(places: Places, tables: Tables, generation: int, now: datetime) -> Path | None:
    """Write the day's copy where there is none yet, and let go of the ones that are too old.

    Returns:
        The copy, or None where nothing was to be done.

    Raises:
        OSError: There is none, or an old one could not be removed.
    """
    path = places.backup(now.strftime("%Y-%m-%d"))
    if path.exists() or not any(tables.values()):
        return None
    _write(path, tables, generation)
    daily = [kept for kept in places.kept_backups() if _DAILY.search(kept.name)]
    for old in daily[:-KEPT]:
        old.unlink()
    return path


def compressed(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts as a gzip file."""
    compressor = zlib.compressobj(level=1, wbits=_GZIP)
    for part in parts:
        yield compressor.compress(part)
    yield compressor.flush()


def _write(path: Path, tables: Tables, generation: int) -> None:
    replace(path, compressed(chunks(Snapshot(tables, SCHEMA, generation))))
