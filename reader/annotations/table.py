"""A TinyDB table that replaces whole documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tinydb.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping


class DocumentTable(Table):
    """TinyDB's table, with one verb more."""

    def put(self, doc_id: int, document: Mapping[str, Any]) -> None:
        """Insert the document, or replace the one of that id as a whole (`upsert` would keep fields that are gone)."""

        def updater(table: dict[int, Mapping[str, Any]]) -> None:
            table[doc_id] = dict(document)

        self._update_table(updater)
