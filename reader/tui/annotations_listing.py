"""The list of all annotations: there at once, sorted, filtered while one types."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual import getters, work
from textual.content import Content
from textual.worker import get_current_worker

from reader.desk.annotation_list import ListedAnnotation, all_listed, listed, make_ready, matching, ordered
from reader.desk.selection import size_of
from reader.messages import say
from reader.tui.annotations_table import AnnotationsTable
from reader.tui.rows_screen import RowsScreen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from reader.desk.desk import Desk

LOADING = 0.3
"""Seconds between two changes of the table while rows are made ready to be filtered."""

PORTION = 200
"""Rows that are made ready in one go: 10 ms."""


class AnnotationsListing(RowsScreen[ListedAnnotation]):
    """Lists annotations. All are there with the first paint; in a thread they are made ready to be filtered and sorted."""

    table = getters.query_one(AnnotationsTable)

    def __init__(self, desk: Desk) -> None:
        """Prepare the list.

        Args:
            desk: The desk.
        """
        super().__init__()
        self.desk = desk
        self._rows: dict[UUID, ListedAnnotation] = {}
        self._in_order: list[ListedAnnotation] | None = None
        self._total = size_of(desk.repository)
        self.is_ready = False
        self._progress = ""

    def on_mount(self) -> None:
        """List the annotations."""
        self.line.border_subtitle = Content(say("annotations-filter"))
        self._batches = all_listed(self.desk)
        rows = next(self._batches, [])
        if len(rows) <= PORTION:  # soon enough to be filtered by what is typed ahead
            make_ready(rows)
        self._add(rows)
        self.call_after_refresh(self._get_ready)

    @property
    def rows_table(self) -> AnnotationsTable:
        """The table."""
        return self.table

    # What is listed

    @work(thread=True, exclusive=True, description="make rows ready")
    def _get_ready(self, changed: Sequence[UUID] = ()) -> None:
        """Make the rows ready to be filtered and sorted; of a large store list the others first.

        Args:
            changed: Annotations that are to be listed anew before.
        """
        worker, last = get_current_worker(), monotonic()
        for found in self._batches:
            self.app.call_from_thread(self._add, found)
        if changed:
            self.app.call_from_thread(self._put, listed(self.desk, changed))
        rows = list(self._rows.values())
        for at in range(0, len(rows), PORTION):
            if worker.is_cancelled:
                return
            make_ready(rows[at : at + PORTION])
            if monotonic() - last > LOADING:
                self.app.call_from_thread(self._more_ready)
                last = monotonic()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._all_ready)

    def _add(self, rows: Iterable[ListedAnnotation]) -> None:
        """List more rows; what was changed here meanwhile stays."""
        if self.is_attached:
            self._rows = {**{row.id: row for row in rows}, **self._rows}
            self._in_order = None
            self.filter_rows()

    def _more_ready(self) -> None:
        if self.is_attached and self._is_searching:
            self.filter_rows()

    def _all_ready(self) -> None:
        """All rows can be filtered; what turned out to be no annotation is listed no longer."""
        if self.is_attached:
            self.is_ready = True
            for row in self._rows.values():
                if not row.is_annotation:
                    self.desk.repository.get(row.id)  # which tells of it
            self._rows = {row.id: row for row in self._rows.values() if row.is_annotation}
            self._in_order = None
            self.filter_rows()

    def relist(self, ids: Sequence[UUID]) -> None:
        """List annotations as they are now; those that are gone no longer."""
        if len(ids) > PORTION:
            self.is_ready = False
            self._get_ready(ids)
            return
        changed = listed(self.desk, ids)
        make_ready(row for row in changed.values() if row is not None)
        self._put(changed)

    def _put(self, changed: Mapping[UUID, ListedAnnotation | None]) -> None:
        """Put other rows in the place of some; None for those that are gone."""
        if not self.is_attached:
            return
        for one, row in changed.items():
            if row is None:
                self._rows.pop(one, None)
                self.table.selected.discard(one)
            else:
                self._rows[one] = row
        self._in_order = None
        self.filter_rows()

    @property
    def _is_searching(self) -> bool:
        return bool(self.line.value.strip()) or self.by is not None

    def filter_rows(self) -> None:
        """Sort and filter what is listed, and say how much that is."""
        if self._in_order is None:
            self._in_order = sorted(self._rows.values(), key=lambda row: row.order)
        rows = self._in_order
        if self._is_searching and not self.is_ready:
            rows = [row for row in rows if row.is_ready]
        shown = matching(ordered(rows, self.by, descending=self.descending), self.line.value)
        sought = self._is_searching and not self.is_ready
        nothing = "annotations-sought" if sought else "no-annotation-matches" if self._rows else "no-annotations"
        self.table.show(shown, by=self.by, descending=self.descending, nothing=nothing)
        self.count()

    def count(self) -> None:
        """Say how many rows there are, and how far anything is that takes time."""
        shown, total = len(self.table.rows), len(self._rows)
        words = [say("annotations-some", shown=f"{shown:,}", total=f"{total:,}") if shown < total else f"{total:,}"]
        if not self.is_ready and (self._is_searching or total < self._total):
            words.append(say("annotations-reading", total=f"{self._total:,}"))
        if chosen := self.table.chosen:
            words.append(say("annotations-selected", count=f"{chosen:,}"))
        if self._progress:
            words.append(self._progress)
        self.line.border_title = Content(say("annotations-title", count=" · ".join(words)))

    def tell_progress(self, words: str) -> None:
        """Show how far a task is; empty words when it is done."""
        if words != self._progress:
            self._progress = words
            self.count()
