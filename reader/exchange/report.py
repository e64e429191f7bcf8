"""What the reports of people say of an annotation, before it is put into Markdown or HTML."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reader.annotations.annotation import Response
from reader.exchange.cells import number_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.annotations.annotation import Annotation
    from reader.claims.claim import Claim

WHOLE_ARTICLE = "(the whole article)"

LEFT_OUT = (
    "revision", "parent", "offsets", "source offsets", "anchor status", "settled place", "origin",
    "other fields",
)  # fmt: skip
"""What reports do not say: they are for reading."""


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """An article with its annotations.

    Attributes:
        title: Its title.
        about: Publisher, day and file, as far as they are known.
        url: Where it was published, or None; any text.
        annotations: In the order of its text.
    """

    title: str
    about: tuple[str, ...]
    url: str | None
    annotations: tuple[Annotation, ...]


def by_article(annotations: Iterable[Annotation]) -> Iterator[ArticleReport]:
    """The articles one by one; annotations of one article follow each other."""
    for _, group in groupby(annotations, key=lambda annotation: annotation.article_id):
        found = tuple(group)
        of = found[-1].provenance
        yield ArticleReport(of.title or of.file, tuple(filter(None, (of.publisher, of.date, of.file))), of.url, found)


def quote_of(annotation: Annotation) -> str:
    """The text annotated."""
    return WHOLE_ARTICLE if annotation.target is None else annotation.target.exact


def claim_line(claim: Claim) -> str:
    """A claim on one line: `50000000000 CNY · approx_below · increase · actual · 2021 · 规模以上工业产值`."""
    figure = f"{number_cell(claim.value)} {claim.unit}".strip()
    parts = (figure, claim.bound, claim.change, claim.status, claim.period, claim.indicator, claim.entity, claim.doubt)
    return " · ".join(part for part in parts if part)


def response_word(annotation: Annotation) -> str:
    """What a person did about the claim that the program found: `corrected`, `rejected`; empty for neither."""
    return annotation.response if annotation.response in (Response.CORRECTED, Response.REJECTED) else ""


def made_line(annotation: Annotation) -> str:
    """Who made it, and when."""
    return f"{annotation.annotator}, {annotation.modified}"
