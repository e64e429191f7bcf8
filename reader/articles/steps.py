"""Steps between parsing and paragraphs, each a function from traced text to traced text.

A step sees the whole text of the file, its blocks parted by line feeds, because some evidence lies in the whole (a mirror
engine annotates a character everywhere or nowhere). It may delete and replace what it likes, but must keep the line feeds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.invisible import drop_invisible
from reader.text.traced import TracedText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.block import Block

Step = Callable[[TracedText], TracedText]

STEPS: tuple[Step, ...] = (drop_invisible,)
"""What is done to every article, in this order."""


def apply_steps(blocks: list[Block], steps: Sequence[Step]) -> list[Block]:
    """The blocks after all steps; a block that a step emptied is left out."""
    if not steps or not blocks:
        return blocks
    whole = TracedText.join((block.content for block in blocks), "\n")
    after = whole
    for step in steps:
        after = step(after)
    if after is whole:
        return blocks
    return [
        replace(block, content=content) for block, content in zip(blocks, _parted(after), strict=True) if content.text
    ]


def _parted(whole: TracedText) -> list[TracedText]:
    parts: list[TracedText] = []
    at = 0
    for line in whole.text.split("\n"):
        parts.append(whole.slice(at, at + len(line)).strip())
        at += len(line) + 1
    return parts
