"""An article of the library as rows of a narrow list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.controls import visible_line
from reader.messages import explain
from reader.text.cells import NARROW
from reader.text.lines import rows_of

if TYPE_CHECKING:
    from reader.desk.entry import Entry

TITLE_ROWS = 2
"""Rows that a title may take."""

REASON_ROWS = 4
"""Rows that the reason why a file cannot be read may take."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of an article is done.

    Attributes:
        claims: How many claims count.
        handled: How many of them are annotated.
        annotations: How many annotations there are.
    """

    claims: int
    handled: int
    annotations: int


def title_rows(entry: Entry, room: int) -> list[str]:
    """Its title, else the name of its file, in at most two rows.

    Args:
        entry: The article.
        room: Cells of a row.
    """
    return _cut_rows(visible_line(entry.facts.title if entry.facts is not None else entry.path.name), room, TITLE_ROWS)


def rows_of_entry(entry: Entry, progress: Progress | None, room: int) -> list[tuple[str, str]]:
    """All its rows: each a text, and what it is: `title`, `facts` or the `reason` why it cannot be read.

    Args:
        entry: The article.
        progress: How far it is, where that is known.
        room: Cells of a row.
    """
    rows = [(row, "title") for row in title_rows(entry, room)]
    if entry.error is not None:
        return [*rows, *((row, "reason") for row in _cut_rows(visible_line(explain(entry.error)), room, REASON_ROWS))]
    return [*rows, (NARROW.cut(_facts(entry, progress), room), "facts")]


def _cut_rows(text: str, room: int, most: int) -> list[str]:
    """A text in at most so many rows."""
    if NARROW.of(text) <= room:
        return [text]
    rows = rows_of(text, room)
    shown = [text[start:end] for start, end in rows[:most]]
    if len(rows) > most:
        shown[-1] = NARROW.cut(text[rows[most - 1][0] :], room)
    return shown


def _facts(entry: Entry, progress: Progress | None) -> str:
    if entry.facts is None:
        return "…"
    facts = [entry.facts.date or "no date"]
    if progress is not None:
        done = "✓ " if progress.claims and progress.handled >= progress.claims else ""
        facts.append(f"{done}{progress.handled}/{progress.claims} claims")
    if entry.facts.publisher:
        facts.append(visible_line(entry.facts.publisher))
    return " · ".join(facts)
