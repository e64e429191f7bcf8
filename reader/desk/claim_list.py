"""Claims as the rows of a table: what stands in each, which of them a line of words asks for, in which order."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.claims.correcting import LEVEL
from reader.claims.reading import read_value, unit_called
from reader.controls import visible_line
from reader.desk import filtering
from reader.desk.filtering import NEVER
from reader.desk.table_words import found_by
from reader.errors import ReaderError
from reader.languages import LANGUAGES, chosen
from reader.messages import MESSAGES, say

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

    @property
    def figure(self) -> Decimal:
        """What it is compared and sorted by."""
        return self.claim.value


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
    joined = NEVER.join(written)
    shown = (converted(joined, script) if script else joined).split(NEVER)
    sought = folded(joined).split(NEVER)
    rows = []
    for at, (claim, response) in enumerate(told):
        part = slice(at * len(COLUMNS), (at + 1) * len(COLUMNS))
        cells, words = tuple(shown[part]), _sought(sought[part], _units(claim.unit))
        rows.append(ListedClaim(path, claim, response, cells, words, NEVER.join(words)))
    return rows


def of_opened(opened: Opened, script: Script | None = None) -> list[ListedClaim]:
    """The claims of an open article as rows, as corrected."""
    told = ((opened.corrected(claim), opened.response_to(claim)) for claim in opened.claims)
    return listed(opened.path, opened.article.title, told, script)


def of_file(
    desk: Desk, path: Path, longest: int, find: Callable[[Article], Sequence[Claim]], script: Script | None = None
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


def word_of(column: str, value: str) -> str:
    """What a column shows for a unit or one of the few words that stand in it, in the language of the interface."""
    if column == "unit":
        called = unit_called(value, chosen())
        return called.removeprefix("个") or called  # 个百分点 stands behind a figure, 百分点 alone
    return say(f"{column}-{value}") if value and f"{column}-{value}" in MESSAGES else value


WORDED = ("kind", "change", "status")
"""The columns that hold one of a few words."""


@lru_cache(maxsize=1000)
def _units(symbol: str) -> str:
    """What a unit is called in every language, as words are looked for in it."""
    from reader.text.folding import folded

    return folded(" ".join(dict.fromkeys((symbol, *(unit_called(symbol, language) for language in LANGUAGES)))))


def _sought(cells: Sequence[str], units: str) -> tuple[str, ...]:
    """Words also find what a cell does not show: a level, a value without thousands marks, a kind in another language."""
    words = dict(zip(COLUMNS, cells, strict=True))
    words["value"] += NEVER + words["value"].replace(",", "")
    words["unit"] = units
    words["change"] = words["change"] or LEVEL
    for column in WORDED:
        words[column] = found_by(f"{column}-{words[column]}", words[column])
    words["done"] = found_by(f"response-{words['done']}", words["done"]) or found_by("done-unhandled", "open")
    return tuple(words.values())


def matching(rows: Sequence[ListedClaim], query: str) -> list[ListedClaim]:
    """The rows that have every word of a query, in their order; see `reader.desk.filtering`."""
    return filtering.matching(rows, query, COLUMNS)


def ordered(rows: Sequence[ListedClaim], column: str | None, *, descending: bool = False) -> list[ListedClaim]:
    """The rows sorted by a column (None: as they are); see `reader.desk.filtering`."""
    return filtering.ordered(rows, column, COLUMNS, descending=descending)
