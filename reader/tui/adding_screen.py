"""Adding files and folders to the library while the app runs."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from textual import on, work

from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.prompt import Prompt, Purpose
from reader.tui.returning_screen import ReturningScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.desk.entry import Entry


class AddingScreen(ReturningScreen):
    """Asks for a path, lists the articles there behind the others, and goes to the first of them."""

    def on_mount(self) -> None:
        """Nothing is added before all that was named at the start is listed."""
        self._listed = Event()

    def action_add_articles(self) -> None:
        """Ask for a file or folder."""
        from reader.articles.library import SUFFIXES
        from reader.tui.path_suggester import PathSuggester

        self.ask_line(Purpose.ADDING, say("ask-add"), suggester=PathSuggester(SUFFIXES))

    @on(Prompt.Answered)
    def _adding_answered(self, event: Prompt.Answered) -> None:
        if event.purpose is not Purpose.ADDING:
            return
        self._leave_question()
        words = event.text.strip()
        if words:
            self._find_articles(words)

    @on(Prompt.Left)
    def _adding_left(self, event: Prompt.Left) -> None:
        if event.purpose is Purpose.ADDING:
            self._leave_question()

    def library_listed(self) -> None:
        """All files are listed: now others can be added."""
        super().library_listed()
        self._listed.set()

    @work(thread=True, group="adding", description="find articles")
    def _find_articles(self, words: str) -> None:
        self._listed.wait(60)
        try:
            path = Path(words).expanduser()
            added = self.desk.library.add(path)
        except ReaderError as error:
            self.app.call_from_thread(self._warn, explain(error))
        except (OSError, ValueError, RuntimeError) as error:  # no such user, a name too long
            reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
            self.app.call_from_thread(self._warn, say("file-unreadable", file=words, reason=reason))
        else:
            self.app.call_from_thread(partial(self._add_found, path, added))

    def _add_found(self, path: Path, added: Sequence[Entry]) -> None:
        """List the articles that were found; open one that was named itself."""
        if added:
            self._add_entries(added)
            self._read_added()
        named = self.library.index_of(added[0].path if added else self.desk.library.listed_as(path) or path)
        if named is not None:
            self._list_all_unless_listed(named)
            self.library.highlighted = named
        if named is not None and path.is_file():
            self._open(named)
        elif named is not None:
            self._focus(self.library)
        self._tell(say("articles-added" if added else "articles-known", count=len(added), file=path))

    def _list_all_unless_listed(self, index: int) -> None:
        """Take a filter away that hides an article."""
        if index not in self.library.listed:
            self._filter = ""
            self._choose()
