"""What to do about acts that could not be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.controls import visible_line
from reader.desk.act import quote_of
from reader.desk.rescue import rescue
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.paths import typed_path

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.desk.desk import Desk
    from reader.desk.writer import Writer


class UnsavedScreen(ModalScreen[bool]):
    """Lists what is not saved and why; tries again, or writes it to another file.

    Returns:
        Whether the program may be left: everything is safe, or the user gave it up.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f5", "retry", "Try again to save them", priority=True),
        Binding("escape", "dismiss(False)", "Go back to the article"),
        Binding("ctrl+d,f10", "dismiss(True)", "Leave the program without them", priority=True),
    ]

    def __init__(self, desk: Desk, writer: Writer, suggested: Path) -> None:
        super().__init__()
        self._desk = desk
        self._writer = writer
        self._suggested = suggested

    def compose(self) -> ComposeResult:
        """What is not saved, and where else it could go."""
        with Vertical(id="unsaved-box") as box:
            box.border_title = say("unsaved-title")
            box.border_subtitle = say("unsaved-keys")
            yield Static(id="unsaved-list", markup=False)
            yield Input(str(self._suggested), id="unsaved-target", select_on_focus=False)
            yield Static(id="unsaved-says", markup=False)

    def on_mount(self) -> None:
        """List the acts."""
        self._list()

    def _list(self) -> None:
        steps = self._desk.unsaved_steps
        names = [quote_of(one) for step in steps if (one := step.after or step.before) is not None]
        shown = [f"  {visible_line(name)[:60]}" for name in names[:8]]
        more = ["  " + say("unsaved-more", count=len(names) - 8)] if len(names) > 8 else []
        self.query_one("#unsaved-list", Static).update(Content("\n".join([*shown, *more]) or say("all-saved")))
        self._say(explain(self._writer.error) if self._writer.error else "")

    def _say(self, words: str) -> None:
        self.query_one("#unsaved-says", Static).update(Content(words))

    def action_retry(self) -> None:
        """Try to save everything again."""
        self._writer.retry()
        self._writer.wait(5)
        if self._desk.unsaved:
            self._list()
        else:
            self.dismiss(True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write the annotations to the file that is named."""
        event.stop()
        target = typed_path(event.value)
        try:
            rescued = rescue(self._desk, target)
        except ReaderError as error:
            self._say(explain(error))
        else:
            left = [say("rescued-without", count=rescued.marks)] if rescued.marks else []
            self._say("\n".join([say("rescued", count=rescued.changes, file=target), *left]))
