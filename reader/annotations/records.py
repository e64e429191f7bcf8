"""Annotations and articles as records of a store: looked up, saved, deleted."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from reader.annotations import registers
from reader.annotations.documents import annotation_of, article_document, article_of, to_document
from reader.annotations.encoding import document_of, encoded
from reader.annotations.files import saving
from reader.annotations.foreign import conflict_number
from reader.annotations.lineage import ANCESTORS, continued
from reader.annotations.revisions import refuse_outdated, tombstone, waits
from reader.annotations.storage import system_clock
from reader.annotations.table_names import ANNOTATIONS, ARTICLES, CONFLICTS, DONE, TOMBSTONES
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
    from reader.annotations.database import Database


class Records:
    """What a store holds: what is saved here is on the disk when the call returns.

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
        self._reported: set[tuple[str, int]] = set()

    @property
    def read_only(self) -> str | None:
        """Why nothing can be saved here, or None."""
        return self._storage.read_only

    @property
    def notices(self) -> list[ReaderError]:
        """What the user must know of: damage found, other programs' edits, an unsafe place; `explain` says each."""
        return self._storage.notices

    @property
    def under_way(self) -> int:
        """How many documents the transaction that is open has changed so far; 0 where none is. Any thread may ask."""
        return self._storage.under_way

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
        """How many annotations each article has; those whose article has no identifier any more are not counted."""
        counted = self._storage.contents.counted(ANNOTATIONS, "article_id")
        named = ((_identifier(article), count) for article, count in counted.items())
        return {article: count for article, count in named if article is not None}

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
        self._save(annotation, act)

    def _save(self, annotation: Annotation, act: str, settled: Iterable[Document] = ()) -> None:
        """Save an annotation; of what it settles, it is the next revision as well."""
        document = to_document(valid_annotation(annotation))
        _encoded(document)
        number = annotation.id.int
        with self.transaction(act, annotation.annotator) as pending:
            deleted = self._tombstones.get(doc_id=number)
            current = self._annotations.get(doc_id=number)
            refuse_outdated(annotation, current, deleted)
            if deleted is not None:
                self._tombstones.remove(doc_ids=[number])
            pending.put(ANNOTATIONS, number, _encoded(continued(document, current or deleted, *settled)))

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
        document = to_document(valid_annotation(annotation))
        number = annotation.id.int
        with self.transaction("conflict", annotation.annotator) as pending:
            present = self._annotations.get(doc_id=number) or self._tombstones.get(doc_id=number)
            raw = _encoded(_beside(document, present))
            pending.put(CONFLICTS, conflict_number(raw), raw)

    def conflicts(self, annotation_id: UUID | None = None) -> list[Annotation]:
        """Revisions that gave way to others and wait for a decision; all of them, or those of one annotation."""
        found = filter(None, map(self._read, filter(waits, self._conflicts)))
        return [one for one in found if annotation_id in (None, one.id)]

    def settle_conflict(
        self, annotation: Annotation, kept: Annotation | None = None, act: str = "conflict settled"
    ) -> None:
        """Let go of a revision that `conflicts` listed: also where stores are joined again, for what stands came from both.

        Args:
            annotation: The revision that `conflicts` listed.
            kept: The next revision of the annotation, which says what shall stand; default: what stands already.
            act: What this is to the user, for history and undo.

        Raises:
            ReaderError: As `save`.
        """
        number = annotation.id.int
        with self.transaction(act, self.annotator) as pending:
            rows = [row for row in self._conflicts if row.get("id") == str(annotation.id)]
            settled = [row for row in rows if row.get("revision") == str(annotation.revision)]
            self._conflicts.remove(doc_ids=[row.doc_id for row in settled])
            current, deleted = self._annotations.get(doc_id=number), self._tombstones.get(doc_id=number)
            if kept is None and current is not None:
                kept = self._renewed(annotation_of(current))
            if kept is not None:
                self._save(kept, act, settled)
            elif deleted is not None:
                buried = tombstone(deleted, self.new_id(), self.annotator, self.timestamp())
                pending.put(TOMBSTONES, number, _encoded(continued(buried, deleted, *settled)))

    def _renewed(self, annotation: Annotation) -> Annotation:
        """The same annotation as a new revision."""
        return replace(
            annotation,
            revision=self.new_id(),
            parent=annotation.revision,
            annotator=self.annotator,
            modified=self.timestamp(),
        )

    def last_revision(self, annotation_id: UUID) -> UUID | None:
        """The revision that the next one of an annotation is made from, which may be a deletion; None where nothing is known."""
        row = self._annotations.get(doc_id=annotation_id.int) or self._tombstones.get(doc_id=annotation_id.int)
        return None if row is None else _identifier(str(row.get("revision")))

    def articles(self) -> list[ArticleRecord]:
        """All articles that have or had annotations, oldest first.

        Documents that are no valid records are left out and told in `notices`.
        """
        return sorted(self._read_articles(self._articles), key=lambda record: record.id)

    def article_for(
        self, *, content_id: str, url: str | None, path: str | None, title: str | None = None
    ) -> ArticleRecord | None:
        """The article that a file is, by the hash of its content, else by its URL, else by its path; None if it is new.

        Where the title is given, a path does not count if both URL and title are others.
        """
        for field, value in (("content_ids", content_id), ("url", url), ("path", path)):
            rows = self._articles.having(field, value) if value is not None else []
            found = self._read_articles(rows)
            if title is not None:
                found = [record for record in found if record.is_of(content_id, url, path, title)]
            if found:
                return max(found, key=lambda record: record.id)
        return None

    def articles_titled(self, title: str) -> list[ArticleRecord]:
        """The articles of that title, newest first, to be offered where nothing else tells which one a file is."""
        found = self._read_articles(self._articles.having("title", title))
        return sorted(found, key=lambda record: record.id, reverse=True)

    def save_article(self, record: ArticleRecord) -> None:
        """Insert or replace the article.

        Raises:
            ReaderError: As `save`.
        """
        document = _encoded(article_document(record))
        with self.transaction(by=self.annotator) as pending:
            pending.put(ARTICLES, record.id.int, document)

    def is_done(self, article_id: UUID) -> bool:
        """Whether somebody marked the article as done."""
        raw = self._storage.rows.get(DONE, article_id.int)
        return raw is not None and not registers.is_gone(document_of(raw))

    def set_done(self, article_id: UUID, *, done: bool) -> None:
        """Mark an article as done, or no longer; nothing happens where it is so already.

        Raises:
            ReaderError: As `save`.
        """
        with self.transaction(by=self.annotator) as pending:
            if self.is_done(article_id) is done:
                return
            raw = pending.get(DONE, article_id.int)
            last = None if raw is None else document_of(raw).get("revision")
            mark = {
                "id": str(article_id),
                "revision": str(registers.later(self.new_id(), last)),
                "annotator": self.annotator,
                "modified" if done else "deleted": self.timestamp(),
            }
            pending.put(DONE, article_id.int, _encoded(mark))

    @contextmanager
    def transaction(self, act: str = "", by: str = "") -> Iterator[Pending]:
        """Save several things all together or not at all, as one act of the user.

        Args:
            act: What it is to the user, for history and undo.
            by: Who does it; the annotator of what is saved, where nobody is named.

        Raises:
            ReaderError: `store-read-only`, `store-busy` or `store-not-saved`; nothing of it is saved then.
        """
        with saving(self.path), self._storage.transaction(act, by) as pending:
            yield pending

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
            self._tell_invalid("store-annotation-invalid", row, error)
            return None

    def _read_articles(self, rows: Iterable[Document]) -> list[ArticleRecord]:
        """The records of some documents, those left out that are none, which is told once."""
        found = []
        for row in rows:
            try:
                found.append(article_of(row))
            except ReaderError as error:
                self._tell_invalid("store-article-invalid", row, error)
        return found

    def _tell_invalid(self, code: str, row: Document, error: ReaderError) -> None:
        if (code, row.doc_id) not in self._reported:
            self._reported.add((code, row.doc_id))
            self.notices.append(ReaderError(code, file=self.path, number=str(row.doc_id), **error.parameters))


def _encoded(document: Mapping[str, Any]) -> bytes:
    """The document as JSON.

    Raises:
        ReaderError: `annotation-invalid`: a field that we do not know holds what JSON cannot say.
    """
    try:
        return encoded(document)
    except (ValueError, TypeError) as error:
        raise ReaderError("annotation-invalid", field="extra", reason=error) from error


def _beside(document: dict[str, Any], present: Mapping[str, Any] | None) -> dict[str, Any]:
    """A revision that grew beside the present one, with the ancestors that both have."""
    if present is not None:
        line = [*present.get(ANCESTORS, []), present.get("parent")]
        if document["parent"] in line:
            before = line[: line.index(document["parent"])]
            return continued(document, {ANCESTORS: before})
    return document


def _identifier(word: str) -> UUID | None:
    """The identifier that a document names; None where somebody edited it by hand, and it is none."""
    try:
        return UUID(word)
    except ValueError:
        return None


def _place(annotation: Annotation) -> tuple[UUID, int, str]:
    return annotation.article_id, -1 if annotation.target is None else annotation.target.start, annotation.created
