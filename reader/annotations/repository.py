"""The annotations and articles of one store, as the rest of the program knows them."""

from __future__ import annotations

from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

from tinydb import TinyDB

from reader.annotations.access import why_read_only
from reader.annotations.documents import annotation_of, article_document, article_of, to_document
from reader.annotations.storage import AtomicStorage
from reader.annotations.table import DocumentTable
from reader.annotations.validation import valid_annotation
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from reader.annotations.annotation import Annotation, ArticleRecord


class Repository:
    """A store of annotations: what is saved here is on the disk when the call returns.

    Several threads may call it; they take turns.

    Attributes:
        path: The file.
        read_only: Why nothing can be saved here, or None.
    """

    def __init__(self, path: Path, database: TinyDB, read_only: str | None) -> None:
        self.path = path
        self.read_only = read_only
        self._turn = RLock()
        self._database = database
        self._annotations = DocumentTable(database.storage, "_default")
        self._articles = DocumentTable(database.storage, "articles")

    @classmethod
    def open(cls, path: Path) -> Repository:
        """Open the store at `path`; where no file is yet, an empty one that nothing is written for until the first save.

        Raises:
            ReaderError: `store-not-json`, `store-foreign` or `store-unreadable`; nothing was changed.
        """
        return cls(path, TinyDB(path, storage=AtomicStorage), why_read_only(path))

    def annotations(self, article_id: UUID | None = None) -> list[Annotation]:
        """All annotations, or those of one article, by article, then position, then creation."""
        with self._turn:
            found = [annotation_of(row) for row in self._annotations.all()]
        return sorted((one for one in found if article_id in (None, one.article_id)), key=_place)

    def get(self, annotation_id: UUID) -> Annotation | None:
        """The annotation, or None where there is none of that id."""
        with self._turn:
            row = self._annotations.get(doc_id=annotation_id.int)
        return None if row is None else annotation_of(row)

    def save(self, annotation: Annotation) -> None:
        """Insert the annotation, or replace the revision that it was made from (its `parent`).

        Raises:
            ReaderError: It is not valid (see `valid_annotation`); `annotation-changed`: another revision was saved since;
                `store-read-only` or `store-not-saved`.
        """
        document = to_document(valid_annotation(annotation))
        with self._saving():
            current = self.get(annotation.id)
            if current is not None and not _follows(annotation, current):
                raise ReaderError("annotation-changed", annotator=current.annotator)
            self._annotations.put(annotation.id.int, document)

    def delete(self, annotation_id: UUID) -> None:
        """Delete the annotation; nothing happens where there is none of that id.

        Raises:
            ReaderError: `store-read-only` or `store-not-saved`.
        """
        with self._saving():
            self._annotations.remove(doc_ids=[annotation_id.int])

    def articles(self) -> list[ArticleRecord]:
        """All articles that have or had annotations, oldest first."""
        with self._turn:
            return sorted((article_of(row) for row in self._articles.all()), key=lambda record: record.id)

    def article_for(self, *, content_id: str, url: str | None, path: str | None) -> ArticleRecord | None:
        """The article that a file is, by the hash of its content, else by its URL, else by its path; None if it is new."""
        records = self.articles()[::-1]
        for is_same in (
            lambda record: content_id in record.content_ids,
            lambda record: url is not None and record.url == url,
            lambda record: path is not None and record.path == path,
        ):
            for record in records:
                if is_same(record):
                    return record
        return None

    def save_article(self, record: ArticleRecord) -> None:
        """Insert or replace the article.

        Raises:
            ReaderError: `store-read-only` or `store-not-saved`.
        """
        with self._saving():
            self._articles.put(record.id.int, article_document(record))

    def close(self) -> None:
        """Let go of the store."""
        with self._turn:
            self._database.close()

    @contextmanager
    def _saving(self) -> Iterator[None]:
        with self._turn:
            if self.read_only is not None:
                raise ReaderError("store-read-only", file=self.path, reason=self.read_only)
            try:
                yield
            except OSError as error:
                raise ReaderError("store-not-saved", file=self.path, reason=error.strerror) from error


def _follows(annotation: Annotation, current: Annotation) -> bool:
    """Whether it was made from the current revision, is that revision, or goes back to the one before it."""
    return current.revision in (annotation.parent, annotation.revision) or current.parent == annotation.revision


def _place(annotation: Annotation) -> tuple[UUID, int, str]:
    return annotation.article_id, -1 if annotation.target is None else annotation.target.start, annotation.created
