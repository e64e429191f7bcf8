"""The annotations and articles of one store, as the rest of the program knows them."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from reader.annotations import texts, undoing, upkeep
from reader.annotations.database import Database
from reader.annotations.documents import annotation_of, article_document, article_of, to_document
from reader.annotations.encoding import encoded
from reader.annotations.foreign import CONFLICTS, conflict_number
from reader.annotations.history import ANNOTATIONS, TOMBSTONES, history_of
from reader.annotations.location import why_unsafe
from reader.annotations.revisions import refuse_outdated, tombstone
from reader.annotations.storage import system_clock
from reader.annotations.validation import valid_annotation
from reader.errors import ReaderError
from reader.identifiers import uuid7

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from tinydb.table import Document

    from reader.annotations.annotation import Annotation, ArticleRecord
    from reader.annotations.contents import Pending
    from reader.annotations.history import HistoryEntry
    from reader.annotations.undoing import UndoneAct
    from reader.annotations.upkeep import Report

ARTICLES = "articles"
"""The table of articles."""


class Repository:
    """A store of annotations: what is saved here is on the disk when the call returns.

    Threads that save take turns; any thread may read meanwhile.

    Attributes:
        path: The file.
        annotator: Who works here, where a call does not say.
        database: The TinyDB underneath.
    """

    def __init__(
        self,
        database: Database,
        annotator: str = "",
        clock: Callable[[], int] = system_clock,
        random_bits: Callable[[int], int] = secrets.randbits,
    ) -> None:
        self.path: Path = database.storage.places.snapshot
        self.annotator = annotator
        self.database = database
        self._storage = database.storage
        self._clock = clock
        self._random_bits = random_bits
        self._annotations = database.documents(ANNOTATIONS)
        self._articles = database.documents(ARTICLES)
        self._tombstones = database.documents(TOMBSTONES)
        self._conflicts = database.documents(CONFLICTS)
        self._reported: set[int] = set()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        annotator: str = "",
        clock: Callable[[], int] = system_clock,
        random_bits: Callable[[int], int] = secrets.randbits,
    ) -> Repository:
        """Open the store at `path`; where no file is yet, an empty one that nothing is written for until the first save.

        Args:
            path: The store's main file.
            annotator: Who works here.
            clock: Says milliseconds since 1970.
            random_bits: Gives so many random bits.

        Raises:
            ReaderError: `store-not-json`, `store-foreign`, `store-damaged` or `store-unreadable`; nothing was changed.
        """
        repository = cls(Database(path, clock), annotator, clock, random_bits)
        reason = why_unsafe(path)
        if reason is not None:
            repository._storage.notices.append(ReaderError("store-unsafe-place", file=path, reason=reason))
        return repository

    @property
    def read_only(self) -> str | None:
        """Why nothing can be saved here, or None."""
        return self._storage.read_only

    @property
    def notices(self) -> list[ReaderError]:
        """What the user must know of: damage found, other programs' edits, an unsafe place; `explain` says each."""
        return self._storage.notices

    def annotations(self, article_id: UUID | None = None, *, tag: str | None = None) -> list[Annotation]:
        """All annotations, or those of one article or with one tag, by article, then position, then creation.

        Documents that are no valid annotations are left out and told in `notices`.
        """
        if article_id is not None:
            rows: Iterable[Document] = self._annotations.having("article_id", str(article_id))
        elif tag is not None:
            rows = self._annotations.having("tags", tag)
        else:
            rows = self._annotations
        found = filter(None, map(self._read, rows))
        return sorted((one for one in found if tag is None or tag in one.tags), key=_place)

    def counts(self) -> dict[UUID, int]:
        """How many annotations each article has."""
        counted = self._storage.contents.counted(ANNOTATIONS, "article_id")
        return {UUID(article): count for article, count in counted.items()}

    def get(self, annotation_id: UUID) -> Annotation | None:
        """The annotation, or None where there is none of that id."""
        row = self._annotations.get(doc_id=annotation_id.int)
        return None if row is None else self._read(row)

    def save(self, annotation: Annotation, *, act: str = "saved") -> None:
        """Insert the annotation, or replace the revision that it was made from (its `parent`).

        Args:
            annotation: A new annotation, or a new revision of one.
            act: What this is to the user, for history and undo.

        Raises:
            ReaderError: It is not valid (see `valid_annotation`); `annotation-changed` or `annotation-deleted`: another
                revision was saved since; `store-read-only`, `store-busy` or `store-not-saved`. Nothing has changed then.
        """
        document = _encoded(to_document(valid_annotation(annotation)))
        number = annotation.id.int
        with self.transaction(act, annotation.annotator) as pending:
            deleted = self._tombstones.get(doc_id=number)
            refuse_outdated(annotation, self._annotations.get(doc_id=number), deleted)
            if deleted is not None:
                self._tombstones.remove(doc_ids=[number])
            pending.put(ANNOTATIONS, number, document)

    def delete(
        self, annotation_id: UUID, *, revision: UUID | None = None, annotator: str | None = None, act: str = "deleted"
    ) -> None:
        """Delete the annotation, leaving a tombstone; nothing happens where there is none of that id.

        Args:
            annotation_id: Which one.
            revision: The revision that the user saw; None deletes any.
            annotator: Who deletes.
            act: What this is to the user, for history and undo.

        Raises:
            ReaderError: `annotation-changed`: it is of another revision by now; else as `save`.
        """
        who = self.annotator if annotator is None else annotator
        with self.transaction(act, who):
            row = self._annotations.get(doc_id=annotation_id.int)
            if row is None:
                return
            if revision is not None and row.get("revision") != str(revision):
                raise ReaderError("annotation-changed", annotator=row.get("annotator", ""))
            self._annotations.remove(doc_ids=[annotation_id.int])
            self._tombstones.put(annotation_id.int, tombstone(row, self.new_id(), who, self.timestamp()))

    def keep_conflict(self, annotation: Annotation) -> None:
        """Keep a revision that could not be saved, for another one was saved since; `conflicts` lists it.

        Raises:
            ReaderError: As `save`.
        """
        document = _encoded(to_document(valid_annotation(annotation)))
        with self.transaction("conflict", annotation.annotator) as pending:
            pending.put(CONFLICTS, conflict_number(document), document)

    def conflicts(self, annotation_id: UUID | None = None) -> list[Annotation]:
        """Revisions that gave way to others and wait for a decision; all of them, or those of one annotation."""
        found = filter(None, map(self._read, self._conflicts))
        return [one for one in found if annotation_id in (None, one.id)]

    def settle_conflict(self, annotation: Annotation) -> None:
        """Let go of a revision that `conflicts` listed.

        Raises:
            ReaderError: As `save`.
        """
        number = conflict_number(_encoded(to_document(annotation)))
        with self.transaction("conflict settled", self.annotator):
            self._conflicts.remove(doc_ids=[number])

    def articles(self) -> list[ArticleRecord]:
        """All articles that have or had annotations, oldest first."""
        return sorted((article_of(row) for row in self._articles), key=lambda record: record.id)

    def article_for(self, *, content_id: str, url: str | None, path: str | None) -> ArticleRecord | None:
        """The article that a file is, by the hash of its content, else by its URL, else by its path; None if it is new."""
        for field, value in (("content_ids", content_id), ("url", url), ("path", path)):
            rows = self._articles.having(field, value) if value is not None else []
            if rows:
                newest = max(rows, key=lambda row: row.doc_id)
                return article_of(newest)
        return None

    def save_article(self, record: ArticleRecord) -> None:
        """Insert or replace the article.

        Raises:
            ReaderError: As `save`.
        """
        document = _encoded(article_document(record))
        with self.transaction(by=self.annotator) as pending:
            pending.put(ARTICLES, record.id.int, document)

    @contextmanager
    def transaction(self, act: str = "", by: str = "") -> Iterator[Pending]:
        """Save several things all together or not at all, as one act of the user.

        Args:
            act: What it is to the user, for history and undo.
            by: Who does it; the annotator of what is saved, where nobody is named.

        Raises:
            ReaderError: `store-read-only`, `store-busy` or `store-not-saved`; nothing of it is saved then.
        """
        try:
            with self._storage.transaction(act, by) as pending:
                yield pending
        except OSError as error:
            raise ReaderError("store-not-saved", file=self.path, reason=error.strerror or error) from error

    def changed(self) -> bool:
        """Whether another program has saved something since we looked: two looks at the file system, no waiting."""
        return self._storage.changed()

    def refresh(self) -> set[UUID]:
        """Read what other programs have saved; returns the annotations that changed."""
        return {UUID(int=number) for table, number in self._storage.refresh() if table == ANNOTATIONS}

    def history(self, annotation_id: UUID) -> list[HistoryEntry]:
        """All changes of an annotation that are still on record, oldest first."""
        return history_of(self._storage.places, annotation_id)

    def undo(self, annotator: str) -> UndoneAct | None:
        """Take back the annotator's last act that was not taken back yet, from whichever session.

        Returns:
            What it was; None where there is nothing to take back.

        Raises:
            ReaderError: `undo-changed`: somebody changed the thing since; else as `save`.
        """
        return undoing.undo(self, annotator)

    def redo(self, annotator: str) -> UndoneAct | None:
        """Do again what the annotator took back last, unless another act came after that.

        Returns:
            What it was; None where there is nothing to do again.

        Raises:
            ReaderError: As `undo`.
        """
        return undoing.redo(self, annotator)

    def keep_text(self, sha256: str, text: str) -> None:
        """Keep the text that annotations count in; to be called before the first of them is saved.

        Args:
            sha256: Of the text's UTF-8 bytes, in hex.
            text: An article's text.

        Raises:
            ReaderError: As `save`.
            ValueError: The hash is another text's.
        """
        if self.read_only is not None:
            raise ReaderError("store-read-only", file=self.path, reason=self.read_only)
        try:
            texts.keep_text(self._storage.places, sha256, text)
        except OSError as error:
            raise ReaderError("store-not-saved", file=self.path, reason=error.strerror or error) from error

    def text(self, sha256: str) -> str | None:
        """The text of that hash; None where it was not kept, or is damaged."""
        return texts.text_of(self._storage.places, sha256)

    def check(self) -> Report:
        """Look through the whole store, as it lies on the disk; nothing is changed."""
        return upkeep.check(self)

    def compact(self) -> None:
        """Put everything into the main file, as closing does.

        Raises:
            ReaderError: As `save`.
        """
        try:
            self._storage.compact()
        except OSError as error:
            raise ReaderError("store-not-saved", file=self.path, reason=error.strerror or error) from error

    def backup(self) -> Path:
        """Write a copy of the store; returns where it is. It is never removed by itself.

        Raises:
            ReaderError: As `save`.
        """
        return upkeep.backup(self)

    def tidy(self) -> None:
        """What is due now and then and takes its time: the day's backup, and a new main file where the journal is long.

        To be called when nobody waits. What fails is told in `notices`.
        """
        upkeep.tidy(self)

    def prune(self, before: int) -> int:
        """Forget history and tombstones from before a time (milliseconds since 1970); returns how many files went.

        Raises:
            ReaderError: As `save`.
        """
        return upkeep.prune(self, before)

    def close(self) -> None:
        """Let go of the store: everything goes into the main file first, and what fails at that is told in `notices`."""
        if self._storage.wrote:
            upkeep.back_up_daily(self)
        self._storage.close()

    def new_id(self) -> UUID:
        """A new identifier."""
        return uuid7(self._clock(), self._random_bits(74))

    def now(self) -> datetime:
        """The present time, with its offset from UTC."""
        return datetime.fromtimestamp(self._clock() / 1000).astimezone()

    def timestamp(self) -> str:
        """The present time as records have it: ISO 8601 with offset, to the second."""
        return self.now().isoformat(timespec="seconds")

    def _read(self, row: Document) -> Annotation | None:
        """The annotation of a document; None for what is none, which is told once."""
        try:
            return annotation_of(row)
        except ReaderError as error:
            if row.doc_id not in self._reported:
                self._reported.add(row.doc_id)
                self.notices.append(ReaderError("store-annotation-invalid", number=str(row.doc_id), **error.parameters))
            return None


def _encoded(document: Mapping[str, Any]) -> bytes:
    """The document as JSON.

    Raises:
        ReaderError: `annotation-invalid`: a field that we do not know holds what JSON cannot say.
    """
    try:
        return encoded(document)
    except (ValueError, TypeError) as error:
        raise ReaderError("annotation-invalid", field="extra", reason=error) from error


def _place(annotation: Annotation) -> tuple[UUID, int, str]:
    return annotation.article_id, -1 if annotation.target is None else annotation.target.start, annotation.created
