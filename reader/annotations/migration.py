"""Stores of older versions: their documents, as this version has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.annotations.snapshot import Snapshot, Tables


def _from_stock(tables: Tables) -> Tables:
    """Format 0 is what stock TinyDB writes: the same documents without our header."""
    return tables


STEPS: Mapping[int, Callable[[Tables], Tables]] = {0: _from_stock}
"""What leads from each older format to the next one."""


def migrated(snapshot: Snapshot) -> Tables:
    """The documents of a snapshot in this version's format, which it replaces at the next save."""
    tables = snapshot.tables
    for schema in sorted(STEPS):
        if schema >= snapshot.schema:
            tables = STEPS[schema](tables)
    return tables
