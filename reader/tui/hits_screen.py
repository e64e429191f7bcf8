"""Where words stand in the texts of all articles, with what stands around them; gone to with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from reader.controls import visible_line
from reader.messages import say
from reader.text.cells import NARROW
from reader.text.script import converted
from reader.tui.bindings import QUIT
from reader.tui.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.desk.library import Hit
    from reader.text.script import Script

BEFORE, AFTER = 14, 40
"""Code points shown before and after the beginning of a hit."""

WIDEST, AROUND = 100, 6
"""Cells of the list at most, as the style sheet says, and those that its border and the indent take."""

_CLOSING = "。，、；：？！）》」』”’％ ,.;:?!)"
"""What no row begins with."""

SHOWN = 300
"""Articles whose hits are listed; the others are counted."""


class Goal(NamedTuple):
    """What was chosen: where an article stands in the library, and an offset in its text."""

    at: int
    offset: int


class HitsScreen(ModalScreen[Goal | None]):
    """Lists hits, those of an article below its title; returns the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Go back to where one was"),
        QUIT,
    ]

    def __init__(self, words: str, search: Callable[[int], tuple[Sequence[Hit], int]], script: Script | None) -> None:
        """Prepare the list.

        Args:
            words: What is searched for.
            search: Finds it, so many articles at most, and says how many there are; called in a thread.
            script: The script to show texts in; None for as written.
        """
        super().__init__()
        self._words = words
        self._search = search
        self._script = script
        self._goals: list[Goal] = []

    def compose(self) -> ComposeResult:
        """A list in a box."""
        with Vertical(id="hits-box") as box:
            box.border_title = Content(say("everywhere-searching", words=self._words))
            box.border_subtitle = Content(say("esc-back"))
            yield Choices(id="hits-list", markup=False)
            yield Static(id="hits-none", markup=False)

    def on_mount(self) -> None:
        """Begin to search."""
        self._find()

    @work(thread=True, description="search all articles")
    def _find(self) -> None:
        found, count = self._search(SHOWN)
        rows = [(hit, self._rows_of(hit)) for hit in found]
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, rows, count)

    def _rows_of(self, hit: Hit) -> list[Content]:
        """Each place of an article with what stands around it, in the script that is shown."""
        text = self._in_script(hit.written)
        rows, room = [], min(WIDEST, self.app.size.width) - AROUND
        for at in hit.places:
            start = max(text.rfind("\n", 0, at) + 1, at - BEFORE)
            start += len(text[start:at]) - len(text[start:at].lstrip(_CLOSING))
            end = text.find("\n", at)
            end = min(end if end >= 0 else len(text), at + AFTER)
            parts = (text[start:at], text[at : at + hit.length], text[at + hit.length : end])
            before, words, after = map(visible_line, parts)
            after = NARROW.cut(after, max(0, room - NARROW.of(before + words)))
            rows.append(Content.assemble("  ", before, (words, "bold underline"), after))
        return rows

    def _in_script(self, text: str) -> str:
        return converted(text, self._script) if self._script is not None else text

    def _show(self, rows: list[tuple[Hit, list[Content]]], count: int) -> None:
        hits = self.query_one(OptionList)
        options = []
        for hit, contexts in rows:
            title = Content.styled(visible_line(self._in_script(hit.title)), "bold")
            for number, (place, context) in enumerate(zip(hit.places, contexts, strict=True)):
                options.append(Option(Content("\n").join([title, context]) if number == 0 else context))
                self._goals.append(Goal(hit.at, place))
        hits.add_options(options)
        box = self.query_one("#hits-box")
        box.border_title = Content(say("everywhere-found", count=f"{count:,}", words=self._words))
        if self._goals:
            hits.highlighted = 0
            box.border_subtitle = Content(say("enter-go-esc-back"))
        else:
            box.add_class("-none")
            self.query_one("#hits-none", Static).update(Content(say("everywhere-none")))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.dismiss(self._goals[event.option_index])
