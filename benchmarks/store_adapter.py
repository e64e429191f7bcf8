"""The store as the torture scripts want it: our TinyDB, its storage and its table, with their plain documents.

cd benchmarks; PYTHONPATH=. python torture/fault_kill.py store_adapter:ReaderStore 200 1000 mixed
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb.table import Document

from reader.annotations.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterable

_BASE32 = {character: value for value, character in enumerate("0123456789ABCDEFGHJKMNPQRSTVWXYZ")}


def number(ulid: str) -> int:
    """The 128-bit number that a ULID writes."""
    value = 0
    for character in ulid:
        value = value << 5 | _BASE32[character]
    return value


class ReaderStore:
    """Opens, saves and closes as the app does: closing puts the journal into the main file."""

    durable = True
    compacts_on_close = True
    compacts_every: int | None = None

    def __init__(self, folder: str) -> None:
        self.db = Database(Path(folder) / "annotations.json")
        self.table = self.db.documents("_default")
        self._saves = 0

    @classmethod
    def files(cls, folder: str) -> list[str]:
        """Main file and journal: what must be whole for the last state to be read."""
        paths = sorted(Path(folder).glob("annotations.json*"))
        return [str(path) for path in paths if path.suffix not in (".lock", ".previous", ".tmp")]

    def add(self, document: dict[str, Any]) -> None:
        self.table.insert(Document(document, number(document["id"])))
        self._count()

    def add_many(self, documents: Iterable[dict[str, Any]]) -> None:
        self.table.insert_multiple(Document(document, number(document["id"])) for document in documents)

    def update(self, ulid: str, fields: dict[str, Any]) -> None:
        assert self.table.update(fields, doc_ids=[number(ulid)]), "not there"
        self._count()

    def delete(self, ulid: str) -> None:
        assert self.table.remove(doc_ids=[number(ulid)]), "not there"
        self._count()

    def all(self) -> dict[str, dict[str, Any]]:
        self._look()
        return {document["id"]: dict(document) for document in self.table}

    def by_article(self, article: str) -> list[Document]:
        self._look()
        return self.table.having("article_id", article)

    def count(self) -> int:
        self._look()
        return len(self.table)

    def close(self) -> None:
        """Close, and tell what failed at it as loudly as the app would."""
        told = len(self.db.storage.notices)
        self.db.storage.close(compacting=self.compacts_on_close)
        for notice in self.db.storage.notices[told:]:
            raise notice

    def _look(self) -> None:
        if self.db.storage.changed():
            self.db.storage.refresh()

    def _count(self) -> None:
        self._saves += 1
        if self.compacts_every and self._saves % self.compacts_every == 0:
            self.db.storage.compact()


class JournalStays(ReaderStore):
    """As if the program died at the end: the journal is never put into the main file."""

    compacts_on_close = False


class Compacting(ReaderStore):
    """A new main file after every third save, to meet the moments in between."""

    compacts_every = 3
