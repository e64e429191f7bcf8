"""Annotations as the rows of a table over all articles.

Rows are made from the documents as they lie in the store: reading ten thousand whole annotations would take a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from reader.annotations.annotation import Verdict
from reader.annotations.documents import number_of, to_document
from reader.annotations.history import ANNOTATIONS
from reader.claims.reading import read_value
from reader.controls import visible_line
from reader.desk import filtering
from reader.desk.filtering import NEVER
from reader.desk.table_words import found_by
from reader.desk.verdict_acts import word_of
from reader.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from reader.desk.desk import Desk

COLUMNS = (
    "article", "date", "quote", "value", "tags", "verdict", "note", "claim", "status", "by", "modified",
)  # fmt: skip
"""The columns; `claim` is what a person said about the claim, `status` how surely the annotation stands on its text."""

FIRST = 100
"""Rows made first: more than a screenful."""

BATCH = 1_000
"""Rows made in one go after that."""


class ListedAnnotation(NamedTuple):
    """An annotation as a row.

    Attributes:
        id: Its id.
        order: By which rows stand where nothing else is asked: article, then place.
        verdict: Its verdict.
        cells: Its columns as they are shown, each on one line, without control characters.
        folded: Its columns as words are looked for in them.
        everything: All of them with its claim's indicator and its evidence, with a mark between that no word holds.
        figure: The figure of its claim, or None.
    """

    id: UUID
    order: tuple[str, int, str]
    verdict: Verdict
    cells: tuple[str, ...]
    folded: tuple[str, ...]
    everything: str
    figure: Decimal | None


def listed(documents: Iterable[Mapping[str, Any]]) -> list[ListedAnnotation]:
    """Documents of annotations as rows; those that are no annotations are left out (the store tells of them)."""
    drafts = [draft for document in documents if (draft := _draft(document)) is not None]
    joined = folded(NEVER.join(NEVER.join((*draft.words, draft.more)) for draft in drafts)).split(NEVER)
    width = len(COLUMNS) + 1
    rows = []
    for at, draft in enumerate(drafts):
        words = joined[at * width : (at + 1) * width]
        everything = NEVER.join(words)
        rows.append(
            ListedAnnotation(
                draft.id, draft.order, draft.verdict, draft.cells, tuple(words[:-1]), everything, draft.figure
            )
        )
    return rows


def all_listed(desk: Desk) -> Iterator[list[ListedAnnotation]]:
    """The annotations of the store as rows, some hundred at a time, with what is not saved yet; may run in a thread."""
    unsaved = {step.after.id: step.after for step in desk.unsaved_steps if step.after is not None}
    gone = {step.before.id for step in desk.unsaved_steps if step.after is None and step.before is not None}
    touched = gone | unsaved.keys()
    table = desk.repository.database.documents(ANNOTATIONS)
    batch: list[Mapping[str, Any]] = [to_document(one) for one in unsaved.values()]
    size = FIRST
    for document in table:
        if not touched or UUID(int=document.doc_id) not in touched:
            batch.append(document)
        if len(batch) >= size:
            yield listed(batch)
            batch, size = [], BATCH
    yield listed(batch)


class _Draft(NamedTuple):
    """A row before its words are folded, which is done for many at once."""

    id: UUID
    order: tuple[str, int, str]
    verdict: Verdict
    cells: tuple[str, ...]
    words: tuple[str, ...]
    more: str
    figure: Decimal | None


def _draft(document: Mapping[str, Any]) -> _Draft | None:
    try:
        return _drafted(document)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def _drafted(document: Mapping[str, Any]) -> _Draft:
    target, claim, article = document["target"] or {}, document.get("claim") or {}, document["provenance"]
    verdict = Verdict(document.get("verdict", Verdict.UNCHECKED))
    figure = number_of(claim["value"]) if claim else None
    shown = {
        "article": article.get("title") or article.get("file") or "",
        "date": article.get("date") or "",
        "quote": target.get("exact", ""),
        "value": f"{read_value(figure)} {claim.get('unit', '')}".rstrip() if figure is not None else "",
        "tags": " ".join(f"#{tag}" for tag in document.get("tags", ())),
        "verdict": "" if verdict is Verdict.UNCHECKED else word_of(verdict),
        "note": document.get("note", ""),
        "claim": document.get("response") or "",
        "status": document.get("anchor_status") or "ok",
        "by": document.get("annotator", ""),
        "modified": document["modified"][:16].replace("T", " "),
    }
    cells = tuple(map(visible_line, shown.values()))
    words = dict(zip(COLUMNS, cells, strict=True))
    words["verdict"] = found_by(f"verdict-{verdict}", verdict.value)
    words["status"] = found_by(f"anchored-{words['status']}", words["status"])
    words["claim"] = found_by(f"response-{words['claim']}", words["claim"])
    words["value"] = f"{words['value']} {words['value'].replace(',', '')}"
    more = visible_line(" ".join((claim.get("indicator") or "", *document.get("evidence", ()))))
    order = (document["article_id"], int(target.get("start", -1)), document["created"])
    return _Draft(UUID(document["id"]), order, verdict, cells, tuple(words.values()), more, figure)


def matching(rows: Sequence[ListedAnnotation], query: str) -> list[ListedAnnotation]:
    """The rows that have every word of a query, in their order; see `reader.desk.filtering`."""
    return filtering.matching(rows, query, COLUMNS)


def ordered(
    rows: Sequence[ListedAnnotation], column: str | None, *, descending: bool = False
) -> list[ListedAnnotation]:
    """The rows sorted by a column (None: as they are); see `reader.desk.filtering`."""
    return filtering.ordered(rows, column, COLUMNS, descending=descending)
