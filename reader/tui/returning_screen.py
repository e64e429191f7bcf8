"""Coming back: the article, the place and the panes of the last time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from reader.desk.session import Session, read_session, write_session
from reader.tui.reading_screen import ReadingScreen

if TYPE_CHECKING:
    from pathlib import Path

    from reader.desk.desk import Desk, Entry


class ReturningScreen(ReadingScreen):
    """Begins where the last session ended."""

    def __init__(self, desk: Desk, kept_in: Path | None) -> None:
        """Take up a session.

        Args:
            desk: The desk.
            kept_in: The file that sessions are kept in; None to begin anew, and to keep nothing.
        """
        super().__init__(desk)
        self._kept_in = kept_in
        self._last: Path | None = None
        if kept_in is not None:
            self.session = read_session(kept_in)
            self._last = self.session.last_of(desk.files)
            self._library_wanted = self.session.library
            self._panel_wanted = self.session.panel
            self._source_wanted = self.session.source

    def on_mount(self) -> None:
        """Open the article that was in front, after the first paint."""
        if self._last is not None and self.session.in_article:
            self.call_after_refresh(self._return_to, self._last)

    def _return_to(self, path: Path) -> None:
        if self.article.reading is None:
            self.open_article(path, None)

    def _add_entries(self, entries: list[Entry]) -> None:
        """Put the library on the article that was read last, as soon as it is listed."""
        super()._add_entries(entries)
        index = self.library.index_of(self._last) if self._last is not None else None
        if index is None:
            return
        reading = self.article.reading
        if reading is not None and reading.opened.path == self._last:
            self._open_index = index
        if reading is None or self._open_index == index:
            self.library.highlighted = index
        self._last = None

    def _open(self, index: int) -> None:
        super()._open(index)
        self._last = None
        if self._kept_in is not None:
            self._write(self._now())

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

    @work(thread=True, exclusive=True, group="session")
    def _write(self, session: Session) -> None:
        assert self._kept_in is not None
        write_session(session, self._kept_in)
