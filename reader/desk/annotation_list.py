"""Annotations as the rows of a table over all articles.

A table of ten thousand rows opens at once, for a row knows no more than its place until something of it is looked at:
what it shows is read from its document when it comes in sight, what words are looked for in when somebody filters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from reader.annotations.annotation import AnchorStatus, Response, Verdict
from reader.annotations.documents import number_of, to_document
from reader.annotations.encoding import document_of, encoded
from reader.annotations.table_names import ANNOTATIONS
from reader.claims.reading import read_figure, unit_called
from reader.controls import visible_line
from reader.desk import filtering
from reader.desk.filtering import NEVER
from reader.desk.table_words import found_by
from reader.desk.verdict_acts import word_of
from reader.languages import chosen, in_every_language, tags_shown
from reader.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk

COLUMNS = (
    "article", "date", "quote", "value", "tags", "verdict", "note", "claim", "status", "by", "modified",
)  # fmt: skip
"""The columns; `claim` is what a person said about the claim, `status` how surely the annotation stands on its text."""

_FOLDED_ALONE = frozenset(("article", "date", "tags", "verdict", "claim", "status", "by"))
"""Columns that say the same in many rows: each thing that they say is made ready once."""

_VERDICT, _VALUE, _TAGS = (COLUMNS.index(name) for name in ("verdict", "value", "tags"))

_CODES = {COLUMNS.index("status"): "anchored", COLUMNS.index("claim"): "response"}
"""Columns whose words are messages of every language, and how the codes of these begin."""

BATCH = 20_000
"""Rows made in one go: 0.1 s."""

_HEAD = re.compile(
    rb'\{"id":"[^"\\]*","revision":"[^"\\]*","parent":(?:null|"[^"\\]*"),'
    rb'"article_id":"([^"\\]*)","target":(?:null|\{"start":(\d{1,9}),)'
)
"""How our own documents begin: their place is read off without parsing them, in a twentieth of the time."""


class _Shown(NamedTuple):
    """What a row shows, what its tags are called in every language, and what else is looked for in it."""

    verdict: Verdict
    cells: tuple[str, ...]
    named: str
    more: str
    figure: Decimal | None


_NOTHING = _Shown(Verdict.UNCHECKED, tuple("ok" if name == "status" else "" for name in COLUMNS), "", "", None)


class ListedAnnotation:
    """An annotation as a row.

    Attributes:
        id: Its id.
        order: By which rows stand where nothing else is asked: article, then place, then creation.
        is_annotation: Whether its document can be shown; the store tells of those that cannot.
        verdict: Its verdict.
        cells: Its columns as they are shown, each on one line, without control characters.
        figure: The figure of its claim, or None.
        folded: Its columns as words are looked for in them.
        everything: All of them with its claim's indicator and its evidence, with a mark between that no word holds.
        is_ready: Whether words can be looked for in it without reading it first.
    """

    __slots__ = (
        "_document", "_more", "_named", "cells", "everything", "figure", "folded", "id", "is_annotation", "is_ready", "order",
        "verdict",
    )  # fmt: skip
    verdict: Verdict
    cells: tuple[str, ...]
    figure: Decimal | None
    folded: tuple[str, ...]
    everything: str
    is_annotation: bool

    def __init__(self, number: int, document: bytes) -> None:
        """Look at a document no further than for its place.

        Args:
            number: Its number in the store: the annotation's id.
            document: The annotation as JSON.

        Raises:
            KeyError, ValueError, TypeError, AttributeError: The document says no place.
        """
        self.id = UUID(int=number)
        self.order = (*_place_of(document), number)
        self.is_ready = False
        self._document = document

    def __getattr__(self, name: str) -> Any:
        """What is not there yet: work it out, once; from then on it is found without coming here."""
        if name in ("folded", "everything"):
            make_ready([self])
        elif name in ("_more", "_named", "cells", "figure", "is_annotation", "verdict"):
            self._read()
        else:
            raise AttributeError(name)
        return getattr(self, name)

    def _read(self) -> None:
        shown = _shown(self._document)
        self.is_annotation = shown is not None
        self.verdict, self.cells, self._named, self._more, self.figure = shown or _NOTHING

    def _take_words(self, alone: Sequence[str]) -> None:
        """Put the words in whose folding is done for many rows at once beside those that many rows share."""
        own = iter(alone)
        cells = zip(COLUMNS, self.cells, strict=True)
        words = [_shared(cell) if name in _FOLDED_ALONE else next(own) for name, cell in cells]
        for at, code in _CODES.items():
            words[at] = _shared(found_by(f"{code}-{self.cells[at]}", self.cells[at]))
        words[_TAGS] = _shared(self._named)
        words[_VERDICT] = _shared(found_by(f"verdict-{self.verdict}", self.verdict.value))
        words[_VALUE] += f" {words[_VALUE].replace(',', '')}"
        self.folded, self.everything, self.is_ready = tuple(words), NEVER.join((*words, next(own))), True

    def _own_words(self) -> list[str]:
        """What only this row says, as it is shown."""
        cells = zip(COLUMNS, self.cells, strict=True)
        return [*(cell for name, cell in cells if name not in _FOLDED_ALONE), self._more]


@lru_cache(maxsize=20_000)
def _shared(cell: str) -> str:
    """What many rows say, as words are looked for in it."""
    return folded(cell)


def make_ready(rows: Iterable[ListedAnnotation]) -> None:
    """Work out what words are looked for in; many rows at once take half the time."""
    waiting = [row for row in rows if not row.is_ready]
    own = [row._own_words() for row in waiting]
    width = len(COLUMNS) - len(_FOLDED_ALONE) + 1
    joined = folded(NEVER.join(NEVER.join(words) for words in own)).split(NEVER)
    for at, row in enumerate(waiting):
        row._take_words(joined[at * width : (at + 1) * width])


def all_listed(desk: Desk) -> Iterator[list[ListedAnnotation]]:
    """The annotations of the store as rows, many at a time, with what is not saved yet; may run in a thread."""
    unsaved = _unsaved(desk)
    contents = desk.repository.database.storage.contents
    rows = [row for one in unsaved.values() if one is not None for row in _rows_of(one.id.int, _document(one))]
    for number in contents.numbers(ANNOTATIONS):
        document = contents.get(ANNOTATIONS, number) if number not in unsaved else None
        if document is not None:
            found = _rows_of(number, document)
            rows += found
            if not found:
                desk.repository.get(UUID(int=number))  # which tells of it
        if len(rows) >= BATCH:
            yield rows
            rows = []
    yield rows


def listed(desk: Desk, ids: Iterable[UUID]) -> dict[UUID, ListedAnnotation | None]:
    """Some annotations as rows, as they are now; None for those that are gone."""
    unsaved, contents = _unsaved(desk), desk.repository.database.storage.contents
    found: dict[UUID, ListedAnnotation | None] = {}
    for one in ids:
        annotation = unsaved.get(one.int)
        document = _document(annotation) if annotation else None
        if one.int not in unsaved:
            document = contents.get(ANNOTATIONS, one.int)
        found[one] = next(iter(_rows_of(one.int, document)), None) if document is not None else None
    return found


def _unsaved(desk: Desk) -> dict[int, Annotation | None]:
    """What is not saved yet; None for what is to be deleted."""
    steps = [(step.after or step.before, step.after) for step in desk.unsaved_steps]
    return {one.id.int: after for one, after in steps if one is not None}


def _document(annotation: Annotation) -> bytes:
    return encoded(to_document(annotation))


def _rows_of(number: int, document: bytes) -> list[ListedAnnotation]:
    """The row of a document; none where it has no place."""
    try:
        return [ListedAnnotation(number, document)]
    except (KeyError, ValueError, TypeError, AttributeError):
        return []


def _place_of(document: bytes) -> tuple[bytes, int]:
    """Article and place of an annotation.

    Raises:
        KeyError, ValueError, TypeError, AttributeError: The document says none.
    """
    if (head := _HEAD.match(document)) is not None:
        return head[1], -1 if head[2] is None else int(head[2])
    content = document_of(document)
    return str(content["article_id"]).encode(), int((content["target"] or {}).get("start", -1))


def _shown(document: bytes) -> _Shown | None:
    """What a document says; None where it is no annotation."""
    try:
        return _read_out(document_of(document))
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def _read_out(document: dict[str, Any]) -> _Shown:
    target, claim, article = document["target"] or {}, document.get("claim") or {}, document["provenance"]
    verdict = Verdict(document.get("verdict", Verdict.UNCHECKED))
    figure = number_of(claim["value"]) if claim else None
    unit, tags = str(claim.get("unit", "")), document.get("tags", ())
    shown = (
        article.get("title") or article.get("file") or "",
        article.get("date") or "",
        target.get("exact", ""),
        read_figure(figure, unit_called(unit, chosen())) if figure is not None else "",
        tags_shown(tags),
        "" if verdict is Verdict.UNCHECKED else word_of(verdict),
        " ".join(document.get("note", "").splitlines()),
        Response(document["response"]).value if document.get("response") else "",
        AnchorStatus(document.get("anchor_status") or "ok").value,
        document.get("annotator", ""),
        document["modified"][:16].replace("T", " "),
    )
    more = visible_line(" ".join((claim.get("indicator") or "", unit, *document.get("evidence", ()))))
    named = visible_line(" ".join(word for tag in tags for word in in_every_language(f"#{tag}")))
    return _Shown(verdict, tuple(map(visible_line, shown)), named, more, figure)


def matching(rows: Sequence[ListedAnnotation], query: str) -> list[ListedAnnotation]:
    """The rows that have every word of a query, in their order; see `reader.desk.filtering`."""
    return filtering.matching(rows, query, COLUMNS)


def ordered(
    rows: Sequence[ListedAnnotation], column: str | None, *, descending: bool = False
) -> list[ListedAnnotation]:
    """The rows sorted by a column (None: as they are); see `reader.desk.filtering`."""
    return filtering.ordered(rows, column, COLUMNS, descending=descending)
