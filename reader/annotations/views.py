"""The documents of a table as TinyDB looks at them: parsed when touched, written back only where changed."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from reader.annotations.encoding import document_of, encoded

if TYPE_CHECKING:
    from reader.annotations.contents import Pending, Rows

Document = dict[str, Any]


class TableView(Mapping[str, Document]):
    """The documents of a table by their numbers as strings, as TinyDB reads them; each look-up gives a fresh one."""

    def __init__(self, rows: Rows, table: str) -> None:
        self._rows = rows
        self._table = table

    def __getitem__(self, key: str) -> Document:
        raw = self._rows.get(self._table, int(key))
        if raw is None:
            raise KeyError(key)
        document: Document = document_of(raw)
        return document

    def __iter__(self) -> Iterator[str]:
        return map(str, self._rows.numbers(self._table))

    def __len__(self) -> int:
        return len(self._rows.numbers(self._table))

    def items(self) -> _Items:
        """The documents with their keys."""
        return _Items(self)


class _Items(ItemsView[str, Document]):
    """The documents with their keys; one that another thread deletes meanwhile is passed over."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view

    def __iter__(self) -> Iterator[tuple[str, Document]]:
        for key in self._view:
            document = self._view.get(key)
            if document is not None:
                yield key, document


class TouchedTable(MutableMapping[int, Document]):
    """The documents of a table by number, as TinyDB changes them; `flush` hands what was changed to the transaction."""

    def __init__(self, pending: Pending, table: str) -> None:
        self._pending = pending
        self._table = table
        self._touched: dict[int, Document] = {}

    def __getitem__(self, number: int) -> Document:
        if number not in self._touched:
            raw = self._pending.get(self._table, number)
            if raw is None:
                raise KeyError(number)
            self._touched[number] = document_of(raw)
        return self._touched[number]

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self._pending.get(self._table, number) is not None

    def __setitem__(self, number: int, document: Document) -> None:
        self._touched.pop(number, None)
        self._pending.put(self._table, number, encoded(document))

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._touched.pop(number, None)
        self._pending.put(self._table, number, None)

    def __iter__(self) -> Iterator[int]:
        return iter(self._pending.numbers(self._table))

    def __len__(self) -> int:
        return len(self._pending.numbers(self._table))

    def clear(self) -> None:
        """Delete all documents."""
        for number in self:
            del self[number]

    def flush(self) -> None:
        """Hand over the documents that were changed in place."""
        for number, document in self._touched.items():
            self._pending.put(self._table, number, encoded(document))
