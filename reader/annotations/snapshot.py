"""The snapshot: the whole store as of some moment, in plain JSON that stock TinyDB opens.

Its first line is a table of ours that says generation and checksum; then comes one document a line. What was written so
is read back without parsing it. Anything else that is whole TinyDB JSON was written by another program and is taken as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from zlib import crc32

from reader.annotations.encoding import decoded, encoded
from reader.annotations.table_names import ANNOTATIONS, ARTICLES
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Tables = dict[str, dict[int, bytes]]
"""Documents as JSON, by table and number."""

HEADER = "_reader"
"""Name of the table that is ours."""

SCHEMA = 1
"""Version of the format that this program writes."""

_NUMBERS = 2**128
"""Numbers of documents are below it."""

_GENERATIONS = 10**9
"""Generations are below it: no disk lasts for so many snapshots."""

_CHUNK = 2_000
"""How many documents are put together at a time."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot as it was read.

    Attributes:
        tables: The documents.
        schema: Version of the format; 0 for a file that stock TinyDB wrote.
        generation: Counts the snapshots of a store; 0 for such a file.
        complete: Whether it was written when the store was closed, so that it may have no journal.
        foreign: Whether another program wrote to it after us.
    """

    tables: Tables
    schema: int = 0
    generation: int = 0
    complete: bool = True
    foreign: bool = False


def chunks(snapshot: Snapshot) -> Iterator[bytes]:
    """The file of a snapshot. Its first line holds the checksum of the rest, so the rest is put together twice."""
    check, size = _fingerprint(snapshot), 0
    for chunk in _body(snapshot.tables):
        check, size = crc32(chunk, check), size + len(chunk)
    yield b'{"%s":{"1":{"schema":%d,"generation":%d,"complete":%s,"bytes":%d,"crc":"%08x"}},\n' % (
        HEADER.encode(),
        snapshot.schema,
        snapshot.generation,
        b"true" if snapshot.complete else b"false",
        size,
        check,
    )
    yield from _body(snapshot.tables)


def read(path: Path) -> Snapshot | None:
    """The snapshot at `path`; None where there is no file.

    Raises:
        ReaderError: `store-unreadable`, `store-not-json`, `store-foreign`, or `store-damaged` where it was ours.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReaderError("store-unreadable", file=path, reason=error.strerror) from error
    return parse(raw, path)


