"""What is painted first: the library, as it stands there once the desk is open.

Half of what the app is made of is only needed for reading. It is loaded, and the store is opened, in a thread while the
articles can be seen already; the keys that are pressed meanwhile wait (see `ReaderApp.on_event`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from reader.desk.library import FIRST
from reader.messages import say
from reader.text.cells import CellWidths
from reader.tui.keys_in_turn import SOON
from reader.tui.library_hints import hints_in_library
from reader.tui.library_pane import LibraryPane
from reader.tui.status import KeyLine, StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from reader.desk.desk import Desk
    from reader.desk.entry import Entry
    from reader.tui.opening import Opening


SIDE_BY_SIDE = 96
"""From this many columns on, the library stands beside the article."""


class FrontLibrary(LibraryPane):
    """The library, which tells when there is something to see."""

    is_painted = False

    def render_line(self, y: int) -> Strip:
        """The row at a line of the widget."""
        self.is_painted = True
        return super().render_line(y)


class FrontScreen(Screen[None]):
    """Shows the library of a desk while it is opened."""

    AUTO_FOCUS = "#library"

    @dataclass
    class Found(Message):
        """What is in the first files."""

        entries: Sequence[Entry]

    @dataclass
    class Loaded(Message):
        """The desk is open, or cannot be opened."""

        result: Desk | Exception

    library = getters.query_one("#library", FrontLibrary)

    def __init__(self, opening: Opening, opened: Callable[[Desk | Exception], None]) -> None:
        """A screen for a desk that is not open yet.

        Args:
            opening: The desk.
            opened: Called with it, or with why it cannot be opened.
        """
        super().__init__()
        self._opening = opening
        self._opened = opened
        self._loads = False

    def compose(self) -> ComposeResult:
        """The library, room for the article, two rows at the bottom."""
        with Horizontal(id="desk"):
            yield FrontLibrary(CellWidths(self._opening.settings.ambiguous_width or 1), id="library")
            yield Static(say("nothing-open"), id="article", classes="-none", markup=False)
        yield StatusLine(id="status")
        yield KeyLine(id="hints")

    def on_mount(self) -> None:
        """List the first articles."""
        entries = self._opening.library.begin(FIRST)
        self.library.add(entries)
        if not entries:
            self.query_one("#article", Static).update(say("nothing-listed"))
        count = say("library-count", count=f"{len(entries):,}")
        self.query_one("#status", StatusLine).tell(count, self._opening.store.name)
        self.query_one("#hints", KeyLine).offer(*hints_in_library())
        if not all(entry.is_read for entry in entries):
            self._look_into()

    def on_resize(self, event: events.Resize) -> None:
        """In a narrow window there is room for the library alone."""
        narrow = event.size.width < SIDE_BY_SIDE
        self.set_class(narrow, "-narrow")
        self.query_one("#article").display = not narrow

    @work(thread=True, group="look-into")
    def _look_into(self) -> None:
        """Look into the files that the index does not know."""
        if found := self._opening.library.begun():
            self.post_message(self.Found(found))

    @on(Found)
    def _show_found(self, event: Found) -> None:
        """Show their titles."""
        places = ((self.library.index_of(entry.path), entry) for entry in event.entries)
        self.library.replace((index, entry) for index, entry in places if index is not None)

    def displayed(self) -> None:
        """Something was painted: once that are articles, load the rest as soon as the terminal has got them."""
        if self.library.is_painted and not self._loads:
            self._loads = True
            self.set_timer(SOON, self._go_on)

    def _go_on(self) -> None:
        self._look_ahead()
        self._load()

    @work(thread=True, group="look-ahead")
    def _look_ahead(self) -> None:
        """Have the first article read: Enter is likely to be next."""
        library = self._opening.library
        if entries := library.begin(FIRST):
            library.look_ahead(entries[0].path)

    @work(thread=True, group="load", exit_on_error=False)
    def _load(self) -> None:
        try:
            from reader.tui import adding_screen  # noqa: F401

            self.post_message(self.Loaded(self._opening.open()))
        except Exception as error:
            self.post_message(self.Loaded(error))

    @on(Loaded)
    def _pass_on(self, event: Loaded) -> None:
        self._opened(event.result)
