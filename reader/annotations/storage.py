"""A TinyDB storage that replaces its file in one step, so that a crash leaves the old file or the new one."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from tinydb import Storage

from reader.errors import ReaderError

if TYPE_CHECKING:
    from pathlib import Path

Tables = dict[str, dict[str, Any]]

HEADER = "_reader"
"""The table that says whose file it is and in which version of the format."""

SCHEMA = 1
"""Version of the format."""

DAMAGED = "store-not-json"
FOREIGN = "store-foreign"


class AtomicStorage(Storage):
    """Reads the file once; writes by temporary file, fsync, rename, and fsync of the folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tables = _read(path)

    def read(self) -> Tables | None:
        """All tables, or None for a store that holds nothing yet."""
        return None if self._tables is None else {name: dict(table) for name, table in self._tables.items()}

    def write(self, data: Tables) -> None:
        """Save all tables; they are on the disk when this returns.

        Raises:
            OSError: They are not, and the file is as it was.
        """
        tables = {HEADER: {"1": {"schema": SCHEMA}}, **data}
        _replace(self.path, json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
        self._tables = tables


def _read(path: Path) -> Tables | None:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReaderError("store-unreadable", file=path, reason=error.strerror) from error
    try:
        tables = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ReaderError(DAMAGED, file=path, reason=error) from error
    if not _is_ours(tables):
        raise ReaderError(FOREIGN, file=path)
    return dict(tables)


def _is_ours(tables: object) -> bool:
    """Whether the JSON is a store: TinyDB's tables of documents, with our header or nothing but annotations."""
    if not isinstance(tables, dict) or not all(_is_table(table) for table in tables.values()):
        return False
    return HEADER in tables or all(
        "id" in document and "article_id" in document for document in tables.get("_default", {}).values()
    )


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        key.isdecimal() and isinstance(document, dict) for key, document in table.items()
    )


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
