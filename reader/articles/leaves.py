"""What printing puts on every page of a document: page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.block import Block

_PAGE_NUMBER = re.compile(
    r"[-—–―\s·]*\d{1,4}[-—–―\s·]*"
    r"|[-—–―·\s]*第?\s*\d{1,4}\s*[页頁][\s,，/／]*(?:共\s*\d{1,4}\s*[页頁])?[-—–―·\s]*"
    r"|(?:Page|P\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4}",
    re.IGNORECASE,
)
_PLAIN_NUMBER = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d+")
_SENTENCE_ENDS = re.compile(r"[。！？!?…；;：:][”」』’）)】]*$")
_LONGEST_HEAD = 60
"""Longest running head, in characters."""

_TEXT = 36
"""A line of this length is text, not a title."""

_NEAR = 2
"""Running heads stand at most this many lines from a page number."""


def page_furniture(blocks: Sequence[Block]) -> set[int]:
    """Indexes of the lines that are page numbers or running heads; none where the text has no pages.

    A bare number counts only among other signs of pages; a running head comes again, near a page number.
    """
    numbers = [
        index for index, block in enumerate(blocks) if len(block.text) < 24 and _PAGE_NUMBER.fullmatch(block.text)
    ]
    decorated = [index for index in numbers if not _PLAIN_NUMBER.fullmatch(blocks[index].text)]
    if not decorated and not _counts_up(blocks, numbers):
        return set()
    chosen = set(numbers if _counts_up(blocks, numbers) else decorated)
    shapes = [_DIGITS.sub("0", block.text) if _may_be_head(block.text) else "" for block in blocks]
    often = {shape for shape, count in Counter(shapes).items() if count > 1 and shape}
    near = {
        shapes[place]
        for index in chosen
        for place in range(max(0, index - _NEAR), min(len(blocks), index + _NEAR + 1))
        if shapes[place] in often and place not in chosen
    }
    heads = {index for index, shape in enumerate(shapes) if shape and shape in near}
    if 0 in heads and _is_title(blocks, heads | chosen):
        heads.discard(0)
    return heads | chosen


def without_leaves(blocks: Sequence[Block], furniture: set[int]) -> list[Block]:
    """The blocks without page numbers and running heads; a sentence that they cut in two goes on in the next line."""
    kept: list[Block] = []
    cut = False
    for index, block in enumerate(blocks):
        if index in furniture:
            cut = True
            continue
        if cut and kept and not _SENTENCE_ENDS.search(kept[-1].text):
            block = replace(block, gap=1)
        cut = False
        kept.append(block)
    return kept


def _is_title(blocks: Sequence[Block], furniture: set[int]) -> bool:
    """Whether the running head on the first line is the only title there is: text follows it at once."""
    following = next((block.text for index, block in enumerate(blocks) if index not in furniture), "")
    return len(following) >= _TEXT or "，" in following or "。" in following


def _counts_up(blocks: Sequence[Block], numbers: Sequence[int]) -> bool:
    """Whether the numbers are a page's after a page's."""
    values = [int(found[0]) for index in numbers if (found := _DIGITS.search(blocks[index].text))]
    return len(values) >= 2 and all(first < second <= first + 3 for first, second in pairwise(values))


def _may_be_head(text: str) -> bool:
    return len(text) <= _LONGEST_HEAD and not text.endswith(("。", "！", "？", "；", "，", "”"))
