"""The library: listed at once, read in the background, what is in sight first."""

from __future__ import annotations

import gc
from collections import deque
from functools import partial
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from reader.desk.library import FIRST
from reader.messages import explain, say
from reader.tui.exchanging_screen import ExchangingScreen
from reader.tui.garbage import GarbageCollection
from reader.tui.keys_in_turn import KeysInTurn
from reader.tui.library_rows import Progress, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.desk.entry import Entry

BATCH = 0.25
"""Seconds between two changes of the library while what is not in sight is read."""

LONGEST = 50_000
"""Code points of the longest article whose claims are counted before it is opened: 0.2 s."""

LOOK = 0.1
"""Seconds between two looks whether there is time to load more."""

_LATER = (
    *("reader.desk." + name for name in ("annotation_list", "claim_list", "exporting", "selection")),
    *(
        "reader.tui." + name
        for name in (
            "annotations_screen",
            "browser",
            "choose_screen",
            "claim_editor",
            "claims_screen",
            "evidence_screen",
            "export_screen",
            "import_screen",
            "keys_screen",
            "outline_screen",
            "outside_editor",
            "tags_screen",
            "unsaved_screen",
        )
    ),
)
"""What keys need, but neither of the first screens."""

Found = list[tuple[int, "Entry"]]


class ListingScreen(ExchangingScreen):
    """Lists the articles beside the first paint, and finds out what is in them."""

    def on_mount(self) -> None:
        """List the first articles, and read the others."""
        self._reading_done: tuple[int, int] | None = None
        self.library.find_progress = self._progress_of
        self._add_entries(self.desk.library.begin(FIRST))
        self.call_after_refresh(self._read_library)
        if not gc.isenabled():
            self.call_after_refresh(self._collect_garbage)

    def _collect_garbage(self) -> None:
        if isinstance(self.app, KeysInTurn):
            self.app.garbage = GarbageCollection()

    @work(thread=True, exclusive=True, group="library")
    def _read_library(self) -> None:
        """List the other articles, look into those that the index does not know, count the claims."""
        begun = [
            (index, entry)
            for entry in self.desk.library.begun()
            if (index := self.library.index_of(entry.path)) is not None
        ]
        self._from_thread(self._show_found, begun, None)
        self._find_out(lambda entry: not entry.is_read, self._read, first=True)
        for entries in self.desk.library.batches():
            self._from_thread(self._add_entries, entries)
        self._from_thread(self.library_listed)
        self._look_into_all()

    @work(thread=True, exclusive=True, group="library")
    def _read_added(self) -> None:
        """Look into the articles that were added, and into those that nobody had come to yet."""
        self._look_into_all()

    def _look_into_all(self) -> None:
        """In the library's thread: look into those that the index does not know, count the claims."""
        self._find_out(lambda entry: not entry.is_read, self._read)
        self.prepare()
        self._find_out(_is_to_be_counted, self._count)
        self._from_thread(self.library_counted)
        if not get_current_worker().is_cancelled:
            _load_the_rest(self._is_quiet)

    def _is_quiet(self) -> bool:
        """Whether there is time for what can wait: no key was pressed for a moment, and nothing is being opened."""
        return not isinstance(self.app, KeysInTurn) or self.app.is_quiet()

    def _from_thread(self, show: Callable[..., None], *found: object) -> None:
        """In the library's thread: have something shown, unless the user is leaving."""
        self.app.call_from_thread(self._show_unless_gone, show, *found)

    def _show_unless_gone(self, show: Callable[..., None], *found: object) -> None:
        if self.query("#library"):
            show(*found)

    def prepare(self) -> None:
        """In the library's thread: the articles are read; what they say can be got ready for what comes next."""

    def _find_out(
        self, is_wanted: Callable[[Entry], bool], find: Callable[[list[int]], Found], *, first: bool = False
    ) -> None:
        """In the library's thread: find something out about all articles where it is wanted, those in sight first.

        Args:
            is_wanted: Where it is.
            find: Finds it out for the first of some articles.
            first: Only for those in sight.
        """
        entries = self.library.entries
        waiting = deque(index for index, entry in enumerate(entries) if is_wanted(entry))
        total, done = len(waiting), set[int]()
        found: Found = []
        last = monotonic()
        while len(done) < total and not get_current_worker().is_cancelled:
            seen = [index for index in self.library.in_sight() if index not in done and is_wanted(entries[index])]
            if first and not seen:
                break
            wanted = seen or _next(waiting, done)
            answers = find(wanted)
            found += answers
            done.update(index for index, _ in answers)
            if not answers:
                return
            if seen or monotonic() - last > BATCH:
                self._from_thread(self._show_found, found, (len(done), total))
                found, last = [], monotonic()
        if not get_current_worker().is_cancelled:
            self._from_thread(self._show_found, found, None)

    def _read(self, indexes: list[int]) -> Found:
        entries = self.library.entries
        return list(zip(indexes, self.desk.library.read([entries[index].path for index in indexes]), strict=False))

    def _count(self, indexes: list[int]) -> Found:
        entries = [self.library.entries[index] for index in indexes]
        counted = self.desk.library.count([entry.path for entry in entries])
        return [
            (index, entry._replace(facts=entry.facts._replace(claims=claims or 0)) if entry.facts else entry)
            for index, entry, claims in zip(indexes, entries, counted, strict=False)
        ]

    def _add_entries(self, entries: Sequence[Entry]) -> None:
        self.library.add(entries)
        self.article.invites = "nothing-open" if self.library.entries else "nothing-listed"
        self._refresh_lines()

    def library_listed(self) -> None:
        """All files are listed; says why where some could not be."""
        if self.desk.library.error is not None:
            self._warn(explain(self.desk.library.error))

    def _show_found(self, found: Sequence[tuple[int, Entry]], done: tuple[int, int] | None) -> None:
        self._reading_done = done
        self.library.replace(found)
        self._refresh_lines()

    def _progress_of(self, index: int) -> Progress | None:
        """How far an article is; None where its claims are not counted yet."""
        entry = self.library.entries[index]
        if entry.facts is None or entry.facts.claims is None:
            return None
        annotations = self.desk.annotations_of(entry.facts, entry.path)
        handled = len({one.claim.start for one in annotations if one.claim is not None and not one.claim.repeat})
        claims, by_hand = entry.facts.claims, self.desk.is_done(entry.facts, entry.path)
        changed = bool(annotations) and self.desk.is_changed(entry.facts, entry.path)
        return Progress(claims, min(handled, claims), len(annotations), by_hand, words_of(annotations), changed)

    def library_counted(self) -> None:
        """The claims of all articles are counted."""

    def library_state(self) -> str:
        """How many articles there are, and how many of them are read."""
        count = f"{len(self.library.entries):,}"
        if self._reading_done is None:
            return say("library-count", count=count)
        done, total = self._reading_done
        return say("library-reading", count=count, done=f"{done:,}", total=f"{total:,}")


def _is_to_be_counted(entry: Entry) -> bool:
    """Whether nobody has counted the claims of an article; those of a long one are counted when it is opened."""
    return entry.facts is not None and entry.facts.claims is None and entry.facts.characters <= LONGEST


def _load_the_rest(is_quiet: Callable[[], bool]) -> None:
    """Load what the first screen did not need, so that no key waits for it; in a thread, and while no key is pressed.

    Args:
        is_quiet: Says whether there is time for more.
    """
    worker = get_current_worker()
    loads: list[Callable[[], object]] = [partial(import_module, name) for name in _LATER]
    for load in (*loads, _costs_of_words, _other_script):
        while not is_quiet():
            if worker.cancelled_event.wait(LOOK):
                return
        load()
    gc.freeze()


def _costs_of_words() -> None:
    from reader.text.words import costs

    costs()


def _other_script() -> None:
    from reader.text.script import Script, converted

    converted("", Script.TRADITIONAL)


def _next(waiting: deque[int], done: set[int]) -> list[int]:
    """The next articles that are not done; they stay waiting until they are."""
    while waiting and waiting[0] in done:
        waiting.popleft()
    return [index for index in list(waiting)[:40] if index not in done]
