"""The index of the library: what articles say of themselves, and their texts, kept from one run to the next.

A cache in an SQLite file of the user's cache folder: safe to delete, and made anew where it is damaged or where another
version of the program wrote it. A row counts while its file has the same size and time of change. Each change is one
transaction, so whoever reads (also another window) sees all of it or nothing.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader import __version__
from reader.desk.entry import Facts
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

FORM = 1
"""Number of the form of the tables below."""

_TABLES = (
    "CREATE TABLE written_by (version TEXT NOT NULL)",
    "CREATE TABLE articles (number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,"
    " changed INTEGER NOT NULL, error TEXT, content_id TEXT, title TEXT, date TEXT, publisher TEXT, url TEXT,"
    " characters INTEGER, claims INTEGER)",
    "CREATE TABLE texts (number INTEGER PRIMARY KEY, folded BLOB NOT NULL, written BLOB NOT NULL)",
)
_FACTS = "path, size, changed, error, content_id, title, date, publisher, url, characters, claims"
_AT_ONCE = 500
"""Paths in one question."""

_READING = ("text", "articles", "claims")
"""The rooms whose code decides what an article says."""

Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds of a file."""


def version_of_code() -> str:
    """A name for the code that reads articles: another one as soon as a file of it changes."""
    package = Path(__file__).parents[1]
    stamps = []
    for room in _READING:
        with os.scandir(package / room) as files:
            stamps += sorted((one.name, one.stat().st_mtime_ns) for one in files if one.name.endswith(".py"))
    return f"{__version__}-{zlib.crc32(repr(stamps).encode()):08x}"


class Known(NamedTuple):
    """What the index knows of a file.

    Attributes:
        stamp: Size and time of change that the file had.
        facts: What its article says; None where it could not be read.
        error: Why it could not be read, or None.
    """

    stamp: Stamp
    facts: Facts | None
    error: ReaderError | None


class Indexed(NamedTuple):
    """A file to be put into the index.

    Attributes:
        path: The file, absolute.
        known: What is known of it.
        folded: Its text as searches compare it; empty where it could not be read, or comes later.
        written: Its text as written, exactly as long.
    """

    path: str
    known: Known
    folded: str
    written: str


class Found(NamedTuple):
    """An article that words stand in.

    Attributes:
        title: Its title.
        places: Where they stand in its text, in code points; the first ones.
        written: Its text as written.
    """

    title: str
    places: tuple[int, ...]
    written: str


