"""The acts on the open article: shown at once, saved by the writer, taken back on a key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import on, work
from textual.message import Message

from reader.desk import acts
from reader.desk.act import quote_of
from reader.desk.writer import Failed, Saved, Task, Writer
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.finding_screen import FindingScreen
from reader.tui.hangup import is_gone
from reader.tui.library_rows import Progress, words_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from reader.annotations.undoing import UndoneAct
    from reader.desk.act import Act, Again
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

QUIET = ("nothing-to-undo", "nothing-to-redo")
"""Errors that are no trouble."""


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


class AnnotatingScreen(FindingScreen):
    """Tags, notes, deletions, undo; what is not saved yet is shown as such, and nobody leaves without being asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.writer = Writer(desk, self._written)
        self._open_index: int | None = None
        self._last_act: tuple[Path | None, int] | None = None
        self._again: Again | None = None
        self._done_on: tuple[int, int] | None = None
        """What the act was done on that can be done again."""
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

    def _act(self, plan: Callable[[Opened], Act]) -> bool:
        """Show what an act does and let the writer save it; False where it is refused."""
        reading = self.article.reading
        return reading is not None and self._attempt(lambda: plan(reading.opened.preferring(reading.chosen)))

    def _attempt(self, plan: Callable[[], Act]) -> bool:
        """Do an act; False where it is refused, which is told."""
        try:
            self._do(plan())
        except ReaderError as error:
            self._warn(explain(error))
            return False
        return True

    def _do(self, act: Act) -> None:
        """Show what an act does, and let the writer save it.

        Raises:
            ReaderError: `at-work`: a task is changing what the act may be about.
        """
        if self.writer.task is not None:
            raise ReaderError("at-work")
        self.writer.save(act)
        self._again = act.again or self._again
        before = self._where_done(act)
        self._show_annotations()
        self._last_act = self._where_done(act) or before or self._last_act
        self._tell(say(act.code, **act.parameters))

    def _where_done(self, act: Act) -> tuple[Path | None, int] | None:
        """The article that is open and the place in it that an act is about; None where it is about something else."""
        reading, one = self.article.reading, act.after or act.before
        placed = reading.opened.placed_of(one.id) if reading is not None and one is not None else None
        if reading is None or placed is None:
            return None
        start = 0 if placed.annotation.target is None else placed.start
        return (reading.opened.path, start) if start is not None else None

    def _show_annotations(self) -> None:
        """Show the annotations of the open article as they are now."""
        reading = self.article.reading
        if reading is not None:
            opened = self.desk.refreshed(reading.opened)
            self.article.update_annotations(opened)
            self._progress(opened)

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

    def action_delete(self) -> None:
        """Delete the annotation at the place."""
        placed = self.article.reading.annotation if self.article.reading else None
        if placed is None:
            self._tell(say("nothing-to-delete"))
        else:
            self._act(lambda _: acts.delete(placed.annotation))

    def action_undo(self) -> None:
        """Take back the last act, also one of an earlier session."""
        self.take_back(self.desk.undo, partial(self._say_taken, code="undone"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.take_back(self.desk.redo, partial(self._say_taken, code="redone"))

    def take_back(self, step: Callable[[], UndoneAct], say_taken: Callable[[UndoneAct, Opened | None], None]) -> None:
        """Take an act back, or do it again; what is refused is told here.

        Args:
            step: Does it.
            say_taken: Says what was done, and to what in the open article as it was before.
        """
        earlier = self.article.reading.opened if self.article.reading else None

        def then(task: Task) -> None:
            if task.error is not None:
                self._refuse(task.error)
            else:
                self.taken_back(task.result)
                say_taken(task.result, earlier)

        try:
            self.do_long(step, then)
        except ReaderError as error:
            self._refuse(error)

    def _refuse(self, error: ReaderError) -> None:
        self._warn(explain(error)) if error.code not in QUIET else self._tell(explain(error))

    def _say_taken(self, taken: UndoneAct, earlier: Opened | None, code: str) -> None:
        if taken.of_tags:
            self._tell(say(f"{code}-tags", act=taken.act))
            return
        one = taken.first
        reading = self.article.reading
        placed = None
        if reading is not None and earlier is not None and one is not None:
            placed = reading.opened.placed_of(one.id) or earlier.placed_of(one.id)
        if placed is not None and placed.start is not None:
            self.article.go(placed.start)
        self._tell(say(code, act=taken.act.rstrip("."), quote=quote_of(one) if one else ""))

    def taken_back(self, taken: UndoneAct) -> None:  # noqa: ARG002 (others look at it)
        """An act was taken back, or done again: show what is there now."""
        self.refresh_tags()
        self._show_annotations()

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
