"""Searching the texts of all articles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from reader.messages import say
from reader.tui.library_pane import LibraryPane
from reader.tui.prompt import Prompt, Purpose
from reader.tui.reading_screen import ReadingScreen

if TYPE_CHECKING:
    from reader.desk.desk import Desk
    from reader.tui.hits_list import Goal
    from reader.tui.reading import Reading


class EverywhereScreen(ReadingScreen):
    """Asks for words, lists where they stand, and goes there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._words = ""

    def action_search_everywhere(self) -> None:
        """Search words in the texts of all articles."""
        reading = self.article.reading
        self.ask_line(Purpose.EVERYWHERE, say("ask-everywhere"), reading.query if reading is not None else "")

    @on(Prompt.Answered)
    def _asked_everywhere(self, event: Prompt.Answered) -> None:
        if event.purpose is not Purpose.EVERYWHERE:
            return
        self._leave_question()
        words = event.text.strip()
        if words:
            from reader.tui.hits_screen import HitsScreen

            search = partial(self.desk.library.search, words)
            unread = sum(not entry.is_read for entry in self.library.entries)
            hits = HitsScreen(words, search, self.article.script, unread)
            self.app.push_screen(hits, partial(self._to_hit, words))

    @on(Prompt.Left)
    def _everywhere_left(self, event: Prompt.Left) -> None:
        if event.purpose is Purpose.EVERYWHERE:
            self._leave_question()

    def _leave_question(self) -> None:
        in_library = self._front is LibraryPane or self.article.reading is None
        self._leave_prompt(self.library if in_library else self.article)

    def _to_hit(self, words: str, goal: Goal | None) -> None:
        """Open the article of a hit there, with all hits in it marked."""
        if goal is None:
            return
        path = self.library.entries[goal.at].path
        reading = self.article.reading
        if reading is not None and reading.opened.path == path:
            self.article.search(words)
        else:
            self._words = words
        self.go_to(path, goal.offset)

    def _show(self, reading: Reading) -> None:
        if self._words:
            place = reading.place
            reading.search(self._words)
            reading.go(place)
            self._words = ""
        super()._show(reading)
