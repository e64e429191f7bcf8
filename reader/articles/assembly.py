"""Choosing what is the article: from blocks to paragraphs, and to the reasons why the others went."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.article import ParagraphKind, RemovedKind
from reader.articles.block import Zone
from reader.articles.edges import issuer_above, tail_end, unsure_above, word_lines
from reader.articles.forum import first_post
from reader.articles.kinds import after_last_text, is_author, is_signature, kind_of
from reader.articles.pages import between_pages
from reader.articles.region import find_region
from reader.articles.roles import KEPT_ROLES, Role, role_of, without_boxes
from reader.articles.title import find_title, labelled_title, without_site
from reader.text.traced import TracedText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from reader.articles.block import Block

_REASONS = {
    Role.FOOTER: RemovedKind.FOOTER,
    Role.STAFF: RemovedKind.FOOTER,
    Role.NOTICE: RemovedKind.FOOTER,
    Role.SPAM: RemovedKind.SPAM,
    Role.BYLINE: RemovedKind.METADATA,
    Role.DATELINE: RemovedKind.METADATA,
    Role.INFO: RemovedKind.METADATA,
}
_PROSE = 40
"""A block of so many characters is text; fewer may be anything."""

_CONTACT = re.compile(r"(?:联系|聯[絡繫]|咨询|諮詢|洽詢|报名|報名|受理|办公|辦公|业务|業務)[^，。]{0,8}[：:]")


class Kept(NamedTuple):
    """A block that is part of the article."""

    kind: ParagraphKind
    block: Block


class Assembly(NamedTuple):
    """What became of the blocks.

    Attributes:
        title: The title, or None if there is none.
        kept: The article's blocks, title left out.
        dropped: The other blocks, with the reason of each.
        roles: The role of each block that was given.
    """

    title: TracedText | None
    kept: list[Kept]
    dropped: list[tuple[RemovedKind, Block]]
    roles: list[Role]


def assemble(blocks: Sequence[Block], parents: Mapping[int, int], stated: TracedText | None, is_sure: bool) -> Assembly:
    """Choose the blocks of the article.

    Args:
        blocks: All blocks of the page.
        parents: Number of each element → number of the one around it.
        stated: The title as the file itself states it.
        is_sure: Whether that is certainly the article's title, not the site's.
    """
    every = _with_trusted_zones(blocks)
    all_roles = without_boxes(every, [role_of(block) for block in every])
    stated = stated or labelled_title(every)
    furniture = between_pages(every, all_roles, parents)
    chosen = [index for index in range(len(every)) if index not in furniture]
    blocks, roles = [every[index] for index in chosen], [all_roles[index] for index in chosen]
    post = first_post(blocks, roles)
    region = find_region(blocks, roles, parents) if post is None else _within(post, find_region(blocks, roles, {}))
    heading = find_title(blocks, roles, region, stated, is_sure)
    if heading is not None and is_author(blocks, roles, heading + 1):
        roles[heading + 1] = all_roles[chosen[heading + 1]] = Role.BYLINE
    titled = () if heading is None else (*issuer_above(blocks, roles, heading), heading)
    title = TracedText.join(blocks[index].content for index in titled) if titled else _bare(stated)
    first = region.start if heading is None else min(heading, region.start)
    last = tail_end(blocks, roles, region.stop, title.text if title is not None else "")
    unsure = set(range(first, region.start)) if post is not None else unsure_above(blocks, roles, first, region.start)
    members = _members(blocks, roles, region, range(first, last), unsure)
    kept = _without_signatures(
        [Kept(kind_of(blocks[index], roles[index]), blocks[index]) for index in members if index not in titled]
    )
    used = {*members, *titled}
    others = [index for index in range(len(blocks)) if index not in used]
    dropped = [(RemovedKind.NAVIGATION, every[index]) for index in sorted(furniture)]
    dropped += [(_REASONS.get(roles[index], RemovedKind.NAVIGATION), blocks[index]) for index in others]
    if not kept:
        kept, dropped = _whatever_stands(blocks, roles, heading, dropped)
    return Assembly(title, kept, dropped, all_roles)


def _bare(stated: TracedText | None) -> TracedText | None:
    """A stated title that no block says, without the site's name."""
    return without_site(stated) if stated else None


def _members(blocks: Sequence[Block], roles: Sequence[Role], region: range, span: range, unsure: Set[int]) -> list[int]:
    """Indexes of the blocks that are part of the article.

    Args:
        blocks: All blocks of the page.
        roles: The role of each.
        region: Where the prose stands.
        span: The blocks from the title to the last line that may belong to it.
        unsure: Indexes of lines above the prose that are not the article's.
    """
    words = word_lines(blocks, roles)
    return [
        index
        for index in span
        if index not in (unsure if index < region.start else words)
        and _belongs(blocks[index], roles[index], index < region.stop)
    ]


def _without_signatures(kept: list[Kept]) -> list[Kept]:
    """The blocks, short lines that head nothing as body: those behind the last paragraph, those above a date."""
    kinds = [each.kind for each in kept]
    last = after_last_text(kinds)
    return [
        Kept(ParagraphKind.BODY, each.block)
        if each.kind is ParagraphKind.HEADING and ((last and index >= last) or is_signature(kinds, index))
        else each
        for index, each in enumerate(kept)
    ]


def _whatever_stands(
    blocks: Sequence[Block], roles: Sequence[Role], heading: int | None, dropped: list[tuple[RemovedKind, Block]]
) -> tuple[list[Kept], list[tuple[RemovedKind, Block]]]:
    """All lines that are no furniture, where nothing looks like an article (a poem, a list of words)."""
    kept = [
        Kept(ParagraphKind.BODY, block)
        for index, (block, role) in enumerate(zip(blocks, roles, strict=True))
        if index != heading and role in (*KEPT_ROLES, Role.SECTION, Role.LISTED)
    ]
    names = {id(each.block) for each in kept}
    return kept, [(kind, block) for kind, block in dropped if id(block) not in names]


def _with_trusted_zones(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks as they are; without zones where all text would stand aside, so that the names must mislead."""
    aside = sum(len(block.text) for block in blocks if block.zone is Zone.ASIDE)
    rest = sum(len(block.text) for block in blocks if block.zone is not Zone.ASIDE and len(block.text) >= _PROSE)
    if rest >= _PROSE or aside < 4 * _PROSE:
        return blocks
    return [replace(block, zone=Zone.OPEN) for block in blocks]


def _within(post: range, region: range) -> range:
    start, stop = max(post.start, region.start), min(post.stop, region.stop)
    return range(start, stop) if start < stop else post


def _belongs(block: Block, role: Role, is_inside: bool) -> bool:
    """Whether a block between the title and the end is part of the article."""
    if block.zone is Zone.ASIDE:
        return False
    if role is Role.NOTICE:
        return is_inside or _CONTACT.match(block.text) is not None
    return role in KEPT_ROLES or role is Role.SECTION
