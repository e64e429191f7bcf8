"""The screen of the app: which articles there are, which one is open, and what goes out."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from reader.desk.claim_list import of_entry, of_opened
from reader.messages import explain, say
from reader.text.words import costs as word_costs
from reader.tui.claims_screen import ClaimsScreen
from reader.tui.exchanging_screen import ExchangingScreen
from reader.tui.keys_screen import KeysScreen
from reader.tui.library_pane import LibraryPane, Progress
from reader.tui.opening_screen import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.desk.claim_list import ListedClaim
    from reader.desk.desk import Entry
    from reader.text.script import Script


FIRST = 20
"""Articles to list before all others: a screenful."""

BATCH = 0.25
"""Seconds between two changes of the library while it is read: each costs a layout."""


class ReadingScreen(ExchangingScreen):
    """Reads the library beside the first paint, opens articles, exports."""

    def on_mount(self) -> None:
        """Read the library."""
        self._read_library()

    @work(thread=True, exclusive=True, exit_on_error=True)
    def _read_library(self) -> None:
        """List the articles, those of the first screen at once; then count their claims."""
        waiting: list[Entry] = []
        last = monotonic()
        first = True
        for entry in self.desk.entries():
            waiting.append(entry)
            if len(waiting) >= FIRST if first else monotonic() - last > BATCH:
                self.app.call_from_thread(self._add_entries, waiting)
                waiting, last, first = [], monotonic(), False
        self.app.call_from_thread(self._add_entries, waiting)
        self._count_claims()
        word_costs()  # so that the first step by words need not wait for the list

    def _count_claims(self) -> None:
        """In the library's thread: tell how many claims each article has."""
        from reader.claims.of_article import claims_of

        counted: list[tuple[int, int]] = []
        last = monotonic()
        for index, entry in enumerate(list(self.library.entries)):
            if get_current_worker().is_cancelled:
                return
            if entry.article is not None:
                short = len(entry.article.text) <= AT_ONCE
                claims = claims_of(entry.article) if short else self.extraction.claims_of(entry.article)
                counted.append((index, sum(not claim.repeat for claim in claims)))
            if monotonic() - last > BATCH:
                self.app.call_from_thread(self._show_counts, counted)
                counted, last = [], monotonic()
        self.app.call_from_thread(self._show_counts, counted)

    def _add_entries(self, entries: list[Entry]) -> None:
        self.library.add(entries)
        self._refresh_lines()

    def _show_counts(self, counted: list[tuple[int, int]]) -> None:
        with self.app.batch_update():
            for index, claims in counted:
                entry = self.library.entries[index]
                assert entry.article is not None
                annotations = self.desk.annotations_of(entry.article, entry.path)
                handled = sum(one.claim is not None and not one.claim.repeat for one in annotations)
                self.library.set_progress(index, Progress(claims, min(handled, claims), len(annotations)))

    @on(LibraryPane.Chosen)
    def _chosen(self, event: LibraryPane.Chosen) -> None:
        self._open(event.index)

    def action_open_highlighted(self) -> None:
        """Open the article that the library is on."""
        if self.library.highlighted is not None:
            self._open(self.library.highlighted)

    def action_next_article(self, step: int) -> None:
        """Open the next article of the library, or the one before."""
        start = self._open_index if self._open_index is not None else (self.library.highlighted or 0) - step
        index = start + step
        while 0 <= index < len(self.library.entries) and self.library.entries[index].article is None:
            index += step
        if 0 <= index < len(self.library.entries):
            self.library.highlighted = index
            self._open(index)
        else:
            self._tell(say("no-article-after" if step > 0 else "no-article-before"))

    def _open(self, index: int) -> None:
        entry = self.library.entries[index]
        if entry.error is not None:
            self._warn(explain(entry.error))
        elif self.open_article(entry.path, entry.article):
            self._open_index = index
            self._refresh_progress()

    def action_claims_table(self) -> None:
        """List the claims of the open article; where none is open, those of the library."""
        reading = self.article.reading
        entries = [entry for entry in self.library.entries if entry.article is not None]
        here = of_opened(reading.opened, self.article.script) if reading is not None else None
        place = reading.place if reading is not None else 0
        find = partial(self._claims_of_library, entries, self.article.script)
        self.app.push_screen(ClaimsScreen(self.desk.settings, here, find, len(entries), place), self._to_claim)

    def _claims_of_library(self, entries: list[Entry], script: Script | None) -> Iterator[list[ListedClaim]]:
        """In the thread of the table of claims: the claims of each article."""
        for entry in entries:
            assert entry.article is not None
            yield of_entry(self.desk, entry, self.extraction.claims_of(entry.article), script)

    def _to_claim(self, row: ListedClaim | None) -> None:
        """Go to a claim of the table; its article is opened where it is not the open one."""
        if row is None:
            return
        reading = self.article.reading
        index = self.library.index_of(row.path) if row.path is not None else None
        if reading is not None and reading.opened.path == row.path:
            self.article.go(row.claim.start)
            self._focus(self.article)
        elif index is not None and row.path is not None:
            self.session = self.session.left(row.path, row.claim.start)
            self.library.highlighted = index
            self._open(index)

    def action_keys(self) -> None:
        """Show all keys."""
        self.app.push_screen(KeysScreen())

    def action_command_palette(self) -> None:
        """Find an action by name."""
        self.app.action_command_palette()
