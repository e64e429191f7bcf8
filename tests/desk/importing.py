"""Exports as somebody may have worked on them, and what importing them would do."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from reader.desk.exporting import Order, write_export
from reader.desk.importing import ImportPlan, plan_import
from reader.exchange.columns import columns_named
from reader.exchange.registry import format_named

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotations.repository import Repository

Row = dict[str, str]


def exported(repository: Repository, word: str = "csv", columns: str = "full") -> bytes:
    out = BytesIO()
    write_export(repository, Order(format=format_named(word), columns=columns_named(columns)), out)
    return out.getvalue()


def edited(data: bytes, edit: Callable[[list[Row]], object], **how: str) -> bytes:
    """The table after somebody worked on it."""
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))
    edit(rows)
    out = StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=how.get("delimiter", ","))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(how.get("encoding", "utf-8-sig"))


def plan(repository: Repository, data: bytes) -> ImportPlan:
    return plan_import(repository, data, "file", "importer")


def counts(repository: Repository, data: bytes) -> dict[str, int]:
    return {name: count for name, count in plan(repository, data).counts.items() if count}
