"""An article of the library as rows of a narrow list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.controls import visible_line
from reader.languages import tags_shown
from reader.messages import explain, say
from reader.text.cells import NARROW, CellWidths
from reader.text.lines import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.annotation import Annotation
    from reader.desk.entry import Entry

TITLE_ROWS = 2
"""Rows that a title may take."""

REASON_ROWS = 4
"""Rows that the reason why a file cannot be read may take."""


SPACIOUS = 40
"""Cells of a row from which on the claims are called so; in a narrow one the publisher has the room, and the status line the word."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of an article is done.

    Attributes:
        claims: How many claims count.
        handled: How many of them are annotated.
        annotations: How many annotations there are.
        by_hand: Whether somebody marked it as done.
        words: What is said of the article as a whole (see `words_of`).
        changed: Whether its text is another one than any that was annotated, and nobody has looked at it since.
    """

    claims: int
    handled: int
    annotations: int
    by_hand: bool = False
    words: str = ""
    changed: bool = False

    @property
    def is_done(self) -> bool:
        """Whether all its claims are handled, or somebody said that it is done."""
        return self.by_hand or 0 < self.claims <= self.handled

    @property
    def has_work(self) -> bool:
        """Whether claims are left to handle."""
        return not self.by_hand and self.handled < self.claims


class Totals(NamedTuple):
    """How much is done in all articles that are counted.

    Attributes:
        articles: How many these are.
        claims: How many claims count in them.
        handled: How many of them are handled.
        done: How many articles are done.
    """

    articles: int = 0
    claims: int = 0
    handled: int = 0
    done: int = 0

    def with_(self, progress: Progress, before: Progress | None) -> Totals:
        """The totals with an article's progress, in the place of what it was before."""
        was = before or Progress(0, 0, 0)
        return Totals(
            self.articles + (before is None),
            self.claims + progress.claims - was.claims,
            self.handled + min(progress.handled, progress.claims) - min(was.handled, was.claims),
            self.done + progress.is_done - was.is_done,
        )


def words_of(annotations: Iterable[Annotation]) -> str:
    """The tags of an article as a whole, and a mark where it has a note; of annotations of spans nothing."""
    whole = [one for one in annotations if one.target is None]
    tags = dict.fromkeys(tag for one in whole for tag in one.tags)
    return " ".join([*([tags_shown(tags)] if tags else []), *(["✎"] if any(one.note for one in whole) else [])])


def rows_of_entry(
    entry: Entry, progress: Progress | None, room: int, widths: CellWidths = NARROW
) -> list[tuple[str, str]]:
    """All its rows: each a text, and what it is: `title`, `facts` or the `reason` why it cannot be read.

    Args:
        entry: The article.
        progress: How far it is, where that is known.
        room: Cells of a row.
        widths: The widths of characters in this terminal.
    """
    title = visible_line(entry.facts.title if entry.facts is not None else entry.path.name)
    rows = [(row, "title") for row in _cut_rows(title, room, TITLE_ROWS, widths)]
    if entry.error is not None:
        return [*rows, *((row, "reason") for row in rows_of_reason(explain(entry.error), room, widths))]
    return [*rows, (widths.cut(_facts(entry, progress, short=room < SPACIOUS), room), "facts")]


def rows_of_reason(words: str, room: int, widths: CellWidths = NARROW) -> list[str]:
    """Why there is nothing to list, or to read, in rows of so many cells."""
    return _cut_rows(visible_line(words), room, REASON_ROWS, widths)


def _cut_rows(text: str, room: int, most: int, widths: CellWidths) -> list[str]:
    """A text in at most so many rows."""
    if widths.of(text) <= room:
        return [text]
    rows = rows_of(text, room, widths=widths)
    shown = [text[start:end] for start, end in rows[:most]]
    if len(rows) > most:
        shown[-1] = widths.cut(text[rows[most - 1][0] :], room)
    return shown


def _facts(entry: Entry, progress: Progress | None, *, short: bool) -> str:
    if entry.facts is None:
        return "…"
    facts = [entry.facts.date or say("no-date-known")]
    if progress is not None:
        counts = f"{progress.handled}/{progress.claims}"
        facts.append(counts if short else say("claims-handled", handled=progress.handled, all=progress.claims))
        if progress.words:  # what a person said comes before what may be cut off
            facts = [facts[1], visible_line(progress.words), facts[0]]
        if progress.changed:
            facts.insert(0, f"≠ {say('article-changed')}")
    if entry.facts.publisher:
        facts.append(visible_line(entry.facts.publisher))
    return " · ".join(facts)
