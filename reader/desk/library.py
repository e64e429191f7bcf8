"""The articles of the library: their names at once, then what the index knows of them, then what must be read."""

from __future__ import annotations

import os
from functools import cache
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.library import iter_files
from reader.desk.entry import Entry
from reader.desk.index import Index
from reader.errors import ReaderError
from reader.paths import default_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.desk.background import Background
    from reader.desk.index import Known

FIRST = 100
"""Articles to list before the first paint: more than a screenful."""

BATCH = 400
"""Files that are listed in one go."""

ASKED = 40
"""Files that the background process is asked about in one go; it answers about as many as its turn allows."""


PLACES = 3
"""Places of an article that a search of all articles tells."""


class Hit(NamedTuple):
    """An article that words stand in.

    Attributes:
        at: Where it stands in the library.
        title: Its title.
        places: Where the words stand in its text, in code points; the first ones.
        written: Its text as written.
        length: Code points of the words.
    """

    at: int
    title: str
    places: tuple[int, ...]
    written: str
    length: int


class Library:
    """Lists files, and finds out what is in them.

    Attributes:
        files: The files listed so far, in order.
        roots: The files and folders that these come from.
        background: Who reads them.
        error: Why listing ended before its time, or None.
    """

    def __init__(
        self, files: Iterable[Path], background: Background, index: Index | None = None, roots: Iterable[Path] = ()
    ) -> None:
        """A library of files.

        Args:
            files: The files, in order; taken from there as they are needed.
            background: Who reads them.
            index: What is known of them from earlier; None to keep nothing.
            roots: The files and folders that these come from; new files are looked for in the folders.
        """
        self.files: list[Path] = []
        self.roots = list(roots)
        self.error: ReaderError | None = None
        self._waiting = iter(files)
        self.background = background
        self._index = index
        self._first: list[Entry] | None = None
        self._asked: list[Path] = []
        self._begun: list[Entry] = []
        self._beginning = Lock()

    def begin(self, count: int) -> list[Entry]:
        """The first articles, with what the index knows of them; the others are read in the background from now on.

        A second call returns what the first one did.

        Args:
            count: How many fit on the first screen.

        Raises:
            ReaderError: What listing the files raises.
        """
        if self._first is None:
            self._first = self._entries(list(islice(self._waiting, count)))
            self._asked = [entry.path for entry in self._first if not entry.is_read][:ASKED]
            if self._asked:
                self.background.begin("read", self._kept, [_name(path) for path in self._asked])
        return self._first

    def begun(self) -> list[Entry]:
        """What is in the files that `begin` had somebody look into; to be called in a thread.

        A second call returns what the first one did.
        """
        with self._beginning:
            asked, self._asked = self._asked, []
            if asked:
                self._begun = self.read(asked)
                read = {entry.path: entry for entry in self._begun}
                self._first = [read.get(entry.path, entry) for entry in self._first or ()]
            return self._begun

    def look_ahead(self, path: Path) -> None:
        """Have somebody read an article that is likely to be opened, while everything else is still being loaded."""
        self.background.begin("ahead", path)

    def add(self, path: Path) -> list[Entry]:
        """List the articles of one more file or folder behind the others, and look for new files there from now on.

        To be called in a thread, after `batches`.

        Returns:
            The new ones; none where all of them were listed already.

        Raises:
            ReaderError: What listing the files raises.
        """
        added = self.take(iter_files([path]))
        self.roots.append(path)
        return added

    def take(self, files: Iterable[Path]) -> list[Entry]:
        """List files behind the others, those left out that are listed already; after `batches`.

        Returns:
            The new ones.
        """
        known = {_name(file) for file in self.files}
        return self._entries([file for file in files if _name(file) not in known])

    def listed_as(self, path: Path) -> Path | None:
        """What the library calls a file, or the first one of a folder; None where it lists nothing of that."""
        name = _name(path)
        return next((file for file in self.files if _name(file) == name or _name(file).startswith(name + os.sep)), None)

    def batches(self) -> Iterator[list[Entry]]:
        """The articles after those of `begin`, as far as the index knows them; to be called in a thread.

        A folder that cannot be read ends the list; why stands in `error`.
        """
        files: list[Path] = []
        try:
            for file in self._waiting:
                files.append(file)
                if len(files) == BATCH:
                    yield self._entries(files)
                    files = []
        except ReaderError as error:
            self.error = error
        if files:
            yield self._entries(files)

    def read(self, paths: Sequence[Path]) -> list[Entry]:
        """Look into the first of some files, as many as are read in a moment; to be called in a thread."""
        asked = [_name(path) for path in paths[:ASKED]]
        answers: list[Known] = self.background.ask("read", self._kept, asked) or []
        return [
            Entry(path, known.facts, _named(known.error, path)) for path, known in zip(paths, answers, strict=False)
        ]

    def count(self, paths: Sequence[Path]) -> list[int | None]:
        """How many claims count in the first of some files, None where one cannot be read; as `read` otherwise."""
        counted: list[int | None] = self.background.ask("count", self._kept, [_name(path) for path in paths[:ASKED]])
        return counted or []

    def search(self, words: str, most: int) -> tuple[list[Hit], int]:
        """Where words stand in the texts of the articles that were read, in the order of the files.

        Args:
            words: In either script and any width.
            most: Articles whose places are told; the others are counted.

        Returns:
            The first articles, and how many there are.
        """
        from reader.text.folding import folded  # listing needs none

        wanted = folded(words.strip())
        if self._index is None or not wanted:
            return [], 0
        index = Index(self._index.file, self._index.version)  # of this thread
        numbers = index.search(wanted)
        articles = {_name(path): at for at, path in enumerate(self.files)}
        found = sorted((articles[path], number) for path, number in numbers.items() if path in articles)
        hits = [
            Hit(at, *told, len(wanted))
            for at, number in found[:most]
            if (told := index.found(number, wanted, PLACES)) is not None
        ]
        index.close()
        return hits, len(found)

    @staticmethod
    def name_of(path: Path) -> str:
        """What index and session call a file: its absolute path."""
        return _name(path)

    @property
    def _kept(self) -> tuple[Path, str] | None:
        return (self._index.file, self._index.version) if self._index is not None else None

    def _entries(self, files: list[Path]) -> list[Entry]:
        self.files += files
        if self._index is None:
            return [Entry(path) for path in files]
        known = self._index.known([_name(path) for path in files])
        return [_entry(path, known.get(_name(path))) for path in files]


def library_paths(paths: Sequence[Path], cwd: Path) -> list[Path]:
    """The paths to look for articles in: those named, else the default library."""
    return list(paths) or [default_library(cwd)]


@cache
def _name(path: Path) -> str:
    """What the index calls a file."""
    return os.path.abspath(path)  # noqa: PTH100 (a tenth of the time of Path.absolute)


def _entry(path: Path, known: Known | None) -> Entry:
    """What is known of a file, where it has not changed since."""
    if known is None:
        return Entry(path)
    try:
        stat = path.stat()
    except OSError:
        return Entry(path)
    if known.stamp != (stat.st_size, stat.st_mtime_ns):
        return Entry(path)
    return Entry(path, known.facts, _named(known.error, path))


def _named(error: ReaderError | None, path: Path) -> ReaderError | None:
    """The error, with the file called what it is called here."""
    if error is None or "file" not in error.parameters:
        return error
    return ReaderError(error.code, **{**error.parameters, "file": path})
