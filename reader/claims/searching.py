"""Searching an article: words in either script, and figures by their value however they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.finding import find_claims
from reader.text.folding import folded
from reader.text.numerals import read_figure
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reader.claims.claim import Claim

Span = tuple[int, int]


def find_words(folded_text: str, query: str) -> list[Span]:
    """Where the words stand in a text that `folded` made, in code points; none overlap."""
    wanted = folded(query.strip())
    spans: list[Span] = []
    at = folded_text.find(wanted) if wanted else -1
    while at >= 0:
        spans.append((at, at + len(wanted)))
        at = folded_text.find(wanted, at + len(wanted))
    return spans


def find_value(claims: Sequence[Claim], query: str) -> list[Span]:
    """The claims that say the same as the figure of the query: 1.2亿 finds 12000万, 1.2億 and 一亿二千万.

    Args:
        claims: Those of the article.
        query: A figure; with a unit, only claims in that unit are found.

    Returns:
        Their spans, in order; none where the query is no figure.
    """
    asked = _figure(folded(query.strip()))
    if asked is None:
        return []
    value, unit = asked
    return [(claim.start, claim.end) for claim in claims if claim.value == value and unit in ("", claim.unit)]


def find(folded_text: str, claims: Sequence[Claim], query: str) -> list[Span]:
    """Where the query stands in an article, as words or by its value; sorted, none overlap."""
    hits: list[Span] = []
    for span in sorted(
        {*find_words(folded_text, query), *find_value(claims, query)}, key=lambda span: (span[0], -span[1])
    ):
        if not hits or span[0] >= hits[-1][1]:
            hits.append(span)
    return hits


def _figure(query: str) -> tuple[Decimal, str] | None:
    """Value and unit of a query that is a figure and nothing else."""
    number = read_figure(query)
    if number is not None:
        return number.value, ""
    claims = find_claims(query, script=Script.SIMPLIFIED)
    if len(claims) == 1 and claims[0].exact == query:
        return claims[0].value, claims[0].unit
    return None
