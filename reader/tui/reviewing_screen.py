"""All annotations, from the desk: their table, the way to each of them, exporting some."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from reader.desk.act import quote_of
from reader.messages import explain, say
from reader.tui.everywhere_screen import EverywhereScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.annotations.undoing import UndoneAct
    from reader.desk.act import Act
    from reader.desk.annotation_list import ListedAnnotation
    from reader.desk.desk import Desk
    from reader.desk.many_acts import ManyDone
    from reader.desk.writer import Task
    from reader.tui.annotations_screen import Done
    from reader.tui.export_screen import ExportChoice
    from reader.tui.reading import Reading


@runtime_checkable
class ListsAnnotations(Protocol):
    """A screen that lists annotations of all articles."""

    def relist(self, ids: Sequence[UUID]) -> None:
        """List annotations as they are now."""


class ReviewingScreen(EverywhereScreen):
    """Lists the annotations of all articles, and goes to them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted_annotation: UUID | None = None

    def action_annotations_table(self) -> None:
        """List all annotations."""
        from reader.tui.annotations_screen import AnnotationsScreen, Doing

        self.writer.settle(2)
        doing = Doing(
            self.done_in_table,
            self._much_in_table,
            partial(self._taken_in_table, self.desk.undo, "undone"),
            partial(self._taken_in_table, self.desk.redo, "redone"),
            self._export_these,
            self._annotations_now,
            self.made_tag,
        )
        self.app.push_screen(AnnotationsScreen(self.desk, doing, self.article.script), self._to_annotation)

    def changed_elsewhere(self, changed: set[UUID]) -> None:
        """List them as they are now, where the table lies open."""
        super().changed_elsewhere(changed)
        for screen in self.app.screen_stack:
            if isinstance(screen, ListsAnnotations):
                screen.relist(tuple(changed))

    # What the table asks for

    def done_in_table(self, act: Act) -> Done:
        """Do an act of the table of annotations.

        Raises:
            ReaderError: A task is under way.
        """
        from reader.tui.annotations_screen import Done

        self._do(act)
        ones = [step.after or step.before for step in act.steps]
        return Done(say(act.code, **act.parameters), tuple(one.id for one in ones if one is not None))

    def _much_in_table(self, work: Callable[[], ManyDone], total: int, show: Callable[[Done], None]) -> None:
        """Change thousands of annotations for the table; what came of it is shown when it is done."""
        from reader.tui.annotations_screen import Done

        def then(task: Task) -> None:
            if task.error is not None:
                show(Done(explain(task.error), ()))
            else:
                self.much_done()
                show(Done(*task.result))

        self.do_long(work, then, total)

    def much_done(self) -> None:
        """Thousands of annotations have changed."""
        self._show_annotations()

    def _taken_in_table(self, step: Callable[[], UndoneAct], code: str, show: Callable[[Done], None]) -> None:
        """Take an act back for the table, or do it again."""
        from reader.tui.annotations_screen import Done

        def then(task: Task) -> None:
            if task.error is not None:
                show(Done(explain(task.error), ()))
                return
            taken: UndoneAct = task.result
            self.taken_back(taken)
            one = taken.first
            if one is not None and len(taken.documents) == 1:
                words = say(code, act=taken.act.rstrip(".。"), quote=quote_of(one))
            else:
                words = say(f"{code}-tags", act=taken.act)
            show(Done(words, tuple(taken.documents)))

        self.do_long(step, then)

    def _annotations_now(self, ids: Sequence[UUID]) -> list[Annotation]:
        """Annotations as they are now, with what is not saved yet; those that are gone are left out."""
        unsaved: dict[UUID, Annotation | None] = {}
        for step in self.desk.unsaved_steps:
            if (one := step.after or step.before) is not None:
                unsaved[one.id] = step.after
        found = (unsaved[one] if one in unsaved else self.desk.repository.get(one) for one in ids)
        return [one for one in found if one is not None]

    def _export_these(self, ids: frozenset[UUID], tell: Callable[[str], None]) -> None:
        """Export some annotations; what came of it is told in the table."""
        from reader.desk.selection import Selection
        from reader.tui.exchanging_screen import last_order
        from reader.tui.export_screen import ExportScreen

        self.writer.settle(2)
        these = (say("export-these", count=f"{len(ids):,}"), Selection(ids=ids))
        screen = ExportScreen(self.desk.repository, last_order(), [these, *self._selections()], Path())

        def chosen(choice: ExportChoice | None) -> None:
            if choice is not None:
                self._export(choice)
                tell(self._told)

        self.app.push_screen(screen, chosen)

    # The way to an annotation

    def _to_annotation(self, row: ListedAnnotation | None) -> None:
        """Go to an annotation of the table; its article is opened where it is not the open one."""
        if row is None:
            return
        found = self._annotations_now([row.id])
        if not found:
            self._warn(say("annotation-gone"))
            return
        [annotation] = found
        reading = self.article.reading
        if reading is not None and reading.opened.placed_of(annotation.id) is not None:
            self._focus(self.article)
            self._go_to(annotation)
        else:
            self._open_article_of(annotation)

    def _open_article_of(self, annotation: Annotation) -> None:
        path = self._file_of(annotation)
        if path is None:
            self._show_frozen(annotation, say("article-gone", file=annotation.provenance.file))
            return
        self._wanted_annotation = annotation.id
        self._open_at(path, annotation.target.start if annotation.target is not None else None)

    def _file_of(self, annotation: Annotation) -> Path | None:
        """The file of an annotation's article: where it was seen last, else wherever the library has the same text."""
        record = next((one for one in self.desk.repository.articles() if one.id == annotation.article_id), None)
        seen = Path(record.path) if record is not None else Path(annotation.provenance.file)
        entries = self.library.entries
        if seen.is_file():
            return next(
                (one.path for one in entries if one.path.name == seen.name and one.path.absolute() == seen), seen
            )
        ids = {annotation.provenance.content_id, *(record.content_ids if record is not None else ())}
        same = (entry.path for entry in entries if entry.facts is not None and entry.facts.content_id in ids)
        return next((path for path in same if path.is_file()), None)

    def _show(self, reading: Reading) -> None:
        super()._show(reading)
        wanted, self._wanted_annotation = self._wanted_annotation, None
        placed = reading.opened.placed_of(wanted) if wanted is not None else None
        if placed is not None:
            self._go_to(placed.annotation)
        elif wanted is not None and (found := self._annotations_now([wanted])):
            self._show_frozen(found[0], say("annotation-elsewhere"))

    def _go_to(self, annotation: Annotation) -> None:
        """Go to an annotation of the open article; where its text is not there any more, show what it kept of it."""
        reading = self.article.reading
        placed = reading.opened.placed_of(annotation.id) if reading is not None else None
        if reading is None or placed is None:
            return
        if placed.start is not None:
            reading.jump(placed.start)
            reading.choose(annotation.id)
            self.article.show_place()
        elif annotation.target is not None:
            self._show_frozen(annotation, say("annotation-lost"))

    def _show_frozen(self, annotation: Annotation, why: str) -> None:
        from reader.tui.frozen_screen import FrozenScreen

        self.app.push_screen(FrozenScreen(annotation, why))
