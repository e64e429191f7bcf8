"""The library filtered while one types, sorted, and with a state for each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.messages import say
from reader.tui.listing_screen import ListingScreen
from reader.tui.prompt import Prompt, Purpose
from reader.tui.status import Hints, hint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.desk.desk import Desk
    from reader.desk.entry import Entry
    from reader.desk.library_order import Order, State
    from reader.tui.panes_screen import Pane


class SortingScreen(ListingScreen):
    """Lists the articles that one wants to see, in the order that one wants."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._open_index: int | None = None
        self._filter = ""
        self._order: Order | None = None
        self._sought: list[str] = []

    def on_mount(self) -> None:
        """Let the library show states."""
        self.library.find_state = self.state_of

    def state_of(self, index: int) -> State:
        """How far a person has come with an article."""
        return self._states()(index)

    def _states(self) -> Callable[[int], State]:
        """Tells the state of an article by its index; of all articles without looking for the library each time."""
        from reader.desk.library_order import State

        library, places, name_of = self.library, self.session.places, self.desk.library.name_of

        def state_of(index: int) -> State:
            progress = library.progress(index)
            if progress is not None and progress.is_done:
                return State.DONE
            opened = index == self._open_index or name_of(library.entries[index].path) in places
            return State.READING if opened else State.NEW

        return state_of

    def action_filter_library(self) -> None:
        """Type words that the listed articles must have."""
        self.ask_line(Purpose.FILTER, say("ask-library-filter"), self._filter)

    def action_sort_library(self) -> None:
        """Sort by the next of what one can sort by."""
        from reader.desk.library_order import Order

        orders = list(Order)
        at = orders.index(self._order) if self._order is not None else 0
        self._order = orders[(at + 1) % len(orders)]
        self._choose()
        self._tell(say("library-sorted", order=say(f"order-{self._order}")))

    @on(Prompt.Typed)
    def _filter_typed(self, event: Prompt.Typed) -> None:
        if event.purpose is Purpose.FILTER:
            self._filter = event.text
            self._choose()

    @on(Prompt.Answered)
    def _filter_answered(self, event: Prompt.Answered) -> None:
        if event.purpose is Purpose.FILTER:
            self._leave_prompt(self.library)

    @on(Prompt.Left)
    def _filter_left(self, event: Prompt.Left) -> None:
        if event.purpose is Purpose.FILTER:
            self._filter = ""
            self._choose()
            self._leave_prompt(self.library)

    def _leave_prompt(self, pane: Pane) -> None:
        """Hide the prompt and give a pane the keys; not by way of the article, which gets those of what is hidden."""
        self.set_focus(None)
        self.prompt.close()
        self._focus(pane)

    def _choose(self) -> None:
        """List the articles that are wanted, in the order that is wanted."""
        from reader.desk.library_order import Order, matching, ordered, sought

        if not self._filter.strip() and self._order in (None, Order.FILE):
            self.library.show_only(None)
        else:
            entries = self.library.entries
            if len(self._sought) != len(entries):
                self._sought = sought(entries)
            state_of = self._states()
            found = matching(self._sought, self._filter, state_of)
            self.library.show_only(ordered(entries, self._order or Order.FILE, state_of, found))
        self._refresh_lines()

    def _add_entries(self, entries: Sequence[Entry]) -> None:
        super()._add_entries(entries)
        self._sought = []
        self._choose_again()

    def _show_found(self, found: Sequence[tuple[int, Entry]], done: tuple[int, int] | None) -> None:
        entries = self.library.entries
        told = any(not entries[index].is_read for index, _ in found)
        super()._show_found(found, done)
        if told:
            self._sought = []
            self._choose_again()

    def prepare(self) -> None:
        """Fold the titles, so that the first key of a filter need not wait for it."""
        from reader.desk.library_order import sought

        self._sought = sought(list(self.library.entries))

    def _choose_again(self) -> None:
        """More is known of the articles: list those that are wanted now."""
        if self.library.is_choice:
            self._choose()

    def library_state(self) -> str:
        """How many articles there are, how many of them are listed, and by what they are sorted."""
        state = super().library_state()
        if self._filter.strip():
            state = say("library-filtered", shown=f"{len(self.library.listed):,}", words=self._filter, state=state)
        return state

    def likely_keys(self) -> Hints:
        """In a filtered library, how all articles are listed again: that is what Esc and q do first."""
        hints = super().likely_keys()
        if not (self.library.has_focus and self._filter.strip()):
            return hints
        opening, *others = hints.first
        quitting = hint("go.back-or-quit", say("hint-quit"))
        last = [one for one in hints.last if one != quitting]
        return Hints([opening, hint("go.back", say("hint-list-all")), *others], last, hints.more)

    def action_back(self, leave: bool) -> None:
        """One level back; in a filtered library, to all articles first."""
        if self.library.has_focus and self._filter.strip():
            self._filter = ""
            self._choose()
        else:
            super().action_back(leave)
