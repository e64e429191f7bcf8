"""What comes back at the next start: the last article, the places in all of them, which panes were open."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.desk.files import output_file
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Collection

KEPT = 1000
"""Articles whose places are remembered."""


@dataclass(frozen=True, slots=True)
class Session:
    """How the app was left.

    Attributes:
        places: Where reading stopped in each article, by the absolute path of its file: an offset into its text, in code
            points. The article that was read last stands last.
        in_article: Whether an article was in front when the app was left, and not the library.
        library: Whether the library is wanted where there is room for it beside the article.
        panel: Whether the panel is wanted where it would not stand there anyway, or hidden where it would.
        source: Whether the source is wanted.
        look: The look that was chosen with a key; empty where none was.
        look_set: The look that the settings named at that time: another one there wins over what was chosen.
    """

    places: dict[str, int] = field(default_factory=dict)
    in_article: bool = False
    library: bool = True
    panel: bool = False
    source: bool = False
    look: str = ""
    look_set: str = ""

    def look_over(self, look_set: str) -> str | None:
        """The look that was chosen with a key, unless the settings name another one since."""
        return self.look if self.look and self.look_set == look_set else None

    def left(self, path: Path, place: int) -> Session:
        """The same after reading an article up to an offset."""
        name = str(path.absolute())
        others = [(known, at) for known, at in self.places.items() if known != name]
        return replace(self, places=dict([*others, (name, place)][-KEPT:]))

    def place_in(self, path: Path) -> int:
        """Where reading stopped in an article; 0 where it was never read."""
        return self.places.get(str(path.absolute()), 0)

    def last_of(self, files: Collection[Path]) -> Path | None:
        """The one of these files that was read last; None where the last article read is none of them."""
        last = Path(next(reversed(self.places), ""))
        return next((path for path in files if path.name == last.name and path.absolute() == last), None)


def read_session(file: Path) -> Session:
    """The session that a file keeps; a new one where there is none, or where it makes no sense."""
    try:
        record = json.loads(file.read_text("utf-8"))
        places, flags = record["places"], {name: record[name] for name in _FLAGS}
    except (OSError, ValueError, TypeError, KeyError):
        return Session()
    if not isinstance(places, dict) or not all(_is_place(at) for at in places.values()):
        return Session()
    looks = {name: record.get(name, "") for name in _LOOKS}
    if not all(isinstance(flag, bool) for flag in flags.values()) or not all(
        isinstance(one, str) for one in looks.values()
    ):
        return Session()
    return Session(places, **flags, **looks)


def write_session(session: Session, file: Path) -> None:
    """Keep a session; where that cannot be, nothing is lost but the convenience."""
    record: dict[str, Any] = {"places": session.places, **{name: getattr(session, name) for name in (*_FLAGS, *_LOOKS)}}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with output_file(file, replace=True, encoding="utf-8") as out:
            json.dump(record, out, ensure_ascii=False, indent=0)
    except (OSError, ReaderError, ValueError):
        return


_LOOKS = ("look", "look_set")
_FLAGS = ("in_article", "library", "panel", "source")


def _is_place(at: object) -> bool:
    return type(at) is int and at >= 0
