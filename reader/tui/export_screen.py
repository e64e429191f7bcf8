"""Exporting from the app: which annotations, in which format, into which file, with a look at the first rows."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.controls import visible_line
from reader.desk.exporting import Order, preview
from reader.errors import ReaderError
from reader.exchange.columns import SETS
from reader.exchange.registry import all_formats
from reader.languages import translated
from reader.messages import explain, say
from reader.paths import typed_path
from reader.text.cells import NARROW
from reader.tui.bindings import QUIT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.annotations.repository import Repository
    from reader.desk.selection import Selection

ROWS = 4
"""How many rows the preview shows."""


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the user wants written.

    Attributes:
        order: Which annotations, and how.
        target: The file.
        replace: Whether the file may be replaced.
    """

    order: Order
    target: Path
    replace: bool


class ExportScreen(ModalScreen[ExportChoice | None]):
    """Shows what will be written. A file that is there already is only replaced when Enter is pressed twice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave without a file"),
        Binding("f2", "format", "Take the next format", priority=True),
        Binding("f3,ctrl+t", "columns", "Take the next set of columns", priority=True),
        Binding("f4", "which", "Take the next choice of annotations", priority=True),
        QUIT,
    ]

    def __init__(
        self, repository: Repository, order: Order, selections: Sequence[tuple[str, Selection]], folder: Path
    ) -> None:
        """Ask what to export.

        Args:
            repository: The store.
            order: What was wanted last.
            selections: What can be chosen, with words for it; the first is everything.
            folder: Where the file goes unless the user says so.
        """
        super().__init__()
        self._repository = repository
        self._selections = selections
        self._which = 0
        self._order = replace(order, selection=selections[0][1])
        self._folder = folder
        self._confirmed: str | None = None

    def compose(self) -> ComposeResult:
        """The file's path; below it what will be written."""
        with Vertical(id="export-box") as box:
            box.border_title = say("export-title")
            yield Input(self._suggested, id="export-target", select_on_focus=False)
            yield Static(id="export-says", markup=False)
            yield Static(id="export-preview", markup=False)

    def on_mount(self) -> None:
        """Say what will be written."""
        self._say()

    @property
    def _suggested(self) -> str:
        return str(self._folder / f"annotations{self._order.format.suffix}")

    def action_format(self) -> None:
        """The next format; the file's ending follows."""
        formats = list(all_formats().values())
        names = [form.word for form in formats]
        chosen = formats[(names.index(self._order.format.word) + 1) % len(formats)]
        target = self.query_one("#export-target", Input)
        old, self._order = self._order, replace(self._order, format=chosen)
        if target.value.endswith(old.format.suffix):
            target.value = target.value.removesuffix(old.format.suffix) + chosen.suffix
            target.action_end()
        self._say()

    def action_columns(self) -> None:
        """The other set of columns."""
        sets = list(SETS.values())
        at = sets.index(self._order.columns) if self._order.columns in sets else -1
        self._order = replace(self._order, columns=sets[(at + 1) % len(sets)])
        self._say()

    def action_which(self) -> None:
        """The next choice of annotations."""
        self._which = (self._which + 1) % len(self._selections)
        self._order = replace(self._order, selection=self._selections[self._which][1])
        self._say()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write, unless a file stands there that the user has not said may go."""
        event.stop()
        words = event.value.strip()
        target = typed_path(words)
        if not words or os.path.isdir(target):  # noqa: PTH112 - of any length
            self._say(say("export-unnamed"))
        elif os.path.exists(target) and self._confirmed != words:  # noqa: PTH110 - of any length
            self._confirmed = words
            self._say(say("export-exists"))
        else:
            self.dismiss(ExportChoice(self._order, target, replace=self._confirmed == words))

    def _say(self, warning: str = "") -> None:
        order = self._order
        columns = next((name for name, names in SETS.items() if names == order.columns), "own")
        facts = [translated(order.format.summary), self._selections[self._which][0]]
        if order.format.is_table:
            facts.insert(1, say(f"export-columns-{columns}"))
        says = Content.assemble(visible_line(" · ".join(facts)), "\n", (warning, "$text-warning bold"))
        keys = say("export-keys-table" if order.format.is_table else "export-keys")
        self.query_one("#export-box", Vertical).border_subtitle = keys
        self.query_one("#export-says", Static).update(says)
        self.query_one("#export-preview", Static).update(Content("\n".join(self._preview())))

    def _preview(self) -> list[str]:
        """The quote and the first facts of the first rows, cut to the box."""
        columns = ("quote", "value", "unit", "tags", "note")
        try:
            rows = preview(self._repository, replace(self._order, columns=columns), ROWS)
        except ReaderError as error:
            return [explain(error)]
        texts = ([" ".join(str(cell).splitlines()) for cell in row if cell not in (None, "")] for row in rows)
        lines = ["  ".join(map(visible_line, cells)) for cells in texts]
        return [NARROW.cut(line, 70) for line in lines] or [say("nothing-to-export")]
