"""TinyDB with our storage and table under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tinydb import TinyDB

from reader.annotations.storage import JournaledStorage, system_clock
from reader.annotations.table import DocumentTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tinydb.table import Table


class Database(TinyDB):
    """A TinyDB whose saves are durable, and cost as much as what they change."""

    table_class: type[Table] = DocumentTable

    def __init__(self, path: Path, clock: Callable[[], int] = system_clock) -> None:
        super().__init__(path, clock, storage=JournaledStorage)

    @property
    def storage(self) -> JournaledStorage:
        """The storage."""
        return cast("JournaledStorage", self._storage)

    def documents(self, name: str) -> DocumentTable:
        """The table of that name."""
        return cast("DocumentTable", self.table(name))
