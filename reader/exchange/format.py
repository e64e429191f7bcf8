"""What a format is, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from reader.exchange.columns import SETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.annotations.annotation import Annotation


@dataclass(frozen=True, slots=True)
class Wishes:
    """How annotations shall be written; each format heeds what concerns it.

    Attributes:
        columns: The columns of a table, by name.
        encoding: Of CSV: `utf-8-sig` (with a byte order mark) or `utf-8`.
        text_of: Gives the text of that sha256 that annotations count in, or None where it is not kept.
    """

    columns: tuple[str, ...] = SETS["full"]
    encoding: str = "utf-8-sig"
    text_of: Callable[[str], str | None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Format:
    """A format that annotations are written in.

    Attributes:
        word: What it is called on the command line.
        suffix: How the names of its files end.
        summary: What it is, in a line.
        write: Writes annotations, given in the order of articles, as they come; returns what did not fit, with counts:
            a key of `reader.exchange.leaving.LEFT_OUT` or words of its own.
        leaves_out: What the format cannot hold, keys of `LEFT_OUT`.
        is_table: Whether it heeds columns.
        is_text: Whether it can be shown on a terminal.
    """

    word: str
    suffix: str
    summary: str
    write: Callable[[BinaryIO, Iterable[Annotation], Wishes], Mapping[str, int]]
    leaves_out: tuple[str, ...] = ()
    is_table: bool = False
    is_text: bool = True
