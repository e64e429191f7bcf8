"""Looking after a store: checking, backing up, tidying, pruning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from reader.annotations import archives
from reader.annotations import backup as copies
from reader.annotations.documents import annotation_of
from reader.annotations.encoding import document_of
from reader.annotations.files import saving
from reader.annotations.loading import load
from reader.annotations.revisions import waits
from reader.annotations.soundness import rows_of, unsound
from reader.annotations.table_names import ANNOTATIONS, ARTICLES, CONFLICTS, TOMBSTONES
from reader.errors import ReaderError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.annotations.loading import State
    from reader.annotations.repository import Repository


@dataclass(frozen=True, slots=True)
class Report:
    """What a look through the store found.

    Attributes:
        annotations: How many annotations it holds.
        articles: How many articles.
        deleted: How many tombstones.
        conflicts: How many revisions wait for a decision.
        entries: How many saves the journal holds that are not in the main file yet.
        backups: The copies, oldest first.
        problems: What is wrong; `explain` says each.
    """

    annotations: int
    articles: int
    deleted: int
    conflicts: int
    entries: int
    backups: tuple[Path, ...]
    problems: tuple[ReaderError, ...]


def check(repository: Repository) -> Report:
    """See `Repository.check`."""
    places = repository.database.storage.places
    state = load(places)
    tables = state.contents.tables
    sizes = {name: len(rows) for name, rows in tables.items()}
    problems = [*state.notices, *_invalid(state, places.snapshot), *_damaged_copies(repository)]
    return Report(
        annotations=sizes.get(ANNOTATIONS, 0),
        articles=sizes.get(ARTICLES, 0),
        deleted=sizes.get(TOMBSTONES, 0),
        conflicts=sum(waits(document_of(raw)) for raw in tables.get(CONFLICTS, {}).values()),
        entries=max(0, state.last),
        backups=tuple(places.kept_backups()),
        problems=tuple(problems),
    )


def backup(repository: Repository) -> Path:
    """See `Repository.backup`."""
    storage = repository.database.storage
    with saving(storage.places.backups):
        storage.refresh()
        return copies.back_up(storage.places, storage.contents.copy(), storage.generation, repository.now())


def back_up_daily(repository: Repository) -> None:
    """Write the day's backup where there is none yet; what fails is told in the notices."""
    storage = repository.database.storage
    try:
        copies.back_up_daily(storage.places, storage.contents.copy(), storage.generation, repository.now())
    except OSError as error:
        storage.note("store-not-backed-up", error)


def tidy(repository: Repository) -> None:
    """See `Repository.tidy`."""
    storage = repository.database.storage
    if storage.wrote:
        back_up_daily(repository)
    if storage.wrote and storage.is_long():
        try:
            storage.compact()
        except (OSError, ReaderError) as error:
            storage.note("store-not-compacted", error)


def prune(repository: Repository, before: int) -> int:
    """See `Repository.prune`."""
    storage = repository.database.storage
    gone = 0
    with saving(storage.places.history):
        for generation, path in storage.places.archives().items():
            entries = archives.entries_of(storage.places, generation)
            if entries and all(entry.at < before for entry in entries):  # none: it is damaged, and nobody knows how old
                path.unlink()
                gone += 1
    tombstones = repository.database.documents(TOMBSTONES)
    with repository.transaction("pruned", repository.annotator):
        old = [row.doc_id for row in tombstones if _time(row.get("deleted")) < before]
        tombstones.remove(doc_ids=old)
    return gone


def _invalid(state: State, file: Path) -> list[ReaderError]:
    """The documents that are no valid annotations, and the rows that hold no documents."""
    found = []
    for number, raw in state.contents.tables.get(ANNOTATIONS, {}).items():
        try:
            annotation_of(document_of(raw))
        except ReaderError as error:
            found.append(ReaderError("store-annotation-invalid", file=file, number=str(number), **error.parameters))
    others = (row for row in rows_of(state.contents.tables) if row[0] != ANNOTATIONS)
    return [*found, *unsound(others, file)]


def _damaged_copies(repository: Repository) -> list[ReaderError]:
    """Archives and texts that cannot be read any more."""
    places = repository.database.storage.places
    found = [path for path in places.archives().values() if not archives.is_sound(path)]
    names = {path.name.removesuffix(".gz"): path for path in places.texts()}
    found += [path for sha256, path in names.items() if repository.text(sha256) is None]
    return [ReaderError("store-copy-damaged", file=path) for path in found]


def _time(timestamp: object) -> float:
    """Milliseconds since 1970; for what is no time, the far future, so that nothing is thrown away for it."""
    try:
        return datetime.fromisoformat(str(timestamp)).timestamp() * 1000
    except ValueError:
        return float("inf")
