"""The claims of the article, or of the library, as a table: sorted, filtered while one types, gone to with Enter."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.worker import get_current_worker

from reader.claims.reading import read_out
from reader.desk.claim_list import COLUMNS, ListedClaim, matching, ordered
from reader.tui.claims_table import ClaimsTable
from reader.tui.keys_screen import KeysScreen
from reader.tui.status import KeyLine, StatusLine, hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.settings import Settings

BATCH = 0.25
"""Seconds between two changes of the table while the library's claims are found."""

_TURN: tuple[str | None, ...] = (None, *COLUMNS)
"""What `s` sorts by, in turn; None is the order of articles and texts."""


class FilterLine(Input):
    """The words that the rows must have; Enter or ↓ goes to the rows, Esc clears the line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down,tab", "screen.rows", "Rows"),
        Binding("escape", "screen.clear", "Clear"),
    ]


class ClaimsScreen(ModalScreen[ListedClaim | None]):
    """Lists claims; returns the one to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "keys", "Keys"),
        Binding("f10", "app.quit", "Quit"),
        Binding("escape", "back", "Back", show=False),
    ]
    AUTO_FOCUS = "#claims"

    line = getters.query_one("#claims-filter", FilterLine)
    table = getters.query_one("#claims", ClaimsTable)
    status = getters.query_one("#status", StatusLine)
    hints = getters.query_one("#hints", KeyLine)

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
        self._by: str | None = None
        self._descending = False

    def compose(self) -> ComposeResult:
        """A line to type in, the table, two rows at the bottom."""
        yield FilterLine(id="claims-filter", select_on_focus=False)
        yield ClaimsTable(self._settings, id="claims")
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
        shown = matching(ordered(rows, self._by, descending=self._descending), self.line.value)
        sought = self._whole and self._done < self._articles
        nothing = "no-claim-matches" if rows else "claims-sought" if sought else "no-claim-found"
        self.table.show(
            shown, articles=self._whole, by=self._by, descending=self._descending, nothing=nothing
        )  # fmt: skip
        counted = f"{len(shown):,} of {len(rows):,}" if len(shown) < len(rows) else f"{len(rows):,}"
        finding = f" · {self._done} of {self._articles} articles read" if sought else ""
        title = f"Claims of the library: {counted}{finding}" if self._whole else f"Claims of the article: {counted}"
        self.line.border_title = Content(title)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.filter_rows()

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
        self._offer()

    def on_descendant_focus(self) -> None:
        """Other keys are likely now."""
        self._offer()

    def _offer(self) -> None:
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

    def action_go(self) -> None:
        """Go to the claim that one is on."""
        if self.table.present is not None:
            self.dismiss(self.table.present)

    def action_back(self) -> None:
        """Go back to where one was."""
        self.dismiss(None)

    def action_filter(self) -> None:
        """Type words that the rows must have."""
        self.line.focus()

    def action_rows(self) -> None:
        """Go from the words to the rows."""
        self.table.focus()

    def action_clear(self) -> None:
        """Take the words away; where there are none, go to the rows."""
        if not self.line.value:
            self.table.focus()
        self.line.value = ""

    def action_scope(self) -> None:
        """List the claims of the library, or of the article again."""
        self._whole = not self._whole or self._of_article is None
        if self._whole and self._library is None:
            self._library = []
            self._read_library()
        self.filter_rows()

    def action_sort(self, step: int) -> None:
        """Sort by the next column, or by the one before."""
        turn = [column for column in _TURN if self._whole or column != "article"]
        at = turn.index(self._by) if self._by in turn else 0
        self._by = turn[(at + step) % len(turn)]
        self.filter_rows()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._descending = not self._descending
        self.filter_rows()

    def action_keys(self) -> None:
        """Show all keys."""
        self.app.push_screen(KeysScreen())