class Index:
    """The file of the index. What goes wrong with it is no error: then nothing is known, and it is made anew.

    Attributes:
        file: Where it lies.
        version: Of the code that reads articles.
    """

    def __init__(self, file: Path, version: str) -> None:
        """Name the file; it is opened at the first question, and made at the first change.

        Args:
            file: Where the index lies.
            version: Of the code that reads articles: what another one wrote is not believed.
        """
        self.file = file
        self.version = version
        self._connection: sqlite3.Connection | None = None
        self._opened: int | None = None

    def known(self, paths: Sequence[str]) -> dict[str, Known]:
        """What is known of some files (absolute paths), whether or not they have changed since."""
        found: dict[str, Known] = {}
        for at in range(0, len(paths), _AT_ONCE):
            part = paths[at : at + _AT_ONCE]
            rows = self._rows(f"SELECT {_FACTS} FROM articles WHERE path IN ({','.join('?' * len(part))})", part)  # noqa: S608
            for path, size, changed, error, *told in rows:
                facts = Facts(*told) if error is None else None
                found[path] = Known((size, changed), facts, _read_error(error))
        return found

    def put(self, articles: Iterable[Indexed]) -> None:
        """Keep what was read, in the place of what was known of the same files."""
        rows = list(articles)
        self._change(lambda connection: _put(connection, rows))

    def put_text(self, path: str, folded: str, written: str) -> None:
        """Keep the text of a file that was put without one."""
        self._change(lambda connection: _put_text(connection, path, folded, written))

    def put_claims(self, counted: Iterable[tuple[str, int]]) -> None:
        """Keep how many claims count in some files."""
        rows = [(claims, path) for path, claims in counted]
        self._change(lambda connection: connection.executemany("UPDATE articles SET claims = ? WHERE path = ?", rows))

    def search(self, folded: str) -> dict[str, int]:
        """The articles that words stand in: the number of each by its path.

        Args:
            folded: The words as searches compare them, not empty.
        """
        wanted = folded.encode("utf-8", "surrogatepass")
        numbers = [number for number, text in self._rows("SELECT number, folded FROM texts", ()) if wanted in text]
        found: dict[str, int] = {}
        for at in range(0, len(numbers), _AT_ONCE):
            part = numbers[at : at + _AT_ONCE]
            marks = ",".join("?" * len(part))
            found.update(self._rows(f"SELECT path, number FROM articles WHERE number IN ({marks})", part))  # noqa: S608
        return found

    def found(self, number: int, folded: str, limit: int) -> Found | None:
        """Where words stand in an article that `search` found.

        Args:
            number: Which article it is.
            folded: The words.
            limit: Places that are told, at most.
        """
        wanted = folded.encode("utf-8", "surrogatepass")
        query = "SELECT title, folded, written FROM articles JOIN texts USING (number) WHERE number = ?"
        for title, text, written in self._rows(query, (number,)):
            return Found(title, _places(text, wanted, limit), zlib.decompress(written).decode("utf-8", "surrogatepass"))
        return None

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _rows(self, query: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        try:
            connection = self._open()
            if connection is not None:
                yield from connection.execute(query, values)
        except sqlite3.OperationalError:
            self.close()
        except sqlite3.DatabaseError:
            self._remove()

    def _change(self, change: Callable[[sqlite3.Connection], object]) -> None:
        for _ in range(2):
            try:
                connection = self._open() or self._made()
                with connection:
                    change(connection)
            except (
                sqlite3.OperationalError,
                OSError,
            ):  # locked, a full disk, a folder that is read-only: it is only a cache
                return self.close()
            except sqlite3.DatabaseError:
                self._remove()
            else:
                return None
        return None

    def _open(self) -> sqlite3.Connection | None:
        """The index as it is; None where there is none of ours."""
        if self._connection is not None and self._inode() != self._opened:
            self.close()  # somebody deleted it, or put another in its place
        if self._connection is None and self._inode() is not None:
            connection = self._connected()
            try:
                ours = connection.execute("SELECT version FROM written_by").fetchall() == [(self._written_by,)]
            except sqlite3.OperationalError:
                ours = False
            if ours:
                self._connection, self._opened = connection, self._inode()
            else:
                connection.close()
        return self._connection

    def _inode(self) -> int | None:
        """Which file lies there; None where there is none."""
        try:
            return self.file.stat().st_ino
        except OSError:
            return None

    @property
    def _written_by(self) -> str:
        return f"{FORM} {self.version}"

    def _made(self) -> sqlite3.Connection:
        """A new index, in the place of what is there."""
        self._remove()
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self._connection = connection = self._connected()
        with connection:
            for table in _TABLES:
                connection.execute(table)
            connection.execute("INSERT INTO written_by VALUES (?)", (self._written_by,))
        self._opened = self._inode()
        return connection

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=2, check_same_thread=False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _remove(self) -> None:
        self.close()
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{self.file}{ending}").unlink()


def _put(connection: sqlite3.Connection, articles: Iterable[Indexed]) -> None:
    for article in articles:
        _put_one(connection, article)


def _put_one(connection: sqlite3.Connection, article: Indexed) -> None:
    stamp, facts, error = article.known
    told = tuple(facts) if facts is not None else (None,) * len(Facts._fields)
    marks = ",".join("?" * (4 + len(told)))
    connection.execute("DELETE FROM texts WHERE number = (SELECT number FROM articles WHERE path = ?)", (article.path,))
    connection.execute(
        f"INSERT OR REPLACE INTO articles ({_FACTS}) VALUES ({marks})",  # noqa: S608
        (article.path, *stamp, _written_error(error), *told),
    )
    if article.written:
        _put_text(connection, article.path, article.folded, article.written)


def _put_text(connection: sqlite3.Connection, path: str, folded: str, written: str) -> None:
    sought, told = (text.encode("utf-8", "surrogatepass") for text in (folded, written))
    connection.execute(
        "INSERT OR REPLACE INTO texts SELECT number, ?, ? FROM articles WHERE path = ?",
        (sought, zlib.compress(told, 1), path),
    )


def _places(text: bytes, wanted: bytes, limit: int) -> tuple[int, ...]:
    """Where the words stand, in code points; the first ones."""
    places: list[int] = []
    counted = characters = 0
    at = text.find(wanted)
    while at >= 0 and len(places) < limit:
        characters += len(text[counted:at].decode("utf-8", "surrogatepass"))
        places.append(characters)
        counted = at
        at = text.find(wanted, at + len(wanted))
    return tuple(places)


def _written_error(error: ReaderError | None) -> str | None:
    if error is None:
        return None
    return json.dumps([error.code, {name: str(value) for name, value in error.parameters.items()}])


def _read_error(written: str | None) -> ReaderError | None:
    if written is None:
        return None
    code, parameters = json.loads(written)
    return ReaderError(code, **parameters)
