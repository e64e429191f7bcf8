"""The acts on the open article: shown at once, saved by the writer, taken back on a key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from reader.desk import acts
from reader.desk.act import quote_of
from reader.desk.writer import Failed, Saved, Writer
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

QUIET = ("nothing-to-undo", "nothing-to-redo")
"""Errors that are no trouble."""


class AnnotatingScreen(FindingScreen):
    """Tags, notes, deletions, undo; what is not saved yet is shown as such, and nobody leaves without being asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.writer = Writer(desk, self._written)
        self._open_index: int | None = None
        self._last_act: tuple[int, int] | None = None
        self._again: Again | None = None

    def on_mount(self) -> None:
        """Begin to save, and to look for what others save."""
        self.writer.start()
        self.set_interval(LOOK, self._look_for_others)
        repository = self.desk.repository
        if repository.read_only:
            self._warn(say("store-read-only", file=repository.path, reason=repository.read_only))
        for notice in repository.notices:
            self.notify(explain(notice), severity="warning", markup=False, timeout=20)

    def _act(self, plan: Callable[[Opened], Act]) -> bool:
        """Show what an act does and let the writer save it; False where it is refused."""
        reading = self.article.reading
        if reading is None:
            return False
        try:
            act = plan(reading.opened.preferring(reading.chosen))
        except ReaderError as error:
            self._warn(explain(error))
            return False
        self._do(act)
        return True

    def _do(self, act: Act) -> None:
        """Show what an act does, and let the writer save it."""
        self.writer.save(act)
        self._again = act.again or self._again
        self._show_annotations()
        self._tell(say(act.code, **act.parameters))

    def _show_annotations(self) -> None:
        """Show the annotations of the open article as they are now."""
        reading = self.article.reading
        if reading is not None:
            opened = self.desk.refreshed(reading.opened)
            self.article.update_annotations(opened)
            self._progress(opened)

    def _written(self, result: Saved | Failed) -> None:
        """In the writer's thread: pass on what became of an act."""
        self.post_message(self.Written(result))

    @dataclass
    class Written(Message):
        """The writer has saved an act, or could not."""

        result: Saved | Failed

    @on(Written)
    def _say_written(self, event: Written) -> None:
        result = event.result
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
        try:
            if not self.desk.repository.changed():
                return
            changed = self.desk.repository.refresh()
        except ReaderError as error:
            self._warn(explain(error))
            return
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
            handled = len(opened.handled.intersection(opened.countable))
            by_hand = self.desk.is_done(opened.article, opened.path)
            progress = Progress(
                len(opened.countable),
                handled,
                len(opened.placed),
                by_hand,
                words_of(one.annotation for one in opened.whole),
                any(placed.needs_review for placed in opened.placed),
            )
            self.library.set_progress(index, progress)
        self._refresh_lines()

    def action_last_act(self) -> None:
        """Go back to where the last act was."""
        if self._last_act is not None:
            self.article.go(self._last_act[0])

    def action_delete(self) -> None:
        """Delete the annotation at the place."""
        placed = self.article.reading.annotation if self.article.reading else None
        if placed is None:
            self._tell(say("nothing-to-delete"))
        else:
            self._act(lambda _: acts.delete(placed.annotation))

    def action_undo(self) -> None:
        """Take back the last act, also one of an earlier session."""
        self._take_back(self.desk.undo, "undone")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._take_back(self.desk.redo, "redone")

    def _take_back(self, step: Callable[[], UndoneAct], code: str) -> None:
        self.writer.wait(2)
        earlier = self.article.reading.opened if self.article.reading else None
        try:
            taken = step()
        except ReaderError as error:
            self._warn(explain(error)) if error.code not in QUIET else self._tell(explain(error))
            return
        self.taken_back(taken)
        if taken.of_tags:
            self._tell(say(f"{code}-tags", act=taken.act))
            return
        one = next((after or before for before, after in taken.changes), None)
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
        self.writer.wait(2)
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
        return say("state-saving") if self.desk.unsaved else self.desk.repository.path.name

    def action_quit(self) -> None:
        """Leave, once everything is saved."""
        self.leave()

    def leave(self) -> None:
        """Leave, once everything is saved; where it cannot be, ask."""
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
