"""The acts on the open article: shown at once, saved by the writer, taken back on a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.desk import acts
from reader.desk.act import quote_of
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.saving_screen import SavingScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.annotations.undoing import UndoneAct
    from reader.desk.act import Act, Again
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened
    from reader.desk.writer import Task

QUIET = ("nothing-to-undo", "nothing-to-redo")
"""Errors that are no trouble."""


class AnnotatingScreen(SavingScreen):
    """Does acts, deletes, takes back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._last_act: tuple[Path | None, int] | None = None
        self._again: Again | None = None
        self._done_on: tuple[int, int] | None = None
        """What the act was done on that can be done again."""

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
        self._tell(say(code, act=taken.act.rstrip(".。"), quote=quote_of(one) if one else ""))

    def taken_back(self, taken: UndoneAct) -> None:  # noqa: ARG002 (others look at it)
        """An act was taken back, or done again: show what is there now."""
        self.refresh_tags()
        self._show_annotations()
