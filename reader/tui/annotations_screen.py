"""All annotations of the store as a table: filtered, sorted, changed many at once, gone to with Enter."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual import getters, on, work
from textual.content import Content
from textual.worker import get_current_worker

from reader.annotations.documents import to_document
from reader.desk.annotation_list import COLUMNS, ListedAnnotation, all_listed, listed, matching, ordered
from reader.desk.many_acts import delete_many, judge_many, tag_many
from reader.desk.selection import size_of
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.action import Room
from reader.tui.annotations_table import AnnotationsTable
from reader.tui.awaiting import Awaited
from reader.tui.rows_screen import FilterLine, RowsScreen
from reader.tui.status import KeyLine, StatusLine, hint
from reader.tui.verdicts import LETTERS, letter_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID

    from textual.app import ComposeResult

    from reader.annotations.annotation import Annotation
    from reader.desk.act import Act
    from reader.desk.desk import Desk
    from reader.text.script import Script

LOADING = 0.3
"""Seconds between two changes of the table while annotations are read; the first ones are shown at once."""

_TURN: tuple[str | None, ...] = (None, *COLUMNS)


class Done(NamedTuple):
    """What an act, or taking one back, came to.

    Attributes:
        words: What to tell.
        changes: Each annotation before and after; None where there was, or is, none.
    """

    words: str
    changes: Sequence[tuple[Annotation | None, Annotation | None]]


class Doing(NamedTuple):
    """What the screen behind does for the table.

    Attributes:
        act: Saves an act, and says what came of it.
        undo: Takes the last act back.
        redo: Does it again.
        export: Exports annotations; tells later what came of it.
        present: Annotations as they are now.
    """

    act: Callable[[Act], Done]
    undo: Callable[[], Done]
    redo: Callable[[], Done]
    export: Callable[[frozenset[UUID], Callable[[str], None]], None]
    present: Callable[[Sequence[UUID]], list[Annotation]]


class AnnotationsScreen(RowsScreen[ListedAnnotation]):
    """Lists annotations; returns the one to go to."""

    room = Room.ANNOTATIONS

    table = getters.query_one(AnnotationsTable)

    def __init__(self, desk: Desk, doing: Doing, script: Script | None) -> None:
        """Prepare the table.

        Args:
            desk: The desk.
            doing: What is done elsewhere.
            script: The script to show texts in; None for as written.
        """
        super().__init__()
        self._desk = desk
        self._doing = doing
        self._script = script
        self._rows: dict[UUID, ListedAnnotation] = {}
        self._in_order: list[ListedAnnotation] | None = None
        self._total = size_of(desk.repository)
        self._loading = True
        self._told = ""

    def compose(self) -> ComposeResult:
        """A line to type in, the table, two rows at the bottom."""
        yield FilterLine(select_on_focus=False)
        yield AnnotationsTable(self._desk.settings, self._script)
        yield StatusLine(id="status")
        yield KeyLine(id="hints")

    def on_mount(self) -> None:
        """Read the annotations; those of the first batch are shown with the first paint."""
        self.line.border_subtitle = Content(say("annotations-filter"))
        self._batches = all_listed(self._desk)
        self._take(next(self._batches, []))
        self._load()

    @property
    def rows_table(self) -> AnnotationsTable:
        """The table."""
        return self.table

    @property
    def turn(self) -> tuple[str | None, ...]:
        """What `s` sorts by."""
        return _TURN

    # What is listed

    @work(thread=True, exclusive=True)
    def _load(self) -> None:
        worker, last = get_current_worker(), monotonic()
        rows: list[ListedAnnotation] = []
        for found in self._batches:
            if worker.is_cancelled:
                return
            rows += found
            if monotonic() - last > LOADING:
                self.app.call_from_thread(self._take, rows)
                rows, last = [], monotonic()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, rows, done=True)

    def _take(self, rows: Iterable[ListedAnnotation], *, done: bool = False) -> None:
        """Show rows that were read; what was changed here meanwhile stays."""
        if self.is_attached:
            self._rows = {**{row.id: row for row in rows}, **self._rows}
            self._in_order = None
            self._loading = not done
            self.filter_rows()

    def filter_rows(self) -> None:
        """Sort and filter what is listed, and say how much that is."""
        if self._in_order is None:
            self._in_order = sorted(self._rows.values(), key=lambda row: row.order)
        rows = self._in_order
        shown = matching(ordered(rows, self.by, descending=self.descending), self.line.value)
        nothing = "no-annotation-matches" if rows else "annotations-sought" if self._loading else "no-annotations"
        self.table.show(shown, by=self.by, descending=self.descending, nothing=nothing)
        self._count(len(shown))

    def _count(self, shown: int) -> None:
        total = len(self._rows)
        words = [say("annotations-some", shown=f"{shown:,}", total=f"{total:,}") if shown < total else f"{total:,}"]
        if self._loading and total < self._total:
            words.append(say("annotations-reading", total=f"{self._total:,}"))
        if chosen := self.table.chosen:
            words.append(say("annotations-selected", count=f"{chosen:,}"))
        self.line.border_title = Content(say("annotations-title", count=" · ".join(words)))

    @on(AnnotationsTable.Moved)
    def _moved(self) -> None:
        """Read out the annotation that one is on: narrow screens cut it short in the table."""
        row = self.table.present
        words, self._told = self._told, ""
        if not words and self.table.in_range:
            words = say("range-begun")
        if not words and row is not None:
            named = dict(zip(COLUMNS, row.cells, strict=True))
            named["claim"] = "" if named["claim"] in ("", "accepted") else say(f"response-{named['claim']}")
            told = ("claim", "quote", "value", "verdict", "tags", "note")
            words = " · ".join(named[name] for name in told if named[name])
        self.status.tell(words, row.cells[0] if row is not None else "")
        self._count(len(self.table.rows))
        self.offer()

    def offer(self) -> None:
        """Say which keys are likely next."""
        if self.line.has_focus:
            self.hints.offer([("Enter", say("rows")), ("Esc", say("clear"))])
        elif self.table.awaited is not None:
            self.hints.offer([*self.table.awaited.hints, ("Esc", say("leave"))])
        else:
            names = ("all.go", "all.filter", "all.select", "all.verdict", "all.delete", "all.export", "all.sort")
            tags = [(str(tag.key), tag.name) for tag in self._desk.tags().keyed[:2]]
            self.hints.offer([*map(hint, names), *tags, ("?", say("all-keys")), hint("all.undo"), ("Esc", say("back"))])

    def action_back(self) -> None:
        """Select nothing any more; where nothing is selected, go back to where one was."""
        if not self.table.unselect():
            self.dismiss(None)

    # What is done to the selected rows

    def _do(self, plan: Callable[[Sequence[Annotation]], Act]) -> None:
        """Do an act to the selected annotations as they are now, or to the present one."""
        annotations = self._doing.present([row.id for row in self.table.selection])
        if not annotations:
            self._tell(say("no-annotations"))
            return
        try:
            act = plan(annotations)
        except ReaderError as error:
            self._tell(explain(error))
        else:
            self._show(self._doing.act(act))

    def _show(self, done: Done) -> None:
        """Show what changed, and say so."""
        changed = listed(to_document(after) for _, after in done.changes if after is not None)
        self._rows |= {row.id: row for row in changed}
        self._in_order = None
        for before, after in done.changes:
            if after is None and before is not None:
                self._rows.pop(before.id, None)
                self.table.selected.discard(before.id)
        self._tell(done.words)
        self.filter_rows()

    def _tell(self, words: str) -> None:
        self._told = words
        self.table.post_message(AnnotationsTable.Moved())

    def action_tag(self, digit: int) -> None:
        """Give a tag to the selected annotations; where all have it, take it away."""
        tag = self._desk.tags().of_key(digit)
        if tag is None:
            self._tell(say("no-tag-of-key", digit=digit))
        else:
            self._do(partial(tag_many, self._desk, tag=tag.name))

    def action_verdict(self) -> None:
        """Wait for the letter of a verdict."""
        self.table.awaited = Awaited(letter_hints(), self._judge)
        self._tell(say("verdict-which"))

    def _judge(self, letter: str) -> None:
        verdict = LETTERS.get(letter)
        if verdict is None:
            self._tell(say("no-verdict-of-key"))
        else:
            self._do(partial(judge_many, self._desk, verdict=verdict))

    def action_delete(self) -> None:
        """Delete the selected annotations."""
        self._do(delete_many)

    def action_undo(self) -> None:
        """Take the last act back."""
        self._show(self._doing.undo())

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._show(self._doing.redo())

    def action_export(self) -> None:
        """Export the selected annotations; where none is selected, those that are listed."""
        rows = self.table.selection if self.table.chosen else self.table.rows
        if rows:
            self._doing.export(frozenset(row.id for row in rows), self._tell)
        else:
            self._tell(say("nothing-to-export"))
