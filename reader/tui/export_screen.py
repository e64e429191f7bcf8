"""Exporting from the app: where to, and which columns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.controls import visible_line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the user wants written.

    Attributes:
        target: The file.
        columns: `full` or `basic`.
        replace: Whether the file may be replaced.
    """

    target: Path
    columns: str
    replace: bool


class ExportScreen(ModalScreen[ExportChoice | None]):
    """Asks for file and columns. A file that is there already is only replaced when Enter is pressed twice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("ctrl+t,f2", "columns", "Columns"),
    ]

    def __init__(self, count: int, suggested: Path) -> None:
        super().__init__()
        self._count = count
        self._suggested = suggested
        self._columns = "full"
        self._confirmed: str | None = None

    def compose(self) -> ComposeResult:
        """The file's path, with what will be written below it."""
        with Vertical(id="export-box") as box:
            box.border_title = "Export annotations (CSV)"
            box.border_subtitle = "Enter write · Ctrl+T columns · Esc cancel"
            yield Input(str(self._suggested), id="export-target", select_on_focus=False)
            yield Static(id="export-says", markup=False)

    def on_mount(self) -> None:
        """Say what will be written."""
        self._say()

    def action_columns(self) -> None:
        """The other set of columns."""
        self._columns = "basic" if self._columns == "full" else "full"
        self._say()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write, unless a file stands there that the user has not said may go."""
        event.stop()
        words = event.value.strip()
        target = Path(words).expanduser()
        if not words or target.is_dir():
            self._say("Name a file.")
        elif target.exists() and self._confirmed != words:
            self._confirmed = words
            self._say("That file exists. Enter again replaces it.")
        else:
            self.dismiss(ExportChoice(target, self._columns, replace=self._confirmed == words))

    def _say(self, warning: str = "") -> None:
        says = f"{self._count} annotations, {self._columns} columns, UTF-8 with byte order mark."
        self.query_one("#export-says", Static).update(
            Content.assemble(visible_line(says), "\n", (warning, "$text-warning bold"))
        )
