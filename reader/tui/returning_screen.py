"""Coming back: the article, the place and the panes of the last time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from reader.desk.session import Session, read_session, write_session
from reader.messages import say
from reader.tui.themes import look_after, theme_of
from reader.tui.watching_screen import WatchingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.desk.desk import Desk
    from reader.desk.entry import Entry


class ReturningScreen(WatchingScreen):
    """Begins where the last session ended."""

    def __init__(self, desk: Desk, kept_in: Path | None) -> None:
        """Take up a session.

        Args:
            desk: The desk.
            kept_in: The file that sessions are kept in; None to begin anew, and to keep nothing.
        """
        super().__init__(desk)
        self._kept_in = kept_in
        self._returns = kept_in is not None
        if kept_in is not None:
            self.session = read_session(kept_in)
            self._library_wanted = self.session.library
            self._panel_wanted = self.session.panel
            self._source_wanted = self.session.source

    def _add_entries(self, entries: Sequence[Entry]) -> None:
        """Go to the article that was read last, as soon as it is listed; open it where it was in front."""
        super()._add_entries(entries)
        last = self.session.last_of([entry.path for entry in entries]) if self._returns else None
        index = self.library.index_of(last) if last is not None else None
        if index is None:
            return
        self._returns = False
        self.library.highlighted = index
        if self.session.in_article:
            self.call_after_refresh(self._return_to, index)

    def _return_to(self, index: int) -> None:
        if self.article.reading is None:
            self._open(index)

    def _open(self, index: int) -> None:
        super()._open(index)
        self._returns = False
        if self._kept_in is not None:
            self._write(self._now())

    def action_theme(self) -> None:
        """Put on the next look, and remember it."""
        look = look_after(self.app.theme)
        self.app.theme = theme_of(look) or self.app.theme
        self.session = replace(self.session, look=look, look_set=self.desk.settings.theme)
        self._tell(say("look", look=say(f"look-{look}")))

    def leave(self) -> None:
        """Leave, and remember where."""
        if self._kept_in is not None:
            write_session(self._now(), self._kept_in)
        super().leave()

    def _now(self) -> Session:
        """How the app stands."""
        self._keep_place()
        return replace(
            self.session,
            in_article=self.article.reading is not None and not self.library.has_focus,
            library=self._library_wanted,
            panel=self._panel_wanted,
            source=self._source_wanted,
        )

    @work(thread=True, exclusive=True, group="session", description="write the session")
    def _write(self, session: Session) -> None:
        assert self._kept_in is not None
        write_session(session, self._kept_in)
