"""Annotations out of the app and into it.

What exports and imports is imported with the first of them: the first screen needs none of it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from reader.desk.files import output_file
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.paths import state_file
from reader.tui.opening_screen import OpeningScreen

if TYPE_CHECKING:
    from reader.desk.exporting import Order
    from reader.desk.importing import ImportPlan
    from reader.desk.selection import Selection
    from reader.tui.export_screen import ExportChoice

LAST_EXPORT = "export.json"
"""The file that remembers what was exported last."""


class ExchangingScreen(OpeningScreen):
    """Exports and imports, and remembers what was wanted last."""

    def action_export(self) -> None:
        """Ask which annotations go where, and write them."""
        from reader.tui.export_screen import ExportScreen

        self.writer.settle(2)
        screen = ExportScreen(self.desk.repository, last_order(), self._selections(), Path())
        self.app.push_screen(screen, self._export)

    def _selections(self) -> list[tuple[str, Selection]]:
        """What can be chosen: everything, the open article, the tags of the annotation at the place."""
        from reader.desk.selection import Selection, size_of

        chosen = [(say("export-everything", count=f"{size_of(self.desk.repository):,}"), Selection())]
        reading = self.article.reading
        if reading is not None:
            article = reading.opened.article
            chosen.append((say("which-article", title=article.title), Selection(article=article.content_id)))
            placed = reading.annotation
            tags = placed.annotation.tags if placed else ()
            chosen += [(say("which-tag", tag=tag), Selection(tag=tag)) for tag in tags]
        return chosen

    def _export(self, choice: ExportChoice | None) -> None:
        from reader.desk.exporting import export_to, left_out_words

        if choice is None:
            return
        try:
            done = export_to(self.desk.repository, choice.order, choice.target, replace=choice.replace)
        except ReaderError as error:
            self._warn(explain(error))
            return
        remember(choice.order)
        self._tell(say("exported", count=done.count, file=choice.target))
        if words := left_out_words(choice.order, done):
            self.notify(words, severity="warning", markup=False)

    def action_import(self) -> None:
        """Ask for a file, tell what it would change, and import it."""
        from reader.tui.import_screen import ImportScreen

        self.writer.settle(2)
        self.app.push_screen(ImportScreen(self.desk.repository, self.desk.annotator), self._imported)

    def _imported(self, done: tuple[str, ImportPlan] | None) -> None:
        if done is not None:
            self._show_annotations()
            self._tell(done[1].told("imported", done[0]))


def last_order() -> Order:
    """What was exported last, or what is exported unless the user says otherwise."""
    from reader.desk.exporting import Order, order_of

    try:
        return order_of(json.loads(state_file(LAST_EXPORT).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return Order()


def remember(order: Order) -> None:
    """Keep what was exported for the next time; where that cannot be, nothing is lost but the convenience."""
    from reader.desk.exporting import order_record

    file = state_file(LAST_EXPORT)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with output_file(file, replace=True, encoding="utf-8") as out:
            json.dump(order_record(order), out, ensure_ascii=False)
    except (OSError, ReaderError):
        return
