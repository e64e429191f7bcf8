"""The claims of the article, or of the library, as a table: sorted, filtered while one types, gone to with Enter."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.content import Content
from textual.worker import get_current_worker

from reader.claims.reading import read_out
from reader.desk.claim_list import COLUMNS, ListedClaim, matching, ordered
from reader.tui.claims_table import ClaimsTable
from reader.tui.rows_screen import FilterLine, RowsScreen
from reader.tui.status import KeyLine, StatusLine, hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult

    from reader.settings import Settings

BATCH = 0.25
"""Seconds between two changes of the table while the library's claims are found."""

_TURN: tuple[str | None, ...] = (None, *COLUMNS)
"""What `s` sorts by, in turn; None is the order of articles and texts."""


class ClaimsScreen(RowsScreen[ListedClaim]):
    """Lists claims; returns the one to go to."""

    table = getters.query_one(ClaimsTable)

    def __init__(
        self,
        settings: Settings,
        of_article: list[ListedClaim] | None,
        of_library: Callable[[], Iterator[list[ListedClaim]]],
        articles: int,
        place: int = 0,
    ) -> None:
        """Prepare the table.

        Args:
            settings: For the widths of characters.
            of_article: The claims of the open article; None where none is open, then those of the library are listed.
            of_library: Finds the claims of the library, one article after the other; called in a thread.
            articles: How many articles that are.
            place: Offset in the open article; the table begins at the claim there or after it.
        """
        super().__init__()
        self._settings = settings
        self._of_article = of_article
        self._of_library = of_library
        self._articles = articles
        self._place = place
        self._library: list[ListedClaim] | None = None
        self._done = 0
        self._whole = of_article is None

    def compose(self) -> ComposeResult:
        """A line to type in, the table, two rows at the bottom."""
        yield FilterLine(select_on_focus=False)
        yield ClaimsTable(self._settings)
        yield StatusLine(id="status")
        yield KeyLine(id="hints")

    def on_mount(self) -> None:
        """List what is asked for."""
        self.line.border_subtitle = Content("words · kind:money · status:target · period:2025 · i:… (any column)")
        if self._whole:
            self._read_library()
        self.filter_rows()
        if self._of_article:
            after = [at for at, row in enumerate(self._of_article) if row.claim.end > self._place]
            self.table.action_rows(after[0] if after else 0)

    @property
    def rows_table(self) -> ClaimsTable:
        """The table."""
        return self.table

    @property
    def turn(self) -> tuple[str | None, ...]:
        """What `s` sorts by; the article only where there are several."""
        return tuple(column for column in _TURN if self._whole or column != "article")

    # What is listed

    @work(thread=True, exclusive=True)
    def _read_library(self) -> None:
        """Find the claims of the library, and list them as they come."""
        worker = get_current_worker()
        rows: list[ListedClaim] = []
        last = monotonic()
        for done, found in enumerate(self._of_library(), 1):
            if worker.is_cancelled:
                return
            rows += found
            if monotonic() - last > BATCH:
                self.app.call_from_thread(self._add, rows, done)
                rows, last = [], monotonic()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._add, rows, self._articles)

    def _add(self, rows: list[ListedClaim], done: int) -> None:
        if self.is_attached:
            self._library = [*(self._library or ()), *rows]
            self._done = done
            if self._whole:
                self.filter_rows()

    def filter_rows(self) -> None:
        """Sort and filter what is listed, and say how much that is."""
        rows = (self._library if self._whole else self._of_article) or []
        shown = matching(ordered(rows, self.by, descending=self.descending), self.line.value)
        sought = self._whole and self._done < self._articles
        nothing = "no-claim-matches" if rows else "claims-sought" if sought else "no-claim-found"
        self.table.show(
            shown, by=self.by, descending=self.descending, nothing=nothing,
            left_out=() if self._whole else ("article",),
        )  # fmt: skip
        counted = f"{len(shown):,} of {len(rows):,}" if len(shown) < len(rows) else f"{len(rows):,}"
        finding = f" · {self._done} of {self._articles} articles read" if sought else ""
        title = f"Claims of the library: {counted}{finding}" if self._whole else f"Claims of the article: {counted}"
        self.line.border_title = Content(title)

    @on(ClaimsTable.Moved)
    def _moved(self) -> None:
        """Read out the claim that one is on: narrow screens cut it short in the table."""
        row = self.table.present
        words = ""
        if row is not None:
            said = f"{row.response} · " if row.response in ("corrected", "rejected") else ""
            words = said + read_out(row.claim)
        where = row.cells[COLUMNS.index("article")] if row is not None and self._whole else ""
        self.status.tell(words, where)
        self.offer()

    def offer(self) -> None:
        """Say which keys are likely next."""
        if self.line.has_focus:
            self.hints.offer([("Enter", "rows"), ("Esc", "clear")])
            return
        other = "article" if self._whole else "library"
        names = ("table.go", "table.filter", "table.sort", "table.reverse")
        scope = [hint("table.scope", other)] if self._of_article is not None or not self._whole else []
        self.hints.offer(
            [*map(hint, names), *scope, hint("table.down"), hint("table.up"), ("Esc", "back"), ("?", "all keys")]
        )

    # The keys

    def action_scope(self) -> None:
        """List the claims of the library, or of the article again."""
        self._whole = not self._whole or self._of_article is None
        if self._whole and self._library is None:
            self._library = []
            self._read_library()
        self.filter_rows()
