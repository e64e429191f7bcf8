"""The TinyDB storage: a snapshot, a journal of what was saved since, and a lock between programs.

Each transaction takes the lock, catches up with what others have saved, appends one line to the journal and waits until it is
on the disk. Reading takes no lock and writes nothing. See docs/store.md for the files and what they promise.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from threading import RLock, get_ident
from typing import TYPE_CHECKING, Any, cast

from tinydb import Storage

from reader.annotations.access import why_read_only
from reader.annotations.archives import archive
from reader.annotations.compaction import write_snapshot
from reader.annotations.contents import Contents, Key, Pending, Rows
from reader.annotations.encoding import encoded
from reader.annotations.files import make_folder, sync_folder
from reader.annotations.journal import Entry, Journal, entry_line
from reader.annotations.loading import catch_up, load, signature, size_of
from reader.annotations.lock import Lock
from reader.annotations.places import Places
from reader.annotations.snapshot import SCHEMA
from reader.annotations.soundness import refuse_unsound
from reader.annotations.views import TableView
from reader.errors import ReaderError
from reader.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

COMPACTION_SIZE = 8_000_000
"""A journal is worth a new snapshot when it is so long, in bytes, and longer than the snapshot."""


def system_clock() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class JournaledStorage(Storage):
    """Saves each transaction by one synced line.

    Threads that change it take turns; any thread may read meanwhile.

    Attributes:
        places: The files.
        read_only: Why nothing can be saved, or None.
        notices: What the user must know of: damage, other programs' edits, what could not be tidied up.
        quarantined: How many entries were lost to damage or changed by another program, and set aside.
        wrote: Whether something was saved here since it was opened.
    """

    def __init__(self, path: Path, clock: Callable[[], int] = system_clock) -> None:
        self.places = Places(path)
        self.read_only = why_read_only(path)
        self.notices: list[ReaderError] = []
        self.quarantined = 0
        self._clock = clock
        self._lock = Lock(self.places.lock)
        self._turn = RLock()
        self._journal: Journal | None = None
        self._active: Pending | None = None
        self._active_thread = 0
        self.wrote = False
        self._unsettled = False
        self._news: set[Key] = set()
        self._state = load(self.places)
        self._tell()
        if self._state.schema > SCHEMA:
            self.read_only = say("reason-newer", format=self._state.schema)

    @property
    def rows(self) -> Rows:
        """The documents as this thread sees them: with the changes of its own transaction, if it is in one."""
        if self._active is not None and self._active_thread == get_ident():
            return self._active
        return self._state.contents

    @property
    def contents(self) -> Contents:
        """The saved documents."""
        return self._state.contents

    @property
    def under_way(self) -> int:
        """How many documents the transaction that is open has changed so far; 0 where none is. Any thread may ask."""
        pending = self._active
        return 0 if pending is None else pending.size

    @property
    def generation(self) -> int:
        """The generation of the snapshot."""
        return self._state.generation

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables, for TinyDB; None for a store without any."""
        tables = {name: TableView(self.rows, name) for name, rows in self._state.contents.tables.items() if rows}
        return cast("dict[str, dict[str, Any]]", tables) or None

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Make the store hold these tables and no others, for TinyDB.

        Raises:
            ReaderError, OSError: As `transaction` does.
        """
        with self.transaction() as pending:
            for name in {*self._state.contents.tables, *data}:
                wanted = {int(number): encoded(dict(row)) for number, row in data.get(name, {}).items()}
                for number in {*pending.numbers(name), *wanted}:
                    pending.put(name, number, wanted.get(number))

    def changed(self) -> bool:
        """Whether another program has saved something since we looked: two looks at the file system, no waiting.

        Raises:
            ReaderError: `store-unreadable`.
        """
        return bool(self._news) or self.unread() > 0

    def unread(self) -> int:
        """How many bytes `refresh` would have to read, to tell whether that takes long; two looks at the file system.

        Raises:
            ReaderError: `store-unreadable`.
        """
        state = self._state
        found = signature(self.places.snapshot)
        if found != state.seen:
            return max(1, found[1] if found else 0)
        # A torn last line counts as news each time: whoever writes next puts another in its place, perhaps one as long.
        return abs((size_of(self.places.journal(state.generation)) if state.generation else 0) - state.position)

    def refresh(self) -> set[Key]:
        """Catch up with what other programs have saved.

        Returns:
            The documents that they have changed since the last call, whether that was read now or before a save of ours.
        """
        with self._turn:
            if self._active is None:
                self._catch_up()
            news, self._news = self._news, set()
            return news

    @contextmanager
    def transaction(self, act: str = "", by: str = "") -> Iterator[Pending]:
        """Change documents all together or not at all; what is saved is on the disk when the block is left.

        Another transaction inside the block joins it, and says what it is where the outer one does not.

        Args:
            act: What it is to the user, for the history.
            by: Who does it.

        Raises:
            ReaderError: `store-read-only`, or `store-busy` where another program keeps the lock.
            OSError: It could not be written; the store is as it was before.
        """
        with self._turn:
            if self._active is not None:
                self._active.act = self._active.act or act
                self._active.by = self._active.by or by
                yield self._active
                return
            with self._writing():
                pending = Pending(self._state.contents, act, by)
                self._active, self._active_thread = pending, get_ident()
                try:
                    yield pending
                finally:
                    self._active = None
                self._commit(pending)

    def compact(self, *, complete: bool = False) -> None:
        """Write a new snapshot and move the journal into the history.

        Args:
            complete: Whether nothing is to be saved after it, as when the store is closed.

        Raises:
            ReaderError: As `transaction` does.
            OSError: It could not be written; nothing that was saved is lost.
        """
        with self._turn, self._writing():
            self._compact(complete=complete)

    def is_long(self) -> bool:
        """Whether the journal has outgrown the snapshot, so that compacting is worth it."""
        size = self._state.seen[1] if self._state.seen else 0
        return self._state.position > max(COMPACTION_SIZE, size)

    def close(self, *, compacting: bool = True) -> None:
        """Let go of the files; what was saved here goes into the snapshot first, where that can be done."""
        with self._turn:
            try:
                if compacting and self.wrote and self._state.last > 0:
                    self.compact(complete=True)
            except (OSError, ReaderError) as error:
                self.note("store-not-compacted", error)
            finally:
                self._drop_journal()
                self._lock.close()
                self.wrote = False

    def note(self, code: str, error: Exception) -> None:
        """Remember what failed, to tell the user."""
        reason = error.code if isinstance(error, ReaderError) else getattr(error, "strerror", None) or error
        self.notices.append(ReaderError(code, file=self.places.snapshot, reason=reason))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock, with everything that others have saved read."""
        if self.read_only is not None:
            raise ReaderError("store-read-only", file=self.places.snapshot, reason=self.read_only)
        make_folder(self.places.folder)
        with self._lock.held():
            self._settle()
            self._catch_up()
            yield

    def _settle(self) -> None:
        """Sync the folder where that failed after a rename: until then nothing may be saved on top of it."""
        if self._unsettled:
            sync_folder(self.places.folder)
            self._unsettled = False

    def _commit(self, pending: Pending) -> None:
        ops = pending.ops()
        if not ops:
            return
        refuse_unsound(((op.table, op.id, op.before) for op in ops if op.before is not None), self.places.snapshot)
        journal = self._open_journal()
        state = self._state
        number, now = state.last + 1, self._clock()
        line = entry_line(Entry(number, now, pending.by, pending.act, ops, pending.undoes, pending.redoes))
        try:
            journal.append(line, state.position)
        except OSError:
            self._drop_journal()
            raise
        state.position += len(line)
        state.last += 1
        self.wrote = True
        state.contents.apply(ops)

    def _open_journal(self) -> Journal:
        """The journal that goes on from the present snapshot; a snapshot is written first where there is none of ours."""
        if not self._state.is_current:
            self._compact(complete=False)
        state = self._state
        path = self.places.journal(state.generation)
        if self._journal is None or self._journal.path != path or not self._journal.is_in_place():
            self._drop_journal()
            if state.last >= 0 and path.exists():
                self._journal = Journal(path)
            else:
                self._unsettled = True
                self._journal = Journal.create(path, state.generation)
                self._unsettled = False
                self._catch_up()
        return self._journal

    def _compact(self, *, complete: bool) -> None:
        self._drop_journal()
        try:
            self._archive(write_snapshot(self.places, self._state, complete=complete))
        except BaseException:
            self._unsettled = True
            raise
        finally:
            self._load()

    def _archive(self, before: int) -> None:
        """Move older journals into the history; before the store is read again, which looks into those that lie there."""
        try:
            archive(self.places, before)
        except OSError as error:
            self.note("store-not-compacted", error)

    def _catch_up(self) -> None:
        state = self._state
        changed = catch_up(state, self.places)
        if changed is None:
            self._load()
            changed = state.contents.difference(self._state.contents)
        self._news |= changed
        self._tell()

    def _load(self) -> None:
        self._state = load(self.places)
        self._tell()

    def _tell(self) -> None:
        """Move what was found while reading to where the user is told."""
        self.notices += self._state.notices
        self.quarantined += self._state.quarantined
        self._state.notices, self._state.quarantined = [], 0

    def _drop_journal(self) -> None:
        if self._journal is not None:
            self._journal.close()
            self._journal = None
