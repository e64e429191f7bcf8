"""The desk: a library, a store and the settings, opened together."""

from __future__ import annotations

import getpass
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from reader.annotations.repository import Repository
from reader.articles.library import load
from reader.claims.of_article import claims_of
from reader.desk.opened import Opened
from reader.errors import ReaderError
from reader.identifiers import uuid7
from reader.paths import default_library, default_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.articles.article import Article
    from reader.articles.source import Source
    from reader.settings import Settings


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the library: the article in it, or why it cannot be shown.

    Attributes:
        path: The file.
        article: The article; None where it failed to load.
        error: Why it failed to load, or None.
    """

    path: Path
    article: Article | None
    error: ReaderError | None = None


@dataclass(slots=True)
class Desk:
    """What every act works on. Clock and randomness come from outside.

    Attributes:
        files: The files of the library, in order.
        repository: The store of annotations.
        settings: The settings.
        annotator: Who makes the annotations.
        now: The present time, with its offset from UTC.
        random_bits: So many random bits.
        done: Acts that can be undone, the last one last.
        undone: Acts that can be done again, the last one undone last.
    """

    files: tuple[Path, ...]
    repository: Repository
    settings: Settings
    annotator: str
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()
    random_bits: Callable[[int], int] = secrets.randbits
    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)

    def new_id(self) -> UUID:
        """A new identifier, later than the ones before."""
        return uuid7(int(self.now().timestamp() * 1000), self.random_bits(74))

    def timestamp(self) -> str:
        """The present time as records have it: ISO 8601 with offset, to the second."""
        return self.now().isoformat(timespec="seconds")

    def entries(self) -> Iterator[Entry]:
        """The library's articles, each read when it is asked for."""
        for path in self.files:
            try:
                _, article = load(path)
            except ReaderError as error:
                yield Entry(path, None, error)
            else:
                yield Entry(path, article)

    def open(self, path: Path) -> Opened:
        """Open an article: read it, find its claims, fetch its annotations.

        Raises:
            ReaderError: It cannot be read.
        """
        source, article = load(path)
        return self.lay_open(source, article, path)

    def lay_open(self, source: Source, article: Article, path: Path | None, date: str | None = None) -> Opened:
        """An article that was read already, with its claims and annotations."""
        opened = Opened(path, source, article, claims_of(article, date))
        return self.refreshed(opened)

    def refreshed(self, opened: Opened) -> Opened:
        """The same article with its annotations as the store has them now."""
        return opened.with_annotations(self.annotations_of(opened.article, opened.path))

    def annotations_of(self, article: Article, path: Path | None) -> list[Annotation]:
        """The annotations that the store has of an article."""
        record = self.repository.article_for(
            content_id=article.content_id, url=article.url, path=str(path.absolute()) if path else None
        )
        return [] if record is None else self.repository.annotations(record.id)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the store, for undoing it.

    Attributes:
        before: What stood there; None for a new annotation.
        after: What was put there; None for a deletion.
    """

    before: Annotation | None
    after: Annotation | None


def open_desk(files: Sequence[Path], store: Path | None, settings: Settings, cwd: Path) -> Desk:
    """Open store and library together.

    Args:
        files: The articles' files, in order.
        store: The file of annotations, or None for where it lies by default.
        settings: The settings.
        cwd: The current folder.

    Raises:
        ReaderError: The store is not one of ours, or cannot be read.
    """
    repository = Repository.open(store or default_store(cwd))
    return Desk(tuple(files), repository, settings, settings.annotator or login_name())


def library_paths(paths: Sequence[Path], cwd: Path) -> list[Path]:
    """The paths to look for articles in: those named, else the default library."""
    return list(paths) or [default_library(cwd)]


def login_name() -> str:
    """The name that the user is logged in under; `reader` where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reader"
