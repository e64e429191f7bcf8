"""Noticing what happens to the library's files while the app runs: changed, gone, new ones in its folders.

Nothing is asked of the system but size and time of change, which is the same everywhere and cheap. A look takes no longer
than it may; what it did not come to, the next one comes to.
"""

from __future__ import annotations

import os
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.library import is_article_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds of a file."""


_WORDS = (64, 16, 6)
"""Code points that a place is known by; fewer where so many are not there any more."""


class Noticed(NamedTuple):
    """What has happened since the last look.

    Attributes:
        changed: Files whose content may be another one, or that are there again.
        gone: Files that are not there any more.
        new: Files in folders of the library that it does not list yet, in order.
    """

    changed: tuple[Path, ...] = ()
    gone: tuple[Path, ...] = ()
    new: tuple[Path, ...] = ()


class Watch:
    """Remembers what files and folders were like at the last look."""

    def __init__(self) -> None:
        self._files: dict[Path, Stamp | None] = {}
        self._folders: dict[Path, int] = {}
        self._waiting: list[Path] = []
        self._listed: set[str] = set()
        self._counted = 0
        self._at = 0

    def files(self, paths: Iterable[Path]) -> Noticed:
        """What happened to some files; of those that nobody looked at before, only whether they are gone."""
        changed: list[Path] = []
        gone: list[Path] = []
        for path in paths:
            now = _stamp(path)
            known = path in self._files
            was = self._files.get(path)
            self._files[path] = now
            if now is None and (was is not None or not known):
                gone.append(path)
            elif now is not None and known and now != was:
                changed.append(path)
        return Noticed(tuple(changed), tuple(gone))

    def some(self, paths: Sequence[Path], seconds: float) -> Noticed:
        """What happened to as many files as can be looked at in a time, beginning where the last look ended."""
        until = monotonic() + seconds
        changed: list[Path] = []
        gone: list[Path] = []
        for _ in range(len(paths)):
            if self._at >= len(paths):
                self._at = 0
            noticed = self.files((paths[self._at],))
            changed += noticed.changed
            gone += noticed.gone
            self._at += 1
            if monotonic() > until:
                break
        return Noticed(tuple(changed), tuple(gone))

    def folders(self, roots: Iterable[Path], listed: Sequence[Path], seconds: float) -> Noticed:
        """New files in the folders of a library, and in new folders of these.

        Args:
            roots: What the library was made of; files among them are left out.
            listed: The files that it lists; only grows.
            seconds: How long it may take; the folders that are left are looked at the next time.
        """
        until = monotonic() + seconds
        self._listed.update(map(str, listed[self._counted :]))
        self._counted = len(listed)
        new: list[Path] = []
        if not self._waiting:
            self._waiting = list(dict.fromkeys([*roots, *self._folders]))
        while self._waiting:
            new += self._look_into(self._waiting.pop())
            if monotonic() > until:
                break
        self._listed.update(map(str, new))
        return Noticed(new=tuple(sorted(new)))

    def _look_into(self, folder: Path) -> list[Path]:
        """The new files of a folder that has changed; its new folders are to be looked into, too."""
        try:
            changed = folder.stat().st_mtime_ns if folder.is_dir() else None
        except OSError:
            changed = None
        if changed is None:
            self._folders.pop(folder, None)
            return []
        if self._folders.get(folder) == changed:
            return []
        self._folders[folder] = changed
        self._waiting += [one for one in _folders_in(folder) if one not in self._folders]
        return self._new_in(folder)

    def _new_in(self, folder: Path) -> list[Path]:
        try:
            with os.scandir(folder) as found:
                names = [one.name for one in found if is_article_name(one.name) and one.is_file()]
        except OSError:
            return []
        paths = (os.path.join(folder, name) for name in names)  # noqa: PTH118 (ten thousand names, most of them listed)
        return [Path(path) for path in paths if path not in self._listed]


def same_place(old: str, place: int, new: str) -> int:
    """Where the words that stand at a place of a text stand in its new version; the nearest, where they do several times.

    Args:
        old: The text.
        place: The place, in code points.
        new: The text as it is now.

    Returns:
        The place there; the same offset, as far as there is one, where the words are gone.
    """
    for size in _WORDS:
        words = old[place : place + size]
        before, after = new.rfind(words, 0, place + size), new.find(words, place)
        found = [at for at in (before, after) if at >= 0]
        if words and found:
            return min(found, key=lambda at: abs(at - place))
    return max(0, min(place, len(new) - 1))


def _folders_in(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as found:
            return [
                Path(one.path) for one in found if not one.name.startswith(".") and one.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []


def _stamp(path: Path) -> Stamp | None:
    """Size and time of change of a file; None where it is not there."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns
