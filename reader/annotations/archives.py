"""Finished journals: kept, compressed, as the history of the store."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

from reader.annotations import journal
from reader.annotations.encoding import encoded
from reader.annotations.files import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from reader.annotations.journal import Entry
    from reader.annotations.places import Places

_FEW = 20
"""So many documents are looked for in a line before it is parsed."""

_LEVEL = 1
"""How hard to compress: four fifths of what can be saved, in a quarter of the time."""


def archive(places: Places, before: int) -> None:
    """Move the journals of generations before `before` into the history.

    Raises:
        OSError: Some of them stay where they are; the next time they are moved.
    """
    for generation, path in places.journals().items():
        if generation < before:
            raw = path.read_bytes()
            if raw.count(b"\n") > 1:  # more than the line that says which generation it is
                replace(places.archive(generation), [gzip.compress(raw, _LEVEL, mtime=0)])
            path.unlink()


def entries_of(places: Places, generation: int) -> tuple[Entry, ...]:
    """The entries that went on from the snapshot of that generation, oldest first; what is damaged is left out."""
    return journal.scan(_raw(places, generation), -1).entries


def newest_first(places: Places, by: str, tables: Sequence[str]) -> Iterator[tuple[int, Entry, bytes]]:
    """The entries in which one annotator changed one of some tables, newest first; older files are read as it comes to them.

    Yields:
        The generation, the entry without its changes, and its line, for `journal.entry_of`.
    """
    own, marks = b'"by":%s,' % encoded(by), [b"[%s," % encoded(table) for table in tables]
    for generation in sorted({*places.journals(), *places.archives()}, reverse=True):
        raw = _raw(places, generation)
        for start, end in _lines_from_end(raw):
            changes = raw.find(journal.CHANGES, start, end)
            if raw.find(own, start, changes) < 0 or all(raw.find(mark, changes, end) < 0 for mark in marks):
                continue
            line = raw[start:end]
            entry = journal.without_changes(line)
            if entry is not None and entry.by == by:
                yield generation, entry, line


def about(places: Places, numbers: Collection[int]) -> Iterator[Entry]:
    """The entries that the numbers of some documents may stand in, oldest first, in one look through all of them."""
    marks = [b'"%d"' % number for number in numbers]
    for generation in sorted({*places.journals(), *places.archives()}):
        for line in _raw(places, generation).split(b"\n")[:-1]:
            # Parsing a line takes as long as looking for some twenty marks in it.
            worth = len(marks) > _FEW or any(mark in line for mark in marks)
            entry = journal.entry_of(line) if worth else None
            if entry is not None:
                yield entry


def _lines_from_end(raw: bytes) -> Iterator[tuple[int, int]]:
    """Where the whole lines of a journal begin and end, the last one first.

    They may have tens of megabytes: to cut them all out would keep every thread waiting.
    """
    end = raw.rfind(b"\n")
    while end > 0:
        start = raw.rfind(b"\n", 0, end) + 1
        yield start, end
        end = start - 1


def is_sound(path: Path) -> bool:
    """Whether all of a finished journal can be read."""
    scan = journal.scan(_read(path) or b"", -1)
    return scan.last > 0 and not scan.damaged and not scan.missing


def _raw(places: Places, generation: int) -> bytes:
    """A journal's bytes, wherever it lies by now; empty where it is gone or beyond reading."""
    for path in (places.journal(generation), places.archive(generation), places.journal(generation)):
        raw = _read(path)
        if raw is not None:
            return raw
    return b""


def _read(path: Path) -> bytes | None:
    try:
        raw = path.read_bytes()
        return gzip.decompress(raw) if path.suffix == ".gz" else raw
    except FileNotFoundError:
        return None
    except (OSError, EOFError, zlib.error):
        return b""
