"""Undoing hard wraps: lines that a paragraph was cut into at a fixed width."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text.traced import TracedText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.block import Block

_SHORTEST = 30
"""Lines narrower than this many cells are verse, lists or navigation, not wrapped prose."""

_WIDEST = 140
"""Lines wider than this are whole paragraphs."""

_SLACK = 4
"""How many cells a full line may fall short of the width: what may not begin a line moves on with its neighbour."""

_ENOUGH = 3
"""A text is wrapped if at least this many lines are full."""

_LONG_SHARE = 0.8
"""Lines of at least this share of the full width are nearly as long…"""

_SHARE = 0.7
"""…and this share of the lines that are nearly as long: a wrapped text has lines of one length, a list of all lengths."""

_WIDER_SHARE = 0.1
"""Of a wrapped text hardly a line is wider than the others; a table or a masthead may be."""

_STARTS_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d)|第[一二三四五六七八九十\d]{1,3}[章节節条條款]|[①-⑳●○■□◆◇▲★※•·]|[-*] "
)
_RULE_SIGNS = "-=_*~.·…+#—–─━═＝－＊ "
"""What a line is made of that rules off a part of the text."""

_CUT = re.compile(r"[\w，,、（“《]$")
_ENDS_SENTENCE = re.compile(r"[。！？!?…][”」』’）)】]*$")


def width(text: str) -> int:
    """How many columns a text takes where it was typed: two for Han characters and their punctuation (as in GBK)."""
    return len(text.encode("gb18030", "replace"))


def unwrap(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a plain text, those that are lines of one wrapped paragraph joined into one.

    A wrapped text gives itself away: most of its lines end at one width, in the middle of a sentence. The width is one
    of columns, or, where a program cut it, one of characters. Where it indents its paragraphs, a line without indent
    goes on with the one before.
    """
    if sum(block.gap == 1 for block in blocks) < _ENOUGH:
        return list(blocks)
    widths = [width(block.text) + block.indent for block in blocks]
    full = _full_width(blocks, widths)
    if not full:
        widths = [2 * len(block.text) + block.indent for block in blocks]
        full = _full_width(blocks, widths)
    if not full:
        return list(blocks)
    indents = _indents_paragraphs(blocks, widths, full)
    groups: list[list[Block]] = []
    for index, block in enumerate(blocks):
        if index and _goes_on(blocks[index - 1], widths[index - 1], block, full, indents):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [_joined(group) for group in groups]


def _full_width(blocks: Sequence[Block], widths: Sequence[int]) -> int:
    """The width that the text is wrapped at, or 0 if it is not."""
    followed = [
        size
        for block, size, following in zip(blocks, widths, blocks[1:], strict=False)
        if following.gap == 1
        and _SHORTEST <= size <= _WIDEST
        and block.tag == following.tag
        and block.text.strip(_RULE_SIGNS)
    ]
    if len(followed) < _ENOUGH:
        return 0
    counts = Counter(followed)
    best = max(counts, key=lambda size: sum(counts[size - less] for less in range(_SLACK + 1)))
    near = sum(counts[best - less] for less in range(_SLACK + 1))
    wider = sum(1 for block, size in zip(blocks, widths, strict=True) if size > best and not block.row)
    long = sum(count for size, count in counts.items() if _LONG_SHARE * best <= size <= best)
    if near < _ENOUGH or near < _SHARE * long or wider > max(1, _WIDER_SHARE * len(followed)):
        return 0
    cut = sum(
        1
        for block, size in zip(blocks, widths, strict=True)
        if best - _SLACK <= size <= best and _CUT.search(block.text)
    )
    return best if cut * 2 >= near else 0


def _ends(block: Block) -> bool:
    return _ENDS_SENTENCE.search(block.text) is not None


def _indents_paragraphs(blocks: Sequence[Block], widths: Sequence[int], full: int) -> bool:
    """Whether paragraphs begin with blanks: most lines after a short one do."""
    after_short = [
        block.indent >= 2
        for block, size, following in zip(blocks[1:], widths, widths[1:], strict=False)
        if size < full - _SLACK and following >= full - _SLACK
    ]
    return bool(after_short) and sum(after_short) * 2 >= len(after_short)


def _goes_on(before: Block, size: int, block: Block, full: int, indents: bool) -> bool:
    """Whether a line is the continuation of the one before."""
    if block.gap > 1 or block.row or block.tag != before.tag or size > full + _SLACK or size < full - _SLACK:
        return False
    if _STARTS_ITEM.match(block.text) and _ends(before):
        return False
    if indents:
        return block.indent < 2 or (before.indent >= 2 and block.indent >= 2 and not _ends(before))
    return block.indent <= before.indent or not _ends(before)


def _joined(group: Sequence[Block]) -> Block:
    if len(group) == 1:
        return group[0]
    content = join_contents([block.content for block in group])
    return replace(group[0], content=content, linked=sum(block.linked for block in group))


def _needs_blank(before: str, after: str) -> bool:
    """Whether two Latin words meet, which only the line break parted."""
    return before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum() and after[:1].isalpha()


def join_contents(contents: Sequence[TracedText]) -> TracedText:
    """Parts of a paragraph as one; nothing is put between Han characters."""
    parts = [contents[0]]
    for before, after in pairwise(contents):
        if _needs_blank(before.text, after.text):
            parts.append(TracedText(" "))
        parts.append(after)
    return TracedText.join(parts)
