"""Claims as the rows of a table: what stands in each, which of them a line of words asks for, in which order.

All that filtering needs is worked out when a row is made, so that ten thousand rows are filtered while one types.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.correcting import LEVEL, figure_of
from reader.claims.reading import read_value
from reader.controls import visible_line
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from decimal import Decimal
    from pathlib import Path

    from reader.annotations.annotation import Response
    from reader.articles.article import Article
    from reader.claims.claim import Claim
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened
    from reader.text.script import Script

COLUMNS = (
    "done", "article", "text", "value", "unit", "kind", "change", "status", "period", "indicator", "entity",
)  # fmt: skip
"""The columns: what a person said about the claim, its article's title, the claim as written, its fields."""

_NEVER = "\x00"
"""Stands in no cell: between two cells, so that no word is found across them."""


class ListedClaim(NamedTuple):
    """A claim as a row.

    Attributes:
        path: The file of its article; None for standard input.
        claim: The claim, as corrected.
        response: What a person says about it; None where nobody has handled it.
        cells: Its columns as they are shown, each on one line, without control characters.
        folded: Its columns as words are looked for in them.
        everything: All of them, with a mark between that no word holds.
    """

    path: Path | None
    claim: Claim
    response: Response | None
    cells: tuple[str, ...]
    folded: tuple[str, ...]
    everything: str


def listed(
    path: Path | None, title: str, claims: Iterable[tuple[Claim, Response | None]], script: Script | None = None
) -> list[ListedClaim]:
    """The claims of an article as rows, in its order; those of folded repeats are left out.

    Args:
        path: The article's file.
        title: Its title.
        claims: Its claims as corrected, with what a person says about each.
        script: The script to show them in; None for as written.
    """
    from reader.text.folding import folded  # its patterns take some 100 ms to compile
    from reader.text.script import converted

    told = [(claim, response) for claim, response in claims if not claim.repeat]
    written = [cell for claim, response in told for cell in _cells(title, claim, response)]
    joined = _NEVER.join(written)
    shown = (converted(joined, script) if script else joined).split(_NEVER)
    sought = folded(joined).split(_NEVER)
    rows = []
    for at, (claim, response) in enumerate(told):
        part = slice(at * len(COLUMNS), (at + 1) * len(COLUMNS))
        cells, words = tuple(shown[part]), _sought(sought[part])
        rows.append(ListedClaim(path, claim, response, cells, words, _NEVER.join(words)))
    return rows


def of_opened(opened: Opened, script: Script | None = None) -> list[ListedClaim]:
    """The claims of an open article as rows, as corrected."""
    told = ((opened.corrected(claim), opened.response_to(claim)) for claim in opened.claims)
    return listed(opened.path, opened.article.title, told, script)


def of_file(
    desk: Desk, path: Path, longest: int, find: Callable[[Article], tuple[Claim, ...]], script: Script | None = None
) -> list[ListedClaim]:
    """The claims of an article of the library as rows, as corrected; none where it cannot be read.

    Args:
        desk: The desk, to open it on.
        path: Its file.
        longest: The claims of articles with more code points than this are asked of `find`.
        find: Finds the claims of long articles.
        script: The script to show them in; None for as written.
    """
    try:
        opened = desk.open(path, longest)
    except ReaderError:
        return []
    if len(opened.article.text) > longest:
        opened = opened.with_claims(find(opened.article))
    return of_opened(opened, script)


def _cells(title: str, claim: Claim, response: Response | None) -> tuple[str, ...]:
    cells = (
        response or "",
        title,
        claim.exact,
        read_value(claim.value),
        claim.unit,
        claim.kind,
        claim.change or "",
        claim.status,
        claim.period or "",
        claim.indicator or "",
        claim.entity or "",
    )
    return tuple(visible_line(str(cell)) for cell in cells)


def _sought(cells: Sequence[str]) -> tuple[str, ...]:
    """Words are also found where a cell shows less than is known: a level, a value without thousands marks."""
    words = dict(zip(COLUMNS, cells, strict=True))
    words["value"] += _NEVER + words["value"].replace(",", "")
    words["change"] = words["change"] or LEVEL
    words["done"] = words["done"] or "open"
    return tuple(words.values())


class _Word(NamedTuple):
    """One word of a query: the column it is about (None for any), and what may stand there; a figure, if it is one."""

    column: int | None
    alternatives: tuple[str, ...]
    figure: Decimal | None


def matching(rows: Sequence[ListedClaim], query: str) -> list[ListedClaim]:
    """The rows that have every word of a query, in their order.

    Args:
        rows: The rows.
        query: Words with blanks between; each must stand in some column, in either script and any width, or be a
            figure of the same value (`1.2亿` finds 12000万). `kind:money` or `ki:money` looks in one column only,
            `kind:money|percent` for one of two. A name with nothing behind it asks for nothing yet.
    """
    from reader.text.folding import folded

    found = list(rows)
    for word in map(_word, folded(visible_line(query)).split()):
        found = _having(found, word)
    return found


def _word(word: str) -> _Word:
    name, colon, wanted = word.partition(":")
    columns = [at for at, column in enumerate(COLUMNS) if column.startswith(name)] if colon and name else []
    if len(columns) == 1:
        return _Word(columns[0], tuple(filter(None, wanted.split("|"))), None)
    return _Word(None, (word,), figure_of(word))


def _having(rows: list[ListedClaim], word: _Word) -> list[ListedClaim]:
    column, wanted, figure = word
    if not wanted:
        return rows
    if column is not None:
        return [row for row in rows if any(one in row.folded[column] for one in wanted)]
    (text,) = wanted
    if figure is None:
        return [row for row in rows if text in row.everything]
    return [row for row in rows if text in row.everything or row.claim.value == figure]


def ordered(rows: Sequence[ListedClaim], column: str | None, *, descending: bool = False) -> list[ListedClaim]:
    """The rows sorted by a column; rows that are equal there keep their order, those with nothing there come last.

    Args:
        rows: The rows, in the order of articles and texts.
        column: One of `COLUMNS`; None leaves them in that order.
        descending: The largest first.
    """
    if column is None:
        return list(reversed(rows)) if descending else list(rows)
    at = COLUMNS.index(column)
    filled = [row for row in rows if row.cells[at]]
    empty = [row for row in rows if not row.cells[at]]
    key: Callable[[ListedClaim], Decimal | str] = attrgetter("claim.value") if column == "value" else _by(at)
    filled.sort(key=key, reverse=descending)
    return filled + empty


def _by(at: int) -> Callable[[ListedClaim], str]:
    """Sorts by the words of a column; a time without beginning by its end."""
    return lambda row: row.folded[at].removeprefix("../")
