"""Entities in a text without elements: a scraper took the tags of a page and left what else was marked up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.markup import pieces
from reader.text.traced import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.articles.block import Block


def without_entities(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with the characters that entities stand for; blocks of nothing but blanks are left out."""
    plain: list[Block] = []
    for block in blocks:
        if "&" in block.text:
            edits = [
                Edit(piece.start, piece.end, piece.text)
                for piece in pieces(block.text, 0, len(block.text))
                if len(piece.text) != piece.end - piece.start
            ]
            block = replace(block, content=block.content.edited(edits).strip())
        if block.text:
            plain.append(block)
    return plain
