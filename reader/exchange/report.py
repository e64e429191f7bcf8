"""What reports for people say of an annotation, in the language of the interface, before it is Markdown or HTML."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reader.annotations.annotation import Response, Verdict
from reader.claims.reading import read_fields
from reader.languages import chosen, translated
from reader.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.annotations.annotation import Annotation
    from reader.claims.claim import Claim

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
    return say("report-whole-article") if annotation.target is None else annotation.target.exact


def claim_line(claim: Claim) -> str:
    """A claim on one line, in the language of the interface: `50,000,000,000 CNY · nearly · increase · actual · 2021 · 产值`."""
    return " · ".join(filter(None, (read_fields(claim, language=chosen()), translated(claim.doubt or ""))))


def verdict_word(annotation: Annotation) -> str:
    """Its verdict in the language of the interface; empty where nobody has checked it."""
    return "" if annotation.verdict is Verdict.UNCHECKED else say(f"verdict-{annotation.verdict}")


def response_word(annotation: Annotation) -> str:
    """What a person did about the claim that the program found: that it was corrected or rejected; empty for neither."""
    told = annotation.response in (Response.CORRECTED, Response.REJECTED)
    return say(f"response-{annotation.response}") if told else ""


def made_line(annotation: Annotation) -> str:
    """Who made it, and when."""
    return f"{annotation.annotator}, {annotation.modified}"
