"""The claims of the article, or of the library, as a table: sorted, filtered while one types, gone to with Enter."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.content import Content
from textual.worker import get_current_worker

from reader.claims.reading import read_out
from reader.desk.claim_list import COLUMNS, ListedClaim, matching, ordered
from reader.languages import chosen
from reader.messages import say
from reader.tui.action import Room
from reader.tui.claims_table import ClaimsTable
from reader.tui.responses import word_of
from reader.tui.rows_screen import FilterLine, RowsScreen
from reader.tui.status import KeyLine, StatusLine, hint

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.settings import Settings
    from reader.tui.claims_listing import Listing

BATCH = 0.25
"""Seconds between two changes of the table while claims are found."""


class ClaimsScreen(RowsScreen[ListedClaim]):
    """Lists claims; returns the one to go to."""

    room = Room.CLAIMS

    table = getters.query_one(ClaimsTable)

    def __init__(self, settings: Settings, article: Listing | None, library: Listing, place: int = 0) -> None:
        """Prepare the table.

        Args:
            settings: For the widths of characters.
            article: The claims of the open article; None where none is open, then those of the library are listed.
            library: Those of the library.
            place: Offset in the open article; the table begins at the claim there or after it.
        """
        super().__init__()
        self._settings = settings
        self._article = article
        self._library = library
        self._listing = article or library
        self._place: int | None = place if article is not None else None

    def compose(self) -> ComposeResult:
        """A line to type in, the table, two rows at the bottom."""
        yield FilterLine(select_on_focus=False)
        yield ClaimsTable(self._settings)
        yield StatusLine(id="status")
        yield KeyLine(id="hints")

    def on_mount(self) -> None:
        """List what is asked for."""
        self.line.border_subtitle = Content(say("claims-filter"))
        self._begin()
        self.filter_rows()

    @property
    def rows_table(self) -> ClaimsTable:
        """The table."""
        return self.table

    # What is listed

    @property
    def _whole(self) -> bool:
        """Whether the claims of the library are listed."""
        return self._listing is self._library

    def _begin(self) -> None:
        """Look for what is listed, unless somebody does already."""
        if self._listing.is_sought and not self._listing.begun:
            self._listing.begun = True
            self._read(self._listing)

    @work(thread=True, description="list claims")
    def _read(self, listing: Listing) -> None:
        """Find claims, and list them as they come."""
        worker = get_current_worker()
        rows: list[ListedClaim] = []
        last = monotonic()
        for found, done in listing.find():
            if worker.is_cancelled or listing not in (self._article, self._library):
                return
            rows += found
            if monotonic() - last > BATCH:
                self.app.call_from_thread(self._add, listing, rows, done)
                rows, last = [], monotonic()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._add, listing, rows, listing.total)

    def _add(self, listing: Listing, rows: list[ListedClaim], done: int) -> None:
        if self.is_attached:
            listing.rows = [*listing.rows, *rows]
            listing.done = done
            if listing is self._listing:
                self.filter_rows()

    @work(thread=True, exclusive=True, group="instead", description="list claims instead")
    def list_instead(self, article: Listing) -> None:
        """List other claims of the article, once all have been made rows of: its whole text has been searched."""
        worker = get_current_worker()
        for rows, _ in article.find():
            if worker.is_cancelled:
                return
            article.rows += rows
        article.done = article.total
        self.app.call_from_thread(self._exchange, article)

    def _exchange(self, article: Listing) -> None:
        if self.is_attached:
            self._listing = article if self._listing is self._article else self._listing
            self._article = article
            self.filter_rows()

    def filter_rows(self) -> None:
        """Sort and filter what is listed, and say how much that is."""
        listing = self._listing
        shown = matching(ordered(listing.rows, self.by, descending=self.descending), self.line.value)
        nothing = "no-claim-matches" if listing.rows else "claims-sought" if listing.is_sought else "no-claim-found"
        self.table.show(
            shown, by=self.by, descending=self.descending, nothing=nothing,
            left_out=() if self._whole else ("article",),
        )  # fmt: skip
        self.line.border_title = Content(listing.title(len(shown)))
        if self._place is not None and not self._whole:
            self._go_to_place(self._place)

    def _go_to_place(self, place: int) -> None:
        """Begin at the claim that one reads, once it is listed."""
        after = next((at for at, row in enumerate(self._listing.rows) if row.claim.end > place), None)
        if after is not None:
            self._place = None
            self.table.action_rows(after)

    @on(ClaimsTable.Moved)
    def _moved(self) -> None:
        """Read out the claim that one is on: narrow screens cut it short in the table."""
        row = self.table.present
        words = ""
        if row is not None:
            said = f"{word_of(row.response)} · " if row.response in ("corrected", "rejected") else ""
            words = said + read_out(row.claim, language=chosen())
        where = row.cells[COLUMNS.index("article")] if row is not None and self._whole else ""
        self.status.tell(words, where)
        self.offer()

    def offer(self) -> None:
        """Say which keys are likely next."""
        if self.line.has_focus:
            self.hints.offer([("Enter", say("rows")), ("Esc", say("clear"))])
            return
        other = say("hint-article" if self._whole else "hint-library")
        scope = [hint("table.scope", other)] if self._article is not None else []
        listed = ("table.filter", "table.sort", "table.reverse") if self._listing.rows else ()
        going = [hint("table.go")] if self.table.rows else []
        self.hints.offer([*going, *map(hint, listed), *scope], [hint("table.back"), ("?", say("all-keys"))])

    # The keys

    def action_scope(self) -> None:
        """List the claims of the library, or of the article again."""
        self._listing = self._library if self._article is None or not self._whole else self._article
        self._begin()
        self.filter_rows()
