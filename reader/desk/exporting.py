"""Writing annotations for other programs."""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from reader.annotations.places import Places
from reader.desk.files import output_file, whole_file
from reader.desk.selection import Selection, chosen_from
from reader.desk.standing import with_status
from reader.errors import ReaderError
from reader.exchange.cells import row_of
from reader.exchange.columns import columns_named
from reader.exchange.comma_separated import ENCODINGS
from reader.exchange.format import Format, Wishes
from reader.exchange.leaving import REJECTION, Tally
from reader.exchange.registry import DEFAULT, all_formats, format_named
from reader.exchange.schema import schema_of_file
from reader.languages import translated
from reader.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from reader.annotations.annotation import Annotation
    from reader.annotations.repository import Repository
    from reader.exchange.cells import Cell

T = TypeVar("T")

_BESIDE = re.compile(r"\.(?:lock|previous|tmp|j\d+)")
"""How the names of the files go on that a store keeps beside its main file."""


@dataclass(frozen=True, slots=True)
class Order:
    """An export as the user wants it.

    Attributes:
        format: The format.
        selection: Which annotations.
        columns: Of a table, by name.
        encoding: Of CSV.
    """

    format: Format = field(default_factory=lambda: all_formats()[DEFAULT])
    selection: Selection = field(default_factory=Selection)
    columns: tuple[str, ...] = columns_named("full")
    encoding: str = "utf-8-sig"


def order_record(order: Order) -> dict[str, object]:
    """The order as plain values, to be remembered; `order_of` gives it back."""
    return {
        "format": order.format.word,
        "selection": order.selection.asked,
        "columns": ",".join(order.columns),
        "encoding": order.encoding,
    }


def order_of(record: Mapping[str, object]) -> Order:
    """The order that `order_record` wrote; what has no meaning (any more) is as it is by default."""
    default = Order()
    return Order(
        _remembered(record, "format", format_named, default.format),
        _remembered(record, "selection", lambda asked: Selection(**asked), default.selection),
        _remembered(record, "columns", columns_named, default.columns),
        _remembered(record, "encoding", lambda word: ENCODINGS[ENCODINGS.index(word)], default.encoding),
    )


def _remembered(record: Mapping[str, object], name: str, read: Callable[[Any], T], default: T) -> T:
    try:
        return read(record[name])
    except (KeyError, TypeError, AttributeError, ValueError, ReaderError):
        return default


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes:
        count: How many annotations.
        articles: Of how many articles.
        left_out: What format and columns could not hold, with how many annotations lose it.
    """

    count: int
    articles: int
    left_out: dict[str, int]


def write_export(
    repository: Repository,
    order: Order,
    out: BinaryIO,
    watched: Callable[[Iterable[Annotation]], Iterable[Annotation]] = iter,
) -> Exported:
    """Write annotations into an open file.

    Args:
        repository: The store.
        order: What to write, and how.
        out: Where to.
        watched: Wraps the annotations as they go by, to show progress.

    Raises:
        ReaderError: `no-such-tag` or `no-such-article`, or what the format needs is missing.
    """
    unmarked = order.format.is_table and "response" not in order.columns
    tally = Tally((*order.format.leaves_out, *([REJECTION] if unmarked else [])))
    chosen = tally.counted(watched(with_status(repository, chosen_from(repository, order.selection))))
    wishes = Wishes(order.columns, order.encoding, repository.text)
    more = order.format.write(out, chosen, wishes)
    return Exported(tally.count, tally.articles, {**tally.left_out, **more})


def left_out_words(order: Order, done: Exported) -> str:
    """What the user is told of an export that could not hold everything; empty where it could."""
    if not done.left_out:
        return ""
    what = say("comma").join(
        say("left-out-of", what=translated(name), count=count) for name, count in done.left_out.items()
    )
    return say("left-out", format=order.format.word, what=what)


def export_to(
    repository: Repository,
    order: Order,
    target: Path,
    *,
    replace: bool,
    watched: Callable[[Iterable[Annotation]], Iterable[Annotation]] = iter,
) -> Exported:
    """Write annotations into a file, which is there whole or not at all.

    Args:
        repository: The store.
        order: What to write, and how.
        target: The file.
        replace: Whether it may be there already.
        watched: As in `write_export`.

    Raises:
        ReaderError: The target is of the store itself, a folder, exists already or cannot be written, or as
            `write_export`; nothing was changed.
    """
    refuse_store(repository.path, target)
    with whole_file(target, replace=replace) as out:
        return write_export(repository, order, out, watched)


def schema_of(target: Path) -> Path:
    """Where the schema of a table lies: `a.schema.json` beside `a.csv`."""
    return target.with_suffix(".schema.json")


def write_schema(order: Order, target: Path, done: Exported, *, replace: bool) -> Path:
    """Write the schema of a CSV file beside it, with what it is of: encoding, filter, counts, sha256.

    Args:
        order: What was written, and how.
        target: The file it was written to.
        done: What came of it.
        replace: Whether a schema may be there already.

    Returns:
        Where it lies.

    Raises:
        ReaderError: As `export_to`.
    """
    sha256, size = _measured(target)
    counts = {"rows": done.count, "articles": done.articles, "filter": order.selection.asked}
    schema = schema_of_file(target.name, order.columns, order.encoding, sha256, size, counts)
    with output_file(schema_of(target), replace=replace, encoding="utf-8") as out:
        json.dump(schema, out, ensure_ascii=False, indent=2)
        out.write("\n")
    return schema_of(target)


def preview(repository: Repository, order: Order, count: int) -> list[Sequence[Cell]]:
    """The cells of the first annotations of an export, in the order of its columns.

    Raises:
        ReaderError: `no-such-tag` or `no-such-article`.
    """
    chosen = islice(chosen_from(repository, order.selection), count)
    return list(map(row_of(order.columns), with_status(repository, chosen)))


def _measured(file: Path) -> tuple[str, int]:
    """sha256 in hex, and bytes."""
    try:
        with file.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest(), data.tell()
    except OSError as error:
        raise ReaderError("file-unreadable", file=file, reason=error.strerror or error) from error


def refuse_store(store: Path, target: Path) -> None:
    """Refuse to write over the store or the files that it keeps, by whatever name they are called.

    Raises:
        ReaderError: `target-is-store`.
    """
    main, real = store.resolve(), target.resolve()
    same = os.path.exists(real) and main.exists() and real.samefile(main)  # noqa: PTH110 - of any length
    if real == main or same or _is_kept(Places(main), real):
        raise ReaderError("target-is-store", file=target)


def _is_kept(places: Places, file: Path) -> bool:
    """Whether a file is one that a store keeps: beside its main file, as history, as a copy, as what was damaged, as a text."""
    if not file.name.startswith(places.snapshot.name):
        return file in places.texts()
    beside = file.parent == places.folder and _BESIDE.fullmatch(file.name.removeprefix(places.snapshot.name))
    return bool(beside) or file.parent in (places.history, places.backups, places.quarantine)
