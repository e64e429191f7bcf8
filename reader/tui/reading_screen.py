"""The screen of the app: which article of the library is open, and which is next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from reader.messages import explain, say
from reader.tui.action import Room
from reader.tui.library_pane import LibraryPane
from reader.tui.opening_screen import AT_ONCE
from reader.tui.sorting_screen import SortingScreen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.desk.claim_batches import Batch
    from reader.desk.claim_list import ListedClaim
    from reader.text.script import Script
    from reader.tui.claims_listing import Listing


class ReadingScreen(SortingScreen):
    """Opens the articles of the library, goes from one to the next."""

    @on(LibraryPane.Chosen)
    def _chosen(self, event: LibraryPane.Chosen) -> None:
        self._open(event.index)

    def action_open_highlighted(self) -> None:
        """Open the article that the library is on."""
        if self.library.highlighted is not None:
            self._open(self.library.highlighted)

    def action_next_article(self, step: int) -> None:
        """Open the next article of the library, or the one before."""
        index = self.library.next_to(self._open_index, step)
        if index is not None:
            self.library.highlighted = index
            self._open(index)
        else:
            self._tell(say("no-article-after" if step > 0 else "no-article-before"))

    def _open(self, index: int) -> None:
        entry = self.library.entries[index]
        if entry.error is not None:
            self._warn(explain(entry.error))
        elif self.open_article(entry.path):
            self._open_index = index
            self._refresh_progress()
            following = self.library.next_to(index, 1)
            if following is not None:
                self.look_ahead(self.library.entries[following].path)

    def go_to(self, path: Path | None, offset: int) -> None:
        """Go to an offset in the text of an article (None: the one from standard input), opened where it is not yet."""
        reading = self.article.reading
        if reading is not None and reading.opened.path == path:
            self.article.go(offset)
            self._focus(self.article)
        elif path is not None:
            self._open_at(path, offset)

    def _open_at(self, path: Path, offset: int | None) -> None:
        """Open a file, by its row of the library where it has one; at an offset of its text, or where it was left (None)."""
        if offset is not None:
            self._keep_place()
            self.session = self.session.left(path, offset)
        index = self.library.index_of(path)
        if index is not None:
            self.library.highlighted = index
            self._open(index)
        elif self.open_article(path):
            self._open_index = None

    def action_last_act(self) -> None:
        """Go back to where the last act was, also in another article."""
        if self._last_act is not None:
            self.go_to(*self._last_act)

    def action_claims_table(self) -> None:
        """List the claims of the open article; where none is open, those of the library."""
        from reader.tui.claims_listing import Listing
        from reader.tui.claims_screen import ClaimsScreen

        files = [entry.path for entry in self.library.entries if entry.error is None]
        library = Listing("claims-of-library", partial(self._claims_of_library, files, self.article.script), len(files))
        reading = self.article.reading
        place = reading.place if reading is not None else 0
        self.app.push_screen(
            ClaimsScreen(self.desk.settings, self._claims_of_article(), library, place), self._to_claim
        )

    def _claims_of_article(self) -> Listing | None:
        """The claims of the open article; those of a long one are listed in a thread, also while they are looked for."""
        from reader.desk.claim_batches import known, sought
        from reader.desk.claim_list import of_opened
        from reader.tui.claims_listing import Listing

        reading, script = self.article.reading, self.article.script
        if reading is None:
            return None
        opened = reading.opened
        if self.is_finding_claims:
            find = partial(sought, self.desk.background, opened, script)
        else:
            find = partial(known, opened, script)
        listing = Listing("claims-of-article", find, len(opened.article.text))
        if not self.is_finding_claims and len(opened.article.text) <= AT_ONCE:
            listing.rows, listing.done = of_opened(opened, script), listing.total
        return listing

    def claims_found(self) -> None:
        """The claims of a long article are found: list them instead of those found so far."""
        from reader.tui.claims_screen import ClaimsScreen

        listing = self._claims_of_article()
        for screen in self.app.screen_stack:
            if isinstance(screen, ClaimsScreen) and listing is not None:
                screen.list_instead(listing)

    def _claims_of_library(self, files: list[Path], script: Script | None) -> Iterator[Batch]:
        """In the thread of the table of claims: the claims of each article."""
        from reader.desk.claim_batches import Batch
        from reader.desk.claim_list import of_file

        for done, path in enumerate(files, 1):
            yield Batch(of_file(self.desk, path, AT_ONCE, self.extraction.claims_of, script), done)

    def _to_claim(self, row: ListedClaim | None) -> None:
        """Go to a claim of the table; its article is opened where it is not the open one."""
        if row is not None:
            self.go_to(row.path, row.claim.start)

    def action_keys(self) -> None:
        """Show all keys."""
        from reader.tui.keys_screen import KeysScreen

        self.app.push_screen(KeysScreen(Room.ARTICLE if self.article.has_focus else Room.LIBRARY))

    def action_command_palette(self) -> None:
        """Find an action by name."""
        self.app.action_command_palette()
