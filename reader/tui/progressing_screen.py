"""How far the work is: over the library, in each article, and where there is some left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from reader.desk.done_acts import toggle_done
from reader.messages import say
from reader.tui.reviewing_screen import ReviewingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotations.undoing import UndoneAct
    from reader.desk.act import Act
    from reader.tui.annotations_screen import Done
    from reader.tui.library_rows import Progress

BATCH = 200
"""Articles whose progress is shown in one go."""


class ProgressingScreen(ReviewingScreen):
    """Counts what is done, marks articles as done, goes to the next one with work left."""

    # Counting

    @work(thread=True, exclusive=True, group="progress")
    def _recount(self) -> None:
        """Find out how far every article is."""
        found: list[tuple[int, Progress]] = []
        for index in range(len(self.library.entries)):
            if get_current_worker().is_cancelled:
                return
            if (progress := self._progress_of(index)) is not None:
                found.append((index, progress))
            if len(found) == BATCH:
                self.app.call_from_thread(self._show_counted, found)
                found = []
        self.app.call_from_thread(self._show_counted, found)

    def _show_counted(self, found: Sequence[tuple[int, Progress]]) -> None:
        for index, progress in found:
            if index != self._open_index:  # what is open knows better: its claims have been found
                self.library.set_progress(index, progress)
        self._refresh_lines()

    def library_counted(self) -> None:
        """All claims are counted: now those that are handled."""
        super().library_counted()
        self._recount()

    def taken_back(self, taken: UndoneAct) -> None:
        """Taking back may change any article."""
        super().taken_back(taken)
        self._recount()

    def done_in_table(self, act: Act) -> Done:
        """What is done in the table of annotations may change any article."""
        done = super().done_in_table(act)
        self._recount()
        return done

    def much_done(self) -> None:
        """Thousands of annotations have changed, in any article."""
        super().much_done()
        self._recount()

    def library_state(self) -> str:
        """How many articles there are; once all are counted, how much is done in them."""
        state = super().library_state()
        totals = self.library.totals
        if self._reading_done is not None or not totals.articles:
            return state
        counts = {"handled": f"{totals.handled:,}", "claims": f"{totals.claims:,}", "done": f"{totals.done:,}"}
        return say("library-progress", state=state, **counts)

    def _right(self) -> str:
        """The counts of the open article, with a sign where it is done."""
        progress = self.library.progress(self._open_index) if self._open_index is not None else None
        sign = "✓ " if self.article.reading is not None and progress is not None and progress.is_done else ""
        return sign + super()._right()

    # The keys

    def action_toggle_done(self) -> None:
        """Mark the open article (in the library: the one that it is on) as done, or no longer."""
        reading, index = self.article.reading, self.library.highlighted
        opened = reading.opened if reading is not None and not self.library.has_focus else None
        if opened is not None and (file := opened.path) is not None:
            self._attempt(lambda: toggle_done(self.desk, opened.article, file))
        elif index is not None and (facts := self.library.entries[index].facts) is not None:
            path = self.library.entries[index].path
            self._attempt(lambda: toggle_done(self.desk, facts, path))
            if index != self._open_index:
                self._refresh_entry(index)
        else:
            self._tell(say("no-article-here"))

    def action_next_work(self) -> None:
        """Open the next article with claims left to handle; after the last one, begin at the first."""
        count = len(self.library.entries)
        start = self._open_index if self._open_index is not None else (self.library.highlighted or 0) - 1
        found = next((index for step in range(1, count + 1) if self._has_work(index := (start + step) % count)), None)
        if found is None or (found == self._open_index and self.article.reading is not None):
            self._tell(say("no-work-left" if found is None else "no-work-elsewhere"))
            return
        self.library.highlighted = found
        self._open(found)
        if found < start:
            self._tell(say("work-from-the-first"))

    def _has_work(self, index: int) -> bool:
        """Whether an article has claims left; one whose claims are not counted yet may have some."""
        if self.library.entries[index].error is not None:
            return False
        progress = self.library.progress(index)
        return progress is None or progress.has_work
