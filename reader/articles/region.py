"""Where on the page the article stands."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.articles.block import Zone
from reader.articles.roles import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.articles.block import Block

_WEIGHTS = {
    Role.SHORT: -2.0,
    Role.HEADING: 0.0,
    Role.CAPTION: 0.0,
    Role.BYLINE: 0.0,
    Role.DATELINE: 0.0,
    Role.SECTION: -15.0,
    Role.NAVIGATION: -25.0,
    Role.TAIL: -30.0,
    Role.LISTED: 0.0,
    Role.COMMENTS: -1000.0,
    Role.FOOTER: -150.0,
    Role.NOTICE: -30.0,
    Role.STAFF: -60.0,
    Role.INFO: -5.0,
    Role.POST: -40.0,
    Role.SPAM: -20.0,
}
_SAME_BAR = -3.0
"""What a further line of the same bar of buttons weighs: one bar may stand in the middle of an article."""

_LEAVES = frozenset(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "td", "th", "figcaption", "pre", "tr"])
_GROWTH = 1.3
"""A wider element holds the article if it has this many times the prose of the one inside it."""


def find_region(blocks: Sequence[Block], roles: Sequence[Role], parents: Mapping[int, int]) -> range:
    """The blocks from the first to the last one of the article's prose.

    Args:
        blocks: All blocks of the page.
        roles: The role of each.
        parents: Number of each element → number of the one around it; empty for plain text.

    Returns:
        Indexes of `blocks`; all of them where there is no prose.
    """
    inside = _inside_best_element(blocks, roles, parents) if parents else None
    best, best_range = 0.0, range(len(blocks))
    total, first = 0.0, 0
    before: Role | None = None
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        weight = _weight(block, role, inside is None or inside[index])
        if role is before and role is Role.NAVIGATION:
            weight = _SAME_BAR
        before = role
        if total <= 0:
            total, first = 0.0, index
        total += weight
        if total > best:
            best, best_range = total, range(first, index + 1)
    return best_range


def _weight(block: Block, role: Role, is_inside: bool) -> float:
    if role is Role.PROSE or role is Role.ROW:
        length = float(len(block.text))
        if block.zone is Zone.ASIDE or not is_inside:
            return -0.5 * length
        return length if role is Role.PROSE else 0.5 * length
    return 0.0 if block.zone is Zone.ASIDE else _WEIGHTS[role]


def _inside_best_element(
    blocks: Sequence[Block], roles: Sequence[Role], parents: Mapping[int, int]
) -> list[bool] | None:
    """Whether each block stands in the element that holds the article; None if no element does."""
    own: dict[int, float] = defaultdict(float)
    for block, role in zip(blocks, roles, strict=True):
        if role in (Role.PROSE, Role.ROW) and block.zone is not Zone.ASIDE:
            own[block.container] += len(block.text) * (1.5 if block.zone is Zone.MAIN else 1.0)
    if not own:
        return None
    leaves = {block.container for block in blocks if block.tag in _LEAVES}
    scores: dict[int, float] = defaultdict(float)
    for number, prose in own.items():
        holder = parents.get(number, 0) if number in leaves else number
        scores[holder] += prose
        scores[parents.get(holder, 0)] += prose / 2
    best = max(scores, key=lambda number: (scores[number], number))
    totals = _subtree_totals(own, parents)
    while best and totals[parents.get(best, 0)] >= _GROWTH * totals[best]:
        best = parents.get(best, 0)
    members = _members(best, parents)
    return [best == 0 or block.container in members for block in blocks]


def _subtree_totals(own: Mapping[int, float], parents: Mapping[int, int]) -> dict[int, float]:
    """The prose in each element and all elements inside it. Elements are numbered as they open: parents come first."""
    totals: dict[int, float] = defaultdict(float, own)
    for number in sorted(parents, reverse=True):
        if totals[number]:
            totals[parents[number]] += totals[number]
    return totals


def _members(root: int, parents: Mapping[int, int]) -> set[int]:
    """The numbers of an element and all elements inside it."""
    members = {root}
    for number, parent in parents.items():
        if parent in members:
            members.add(number)
    return members
