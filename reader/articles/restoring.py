"""Showing what damaged text may have been, in its place and visibly as a suggestion."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from reader.articles.article import ParagraphKind
from reader.text.traced import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.articles.article import Article, Damage, Paragraph

OPENING, CLOSING = "〔", "？〕"
"""What a suggestion stands between: `〔埃克森？〕`."""


def suggestion(damage: Damage) -> str:
    """What is shown for a damaged span: the suggestion, marked as one, or what stands there where there is none."""
    return f"{OPENING}{damage.restored}{CLOSING}" if damage.restored else damage.text


def with_suggestions(article: Article) -> Article:
    """The article with its suggestions in the place of its damaged spans; every character still points at its source.

    Args:
        article: In its own script; convert it afterwards.

    Returns:
        The article, its damage in offsets of the new paragraphs. Annotations count in the text as it stands, not in this
        one: it is for showing and printing only.
    """
    if not any(spot.restored for spot in article.damage):
        return article
    paragraphs = list(article.paragraphs)
    damage: list[Damage] = []
    in_order = sorted(article.damage, key=lambda spot: (spot.paragraph, spot.start))
    for index, group in groupby(in_order, key=lambda spot: spot.paragraph):
        spots = list(group)
        edits = [Edit(spot.start, spot.end, suggestion(spot)) for spot in spots if spot.restored]
        content = paragraphs[index].content.edited(edits)
        paragraphs[index] = replace(paragraphs[index], content=content)
        damage += _moved(spots)
    return replace(article, title=_title(article, paragraphs), paragraphs=tuple(paragraphs), damage=tuple(damage))


def _moved(spots: Iterable[Damage]) -> list[Damage]:
    """The damaged spans of a paragraph where they stand after the suggestions were put in."""
    moved: list[Damage] = []
    shift = 0
    for spot in spots:
        shown = suggestion(spot)
        start = spot.start + shift
        moved.append(replace(spot, start=start, end=start + len(shown), text=shown))
        shift += len(shown) - (spot.end - spot.start)
    return moved


def _title(article: Article, paragraphs: Sequence[Paragraph]) -> str:
    return paragraphs[0].text if article.paragraphs[0].kind is ParagraphKind.TITLE else article.title
