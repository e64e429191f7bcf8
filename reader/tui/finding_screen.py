"""Finding one's way in the article: search, percent, headings; and taking a quote along."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from reader.controls import visible
from reader.desk.files import output_file
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.clipboard import can_take, give_to_tmux, sequence
from reader.tui.panes_screen import PanesScreen
from reader.tui.prompt import Prompt, Purpose

if TYPE_CHECKING:
    from reader.desk.desk import Desk
    from reader.tui.reading import Reading


class FindingScreen(PanesScreen):
    """Asks below the article, and goes there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._before_search = 0

    def action_search(self) -> None:
        """Search the article; hits are marked while one types."""
        if self.article.reading is not None:
            self._before_search = self.article.reading.place
            self.ask_line(Purpose.SEARCH, say("search-title"), self.article.reading.query)

    def action_percent(self) -> None:
        """Go to a percentage of the article."""
        if self.article.reading is not None:
            self.ask_line(Purpose.PERCENT, say("percent-title"))

    def action_outline(self) -> None:
        """Choose a heading to go to."""
        if self.article.reading is not None:
            from reader.tui.outline_screen import OutlineScreen

            self.app.push_screen(OutlineScreen(self.article.reading), self._to_heading)

    def _to_heading(self, offset: int | None) -> None:
        if offset is not None:
            self.article.go(offset)

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        if event.purpose is Purpose.SEARCH:
            self.article.search(event.text)
            self._count_hits("hits-typed")

    @on(Prompt.Answered)
    def _answered(self, event: Prompt.Answered) -> None:
        if event.purpose is Purpose.SEARCH:
            self.prompt.close()
            self._focus(self.article)
            self.article.search(event.text)
            self._count_hits("hits")
        elif event.purpose is Purpose.PERCENT:
            self._go_to_percent(event.text)

    @on(Prompt.Left)
    def _left(self, event: Prompt.Left) -> None:
        if event.purpose in (Purpose.FILTER, Purpose.EVERYWHERE, Purpose.ADDING):
            return
        self.prompt.close()
        self._focus(self.article)
        self._tell("")
        if event.purpose is Purpose.SEARCH:
            self.article.search("")
            self.article.go(self._before_search)

    def _count_hits(self, code: str) -> None:
        reading = self.article.reading
        if reading is None:
            return
        count, query = len(reading.hits), reading.query
        if query and code == "hits" and not count:
            self.article.search("")  # there is nothing to step through: n goes to claims
        self._tell("" if not query else say(code, count=count, query=query) if count else say("no-hit"))

    def _go_to_percent(self, words: str) -> None:
        """Go there; what is no percentage stays in the line, to be mended."""
        digits = words.strip().rstrip("%％").strip()
        if words.strip() and not (digits.isdecimal() and int(digits) <= 100):
            self._tell(say("no-percent", words=words))
            return
        self.prompt.close()
        self._focus(self.article)
        if self.article.reading is not None and digits:
            self.article.go(len(self.article.reading.shown) * int(digits) // 100)

    def action_copy(self) -> None:
        """Copy what is present with a line that says where it is from."""
        reading = self.article.reading
        if reading is None:
            return
        self._tell(self._copied(citation(reading), "copied"))

    def _copied(self, words: str, code: str) -> str:
        """Put words into the clipboard, or into a file where the terminal takes none; says which."""
        if give_to_tmux(words, os.environ):
            return say(code, quote=words.splitlines()[0])
        if can_take(words, os.environ) and self.app._driver is not None:
            self.app._driver.write(sequence(words, os.environ))
            return say(code, quote=words.splitlines()[0])
        target = Path.home() / "reader-copied.txt"
        try:
            with output_file(target, replace=True, encoding="utf-8") as out:
                out.write(words)
        except ReaderError as error:
            return explain(error)
        return say("copied-to-file", file=target)


def citation(reading: Reading) -> str:
    """What is present (else its sentence), and below it where it is from."""
    article = reading.opened.article
    start, end = reading.target or reading.sentence()
    facts = (article.title, article.publisher, article.date, article.url or article.file)
    return f"{reading.shown[start:end]}\n— {visible(', '.join(fact for fact in facts if fact))}\n"
