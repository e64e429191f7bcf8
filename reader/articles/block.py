"""A block: the unit between parsing and paragraphs, with what the source tells about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.traced import TracedText


class Zone(IntEnum):
    """What a page says about the place that a block stands in."""

    ASIDE = -1
    OPEN = 0
    MAIN = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a text, or what stands between two block tags of a page.

    Attributes:
        content: Its text, without blanks around it.
        tag: The innermost block element around it (`p`, `h1`, `li`); empty for a line of plain text.
        gap: How it is parted from the block before: 1 by a line break, 2 or more by a blank line or a paragraph.
        indent: Blank cells before its first character.
        linked: How many of its characters are link text.
        zone: What the elements around it say: navigation and the like, the article, or nothing.
        container: Number of the element that holds it and its neighbours.
        row: Number of the table row that it stands in; 0 outside tables.
        cell: Number of the cell of that row.
    """

    content: TracedText
    tag: str = ""
    gap: int = 2
    indent: int = 0
    linked: int = 0
    zone: Zone = Zone.OPEN
    container: int = 0
    row: int = 0
    cell: int = 0

    @property
    def text(self) -> str:
        """Its characters."""
        return self.content.text
