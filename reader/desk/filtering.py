"""The rows of a table: which of them a line of words asks for, and in which order they stand.

All that filtering needs is worked out when a row is made, so that ten thousand rows are filtered while one types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from reader.claims.correcting import figure_of
from reader.controls import visible_line
from reader.desk.table_words import names_of
from reader.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

FIGURES = "value"
"""The column that is compared, and sorted, by its figure."""

NEVER = "\x00"
"""Stands in no cell: between two cells, so that no word is found across them."""


class Row(Protocol):
    """A row of a table."""

    @property
    def cells(self) -> tuple[str, ...]:
        """Its columns as they are shown."""

    @property
    def folded(self) -> tuple[str, ...]:
        """Its columns as words are looked for in them."""

    @property
    def everything(self) -> str:
        """All that words are looked for in, with `NEVER` between."""

    @property
    def figure(self) -> Decimal | None:
        """Its figure, if it has one."""


R = TypeVar("R", bound=Row)


class _Word(NamedTuple):
    """One word of a query: the column it is about (None for any), what may stand there, and which figures."""

    column: int | None
    alternatives: tuple[str, ...]
    figures: frozenset[Decimal]


def matching(rows: Sequence[R], query: str, columns: Sequence[str]) -> list[R]:
    """The rows that have every word of a query, in their order.

    Args:
        rows: The rows.
        query: Words with blanks between; each must stand somewhere, in either script and any width, or be a figure of the
            same value (`1.2亿` finds 12000万). `kind:money` or `ki:money` looks in one column only, `kind:money|percent`
            for one of two; columns may be called as in any language of the interface. A name with nothing behind it asks for
            nothing yet.
        columns: The names of the columns.
    """
    found = list(rows)
    for word in folded(visible_line(query)).split():
        found = _having(found, _read(word, columns))
    return found


def _read(word: str, columns: Sequence[str]) -> _Word:
    name, colon, wanted = word.partition(":")
    named = [
        at
        for at, column in enumerate(columns)
        if colon and name and any(one.startswith(name) for one in names_of(column))
    ]
    if len(named) != 1:
        return _Word(None, (word,), _figures(word))
    alternatives = tuple(filter(None, wanted.split("|")))
    figures = _figures(*alternatives) if columns[named[0]] == FIGURES else frozenset()
    return _Word(named[0], alternatives, figures)


def _figures(*words: str) -> frozenset[Decimal]:
    return frozenset(figure for word in words if (figure := figure_of(word)) is not None)


def _having(rows: list[R], word: _Word) -> list[R]:
    column, wanted, figures = word
    if not wanted:
        return rows
    if column is not None:
        return [row for row in rows if row.figure in figures or any(one in row.folded[column] for one in wanted)]
    (text,) = wanted
    if not figures:
        return [row for row in rows if text in row.everything]
    return [row for row in rows if text in row.everything or row.figure in figures]


def ordered(rows: Sequence[R], column: str | None, columns: Sequence[str], *, descending: bool = False) -> list[R]:
    """The rows sorted by a column; rows that are equal there keep their order, those with nothing there come last.

    Args:
        rows: The rows, in the order that they have by themselves.
        column: One of `columns`; None leaves them in that order.
        columns: The names of the columns.
        descending: The largest first.
    """
    if column is None:
        return list(reversed(rows)) if descending else list(rows)
    if column == FIGURES:
        valued = [(row.figure, row) for row in rows if row.figure is not None]
        valued.sort(key=lambda pair: pair[0], reverse=descending)
        return [row for _, row in valued] + [row for row in rows if row.figure is None]
    at = columns.index(column)
    filled = [row for row in rows if row.cells[at]]
    filled.sort(key=_by(at), reverse=descending)
    return filled + [row for row in rows if not row.cells[at]]


def _by(at: int) -> Callable[[Row], str]:
    """Sorts by the words of a column; a time without beginning by its end."""
    return lambda row: row.folded[at].removeprefix("../")
