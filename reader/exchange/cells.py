"""An annotation as the cells of a row."""

from __future__ import annotations

from decimal import MAX_PREC, Context, Decimal
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from reader.exchange.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.annotations.annotation import Anchor, Annotation
    from reader.claims.claim import Claim

Cell = str | int | float | Decimal | None
"""What a cell holds; None is an empty one."""

_ARTICLE = attrgetter("content_id", "title", "url", "publisher", "date", "file")
_QUOTE = attrgetter("exact", "prefix", "suffix")
_OFFSETS = attrgetter("start", "end", "source_start", "source_end", "text_sha256", "text_version")
_CLAIM = attrgetter("unit", "kind", "bound", "change", "status", "period", "indicator", "entity", "doubt")
_NO_QUOTE, _NO_OFFSETS, _NO_CLAIM, _NOT_SETTLED = (None,) * 3, (None,) * 6, (None,) * 11, (None,) * 2

_LONGEST_INTEGER = 40
"""Whole numbers of more digits are written with an exponent: 1E+999999 is short to say and long to spell out."""

_EXACT = Context(prec=MAX_PREC)
_NUMBER_OF_COLUMN = {name: number for number, name in enumerate(COLUMNS)}


def cells_of(annotation: Annotation) -> tuple[Cell, ...]:
    """The cells of all columns, in the order of `COLUMNS`."""
    target, claim = annotation.target, annotation.claim
    return (
        str(annotation.id),
        str(annotation.revision),
        str(annotation.article_id),
        *_ARTICLE(annotation.provenance),
        *(_NO_QUOTE if target is None else _QUOTE(target)),
        annotation.sentence,
        *(_NO_OFFSETS if target is None else _OFFSETS(target)),
        annotation.provenance.script,
        annotation.anchor_status,
        *(_NO_CLAIM if claim is None else _claim_cells(claim)),
        "|".join(annotation.tags),
        annotation.verdict,
        annotation.note,
        " ".join(annotation.evidence),
        annotation.origin,
        annotation.annotator,
        annotation.created,
        annotation.modified,
        annotation.response,
        None if annotation.parent is None else str(annotation.parent),
        *(_NOT_SETTLED if annotation.anchor is None else _settled_cells(annotation.anchor)),
    )


def row_of(columns: Sequence[str]) -> Callable[[Annotation], Sequence[Cell]]:
    """A function that gives the cells of an annotation, in the order of `columns`."""
    if tuple(columns) == tuple(COLUMNS):
        return cells_of
    wanted = [_NUMBER_OF_COLUMN[column] for column in columns]
    if len(wanted) == 1:
        return lambda annotation: [cells_of(annotation)[wanted[0]]]
    pick = itemgetter(*wanted)
    return lambda annotation: pick(cells_of(annotation))


def number_cell(value: Decimal) -> int | Decimal:
    """The value as a cell, exact: an integer where it is whole, else without zeros at its end."""
    if value.adjusted() <= _LONGEST_INTEGER and value == value.to_integral_value():
        return int(value)
    return value.normalize(_EXACT)


def _claim_cells(claim: Claim) -> tuple[Cell, ...]:
    return (claim.exact, number_cell(claim.value), *_CLAIM(claim))


def _settled_cells(anchor: Anchor) -> tuple[Cell, ...]:
    return (anchor.text_sha256, None if anchor.target is None else anchor.target.exact)
