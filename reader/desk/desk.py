"""The desk: a library, a store and the settings, opened together."""

from __future__ import annotations

import getpass
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.annotations.annotation import ArticleRecord
from reader.annotations.repository import Repository
from reader.annotations.tag_table import TagTable
from reader.desk.background import Background
from reader.desk.library import Library
from reader.desk.opened import Opened
from reader.errors import ReaderError
from reader.messages import say
from reader.paths import default_store
from reader.tags import TagSet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.annotations.undoing import UndoneAct
    from reader.desk.act import Act
    from reader.desk.entry import Identified
    from reader.settings import Settings


@dataclass(slots=True)
class Desk:
    """What every act works on.

    Attributes:
        files: The files that the library was made of; empty where `library` was given.
        repository: The store of annotations.
        settings: The settings.
        annotator: Who makes the annotations.
        unsaved: Acts that are shown but not saved yet, in order.
        background: Who reads articles.
        library: The library.
    """

    files: tuple[Path, ...]
    repository: Repository
    settings: Settings
    annotator: str
    unsaved: list[Act] = field(default_factory=list)
    background: Background = field(default_factory=lambda: Background(own_process=False))
    library: Library = field(default_factory=lambda: Library((), Background(own_process=False)))

    def __post_init__(self) -> None:
        if self.files:
            self.library = Library(self.files, self.background)

    def new_id(self) -> UUID:
        """A new identifier."""
        return self.repository.new_id()

    def timestamp(self) -> str:
        """The present time as records have it: ISO 8601 with offset, to the second."""
        return self.repository.timestamp()

    def tags(self) -> TagSet:
        """The tags that can be given: those of the store or, until it has any, those of the settings."""
        return self.tag_table().set() or TagSet.of(self.settings.tags)

    def tag_table(self) -> TagTable:
        """The tags of the store, to be changed."""
        return TagTable(self.repository, self.annotator)

    def tag_uses(self) -> dict[str, int]:
        """How many annotations have each tag, those counted in that are not saved yet."""
        uses = Counter(self.tag_table().uses())
        for step in self.unsaved_steps:
            uses.subtract(step.before.tags if step.before else ())
            uses.update(step.after.tags if step.after else ())
        return {tag: count for tag, count in uses.items() if count > 0}

    # Articles

    def open(self, path: Path, longest: int | None = None) -> Opened:
        """Open an article: read it, find its claims, fetch its annotations.

        Args:
            path: The file.
            longest: Find the claims only where the text has at most so many code points.

        Raises:
            ReaderError: It cannot be read.
        """
        answer = self.background.ask("opened", path, longest)
        if answer is None:
            raise ReaderError("file-unreadable", file=path, reason="…")  # the program is being left
        source, article, claims = answer
        return self.refreshed(Opened(path, source, article, claims))

    def refreshed(self, opened: Opened) -> Opened:
        """The same article with its annotations as they are now."""
        return opened.with_annotations(self.annotations_of(opened.article, opened.path), self.repository.text)

    def annotations_of(self, article: Identified, path: Path | None) -> list[Annotation]:
        """The annotations of an article: those of the store, with what is not saved yet laid over them."""
        record = self._known(article, path)
        if record is None:
            return []
        found = {one.id: one for one in self.repository.annotations(record.id)}
        for step in self.unsaved_steps:
            if step.after is not None and step.after.article_id == record.id:
                found[step.after.id] = step.after
            elif step.after is None and step.before is not None:
                found.pop(step.before.id, None)
        return list(found.values())

    @property
    def unsaved_steps(self) -> list[Act]:
        """The single changes that are shown but not saved yet, in order."""
        return [step for act in tuple(self.unsaved) for step in act.steps]

    def article_record(self, opened: Opened) -> tuple[ArticleRecord | None, ArticleRecord]:
        """The record of an article as the store has it (None where it is new), and as it should be now."""
        known = self._known(opened.article, opened.path)
        if known is None:
            return None, self.new_record(opened.article, _place_of(opened))
        return known, self.record_with(known, opened)

    def new_record(self, article: Identified, place: str) -> ArticleRecord:
        """The record of an article that the store does not know.

        Args:
            article: The article.
            place: The absolute path of its file, or what else it is called.
        """
        return ArticleRecord(self.new_id(), (article.content_id,), article.url, place, article.title)

    def record_with(self, known: ArticleRecord, opened: Opened) -> ArticleRecord:
        """A record of the store, with what the article that lies open is now."""
        article = opened.article
        earlier = tuple(one for one in known.content_ids if one != article.content_id)
        contents = (*earlier, article.content_id)
        return replace(known, content_ids=contents, url=article.url or known.url, path=_place_of(opened))

    def is_changed(self, article: Identified, path: Path | None) -> bool:
        """Whether a file is an article that the store knows, with another content than any that was annotated."""
        known = self._known(article, path)
        return known is not None and article.content_id not in known.content_ids

    def offered(self, article: Identified, path: Path | None) -> list[ArticleRecord]:
        """The articles of the store that a file may be, by its title, where nothing better tells; newest first."""
        return [] if self._known(article, path) is not None else self.repository.articles_titled(article.title)

    def record_of(self, article: Identified, path: Path | None) -> ArticleRecord | None:
        """The record of an article; None where nothing was done to it yet."""
        return self._known(article, path)

    def is_done(self, article: Identified, path: Path | None) -> bool:
        """Whether somebody marked the article as done."""
        record = self._known(article, path)
        if record is None:
            return False
        marks = (step.done for step in reversed(self.unsaved_steps) if step.done is not None)
        return next((done for number, done in marks if number == record.id), self.repository.is_done(record.id))

    def _known(self, article: Identified, path: Path | None) -> ArticleRecord | None:
        for step in reversed(self.unsaved_steps):
            if step.record is not None and article.content_id in step.record.content_ids:
                return step.record
        place = str(path.absolute()) if path else None
        found = self.repository.article_for
        return found(content_id=article.content_id, url=article.url, path=place, title=article.title)

    # Saving

    def commit(self, act: Act) -> None:
        """Save an act: when this returns it is on the disk, whole.

        Raises:
            ReaderError: It could not be saved; nothing has changed.
        """
        if not act.changes_something:
            return
        words = say(act.code, **act.parameters)
        for step in act.steps:
            if step.text is not None and step.after is not None and (counted := step.after.anchor or step.after.target):
                self.repository.keep_text(counted.text_sha256, step.text)
        with self.repository.transaction(words, self.annotator):
            for step in act.steps:
                self.save_step(step)

    def save_step(self, step: Act) -> None:
        """Save a single change, in a transaction that is open."""
        if step.record is not None:
            self.repository.save_article(step.record)
        if step.done is not None:
            self.repository.set_done(step.done[0], done=step.done[1])
        if step.after is not None:
            self.repository.save(step.after)
        elif step.before is not None:
            self.repository.delete(step.before.id, revision=step.before.revision, annotator=self.annotator)

    def undo(self) -> UndoneAct:
        """Take back one's own last act, also one of an earlier session.

        Raises:
            ReaderError: `nothing-to-undo`; somebody changed the thing since; or it could not be saved.
        """
        undone = self.repository.undo(self.annotator)
        if undone is None:
            raise ReaderError("nothing-to-undo")
        return undone

    def redo(self) -> UndoneAct:
        """Do again what was taken back last.

        Raises:
            ReaderError: As `undo`, with `nothing-to-redo`.
        """
        redone = self.repository.redo(self.annotator)
        if redone is None:
            raise ReaderError("nothing-to-redo")
        return redone


def _place_of(opened: Opened) -> str:
    """What a record calls the file of an article."""
    return str(opened.path.absolute()) if opened.path else opened.article.file


def open_desk(
    files: Iterable[Path], store: Path | None, settings: Settings, cwd: Path, library: Library | None = None
) -> Desk:
    """Open store and library together.

    Args:
        files: The articles' files, in order.
        store: The file of annotations, or None for where it lies by default.
        settings: The settings.
        cwd: The current folder.
        library: The library, where it is not to be made of `files`.

    Raises:
        ReaderError: The store is not one of ours, or cannot be read.
    """
    annotator = annotator_of(settings)
    repository = Repository.open(store or default_store(cwd), annotator=annotator)
    desk = Desk(tuple(files), repository, settings, annotator)
    if library is not None:
        desk.library, desk.background = library, library.background
    return desk


def annotator_of(settings: Settings) -> str:
    """Who works here, as the settings say; else the name that the user is logged in under."""
    return settings.annotator or login_name()


def login_name() -> str:
    """The name that the user is logged in under; `reader` where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reader"
