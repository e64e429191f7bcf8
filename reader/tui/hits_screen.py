"""Where words stand in the texts of all articles, with what stands around them; gone to with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.messages import say
from reader.tui.bindings import QUIT
from reader.tui.hits_list import Goal, HitsList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.desk.library import Hit
    from reader.text.script import Script

SHOWN = 300
"""Articles whose hits are listed; the others are counted."""


class HitsScreen(ModalScreen[Goal | None]):
    """Lists hits; returns the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Go back to where one was"),
        QUIT,
    ]

    def __init__(
        self, words: str, search: Callable[[int], tuple[Sequence[Hit], int]], script: Script | None, unread: int = 0
    ) -> None:
        """Prepare the list.

        Args:
            words: What is searched for.
            search: Finds it, so many articles at most, and says how many there are; called in a thread.
            script: The script to show texts in; None for as written.
            unread: Articles that were not read yet when the search began, so that nothing is found in them.
        """
        super().__init__()
        self._words = words
        self._search = search
        self._script = script
        self._unread = unread

    def compose(self) -> ComposeResult:
        """A list in a box."""
        with Vertical(id="hits-box") as box:
            box.border_title = Content(say("everywhere-searching", words=self._words))
            box.border_subtitle = Content(say("esc-back"))
            yield HitsList(self._script, id="hits-list")
            yield Static(id="hits-none", markup=False)

    def on_mount(self) -> None:
        """Begin to search."""
        self._find()

    @work(thread=True, description="search all articles")
    def _find(self) -> None:
        found, count = self._search(SHOWN)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, found, count)

    def _show(self, hits: Sequence[Hit], count: int) -> None:
        box = self.query_one("#hits-box")
        title = say("everywhere-found", count=f"{count:,}", words=self._words)
        if self._unread:
            title = say("everywhere-unread", found=title, count=f"{self._unread:,}")
        box.border_title = Content(title)
        self.query_one(HitsList).show(hits)
        if hits:
            box.border_subtitle = Content(say("enter-go-esc-back"))
        else:
            box.add_class("-none")
            self.query_one("#hits-none", Static).update(Content(say("everywhere-none")))

    @on(HitsList.Chosen)
    def _go(self, event: HitsList.Chosen) -> None:
        """Go there."""
        self.dismiss(event.goal)