def parse(raw: bytes, path: Path) -> Snapshot:
    """The snapshot that a file holds.

    Args:
        raw: Its bytes.
        path: Where they are from, for the error.

    Raises:
        ReaderError: As `read`, but for what the file system may say.
    """
    header = _header(raw[: raw.find(b"\n") + 1])
    if header is not None:
        try:
            snapshot = _ours(raw, header)
        except (KeyError, ValueError, TypeError):
            snapshot = None
        if snapshot is not None:
            return snapshot
    try:
        content = decoded(raw.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        code = "store-not-json" if header is None else "store-damaged"
        raise ReaderError(code, file=path, reason=error) from error
    return _foreign(content, path)


def _header(line: bytes) -> dict[str, Any] | None:
    """The document of our table, if the first line is one that we wrote."""
    if not line.startswith(b'{"%s":' % HEADER.encode()):
        return None
    try:
        header = decoded(line.rstrip(b",\n") + b"}")[HEADER]["1"]
    except (ValueError, KeyError, TypeError):
        return {}
    return header if isinstance(header, dict) else {}


def _ours(raw: bytes, header: dict[str, Any]) -> Snapshot | None:
    """The snapshot that we wrote; None where the checksum says that this is not what we wrote."""
    start = raw.find(b"\n") + 1
    empty = Snapshot({}, header["schema"], header["generation"], header["complete"])
    if not _is_sound(empty):
        return None
    check = crc32(memoryview(raw)[start:], _fingerprint(empty))
    if header["bytes"] != len(raw) - start or header["crc"] != f"{check:08x}":
        return None
    return Snapshot(_documents(raw, start), empty.schema, empty.generation, empty.complete)


def _is_sound(header: Snapshot) -> bool:
    """Whether the numbers of a first line are such as we write."""
    numbers = ((header.schema, 10**4), (header.generation, _GENERATIONS))
    return all(type(number) is int and 0 <= number < limit for number, limit in numbers)


def _fingerprint(snapshot: Snapshot) -> int:
    """What the checksum starts from, so that it covers the first line as well."""
    return crc32(b"%d %d %d" % (snapshot.schema, snapshot.generation, snapshot.complete))


def _body(tables: Tables) -> Iterator[bytes]:
    names = list(tables) or [ANNOTATIONS]
    for name in names:
        yield encoded(name) + b":{"
        ids = sorted(tables.get(name, {}))
        for first in range(0, len(ids), _CHUNK):
            rows = tables[name]
            part = b",\n".join(b'"%d":%s' % (number, rows[number]) for number in ids[first : first + _CHUNK])
            yield (b",\n" if first else b"\n") + part
        yield b"\n}}" if name == names[-1] else b"\n},\n"


def _documents(raw: bytes, start: int) -> Tables:
    """The documents of a body that `_body` made, cut out one by one without parsing them.

    Raises:
        ValueError, TypeError: Something else made it.
    """
    tables: Tables = {}
    rows: dict[int, bytes] = {}
    while start < len(raw):
        end = raw.find(b"\n", start)
        if end < 0:
            break
        if raw.startswith(b":{", end - 2):
            rows = tables.setdefault(_own_name(decoded(raw[start : end - 2])), {})
        elif not raw.startswith(b"}", start):
            colon = raw.index(b":", start)
            comma = raw.startswith(b",", end - 1)
            rows[int(raw[start + 1 : colon - 1])] = raw[colon + 1 : end - comma]
        start = end + 1
    if any(min(rows) < 0 or max(rows) >= _NUMBERS for rows in tables.values() if rows):
        raise ValueError("no number of a document")
    return tables


def _own_name(name: str) -> str:
    if name == HEADER:
        raise ValueError("the name of our own table")
    return name


def _foreign(content: object, path: Path) -> Snapshot:
    """A snapshot of what another program wrote."""
    if not isinstance(content, dict):
        raise ReaderError("store-foreign", file=path)
    if not all(_is_table(table) for table in content.values()):
        code = "store-damaged" if HEADER in content else "store-foreign"
        raise ReaderError(code, file=path, reason="not tables of documents")
    header = content.pop(HEADER, {}).get("1", {})
    if not header and not _looks_like_annotations(content):
        raise ReaderError("store-foreign", file=path)
    found = Snapshot(
        tables={},
        schema=header.get("schema", 0),
        generation=header.get("generation", 0),
        complete=bool(header.get("complete", True)),
        foreign="crc" in header,
    )
    if not _is_sound(found):
        raise ReaderError("store-damaged", file=path, reason="its first line")
    return replace(found, tables={name: _encoded_rows(table) for name, table in content.items()})


def _encoded_rows(table: dict[str, Any]) -> dict[int, bytes]:
    return {int(number): encoded(document) for number, document in table.items()}


def _looks_like_annotations(content: dict[str, dict[str, Any]]) -> bool:
    """Whether a file without our table holds annotations of ours, or nothing at all."""
    ours = content.keys() <= {ANNOTATIONS, ARTICLES}
    return ours and all("id" in one and "article_id" in one for one in content.get(ANNOTATIONS, {}).values())


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(_is_number(key) and isinstance(row, dict) for key, row in table.items())


def _is_number(key: str) -> bool:
    """Whether a key is the number of a document: at most 128 bits, as those of identifiers."""
    return key.isdecimal() and len(key) <= len(str(_NUMBERS)) and int(key) < _NUMBERS
