"""Articles of several pages that a scraper joined: what stands around the text of each page goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.articles.region import find_region
from reader.articles.roles import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.articles.block import Block

_NUMBERED = re.compile(r"(?P<title>.{6,}?)\s{0,3}[(（\[【_-]{1,2}\s?第?(?P<page>\d{1,2})页?\s?[)）\]】]?")
_LAST_SIGNS = frozenset("0123456789页)）]】")
_MOST_PAGES = 60
"""No article has more pages; what repeats its heading more often is a list."""

_SHORTEST = 8
"""A title that comes again on each page has so many characters at least; shorter ones are headings."""

_LONGEST = 90
"""…and so many at most."""

_TITLES = frozenset((Role.SHORT, Role.HEADING, Role.PROSE))


def between_pages(blocks: Sequence[Block], roles: Sequence[Role], parents: Mapping[int, int]) -> set[int]:
    """Indexes of the blocks between the text of one page and the text of the next; none where the file is one page.

    Another page begins where the title stands again with the page's number, counted up from 2, or just as it was
    (then as `h1`), and each page has prose.

    Args:
        blocks: All blocks of the file.
        roles: The role of each.
        parents: Number of each element → number of the one around it.
    """
    starts = _starts(blocks, roles)
    if not 1 < len(starts) <= _MOST_PAGES:
        return set()
    parts = [range(start, stop) for start, stop in zip(starts, [*starts[1:], len(blocks)], strict=True)]
    regions = [_region(blocks, roles, part, parents) for part in parts]
    if not all(any(roles[index] is Role.PROSE for index in region) for region in regions):
        return set()
    furniture: set[int] = set()
    for number, (part, region) in enumerate(zip(parts, regions, strict=True)):
        if number:
            furniture.update(range(part.start, region.start))
        if number + 1 < len(parts):
            furniture.update(range(region.stop, part.stop))
    return furniture


def _starts(blocks: Sequence[Block], roles: Sequence[Role]) -> list[int]:
    """Where the pages begin, each with its title; empty where there is one page only."""
    titles: dict[str, list[int]] = {}
    numbered: dict[str, list[int]] = {}
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        if not _SHORTEST <= len(block.text) <= _LONGEST or role not in _TITLES:
            continue
        found = _NUMBERED.fullmatch(block.text) if block.text[-1] in _LAST_SIGNS else None
        if found is None:
            titles.setdefault(block.text, []).append(index)
        elif int(found["page"]) == len(numbered.get(found["title"], ())) + 2:
            numbered.setdefault(found["title"], []).append(index)
    for title, later in numbered.items():
        first = titles.get(title, [])
        if first and first[0] < later[0]:
            return [first[0], *later]
    again = [places for places in titles.values() if len(places) > 1 and all(blocks[at].tag == "h1" for at in places)]
    return again[0] if again else []


def _region(blocks: Sequence[Block], roles: Sequence[Role], part: range, parents: Mapping[int, int]) -> range:
    """The text of one page, from its first heading or paragraph on."""
    own = blocks[part.start : part.stop]
    region = find_region(own, roles[part.start : part.stop], _around(own, parents))
    start, stop = part.start + region.start, part.start + region.stop
    while start - 1 > part.start and roles[start - 1] in (Role.SHORT, Role.HEADING, Role.CAPTION):
        start -= 1
    return range(start, stop)


def _around(blocks: Sequence[Block], parents: Mapping[int, int]) -> dict[int, int]:
    """The elements that hold the blocks, each with the one around it."""
    around: dict[int, int] = {}
    for block in blocks:
        number = block.container
        while number and number not in around:
            around[number] = parents.get(number, 0)
            number = around[number]
    return around
