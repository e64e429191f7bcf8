"""Finding the title: what the file says, what the page marks, or what stands above the text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.articles.block import Zone
from reader.articles.roles import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.articles.block import Block
    from reader.text.traced import TracedText

_LONGEST = 90
"""Longest title, in characters."""

_SITE_NAME = 6
"""A stated title of so few characters may be the site's name."""

_SHORTEST_NAMED = 6
"""A block must say so much of a stated title, or it may be a mere word of it."""

_MARGIN = 0.2
"""A stated title that is as short as a site's name must come again in the text so much more than the best line."""

_FEWEST_LETTERS = 2
"""A title has so many letters, at least."""

_FIELD_LINES = 30
"""So many blocks from the top may hold an index with the title in it."""

_SITE = re.compile(r"\s*[_|｜]+\s*|\s+[-–—·»]+\s+|\s*-+\s*(?=[^-_|]{2,16}$)|[—–-]{2,}(?=[^-_|—–]{2,12}$)")
_LABEL = re.compile(r"^\s*[【\[][^】\]]{1,12}[】\]]\s*")
_FORMER = re.compile(r"\W*原(?:标题|標題|题|題)\s*[:：]|[-—–―]{2,}\s*\w")
"""What stands beside a title: another title that it had, a subtitle behind dashes."""

_LABELLED = re.compile(r"(?:标|標)\s*(?:题|題)\s*[:：]\s*(?=\S)")
_ABOVE, _BELOW = 200, 8
"""How many blocks above and below the beginning of the prose may hold the title."""

_BODY_BLOCKS = 40
"""So many blocks of the prose are compared with titles…"""

_BODY = 20_000
"""So much of the text, in characters, is compared with titles."""

_MARKS = re.compile(r"[\W_]+")
_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十\d]{1,3}[章节節]|表\s*\d|图\s*\d|附件"
)
_NAME = re.compile(
    r"(?:网|網|论坛|論壇|频道|頻道|客户端|日报|日報|晚报|晚報|在线|之窗|门户|局|委|办公室|研究院|导航|首页"
    r"|网站|協會|协会|版|期|号|號)[)）\s]*$"
)
_FIELDS = re.compile(r"[:：]\s*\S+\s{2,}\S+|\d+\s{2,}\S|\s{6,}")


def find_title(
    blocks: Sequence[Block], roles: Sequence[Role], region: range, stated: TracedText | None, is_sure: bool
) -> int | None:
    """Index of the block that holds the title, or None if no block does.

    Args:
        blocks: All blocks of the page.
        roles: The role of each.
        region: Where the prose stands.
        stated: The title as the head of the page states it, perhaps with the site's name behind it.
        is_sure: Whether the stated title is the article's (front matter) and not perhaps the site's.
    """
    head = range(max(0, region.start - _ABOVE), min(region.stop, region.start + _BELOW))
    candidates = [index for index in head if _may_be_title(blocks[index], roles[index])]
    if stated is not None:
        matching = [index for index in candidates if _says(blocks[index].text, stated.text)]
        if matching:
            return _barest(blocks, matching)
        if is_sure:
            return None
    marked = [index for index in candidates if blocks[index].tag == "h1" and blocks[index].zone is not Zone.ASIDE]
    body = _pairs("".join(blocks[index].text for index in region[:_BODY_BLOCKS])[:_BODY])
    above = [index for index in candidates if index < region.start]
    above += [index for index in candidates if index == region.start and _is_headline(blocks[index].text)]
    choice = marked or above
    if not choice:
        return None
    best = max(choice, key=lambda index: (_likeness(blocks, roles, index, region.start, body), -index))
    if stated is not None and _is_likelier(without_site(stated).text, blocks[best].text, body):
        return None
    return _barest(blocks, [best, *(index for index in candidates if index > best)])


