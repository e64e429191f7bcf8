"""Finding the title: what the file says, what the page marks, or what stands above the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.articles.block import Zone
from reader.articles.roles import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.articles.block import Block
    from reader.text.traced import TracedText

_LONGEST = 90
_SITE = re.compile(r"\s*[-_|–—｜·»]+\s*")
_LABEL = re.compile(r"^\s*[【\[][^】\]]{1,12}[】\]]\s*")
_BLANKS = re.compile(r"\s+")


def find_title(blocks: Sequence[Block], roles: Sequence[Role], region: range, stated: TracedText | None) -> int | None:
    """Index of the block that holds the title, or None if no block does.

    Args:
        blocks: All blocks of the page.
        roles: The role of each.
        region: Where the prose stands.
        stated: The title as the head of the page states it, perhaps with the site's name behind it.
    """
    head = range(min(region.stop, region.start + 8))
    candidates = [index for index in head if _may_be_title(blocks[index], roles[index])]
    if stated is not None:
        matching = [index for index in candidates if _is_stated(blocks[index].text, stated.text)]
        if matching:
            return _barest(blocks, matching)
    marked = [index for index in candidates if blocks[index].tag == "h1" and blocks[index].zone is not Zone.ASIDE]
    if marked:
        return marked[-1]
    above = [index for index in candidates if index < region.start]
    if above:
        return _above_the_text(blocks, roles, above)
    first = region.start
    if (
        first in candidates
        and not blocks[first].text.endswith(("。", "；", "，", ","))
        and len(blocks[first].text) <= 60
    ):
        return first
    return None


def _may_be_title(block: Block, role: Role) -> bool:
    if not 2 <= len(block.text) <= _LONGEST:
        return False
    return role in (Role.SHORT, Role.HEADING, Role.PROSE) and not block.text.endswith("。")


def _is_stated(text: str, stated: str) -> bool:
    """Whether a block says what the page states as its title, the site's name left out."""
    text, stated = _BLANKS.sub("", text), _BLANKS.sub("", stated)
    if text == stated:
        return True
    return len(text) >= 5 and (stated.startswith(text) or _LABEL.sub("", text) == _SITE.split(stated)[0])


def _above_the_text(blocks: Sequence[Block], roles: Sequence[Role], above: list[int]) -> int:
    """The title among the short lines above the prose: before a dateline or byline, or first after the navigation."""
    group = [above[-1]]
    for index in reversed(above[:-1]):
        between = roles[index + 1 : group[0]]
        if any(role in (Role.NAVIGATION, Role.SECTION, Role.TAIL, Role.FOOTER, Role.SPAM) for role in between):
            break
        group.insert(0, index)
    headings = [index for index in group if blocks[index].tag in ("h1", "h2", "h3")]
    if headings:
        return headings[0]
    for index in group:
        if index + 1 < len(roles) and roles[index + 1] in (Role.DATELINE, Role.BYLINE):
            return _barest(blocks, [index, *(other for other in group if other > index)])
    return _barest(blocks, group)


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
    parts = list(_SITE.finditer(stated.text))
    for found in parts:
        if found.start() >= 6:
            return stated.slice(0, found.start()).strip()
    return stated


def stated_title(fields: Mapping[str, TracedText]) -> TracedText | None:
    """The title that the head of a file states, or None."""
    return next((fields[name] for name in ("og:title", "title", "headline") if name in fields and fields[name].text), None)
