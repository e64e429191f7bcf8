"""What is annotated, as it is now: shown at once, saved by the writer, seen in other windows, never left unsaved unasked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import on, work
from textual.message import Message

from reader.desk.writer import Failed, Saved, Task, Writer
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.finding_screen import FindingScreen
from reader.tui.hangup import is_gone
from reader.tui.library_rows import Progress, words_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from reader.desk.act import Act
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened

LOOK = 0.5
"""Seconds between two looks for what other windows have saved."""

SOON = 0.05
"""Seconds that a key waits for a task: what is done by then is shown at once, without any sign of progress."""

LONG = 500_000
"""Bytes that other windows have saved, from which on they are read in a thread: 10 ms."""

STEP = 0.1
"""Seconds between two looks at how far a task is."""


@runtime_checkable
class TellsProgress(Protocol):
    """A screen in front of the article that says how far a task is."""

    def tell_progress(self, words: str) -> None:
        """Show how far it is; empty words when it is done."""


def progress_words(done: int, total: int) -> str:
    """How far a task is.

    Args:
        done: Documents that are changed.
        total: How many it changes; 0 where nobody knows.
    """
    if not total:
        return say("at-work-so-far", done=f"{done:,}")
    return say("at-work-of", done=f"{min(done, total):,}", total=f"{total:,}")


class SavingScreen(FindingScreen):
    """Shows what is not saved yet as such, and what other windows have saved; nobody leaves without being asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.writer = Writer(desk, self._written)
        self._is_leaving = False
        self._is_catching_up = False
        self._told_notices = 0

    def on_mount(self) -> None:
        """Begin to save, and to look for what others save."""
        self.writer.start()
        self.set_interval(LOOK, self._look_for_others)
        self._steps = self.set_interval(STEP, self._show_progress, pause=True)
        repository = self.desk.repository
        if repository.read_only:
            self._warn(say("store-read-only", file=repository.path, reason=repository.read_only))
        self._tell_notices()

    def _tell_notices(self) -> None:
        """Show what the store has found since the last time, such as an annotation that cannot be read."""
        notices = self.desk.repository.notices
        for notice in notices[self._told_notices :]:
            self.notify(explain(notice), severity="warning", markup=False, timeout=20)
        self._told_notices = len(notices)

    # What is there now

    def _show_annotations(self) -> None:
        """Show the annotations of the open article as they are now."""
        reading = self.article.reading
        if reading is not None:
            opened = self.desk.refreshed(reading.opened)
            self.article.update_annotations(opened)
            self._progress(opened)

    def _refresh_progress(self) -> None:
        """Show in the library how far the open article is."""
        if self.article.reading is not None:
            self._progress(self.article.reading.opened)

    def _progress(self, opened: Opened) -> None:
        index = self.library.index_of(opened.path) if opened.path is not None else None
        if index is not None:
            by_hand = self.desk.is_done(opened.article, opened.path)
            progress = Progress(
                len(opened.countable),
                opened.done,
                len(opened.placed),
                by_hand,
                words_of(one.annotation for one in opened.whole),
                any(placed.needs_review for placed in opened.placed),
            )
            self.library.set_progress(index, progress)
        self._refresh_lines()

    # What takes long

    def do_long(self, work: Callable[[], object], then: Callable[[Task], None], total: int = 0) -> None:
        """Have something done by the writer, in its turn; keys go on working, and the screen says how far it is.

        Args:
            work: Does it, in the writer's thread.
            then: Shows what came of it; here, at once where it is done soon.
            total: How many documents it changes, where that is known.

        Raises:
            ReaderError: What comes before it cannot be saved.
        """
        task = Task(work, then, total)
        self.writer.do(task)
        if task.done.wait(SOON):
            task.tell()
        else:
            self._steps.resume()
            self._show_progress()

    def _show_progress(self) -> None:
        """Say how far the task is, on whichever screen is in front."""
        task = self.writer.task
        if task is None:
            self._steps.pause()
            words = ""
        else:
            words = progress_words(self.desk.repository.under_way, task.total)
        front = self.app.screen
        if isinstance(front, TellsProgress):
            front.tell_progress(words)
        self._refresh_lines()

    def _written(self, result: Saved | Failed | Task) -> None:
        """In the writer's thread: pass on what became of an act."""
        self.post_message(self.Written(result))

    @dataclass
    class Written(Message):
        """The writer has saved an act, or could not; or a task is done."""

        result: Saved | Failed | Task

    @on(Written)
    def _say_written(self, event: Written) -> None:
        result = event.result
        if isinstance(result, Task):
            result.tell()
            self._show_progress()
            if self._is_leaving:
                self.leave()
        if isinstance(result, Failed):
            self._warn(explain(result.error))
            if result.conflict:
                self._keep_conflict(result.act)
            self._show_annotations()
        self._refresh_lines()

    def _keep_conflict(self, act: Act) -> None:
        """Somebody else was first: keep ours beside theirs."""
        if act.after is not None:  # what was done to many at once can be done again
            try:
                self.desk.repository.keep_conflict(act.after)
            except ReaderError as error:
                self._warn(explain(error))

    # What others save

    def _look_for_others(self) -> None:
        """Show what other windows have saved meanwhile; leave where the terminal is gone."""
        if not self.app.is_headless and is_gone(0):
            self.keep_note()
            self.app.exit()
            return
        self._tell_notices()
        if self.writer.task is not None or self._is_catching_up:
            return  # it has the store for itself
        repository = self.desk.repository
        try:
            if repository.unread() > LONG:
                self._is_catching_up = True
                self._catch_up()
            elif repository.changed():
                self._show_others(repository.refresh())
        except ReaderError as error:
            self._warn(explain(error))

    @work(thread=True, group="others", description="read what other windows have saved")
    def _catch_up(self) -> None:
        """Read what takes long beside the keys: ten thousand changes are one line of 40 MB."""
        try:
            changed = self.desk.repository.refresh()
        except ReaderError as error:
            self.app.call_from_thread(self._warn, explain(error))
        else:
            self.app.call_from_thread(self._show_others, changed)
        finally:
            self._is_catching_up = False

    def _show_others(self, changed: set[UUID]) -> None:
        if not self.is_running:
            return  # the program was left meanwhile
        self.refresh_tags()
        self._show_annotations()
        self.changed_elsewhere(changed)

    def changed_elsewhere(self, changed: set[UUID]) -> None:
        """Other windows have changed annotations."""

    # Leaving

    def action_retry(self) -> None:
        """Try again what could not be saved, or write it elsewhere."""
        self.writer.retry()
        self.writer.settle(2)
        self._show_annotations()
        if self.desk.unsaved:
            self._ask_about_unsaved(self._after_retry)
        else:
            self._tell(say("all-saved"))

    def _after_retry(self, leave: bool | None) -> None:
        """What was wanted of the acts that are not saved: go on, now that they are, or without them, or leave."""
        self._show_annotations()
        if leave and self.desk.unsaved:
            self.app.exit()
        elif leave:
            self._tell(say("all-saved"))

    def _ask_about_unsaved(self, then: Callable[[bool | None], None]) -> None:
        from reader.tui.unsaved_screen import UnsavedScreen

        self.app.push_screen(UnsavedScreen(self.desk, self.writer, self._rescue_file()), then)

    def _rescue_file(self) -> Path:
        return Path.home() / f"reader-unsaved-{self.desk.timestamp()[:19].replace(':', '')}.jsonl"

    def store_state(self) -> str:
        """The store's name, or that something is not saved (yet)."""
        if self.writer.error is not None:
            return say("state-unsaved", count=len(self.desk.unsaved))
        if (task := self.writer.task) is not None:
            return progress_words(self.desk.repository.under_way, task.total)
        return say("state-saving") if self.desk.unsaved else self.desk.repository.path.name

    def action_quit(self) -> None:
        """Leave, once everything is saved."""
        self.leave()

    def leave(self) -> None:
        """Leave, once everything is saved; where it cannot be, ask."""
        if self.writer.task is not None:
            self._is_leaving = True
            self._tell(say("leaving-after"))
            return
        self.writer.wait(10)
        if self.desk.unsaved:
            self._ask_about_unsaved(lambda leave: self.app.exit() if leave else None)
        else:
            self.app.exit()

    def keep_note(self) -> bool:
        """Save the note that is being written; False where that is refused."""
        return True

    def on_unmount(self) -> None:
        """Let the writer end."""
        self.writer.close()
