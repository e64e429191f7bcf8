"""Opening articles: short ones at once, long ones without making any key wait."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import on, work
from textual.message import Message

from reader.desk.extraction import HUGE, Extraction, claims_between
from reader.desk.memory import return_large_blocks
from reader.desk.session import Session
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.overlapping_screen import OverlappingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.claims.claim import Claim
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened
    from reader.tui.article_view import ArticleView
    from reader.tui.reading import Reading

AT_ONCE = 12_000
"""Up to so many code points, claims are found before the article is shown: some 50 ms."""

LONG = 200_000
"""From so many bytes on, an article is laid out in a thread: some 50 ms here, and seconds for 10 MB."""

PAUSE = 0.1
"""Seconds after an article is shown before the next one is laid out: the keys come first."""


class OpeningScreen(OverlappingScreen):
    """Shows an article first, and its claims when they are found; those in sight first."""

    @dataclass
    class LaidOut(Message):
        """A long article is ready to be shown, or could not be read."""

        result: Reading | ReaderError

    @dataclass
    class Found(Message):
        """The claims of a long article are found."""

        opened: Opened
        claims: Sequence[Claim]

    @dataclass
    class FoundInSight(Message):
        """The claims of some paragraphs of a long article are found."""

        opened: Opened
        first: int
        last: int
        claims: Sequence[Claim]

    class Ahead(NamedTuple):
        """An article that is likely to be opened next.

        Attributes:
            path: Its file.
            stamp: Size and time of change that the file had.
            view: What the view was like that it is laid out for.
            reading: The article, laid out.
        """

        path: Path
        stamp: tuple[int, int]
        view: tuple[object, ...]
        reading: Reading

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.extraction = Extraction()
        self._ahead: OpeningScreen.Ahead | None = None
        self.session = Session()
        self._wanted: Path | None = None
        self._missing: set[int] = set()
        self._finding = False

    def open_article(self, path: Path) -> bool:
        """Open a file; False where it cannot be read."""
        self._keep_place()
        self._wanted = path
        try:
            if (reading := self._taken_ahead(path)) is not None:
                self._show(reading)
                return True
            if path.stat().st_size > LONG:
                self._tell(say("opening", file=path.name))
                self._lay_out(self.article, path)
                return True
            opened = self.desk.open(path, AT_ONCE)
        except (OSError, ReaderError) as error:
            self._warn(explain(error) if isinstance(error, ReaderError) else say("file-missing", file=path))
            return False
        self._show(self.article.begin(opened, self.session.place_in(path)))
        return True

    def look_ahead(self, path: Path) -> None:
        """Open an article beside the keys that is likely to be opened next; nothing where it is long or cannot be read."""
        if self._ahead is None or self._ahead.path != path:
            self._ahead = None
            self.set_timer(PAUSE, partial(self._open_ahead, self.article, path))

    @work(thread=True, exclusive=True, group="ahead")
    def _open_ahead(self, article: ArticleView, path: Path) -> None:
        """In a thread, for which the screen's widgets may be gone: whoever leaves does not wait for it."""
        try:
            stamp, view = _stamp(path), article.view
            if stamp[0] <= LONG:
                reading = article.begin(self.desk.open(path, AT_ONCE), self.session.place_in(path))
                self._ahead = self.Ahead(path, stamp, view, reading)
        except (OSError, ReaderError):
            return

    def _taken_ahead(self, path: Path) -> Reading | None:
        """The article as it was laid out before, where it and the view are still the same."""
        ahead, self._ahead = self._ahead, None
        if ahead is None or (ahead.path, ahead.stamp, ahead.view) != (path, _stamp(path), self.article.view):
            return None
        ahead.reading.opened = self.desk.refreshed(ahead.reading.opened)
        ahead.reading.go(self.session.place_in(path))
        return ahead.reading

    def _keep_place(self) -> None:
        """Remember where reading stops in the open article."""
        reading = self.article.reading
        if reading is not None and reading.opened.path is not None:
            self.session = self.session.left(reading.opened.path, reading.place)

    @work(thread=True, exclusive=True, group="lay-out")
    def _lay_out(self, article: ArticleView, path: Path) -> None:
        return_large_blocks()
        try:
            opened = self.desk.open(path, AT_ONCE)
            if len(opened.article.text) > HUGE:
                self.desk.background.rest()  # and give its memory back
            result: Reading | ReaderError = article.begin(opened, self.session.place_in(path))
        except ReaderError as error:
            result = error
        self.post_message(self.LaidOut(result))
        if not isinstance(result, ReaderError) and len(opened.article.text) <= HUGE:
            result.convert_ahead()

    @on(LaidOut)
    def _laid_out(self, event: LaidOut) -> None:
        if isinstance(event.result, ReaderError):
            self._warn(explain(event.result))
        elif event.result.opened.path == self._wanted:
            self._show(event.result)

    def _show(self, reading: Reading) -> None:
        self.article.show_reading(reading)
        self._told = ""
        self._focus(self.article)
        self._missing = set()
        self._finding = len(reading.shown) > AT_ONCE
        if self._finding:
            self._missing = set(range(len(reading.opened.article.paragraphs)))
            self._find_claims(reading)
            wanted = self._wanted_in_sight()
            if wanted is not None:  # the first screenful at once, so that keys typed ahead find it
                self._take_up(*wanted, claims_between(self.desk.background, reading.opened.article, *wanted))
        self._refresh_progress()

    @work(thread=True, exclusive=True, group="claims", description="find claims")  # or it spells an article out
    def _find_claims(self, reading: Reading) -> None:
        opened = reading.opened
        self.post_message(self.Found(opened, self.extraction.claims_of(opened.article)))
        if len(opened.article.text) > HUGE:  # not before, and not here: the tables alone take 20 MB
            reading.convert_ahead(self.extraction.converted)

    @on(Found)
    def _found(self, event: Found) -> None:
        reading = self.article.reading
        if reading is not None and reading.opened.article is event.opened.article:
            self._missing, self._finding = set(), False
            self.article.update_annotations(reading.opened.with_claims(event.claims))
            gc.freeze()  # a full collection would look at each row and claim: a tenth of a second, between two keys
            self._refresh_progress()
            self.claims_found()

    def claims_found(self) -> None:
        """The claims of a long article are found; for those who show them elsewhere."""

    @property
    def is_finding_claims(self) -> bool:
        """Whether the claims of the open article are still being looked for."""
        return self._finding

    def place_moved(self) -> None:
        """While claims are still being looked for, find those in sight, beside the keys."""
        super().place_moved()
        reading, wanted = self.article.reading, self._wanted_in_sight()
        if reading is not None and wanted is not None:
            self._find_in_sight(reading.opened, *wanted)

    def _wanted_in_sight(self) -> tuple[int, int] | None:
        """The paragraphs in sight whose claims nobody looks for yet; from now on somebody does."""
        rows = self.article.rows_in_sight()
        if not self._missing or not rows:
            return None
        wanted = self._missing.intersection(range(rows[0].paragraph, rows[-1].paragraph + 1))
        if not wanted:
            return None
        self._missing.difference_update(wanted)
        return min(wanted), max(wanted) + 1

    @work(thread=True, group="in-sight", description="find claims in sight")
    def _find_in_sight(self, opened: Opened, first: int, last: int) -> None:
        found = claims_between(self.desk.background, opened.article, first, last)
        self.post_message(self.FoundInSight(opened, first, last, found))

    @on(FoundInSight)
    def _found_in_sight(self, event: FoundInSight) -> None:
        reading = self.article.reading
        if reading is not None and reading.opened.article is event.opened.article and self._missing:
            self._take_up(event.first, event.last, event.claims)

    def _take_up(self, first: int, last: int, claims: Sequence[Claim]) -> None:
        """Show the claims of some paragraphs in the place of those known of them."""
        assert self.article.reading is not None
        opened = self.article.reading.opened
        others = [one for one in opened.claims if not first <= opened.article.paragraph_at(one.start) < last]
        together = sorted((*others, *claims), key=lambda claim: claim.start)
        self.article.update_annotations(opened.with_claims(tuple(together)))

    def store_state(self) -> str:
        """What the matter is with the store, or that claims are still being looked for."""
        state = super().store_state()
        if not self._missing:
            return state
        finding = say("state-finding")
        return finding if self._narrow else f"{finding} · {state}"

    def on_unmount(self) -> None:
        """Let go of what is still being looked for."""
        self.extraction.close()
        self.desk.background.close()


def _stamp(path: Path) -> tuple[int, int]:
    """Size and time of change of a file."""
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns
