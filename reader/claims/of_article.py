"""The claims of an article: found in its text, marked where they repeat or stand beside damage."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.claims import finding
from reader.claims.context import told_apart
from reader.claims.place import currency_of_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.articles.article import Article
    from reader.claims.claim import Claim

BESIDE = 3
"""Damage this many code points or fewer from a figure makes it doubtful: a mangled byte swallows its neighbours."""

DAMAGED = "damaged text beside it"
UNREADABLE = "unreadable characters beside it"

_STAND_IN = re.compile("[\ufffd\u2400-\u2426]")


def claims_of(article: Article, date: str | None = None) -> tuple[Claim, ...]:
    """The claims of an article, in the offsets of its `text`.

    Args:
        article: A clean article.
        date: The day that relative times count from (ISO 8601); default: the article's own.

    Returns:
        The claims, sorted; those in folded repeats say so, those beside damage carry a doubt.
    """
    found = list(claims_in_turn(article, date))
    starts, ends = [claim.start for claim in found], [claim.end for claim in found]
    for index, claim in told_apart(found, starts, ends, article.text):
        found[index] = claim
    return tuple(found)


def claims_in_turn(article: Article, date: str | None = None) -> Iterator[Claim]:
    """The same claims as they are found, each with its usual context: `told_apart` tells which need more of it."""
    found = finding.claims_in_turn(
        article.text,
        script=article.script,
        date=date or article.date,
        currency=currency_of_article(article),
    )
    if (
        not article.damage
        and _STAND_IN.search(article.text) is None
        and not any(one.repeats is not None for one in article.paragraphs)
    ):
        return found
    damaged = _damaged_spans(article)
    return (_marked(claim, article, damaged) for claim in found)


def _damaged_spans(article: Article) -> list[tuple[int, int]]:
    starts = article.starts
    return [(starts[spot.paragraph] + spot.start, starts[spot.paragraph] + spot.end) for spot in article.damage]


def _marked(claim: Claim, article: Article, damaged: list[tuple[int, int]]) -> Claim:
    repeat = article.paragraphs[article.paragraph_at(claim.start)].repeats is not None
    doubt = _doubt(claim, article.text, damaged)
    return replace(claim, repeat=repeat, doubt=doubt) if repeat or doubt else claim


def _doubt(claim: Claim, text: str, damaged: list[tuple[int, int]]) -> str | None:
    first, last = claim.start - BESIDE, claim.end + BESIDE
    if any(start < last and end > first for start, end in damaged):
        return DAMAGED
    return UNREADABLE if _STAND_IN.search(text, max(0, first), last) else None
