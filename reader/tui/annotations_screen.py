"""All annotations of the store as a table: filtered, sorted, changed many at once, gone to with Enter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import getters, on
from textual.content import Content

from reader.desk import many_acts
from reader.desk.annotation_list import COLUMNS
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.action import Room
from reader.tui.annotations_listing import AnnotationsListing
from reader.tui.annotations_table import AnnotationsTable
from reader.tui.awaiting import Awaited
from reader.tui.rows_screen import FilterLine
from reader.tui.status import KeyLine, StatusLine, hint
from reader.tui.tag_picker import TagPicker
from reader.tui.verdicts import LETTERS, letter_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from textual.app import ComposeResult

    from reader.annotations.annotation import Annotation
    from reader.desk.act import Act
    from reader.desk.desk import Desk
    from reader.desk.many_acts import ManyDone
    from reader.text.script import Script

FEW = 200
"""So many annotations are changed like a single one: shown at once, saved then. More are a task of the writer."""


class Done(NamedTuple):
    """What an act, or taking one back, came to.

    Attributes:
        words: What to tell.
        ids: The annotations that it changed.
    """

    words: str
    ids: tuple[UUID, ...]


class Doing(NamedTuple):
    """What the screen behind does for the table.

    Attributes:
        act: Saves an act, and says what came of it; raises `ReaderError` while a task is under way.
        many: Does what changes thousands, so many of them, and shows later what came of it.
        undo: Takes the last act back, and shows what came of it.
        redo: Does it again.
        export: Exports annotations; tells later what came of it.
        present: Annotations as they are now.
        make_tag: Makes a tag and returns its name; raises `ReaderError`.
    """

    act: Callable[[Act], Done]
    many: Callable[[Callable[[], ManyDone], int, Callable[[Done], None]], None]
    undo: Callable[[Callable[[Done], None]], None]
    redo: Callable[[Callable[[Done], None]], None]
    export: Callable[[frozenset[UUID], Callable[[str], None]], None]
    present: Callable[[Sequence[UUID]], list[Annotation]]
    make_tag: Callable[[str], str]


class AnnotationsScreen(AnnotationsListing):
    """Changes the annotations that are selected; returns the one to go to."""

    room = Room.ANNOTATIONS

    picker = getters.query_one("#tags", TagPicker)

    def __init__(self, desk: Desk, doing: Doing, script: Script | None) -> None:
        """Prepare the table.

        Args:
            desk: The desk.
            doing: What is done elsewhere.
            script: The script to show texts in; None for as written.
        """
        super().__init__(desk)
        self._doing = doing
        self._script = script
        self._told = ""
        self._picked: tuple[UUID, ...] = ()

    def compose(self) -> ComposeResult:
        """A line to type in, the table, the picker of tags while one picks, two rows at the bottom."""
        yield FilterLine(select_on_focus=False)
        yield AnnotationsTable(self.desk.settings, self._script)
        yield TagPicker(id="tags")
        yield StatusLine(id="status")
        yield KeyLine(id="hints")

    @on(AnnotationsTable.Moved)
    def _moved(self) -> None:
        """Read out the annotation that one is on: narrow screens cut it short in the table."""
        row = self.table.present
        words = self._told
        if not words and self.table.in_range:
            words = say("range-begun")
        if not words and row is not None:
            named = dict(zip(COLUMNS, row.cells, strict=True))
            named["claim"] = "" if named["claim"] in ("", "accepted") else say(f"response-{named['claim']}")
            told = ("claim", "quote", "value", "verdict", "tags", "note")
            words = " · ".join(named[name] for name in told if named[name])
        self.status.tell(words, row.cells[0] if row is not None and not self._told else "")
        self.count()
        self.offer()

    def on_key(self) -> None:
        """What an act came to is told until the next key."""
        self._told = ""

    def offer(self) -> None:
        """Say which keys are likely next."""
        if self.line.has_focus:
            self.hints.offer([("Enter", say("rows")), ("Esc", say("clear"))])
        elif self.picker.display:
            self.hints.offer([])  # the picker says itself which keys it takes
        elif self.table.awaited is not None:
            self.hints.offer([*self.table.awaited.hints, ("Esc", say("leave"))])
        else:
            acting = ("all.go", "all.filter", "all.select", "all.verdict", "all.pick", "all.delete")
            first = [hint(name) for name in acting] if self.table.rows else [hint("all.filter")] if self._rows else []
            more = [hint(name) for name in ("all.export", "all.sort", "all.undo")] if self._rows else []
            marked = self.table.selected or self.table.in_range
            back = hint("all.back", say("hint-unselect") if marked else None)
            self.hints.offer(first, [back, ("?", say("all-keys"))], more)

    def action_back(self) -> None:
        """Select nothing any more; where nothing is selected, go back to where one was."""
        if not self.table.unselect():
            self.dismiss(None)

    # What is done to the selected rows

    def _do(
        self,
        few: Callable[[Sequence[Annotation]], Act],
        many: Callable[[Sequence[UUID]], ManyDone],
        ids: Sequence[UUID] | None = None,
    ) -> None:
        """Change annotations: the selected ones or the present one, where none are named.

        Args:
            few: The act that changes some annotations.
            many: Changes thousands, as a task of the writer.
            ids: The annotations.
        """
        ids = [row.id for row in self.table.selection] if ids is None else ids
        if not ids:
            self._tell(say("no-annotations"))
            return
        try:
            if len(ids) > FEW or not self._do_few(few, ids):
                self._doing.many(partial(many, ids), len(ids), self._show)
        except ReaderError as error:
            self._tell(explain(error))

    def _do_few(self, plan: Callable[[Sequence[Annotation]], Act], ids: Sequence[UUID]) -> bool:
        """Change some annotations at once; False while a task is under way, which they may be part of."""
        annotations = self._doing.present(ids)
        try:
            self._show(self._doing.act(plan(annotations)))
        except ReaderError as error:
            if error.code == "at-work":
                return False
            raise
        return True

    def _show(self, done: Done) -> None:
        """Show what changed, and say so."""
        if not self.is_attached:
            return
        self._tell(done.words)
        self.relist(done.ids)
        if self.picker.display:
            self._show_picker()
            self.picker.tell(done.words)

    def _tell(self, words: str) -> None:
        self._told = words
        self.table.post_message(AnnotationsTable.Moved())

    def action_tag(self, digit: int) -> None:
        """Give a tag to the selected annotations; where all have it, take it away."""
        tag = self.desk.tags().of_key(digit)
        if tag is None:
            self._tell(say("no-tag-of-key", digit=digit))
        else:
            self._tag(tag.name)

    def _tag(self, name: str, ids: Sequence[UUID] | None = None) -> None:
        desk = self.desk
        self._do(partial(many_acts.tag_many, desk, tag=name), partial(many_acts.tag_many_now, desk, tag=name), ids)

    def action_verdict(self) -> None:
        """Wait for the letter of a verdict."""
        self.table.awaited = Awaited(letter_hints(), self._judge)
        self._tell(say("verdict-which"))

    def _judge(self, letter: str) -> None:
        verdict = LETTERS.get(letter)
        if verdict is None:
            self._tell(say("no-verdict-of-key"))
            return
        many = partial(many_acts.judge_many_now, self.desk, verdict=verdict)
        self._do(partial(many_acts.judge_many, self.desk, verdict=verdict), many)

    def action_delete(self) -> None:
        """Delete the selected annotations."""
        self._do(many_acts.delete_many, partial(many_acts.delete_many_now, self.desk))

    def action_undo(self) -> None:
        """Take the last act back."""
        self._take_back(self._doing.undo)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._take_back(self._doing.redo)

    def _take_back(self, step: Callable[[Callable[[Done], None]], None]) -> None:
        try:
            step(self._show)
        except ReaderError as error:
            self._tell(explain(error))

    def action_export(self) -> None:
        """Export the selected annotations; where none is selected, those that are listed."""
        rows = self.table.selection if self.table.chosen else self.table.rows
        if rows:
            self._doing.export(frozenset(row.id for row in rows), self._tell)
        else:
            self._tell(say("nothing-to-export"))

    # With the picker

    def action_pick_tags(self) -> None:
        """Choose tags for the selected annotations by typing."""
        rows = self.table.selection
        if not rows:
            self._tell(say("no-annotations"))
            return
        self._picked = tuple(row.id for row in rows)
        self.picker.border_subtitle = Content(say("picker-keys-many"))
        quote = rows[0].cells[COLUMNS.index("quote")] or rows[0].cells[0]
        self.picker.begin(quote if len(rows) == 1 else say("picker-many", count=f"{len(rows):,}"))
        self._show_picker()
        self.offer()

    def _show_picker(self) -> None:
        """Show the tags as they are now."""
        from reader.desk.tag_finding import all_tags

        uses = self.desk.tag_uses()
        given = many_acts.shared_tags(self.desk, self._picked, uses)
        self.picker.show(all_tags(self.desk.tags(), uses), uses, given)

    def action_toggle_picked(self) -> None:
        """Give the tag at hand to the selected annotations, or take it away where all have it; make the one typed."""
        tag, typed = self.picker.at_hand, self.picker.typed
        if tag is None and not typed:
            return
        try:
            name = tag.name if tag is not None else self._doing.make_tag(typed)
        except ReaderError as error:
            self.picker.tell(explain(error))
            return
        self.picker.clear()
        self._tag(name, self._picked)

    def action_step_picked(self, step: int) -> None:
        """Go to another tag of the picker."""
        self.picker.step(step)

    def action_page_picked(self, step: int) -> None:
        """Go a page further in the picker."""
        self.picker.page(step)

    def action_close_picker(self) -> None:
        """Leave the picker."""
        self._picked = ()
        self.set_focus(self.table)
        self.picker.display = False
        self.offer()
