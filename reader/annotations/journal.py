"""The journal: one line a transaction, on the disk before the transaction is reported as saved.

A line is eight hex digits of CRC-32, a blank, and a JSON object; the checksum is of the object's bytes. The first line says
which generation of the snapshot the others go on from. Each change holds the document before and after, so that a
journal is also the history of what was changed, and enough to take it back.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zlib import crc32

from reader.annotations.encoding import decoded, encoded, is_deep, items_of
from reader.annotations.files import replace as replace_file
from reader.annotations.files import sync, write_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


CHANGES = b',"ops":['
"""What stands in a line before its changes."""

_FIRST = b'{"journal":'
"""How the first line begins."""

_ENTRIES = 2**53
"""Numbers of entries are below it."""

_END_OF_TIME = 253_370_764_800_000
"""Milliseconds from 1970 to the year 9999: calendars of computers end there."""

Reference = tuple[int, int]
"""An entry of the history: its generation and its number there."""


@dataclass(frozen=True, slots=True)
class Op:
    """The change of one document.

    Attributes:
        table: Its table.
        id: Its number there.
        before: The document before, as JSON; None where there was none.
        after: The document after; None where it was deleted.
    """

    table: str
    id: int
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One transaction.

    Attributes:
        number: Its place in the journal, from 1.
        at: When, in milliseconds since 1970.
        by: Who.
        act: What it was to the user, such as `tagged`.
        ops: The changes.
        undoes: The entry that it takes back, or None.
        redoes: The entry that it does again, or None.
    """

    number: int
    at: int
    by: str
    act: str
    ops: tuple[Op, ...]
    undoes: Reference | None = None
    redoes: Reference | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in a stretch of a journal.

    Attributes:
        entries: The sound ones.
        damaged: Lines that are whole but wrong: by their checksum, or by what they say.
        missing: How many entries are gone without a trace.
        end: Length of all whole lines, in bytes; what comes after was torn off while it was written.
        last: Number of the last entry.
    """

    entries: tuple[Entry, ...]
    damaged: tuple[bytes, ...]
    missing: int
    end: int
    last: int


def entry_line(entry: Entry) -> bytes:
    """The line of an entry; documents go in as they are, without being parsed."""
    head = b'{"n":%d,"at":%d,"by":%s,"act":%s' % (entry.number, entry.at, encoded(entry.by), encoded(entry.act))
    if entry.undoes:
        head += b',"undoes":[%d,%d]' % entry.undoes
    if entry.redoes:
        head += b',"redoes":[%d,%d]' % entry.redoes
    return _line(head + CHANGES + b",".join(map(_op_json, entry.ops)) + b"]}")


def scan(raw: bytes, last: int) -> Scan:
    """Read a stretch of a journal.

    Args:
        raw: Bytes from the beginning of a line on.
        last: Number of the entry before them, 0 at the beginning, -1 before the first line.
    """
    entries: list[Entry] = []
    damaged: list[bytes] = []
    missing = 0
    end = raw.rfind(b"\n") + 1
    for line in raw[:end].split(b"\n")[:-1]:
        if _is_sound(line) and line.startswith(_FIRST, 9):
            last = 0
            continue
        entry = entry_of(line)
        if entry is None:
            damaged.append(line)
            last += 1
            continue
        missing += max(0, entry.number - last - 1)
        last = entry.number
        entries.append(entry)
    return Scan(tuple(entries), tuple(damaged), missing, end, last)


def entry_of(line: bytes) -> Entry | None:
    """The entry of one line, without its line feed; None where it is damaged or the journal's first line."""
    head = without_changes(line)
    try:
        return None if head is None else replace(head, ops=tuple(_ops_in(line)))
    except (ValueError, TypeError, IndexError):
        return None


def without_changes(line: bytes) -> Entry | None:
    """The entry of one line, its changes left out: ten times as fast. None where it is damaged or holds no entry."""
    try:
        return _head_in(line) if _is_sound(line) else None
    except (ValueError, TypeError, KeyError):
        return None


