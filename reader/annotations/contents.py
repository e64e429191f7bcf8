"""What a store holds, in memory: documents as JSON bytes, parsed when they are touched, and found by the value of a field."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Protocol

from reader.annotations.encoding import document_of
from reader.annotations.journal import Op, Reference
from reader.annotations.table_names import ANNOTATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.snapshot import Tables

Key = tuple[str, int]
"""Table and number of a document."""


class Rows(Protocol):
    """Documents that can be looked up: the saved ones, or these under the changes of a transaction."""

    def get(self, table: str, number: int) -> bytes | None:
        """The document, or None."""

    def numbers(self, table: str) -> list[int]:
        """The numbers of all documents of a table."""

    def having(self, table: str, field: str, value: str) -> list[int]:
        """The numbers of the documents whose field has that value, or whose list has it as an item."""


class Contents:
    """The saved documents. Any thread may read while one changes them.

    Attributes:
        tables: Documents by table and number.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._indexes: dict[tuple[str, str], dict[str, set[int]]] = {}
        self._turn = Lock()

    def get(self, table: str, number: int) -> bytes | None:
        """The document, or None."""
        return self.tables.get(table, {}).get(number)

    def numbers(self, table: str) -> list[int]:
        """The numbers of all documents of a table."""
        return list(self.tables.get(table, {}))

    def having(self, table: str, field: str, value: str) -> list[int]:
        """The numbers of the documents whose field has that value; the first question indexes the field."""
        with self._turn:
            if (table, field) not in self._indexes:
                self._indexes[table, field] = _index(self.tables.get(table, {}), field)
            return list(self._indexes[table, field].get(value, ()))

    def put(self, table: str, number: int, document: bytes | None) -> None:
        """Insert, replace or, with None, delete a document."""
        with self._turn:
            rows = self.tables.setdefault(table, {})
            before = rows.get(number)
            if document is None:
                rows.pop(number, None)
            else:
                rows[number] = document
            for (name, field), index in self._indexes.items():
                if name == table:
                    _reindex(index, field, number, before, document)

    def apply(self, ops: Iterable[Op]) -> None:
        """Make the changes of an entry of the journal."""
        for op in ops:
            self.put(op.table, op.id, op.after)

    def counted(self, table: str, field: str) -> dict[str, int]:
        """How many documents have each value of a field."""
        self.having(table, field, "")
        with self._turn:
            return {value: len(numbers) for value, numbers in self._indexes[table, field].items()}

    def copy(self) -> Tables:
        """The documents as they are now, whatever other threads save meanwhile; tables without any are left out."""
        return {name: dict(rows) for name, rows in list(self.tables.items()) if rows or name == ANNOTATIONS}

    def difference(self, other: Contents) -> set[Key]:
        """The documents that differ between the two."""
        keys: set[Key] = set()
        for table in {*self.tables, *other.tables}:
            ours, theirs = self.tables.get(table, {}), other.tables.get(table, {})
            keys |= {
                (table, number) for number in ours.keys() | theirs.keys() if ours.get(number) != theirs.get(number)
            }
        return keys


class Pending:
    """The changes of a transaction, over what is saved.

    Attributes:
        act: What the transaction is to the user, for the history.
        by: Who does it.
        undoes: The entry of the history that it takes back, or None.
        redoes: The one that it does again, or None.
    """

    def __init__(self, saved: Contents, act: str = "", by: str = "") -> None:
        self.act = act
        self.by = by
        self.undoes: Reference | None = None
        self.redoes: Reference | None = None
        self._saved = saved
        self._changes: dict[Key, bytes | None] = {}

    def get(self, table: str, number: int) -> bytes | None:
        """The document as the transaction has it."""
        key = (table, number)
        return self._changes[key] if key in self._changes else self._saved.get(table, number)

    def numbers(self, table: str) -> list[int]:
        """The numbers of all documents of a table, as the transaction has it."""
        changed = {number: raw for (name, number), raw in self._changes.items() if name == table}
        kept = [number for number in self._saved.numbers(table) if number not in changed]
        return kept + [number for number, raw in changed.items() if raw is not None]

    def having(self, table: str, field: str, value: str) -> list[int]:
        """The numbers of the documents whose field has that value, as the transaction has it."""
        changed = {number: raw for (name, number), raw in self._changes.items() if name == table}
        kept = [number for number in self._saved.having(table, field, value) if number not in changed]
        return kept + [number for number, raw in changed.items() if raw is not None and value in _values(raw, field)]

    def put(self, table: str, number: int, document: bytes | None) -> None:
        """Insert, replace or, with None, delete a document."""
        self._changes[table, number] = document

    @property
    def size(self) -> int:
        """How many documents it changes so far."""
        return len(self._changes)

    def ops(self) -> tuple[Op, ...]:
        """What it changes in the end."""
        changes = ((key, self._saved.get(*key), after) for key, after in self._changes.items())
        return tuple(Op(*key, before, after) for key, before, after in changes if before != after)


def _index(rows: dict[int, bytes], field: str) -> dict[str, set[int]]:
    index: dict[str, set[int]] = {}
    for number, document in rows.items():
        for value in _values(document, field):
            index.setdefault(value, set()).add(number)
    return index


def _reindex(index: dict[str, set[int]], field: str, number: int, before: bytes | None, after: bytes | None) -> None:
    old = _values(before, field) if before is not None else ()
    new = _values(after, field) if after is not None else ()
    if old == new:
        return
    for value in old:
        numbers = index.get(value)
        if numbers is not None:
            numbers.discard(number)
            if not numbers:
                del index[value]
    for value in new:
        index.setdefault(value, set()).add(number)


def _values(document: bytes, field: str) -> Iterable[str]:
    """The strings that a field holds: one, several, or none.

    The field is cut out of the bytes where that is safe: it comes before any inner object, and holds no escape.
    """
    mark = b'"%s":"' % field.encode()
    start, inner = document.find(mark), document.find(b"{", 1)
    if start > 0 and (inner < 0 or start < inner):
        start += len(mark)
        end = document.find(b'"', start)
        if b"\\" not in document[start:end]:
            return (document[start:end].decode(errors="replace"),)
    listed = _listed(document, field)
    if listed is not None:
        return listed
    value = document_of(document).get(field)
    if isinstance(value, str):
        return (value,)
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else ()


def _listed(document: bytes, field: str) -> Iterable[str] | None:
    """The strings of a list, cut out of the bytes as well; None where that is not safe.

    It is where the field is there once, in no inner object, and its strings hold neither escapes nor brackets.
    """
    mark = b',"%s":[' % field.encode()
    at = document.find(mark)
    if at < 0 or document.find(mark, at + 1) >= 0 or document.count(b"{", 0, at) != document.count(b"}", 0, at) + 1:
        return None
    content = document[at + len(mark) : document.find(b"]", at)]
    if not content:
        return ()
    if b"\\" in content or content.count(b'"') != 2 * (content.count(b'","') + 1):
        return None
    return content[1:-1].decode(errors="replace").split('","') if content[:1] == content[-1:] == b'"' else None
