"""Showing an article in another script; places and lengths stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.text.script import Script, converted

if TYPE_CHECKING:
    from reader.articles.article import Article


def in_script(article: Article, to: Script) -> Article:
    """The article with title, paragraphs and suggestions in another script; every character still points at its source."""
    if article.script is to:
        return article
    paragraphs = tuple(
        replace(paragraph, content=paragraph.content.with_text(converted(paragraph.text, to)))
        for paragraph in article.paragraphs
    )
    damage = tuple(
        replace(
            spot, text=paragraphs[spot.paragraph].text[spot.start : spot.end], restored=converted(spot.restored, to)
        )
        for spot in article.damage
    )
    return replace(article, script=to, title=converted(article.title, to), paragraphs=paragraphs, damage=damage)