class Journal:
    """An open journal to append to. The caller holds the store's lock."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = self._open()

    @classmethod
    def create(cls, path: Path, generation: int) -> Journal:
        """Put a new journal there, in one step: where there is a journal, there is its first line."""
        replace_file(path, [_line(_FIRST + b'1,"generation":%d}' % generation)])
        return cls(path)

    def is_in_place(self) -> bool:
        """Whether the file still is the one that others would read: somebody may have put another in its place."""
        try:
            return os.path.samestat(self.path.stat(), os.fstat(self._descriptor))
        except OSError:
            return False

    def append(self, line: bytes, position: int) -> None:
        """Append a line; it is on the disk when this returns.

        Args:
            line: The line, with its line feed.
            position: Where the last whole line ends, in bytes; anything after it was torn and is cut off.

        Raises:
            OSError: It is not; the journal was cut back to `position` as far as that was possible.
        """
        try:
            if os.fstat(self._descriptor).st_size != position:
                os.ftruncate(self._descriptor, position)
            write_all(self._descriptor, line)
        except OSError:
            self._cut_back(position)
            raise
        try:
            sync(self._descriptor)
        except OSError:
            self._append_again(line, position)

    def close(self) -> None:
        """Close it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor = -1

    def _open(self) -> int:
        return os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)

    def _cut_back(self, position: int) -> None:
        """Drop the descriptor that failed, and what it may have written."""
        self.close()
        self._descriptor = self._open()
        os.ftruncate(self._descriptor, position)

    def _append_again(self, line: bytes, position: int) -> None:
        """After a failed sync the system may have dropped the pages: write them anew, through another descriptor."""
        try:
            self._cut_back(position)
            write_all(self._descriptor, line)
            sync(self._descriptor)
            if os.pread(self._descriptor, len(line), position) != line:
                raise OSError(5, "read back otherwise than written")
        except OSError:
            self._cut_back(position)
            raise


def _line(*contents: bytes) -> bytes:
    """A line of some pieces, put together only once: they may have tens of megabytes."""
    checksum = 0
    for content in contents:
        checksum = crc32(content, checksum)
    return b"".join((b"%08x " % checksum, *contents, b"\n"))


def _op_json(op: Op) -> bytes:
    return b'[%s,"%d",%s,%s]' % (encoded(op.table), op.id, op.before or b"null", op.after or b"null")


def _is_sound(line: bytes) -> bool:
    return line[8:9] == b" " and line[:8] == b"%08x" % crc32(memoryview(line)[9:])


def _head_in(line: bytes) -> Entry | None:
    """The entry of a sound line without its changes; None where it has none, as the first line.

    Raises:
        ValueError, TypeError, KeyError: It says nothing that we would write.
    """
    end = line.find(CHANGES)
    if end < 0:
        return None
    content = decoded(line[9:end] + b"}")
    undoes, redoes = (_reference(content.get(name)) for name in ("undoes", "redoes"))
    number, at = _whole(content["n"], _ENTRIES), _whole(content["at"], _END_OF_TIME)
    return Entry(number, at, _string(content["by"]), _string(content["act"]), (), undoes, redoes)


def _ops_in(line: bytes) -> Iterator[Op]:
    """The changes of an entry, one after the other, their documents as they are written.

    An entry of ten thousand has tens of megabytes, and every thread stands still while one object is parsed.

    Raises:
        ValueError, TypeError, IndexError: They are none.
    """
    text, at = line[line.find(CHANGES) + len(CHANGES) :].decode("utf-8"), 0
    while text[at] != "]":
        ((table, _), (number, _), before, after), at = items_of(text, at + 1)
        yield Op(_string(table), _whole(int(number), 2**128), _document(*before), _document(*after))
        at += text[at] == ","


def _document(value: object, written: str) -> bytes | None:
    if value is None:
        return None
    raw = written.encode("utf-8")
    if not isinstance(value, dict) or is_deep(raw, value):
        raise ValueError("no document")
    return raw


def _reference(value: list[int] | None) -> Reference | None:
    if value is None:
        return None
    generation, number = value
    return _whole(generation, _ENTRIES), _whole(number, _ENTRIES)


def _whole(value: object, limit: int) -> int:
    if type(value) is not int or not 0 <= value < limit:
        raise ValueError("no such number")
    return value


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no string")
    value.encode()  # a lone surrogate is nothing that we would write
    return value
