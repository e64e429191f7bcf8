"""A store of annotations, as the rest of the program knows it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from uuid import UUID

from reader.annotations import joining, texts, undoing, upkeep
from reader.annotations.database import Database
from reader.annotations.files import saving
from reader.annotations.history import histories_of
from reader.annotations.location import why_unsafe
from reader.annotations.places import Places
from reader.annotations.records import Records
from reader.annotations.recovery import recover
from reader.annotations.storage import system_clock
from reader.annotations.table_names import ANNOTATIONS
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from reader.annotations.history import HistoryEntry
    from reader.annotations.joining import Joined
    from reader.annotations.undoing import UndoneAct
    from reader.annotations.upkeep import Report


class Repository(Records):
    """A store of annotations with its history, its copies, and what others do to it meanwhile."""

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

    @staticmethod
    def recover(path: Path) -> Path:
        """Put a store whose main file is damaged or gone together again; the damaged file is set aside.

        Args:
            path: The store's main file, which `open` refused.

        Returns:
            The older file that it was put together from; everything saved since came from the journals.

        Raises:
            ReaderError: `store-beyond-recovery`: nothing is there to do it with; `store-busy` or `store-not-saved`.
        """
        return recover(Places(path))

    def changed(self) -> bool:
        """Whether another program has saved something since we looked: two looks at the file system, no waiting.

        Raises:
            ReaderError: `store-unreadable`.
        """
        return self._storage.changed()

    def unread(self) -> int:
        """How many bytes `refresh` would have to read, to tell whether that takes long; two looks at the file system.

        Raises:
            ReaderError: `store-unreadable`.
        """
        return self._storage.unread()

    def refresh(self) -> set[UUID]:
        """Read what other programs have saved; returns the annotations that they changed since the last call.

        Raises:
            ReaderError: `store-unreadable`, or what `open` raises where another main file was put there.
        """
        return {UUID(int=number) for table, number in self._storage.refresh() if table == ANNOTATIONS}

    def history(self, annotation_id: UUID) -> list[HistoryEntry]:
        """All changes of an annotation that are still on record, oldest first."""
        return self.histories((annotation_id,))[annotation_id]

    def histories(self, ids: Iterable[UUID]) -> dict[UUID, list[HistoryEntry]]:
        """The same of several annotations, in one look through all that is on record."""
        return histories_of(self._storage.places, ids)

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

    def join(self, other: Repository) -> Joined:
        """Take over what another store holds: newer revisions win over those that they came from, two children of one are kept.

        Nothing is written to the other store. Joining again changes nothing.

        Args:
            other: The store of a colleague, or a copy of this one.

        Raises:
            ReaderError: `store-row-unreadable`: one of them holds what is no document; else as `save`.
        """
        return joining.join(self, other)

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
        with saving(self.path):
            texts.keep_text(self._storage.places, sha256, text)

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
        with saving(self.path):
            self._storage.compact(complete=True)

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