def _may_be_title(block: Block, role: Role) -> bool:
    if not 2 <= len(block.text) <= _LONGEST:
        return False
    if _FORMER.match(block.text) or sum(map(str.isalpha, block.text)) < _FEWEST_LETTERS:
        return False
    return role in (Role.SHORT, Role.HEADING, Role.PROSE, Role.SECTION) and not block.text.endswith(
        ("。", "；", "，", ",")
    )


def _is_headline(text: str) -> bool:
    return len(text) <= 60 and not _ITEM.match(text)


def _says(text: str, stated: str) -> bool:
    """Whether a block says what the page states as its title, the site's name before or behind it left out."""
    if len(text) >= _SHORTEST_NAMED and stated.endswith(text) and not stated[-len(text) - 1 : -len(text)].isalnum():
        return True
    text, stated = _MARKS.sub("", text), _MARKS.sub("", stated)
    return text == stated or (len(text) >= _SHORTEST_NAMED and stated.startswith(text))


def _likeness(blocks: Sequence[Block], roles: Sequence[Role], index: int, start: int, body: frozenset[str]) -> float:
    """How much a block looks like the title of the text below it."""
    text = blocks[index].text
    score = min(4.0, 0.5 * len(text)) * _coverage(text, body)
    score += 1.0 if 8 <= len(text) <= 45 else -1.0 if len(text) < 5 else 0.0
    score += 2.0 if blocks[index].tag in ("h1", "h2") else 0.5 if blocks[index].tag[:1] == "h" else 0.0
    following = roles[index + 1] if index + 1 < len(roles) else None
    score += 1.0 if following in (Role.DATELINE, Role.BYLINE, Role.INFO) else 0.0
    score -= 2.5 if _ITEM.match(text) or text[0] in "（(" else 0.0
    score -= 1.5 if _NAME.search(text) else 0.0
    score -= 2.0 if _FIELDS.search(text) else 0.0
    score += 0.5 if index == 0 else 0.0
    score -= 1.0 if index == start else 0.0
    between = roles[index + 1 : start]
    score -= 0.4 * sum(role in (Role.NAVIGATION, Role.SECTION, Role.TAIL, Role.FOOTER) for role in between)
    return score - 0.05 * len(between)


def _is_likelier(stated: str, line: str, body: frozenset[str]) -> bool:
    """Whether the text says again more of a stated title than of a line above it."""
    margin = _MARGIN if len(stated) <= _SITE_NAME else 0.0
    return _coverage(stated, body) > _coverage(line, body) + margin


def _coverage(title: str, body: frozenset[str]) -> float:
    """The share of the title's pairs of characters that come again in the text."""
    pairs = _pairs(_MARKS.sub("", title))
    return len(pairs & body) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> frozenset[str]:
    """All pairs of neighbouring characters, but for figures: those come again by chance."""
    return frozenset(pair for pair in map("".join, pairwise(text)) if not pair.isdigit())


def _barest(blocks: Sequence[Block], indexes: list[int]) -> int:
    """The first of the blocks, or a later one that repeats it without a label such as `【…】` before it."""
    first = blocks[indexes[0]].text
    bare = _LABEL.sub("", first)
    for index in indexes[1:]:
        if bare != first and blocks[index].text == bare:
            return index
    return indexes[0]


def without_site(stated: TracedText) -> TracedText:
    """A stated title without the name of the site behind it."""
    for found in _SITE.finditer(stated.text):
        if found.start() >= 4:
            return stated.slice(0, found.start()).strip()
    return stated


def stated_title(fields: Mapping[str, TracedText]) -> TracedText | None:
    """The title that the head of a file states, or None."""
    return next(
        (fields[name] for name in ("og:title", "title", "headline") if name in fields and fields[name].text), None
    )


def labelled_title(blocks: Sequence[Block]) -> TracedText | None:
    """The title as a field of an index above the text gives it (`标题：…`), or None."""
    for block in blocks[:_FIELD_LINES]:
        found = _LABELLED.match(block.text)
        if found and len(block.text) <= _LONGEST:
            return block.content.slice(found.end())
    return None
