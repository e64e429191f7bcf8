"""The files while they are read: changed ones are offered, new ones are listed, those that are gone are marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from reader.desk.entry import Entry
from reader.desk.watching import Noticed, Watch, same_place
from reader.errors import ReaderError
from reader.messages import say
from reader.tui.settling_screen import SettlingScreen
from reader.tui.status import Hints, hint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.desk.desk import Desk
    from reader.tui.reading import Reading

EVERY = 2.0
"""Seconds between two looks at the files."""

SLICE = 0.01
"""Seconds that a look may take for the files that are not in sight: ten thousand of them are looked at in half a minute."""


class WatchingScreen(SettlingScreen):
    """Notices what happens to the files of the library; the open article and those in sight at once, the others by and by."""

    @dataclass
    class Seen(Message):
        """Something happened to the files."""

        noticed: Noticed

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._watch = Watch()
        self.looking = False
        """Whether a look at the files has begun and not ended."""
        self._all_listed = False
        self._stale: Path | None = None
        self._old: tuple[str, int] | None = None

    def on_mount(self) -> None:
        """Look at the files from time to time."""
        self.set_interval(EVERY, self.look_at_files)

    def library_counted(self) -> None:
        """The library is known: from now on its folders are looked at, too."""
        super().library_counted()
        self._all_listed = True

    # Looking

    def look_at_files(self) -> None:
        """Look at the files once, beside the keys; not while an earlier look still waits for a slow disk."""
        if not self.looking:
            self.looking = True
            reading = self.article.reading
            near = (
                [self.library.entries[index].path for index in self.library.in_sight()] if self.library.entries else []
            )
            if reading is not None and reading.opened.path is not None:
                near.append(reading.opened.path)
            self._look(near, deep=self._all_listed)

    @work(thread=True, group="watch")
    def _look(self, near: Sequence[Path], *, deep: bool) -> None:
        try:
            seen = self._watch.files(dict.fromkeys(near))
            if deep:
                library = self.desk.library
                others = self._watch.some(library.files, SLICE)
                new = self._watch.folders(library.roots, library.files, SLICE).new
                seen = Noticed(seen.changed + others.changed, seen.gone + others.gone, new)
        finally:
            self.looking = False
        if any(seen):
            self.post_message(self.Seen(seen))

    @on(Seen)
    def _seen(self, event: Seen) -> None:
        changed, gone, new = event.noticed
        self._mark([(path, None) for path in changed] + [(path, ReaderError("file-gone", file=path)) for path in gone])
        added = self.desk.library.take(new) if new else []
        if added:
            self._add_entries(added)
            self._tell(say("files-new", count=len(added)))
        if (changed or added) and self._all_listed:
            self._read_added()
        reading = self.article.reading
        path = reading.opened.path if reading is not None else None
        if path is not None and path in changed:
            self._stale = path
            self._tell(say("file-changed", file=path.name))
        elif path is not None and path in gone:
            self._stale = None
            self._tell(say("file-gone", file=path.name))

    def _mark(self, files: Sequence[tuple[Path, ReaderError | None]]) -> None:
        """Show what happened to some files: those without an error are to be read again."""
        found: list[tuple[int, Entry]] = []
        for path, error in files:
            index = self.library.index_of(path)
            if index is not None:
                facts = self.library.entries[index].facts
                found.append((index, Entry(path, facts, error) if error is not None else Entry(path)))
        if found:
            self._show_found(found, self._reading_done)

    # Reading again

    def action_reload(self) -> None:
        """Read the file of the open article again, and find its annotations in what stands there now."""
        reading = self.article.reading
        path = reading.opened.path if reading is not None else None
        if reading is None or path is None:
            self._tell(say("no-article-here"))
            return
        self._old = reading.opened.article.text, reading.place
        self.open_article(path)

    def open_article(self, path: Path) -> bool:
        """Open a file; what changes in it from now on is noticed."""
        changed = self._watch.files((path,)).changed
        if changed:
            self._mark([(path, None)])
        opened = super().open_article(path)
        if changed and self._all_listed:
            self._read_added()
        return opened

    def _show(self, reading: Reading) -> None:
        self._stale = None
        old, self._old = self._old, None
        if old is not None:
            reading.go(same_place(*old, reading.opened.article.text))
        super()._show(reading)
        if old is not None and not self._told:
            self._tell(say("file-read-again"))

    def likely_keys(self) -> Hints:
        """The keys that are likely next; reading again first, where the file of the open article has changed."""
        keys = super().likely_keys()
        if self._stale is None:
            return keys
        return keys._replace(first=[hint("article.reload", say("hint-changed")), *keys.first])
