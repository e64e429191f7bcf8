"""Importing in the app: which file, and what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.desk.importing import ImportPlan, carry_out, plan_import
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.paths import typed_path
from reader.tui.bindings import QUIT

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.annotations.repository import Repository

WORST = 5
"""How many bad rows are listed."""


class ImportScreen(ModalScreen[tuple[str, ImportPlan] | None]):
    """The first Enter tells what would change, the second one does it; all of it, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Leave without importing"), QUIT]

    def __init__(self, repository: Repository, annotator: str) -> None:
        super().__init__()
        self._repository = repository
        self._annotator = annotator
        self._planned: tuple[str, ImportPlan] | None = None

    def compose(self) -> ComposeResult:
        """The file's path; below it what would change."""
        with Vertical(id="import-box") as box:
            box.border_title = say("import-title")
            box.border_subtitle = say("import-keys")  # until a file was looked at
            yield Input(placeholder=say("import-path"), id="import-source", select_on_focus=False)
            yield Static(id="import-says", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another file must be looked at first."""
        event.stop()
        self._offer(event.value.strip())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Look at the file, or import what was looked at."""
        event.stop()
        words = event.value.strip()
        try:
            if self._planned is not None and self._planned[0] == words:
                carry_out(self._repository, self._planned[1], self._annotator)
                self.dismiss(self._planned)
                return
            plan = plan_import(self._repository, _read(words), words, self._annotator)
        except ReaderError as error:
            self._say([explain(error)])
            return
        self._planned = None if plan.bad else (words, plan)
        self._offer(words)
        self._say(_told(words, plan))

    def _offer(self, words: str) -> None:
        """Say what Enter does now."""
        again = self._planned is not None and self._planned[0] == words
        self.query_one("#import-box", Vertical).border_subtitle = say("import-keys-again" if again else "import-keys")

    def _say(self, lines: list[str]) -> None:
        self.query_one("#import-says", Static).update(Content("\n".join(lines)))


def _read(words: str) -> bytes:
    try:
        return typed_path(words).read_bytes()
    except (OSError, ValueError) as error:
        raise ReaderError("file-unreadable", file=words, reason=getattr(error, "strerror", None) or error) from error


def _told(name: str, plan: ImportPlan) -> list[str]:
    """What an import would do, or why it cannot be done."""
    if plan.bad:
        rows = ["  " + say("import-refused-row", line=row.line, reason=explain(row.why)) for row in plan.bad[:WORST]]
        return [say("import-refused", count=len(plan.bad)), *rows]
    return [plan.told("import-would", name)]
