"""The library: the articles, and how far each one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from reader.controls import visible_line
from reader.messages import explain
from reader.text.cells import NARROW
from reader.text.lines import rows_of
from reader.tui.action import Room
from reader.tui.bindings import bindings_of
from reader.tui.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.widgets import OptionList

    from reader.desk.desk import Entry


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of an article is done.

    Attributes:
        claims: How many claims count.
        handled: How many of them are annotated.
        annotations: How many annotations there are.
    """

    claims: int
    handled: int
    annotations: int


class LibraryPane(Choices, inherit_bindings=False):
    """The list of articles. Each is two rows: its title, then its date, publisher and progress."""

    BINDINGS = bindings_of(Room.LIBRARY)

    @dataclass
    class Chosen(Message):
        """The user wants to read an article."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False, compact=True)
        self.border_title = "Library"
        self.entries: list[Entry] = []
        self._progress: dict[int, Progress] = {}
        self._width = 0

    def add(self, entries: Sequence[Entry]) -> None:
        """Append articles."""
        first = len(self.entries)
        self.entries.extend(entries)
        self.add_options(Option(self._prompt(index)) for index in range(first, len(self.entries)))
        if self.highlighted is None and self.entries:
            self.highlighted = 0

    def set_progress(self, index: int, progress: Progress) -> None:
        """Show how far an article is."""
        if self._progress.get(index) != progress:
            self._progress[index] = progress
            self.replace_option_prompt_at_index(index, self._prompt(index))

    def progress(self, index: int) -> Progress | None:
        """How far an article is, as far as it is known."""
        return self._progress.get(index)

    def index_of(self, path: Path) -> int | None:
        """Where an article stands in the list."""
        return next((index for index, entry in enumerate(self.entries) if entry.path == path), None)

    def on_resize(self) -> None:
        """Break the titles anew."""
        if self._room != self._width:
            self._width = self._room
            for index in range(len(self.entries)):
                self.replace_option_prompt_at_index(index, self._prompt(index))

    @property
    def _room(self) -> int:
        """Cells of a row of an option."""
        return max(2, self.scrollable_content_region.width - 2)

    def _prompt(self, index: int) -> Content:
        entry = self.entries[index]
        if entry.article is None:
            reason = explain(entry.error) if entry.error else ""
            return Content.assemble(*self._rows(visible_line(entry.path.name)), (reason, "italic"))
        facts = NARROW.cut(self._facts(index), self._room)
        return Content.assemble(*self._rows(visible_line(entry.article.title)), (facts, "dim"))

    def _rows(self, title: str) -> list[tuple[str, str] | str]:
        """A title in at most two rows."""
        rows = rows_of(title, self._room)
        shown = [title[start:end] for start, end in rows[:2]]
        if len(rows) > 2:
            shown[1] = NARROW.cut(title[rows[1][0] :], self._room)
        return [part for row in shown for part in ((row, "bold"), "\n")]

    def _facts(self, index: int) -> str:
        article = self.entries[index].article
        assert article is not None
        facts = [article.date or "no date"]
        if (progress := self._progress.get(index)) is not None:
            done = "✓ " if progress.claims and progress.handled >= progress.claims else ""
            facts.append(f"{done}{progress.handled}/{progress.claims} claims")
        if article.publisher:
            facts.append(visible_line(article.publisher))
        return " · ".join(facts)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pass on which article was chosen."""
        event.stop()
        self.post_message(self.Chosen(event.option_index))
