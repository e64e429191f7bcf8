"""A TinyDB table that saves what was changed, not everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tinydb.table import Document, Table

from reader.annotations.views import TableView, TouchedTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping

    from tinydb.queries import QueryLike

    from reader.annotations.storage import JournaledStorage

    Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class DocumentTable(Table):
    """TinyDB's table on a `JournaledStorage`, with two verbs more.

    Every change is a transaction. Queries are not cached, for other programs may change the documents.
    """

    def __init__(self, storage: JournaledStorage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        super().__init__(storage, name, cache_size, persist_empty)

    @property
    def storage(self) -> JournaledStorage:
        """The storage."""
        return cast("JournaledStorage", self._storage)

    def put(self, doc_id: int, document: Mapping[str, Any]) -> None:
        """Insert the document, or replace the one of that id as a whole (`upsert` would keep fields that are gone)."""

        def updater(table: dict[int, Mapping[Any, Any]]) -> None:
            table[doc_id] = dict(document)

        self._update_table(updater)

    def having(self, field: str, value: str) -> list[Document]:
        """The documents whose field has that value, or whose list has it as an item, found by an index."""
        rows = self.storage.rows
        view = TableView(rows, self.name)
        found = ((number, view.get(str(number))) for number in rows.having(self.name, field, value))
        return [Document(row, number) for number, row in found if row is not None]

    def update(self, fields: Fields, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """As TinyDB's, but only the documents that match are touched."""
        if doc_ids is not None or cond is None:
            return super().update(fields, doc_ids=doc_ids)
        with self.storage.transaction():
            return super().update(fields, doc_ids=self._matching(cond))

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """As TinyDB's, but only the documents that match are touched."""
        if doc_ids is not None or cond is None:
            return super().remove(doc_ids=doc_ids)
        with self.storage.transaction():
            return super().remove(doc_ids=self._matching(cond))

    def _matching(self, cond: QueryLike) -> list[int]:
        return [document.doc_id for document in self.search(cond)]

    # TinyDB says `dict` where all it needs is a mapping; the views below parse only what is asked for.

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        return cast("dict[str, Mapping[Any, Any]]", TableView(self.storage.rows, self.name))

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        with self.storage.transaction() as pending:
            touched = TouchedTable(pending, self.name)
            updater(cast("dict[int, Mapping[Any, Any]]", touched))
            touched.flush()
