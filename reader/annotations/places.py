"""Where the files of a store lie: all of them beside its main file, all named after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from pathlib import Path

_GENERATION = re.compile(r"\.j(\d{6,})$|\.(\d{6,})\.jsonl\.gz$")


@dataclass(frozen=True, slots=True)
class Places:
    """The files of the store whose main file is `snapshot`.

    Attributes:
        snapshot: All annotations as of some moment, plain TinyDB JSON.
    """

    snapshot: Path

    def __post_init__(self) -> None:
        """Refuse `.` and `/`, beside which no file can be named.

        Raises:
            ReaderError: `store-unreadable`.
        """
        if not self.snapshot.name:
            raise ReaderError("store-unreadable", file=self.snapshot, reason="Is a directory")

    @property
    def folder(self) -> Path:
        """The folder that holds them all."""
        return self.snapshot.parent

    @property
    def lock(self) -> Path:
        """The file that writers lock."""
        return self._beside(".lock")

    @property
    def previous(self) -> Path:
        """The snapshot before this one."""
        return self._beside(".previous")

    @property
    def history(self) -> Path:
        """The folder of finished journals."""
        return self.folder / "history"

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.folder / "backups"

    @property
    def texts_folder(self) -> Path:
        """The folder of the texts that annotations count in."""
        return self.folder / "texts"

    @property
    def quarantine(self) -> Path:
        """The folder of what was damaged or came from elsewhere, as it was found."""
        return self.folder / "quarantine"

    def journal(self, generation: int) -> Path:
        """What was saved since the snapshot of that generation."""
        return _journal(self.snapshot, generation)

    def archive(self, generation: int) -> Path:
        """The finished journal of that generation."""
        return self.history / f"{self.snapshot.name}.{generation:06}.jsonl.gz"

    def backup(self, day: str) -> Path:
        """The backup of a day (`2026-05-26`), or of a time (`2026-05-26-101500`)."""
        return self.backups / f"{self.snapshot.name}.{day}.gz"

    def text(self, sha256: str) -> Path:
        """The text of that hash that annotations count in."""
        return self.texts_folder / f"{sha256}.gz"

    def texts(self) -> list[Path]:
        """All texts that are kept."""
        return sorted(self.texts_folder.glob("*.gz"))

    def journals(self) -> dict[int, Path]:
        """All journals that lie beside the snapshot, by generation."""
        return self._generations(self.folder, f"{self.snapshot.name}.j*")

    def archives(self) -> dict[int, Path]:
        """All finished journals, by generation."""
        return self._generations(self.history, f"{self.snapshot.name}.*.jsonl.gz")

    def kept_backups(self) -> list[Path]:
        """All backups, oldest first: the day's copy before those that were asked for on that day."""
        if not self.backups.is_dir():
            return []
        prefix = f"{self.snapshot.name}."
        found = (path for path in self.backups.iterdir() if path.name.startswith(prefix) and path.suffix == ".gz")
        return sorted(found, key=lambda path: path.stem)

    def next_generation(self, after: int) -> int:
        """A generation that no file was ever named after."""
        return max((after, *self.journals(), *self.archives())) + 1

    def _beside(self, ending: str) -> Path:
        return self.snapshot.with_name(self.snapshot.name + ending)

    def _generations(self, folder: Path, pattern: str) -> dict[int, Path]:
        prefix, _, suffix = pattern.partition("*")
        if not folder.is_dir():
            return {}
        found = {}
        for path in folder.iterdir():
            number = _GENERATION.search(path.name)
            if number and path.name.startswith(prefix) and path.name.endswith(suffix):
                found[int(number[1] or number[2])] = path
        return dict(sorted(found.items()))


@lru_cache(maxsize=16)
def _journal(snapshot: Path, generation: int) -> Path:
    """Each save asks for it twice, and putting a path together takes as long as two looks at the file system."""
    return snapshot.with_name(f"{snapshot.name}.j{generation:06}")
