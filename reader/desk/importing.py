"""Reading exports back: what would change is told first, then all of it is saved, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import UUID

from reader.annotations.annotation import ArticleRecord
from reader.annotations.documents import to_document
from reader.annotations.history import VOLATILE
from reader.annotations.table_names import TOMBSTONES
from reader.annotations.validation import valid_annotation
from reader.errors import ReaderError
from reader.exchange.incoming import BadRow, RemovalRow, read_back
from reader.exchange.mangling import is_as_left
from reader.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.annotations.annotation import Annotation
    from reader.annotations.repository import Repository
    from reader.exchange.incoming import Incoming, RecordRow, Row, TableRow

    State = RecordRow | TableRow
    """A row that says what an annotation is."""


@dataclass(slots=True)
class ImportPlan:
    """What an import would do.

    Attributes:
        added: Annotations that the store does not have.
        changed: Annotations that the file has something new of: as they are, and as they would be.
        unchanged: How many say the same in both.
        older: How many the store has a newer revision of.
        deleted: Annotations of the file that were deleted in the store.
        removed: Annotations of the store that the file says were deleted.
        conflicts: Annotations changed on both sides: as the store has them, and as the file has them. The store's stay,
            the file's are kept beside them.
        bad: Rows that nothing can be made of; nothing is saved then.
        unread: Headings of the file that are no columns of ours.
        articles: Records of articles that come with what is added.
    """

    added: list[Annotation] = field(default_factory=list)
    changed: list[tuple[Annotation, Annotation]] = field(default_factory=list)
    unchanged: int = 0
    older: int = 0
    deleted: list[UUID] = field(default_factory=list)
    removed: list[Annotation] = field(default_factory=list)
    conflicts: list[tuple[Annotation, Annotation]] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    unread: tuple[str, ...] = ()
    articles: dict[UUID, ArticleRecord] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each, as the messages name them, but for those that are removed."""
        return {
            "added": len(self.added), "changed": len(self.changed), "unchanged": self.unchanged, "older": self.older,
            "deleted": len(self.deleted), "conflicts": len(self.conflicts),
        }  # fmt: skip

    def told(self, code: str, file: str) -> str:
        """How many there are of each, as the message `imported` or `import-would` says it."""
        words = say(code, file=file, **self.counts)
        return f"{words} {say('import-removes', count=len(self.removed))}" if self.removed else words


def plan_import(
    repository: Repository,
    data: bytes,
    name: str,
    annotator: str,
    watched: Callable[[Iterable[Row | BadRow]], Iterable[Row | BadRow]] = iter,
) -> ImportPlan:
    """What importing a file would do; nothing is changed yet.

    Args:
        repository: The store.
        data: The whole file: CSV or JSON lines.
        name: What the user calls it.
        annotator: Who imports.
        watched: Wraps the rows as they go by, to show progress.

    Raises:
        ReaderError: The file is no export; see `read_back`.
    """
    incoming = read_back(data, name, repository.now().tzinfo)
    return _Planner(repository, annotator).plan(incoming, watched)


def carry_out(repository: Repository, plan: ImportPlan, annotator: str) -> None:
    """Save what was planned, all of it or nothing.

    Raises:
        ReaderError: `import-refused`: there are bad rows; or nothing could be saved.
    """
    if plan.bad:
        raise ReaderError("import-refused", count=len(plan.bad))
    if not (plan.added or plan.changed or plan.conflicts or plan.removed):
        return
    with repository.transaction("imported", annotator):
        for record in plan.articles.values():
            repository.save_article(record)
        for annotation in (*plan.added, *(after for _, after in plan.changed)):
            repository.save(annotation, act="imported")
        for _, theirs in plan.conflicts:
            repository.keep_conflict(theirs)
        for gone in plan.removed:
            repository.delete(gone.id, revision=gone.revision, annotator=annotator)


class _Planner:
    """Compares rows with a store, one after the other."""

    def __init__(self, repository: Repository, annotator: str) -> None:
        self._repository = repository
        self._annotator = annotator
        self._plan = ImportPlan()
        self._seen: dict[UUID, int] = {}
        self._outdated: list[tuple[State, Annotation, Annotation]] = []
        self._deleted = {UUID(int=row.doc_id) for row in repository.database.documents(TOMBSTONES)}
        self._articles = {record.id: record.id for record in repository.articles()}

    def plan(
        self, incoming: Incoming, watched: Callable[[Iterable[Row | BadRow]], Iterable[Row | BadRow]]
    ) -> ImportPlan:
        self._plan.unread = incoming.unread
        for row in watched(incoming.rows):
            if isinstance(row, BadRow):
                self._plan.bad.append(row)
                continue
            try:
                self._take(row)
            except ReaderError as error:
                self._plan.bad.append(BadRow(row.line, error))
        self._weigh()
        return self._plan

    def _take(self, row: Row) -> None:
        first = self._seen.setdefault(row.id, row.line)
        if first != row.line:
            raise ReaderError("import-twice", line=first)
        current = self._repository.get(row.id)
        if isinstance(row, RemovalRow):
            self._remove(row, current)
        elif current is not None:
            self._compare(row, current)
        elif row.id in self._deleted:
            self._plan.deleted.append(row.id)
        else:
            self._add(row)

    def _add(self, row: State) -> None:
        now = self._repository.timestamp()
        annotation = valid_annotation(
            row.new({"revision": str(self._repository.new_id()), "annotator": self._annotator, "created": now, "modified": now})
        )  # fmt: skip
        self._plan.added.append(replace(annotation, article_id=self._article_of(annotation)))

    def _remove(self, row: RemovalRow, current: Annotation | None) -> None:
        """Put a deletion where it belongs: what was changed since the deleted state stays."""
        if current is None:
            self._plan.unchanged += 1
        elif current.revision == row.revision:
            self._plan.removed.append(current)
        else:
            self._plan.older += 1

    def _compare(self, row: State, current: Annotation) -> None:
        """Put a row of an annotation that is there already where it belongs."""
        theirs = valid_annotation(replace(_on(row, current), article_id=current.article_id))
        if _says_the_same(theirs, current):
            self._plan.unchanged += 1
        elif self._is_of_current(row, current):
            self._plan.changed.append((current, self._revised(theirs, current)))
        elif row.revision is not None and theirs.parent == current.revision:
            self._plan.changed.append((current, replace(theirs, revision=row.revision)))
        else:
            self._outdated.append((row, current, theirs))

    def _weigh(self) -> None:
        """Tell rows of older revisions than the present ones from those that grew beside them."""
        histories = self._repository.histories(current.id for _, current, _ in self._outdated)
        for row, current, theirs in self._outdated:
            states = (entry.after for entry in histories[current.id])
            ancestor = next((one for one in states if one is not None and _is_state(row, one)), None)
            if ancestor is not None and _says_the_same(_on(row, ancestor), ancestor):
                self._plan.older += 1
            else:
                revision = row.revision or self._repository.new_id()
                self._plan.conflicts.append((current, replace(theirs, revision=revision)))

    def _is_of_current(self, row: State, current: Annotation) -> bool:
        """Whether the row was exported from the present state; a table that does not tell is taken to be."""
        return _is_state(row, current) or (row.revision is None and row.modified is None)

    def _revised(self, theirs: Annotation, current: Annotation) -> Annotation:
        """What somebody changed in the file, as a new revision."""
        return replace(
            theirs,
            revision=self._repository.new_id(),
            parent=current.revision,
            created=current.created,
            modified=self._repository.timestamp(),
            annotator=self._annotator,
        )

    def _article_of(self, annotation: Annotation) -> UUID:
        """The store's id of the annotation's article, which it may know under another one."""
        known = self._articles.get(annotation.article_id)
        if known is None:
            known = self._articles[annotation.article_id] = self._match(annotation)
        return known

    def _match(self, annotation: Annotation) -> UUID:
        of = annotation.provenance
        record = self._repository.article_for(content_id=of.content_id, url=of.url, path=None)
        if record is None:
            record = ArticleRecord(annotation.article_id, (of.content_id,), of.url, of.file, of.title)
        elif of.content_id not in record.content_ids:
            record = replace(record, content_ids=(of.content_id, *record.content_ids))
        self._plan.articles[record.id] = record
        return record.id


def _on(row: State, annotation: Annotation) -> Annotation:
    """What the annotation becomes by a row; how it stands on its text is no change, for exports say how it stands now."""
    theirs = row.on(annotation)
    return replace(theirs, anchor_status=annotation.anchor_status) if theirs.anchor == annotation.anchor else theirs


def _is_state(row: State, annotation: Annotation) -> bool:
    """Whether a row was exported from this state of its annotation."""
    if row.revision is not None:
        return row.revision == annotation.revision
    return row.modified is not None and is_as_left(row.modified, annotation.modified)


def _says_the_same(one: Annotation, other: Annotation) -> bool:
    """Whether two revisions say the same, whoever made them and when."""
    first, second = to_document(one), to_document(other)
    return all(first.get(name) == second.get(name) for name in {*first, *second} - {*VOLATILE, "article_id"})
