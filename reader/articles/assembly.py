"""Choosing what is the article: from blocks to paragraphs, and to the reasons why the others went."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.articles.article import ParagraphKind, RemovedKind
from reader.articles.block import Zone
from reader.articles.region import find_region
from reader.articles.roles import KEPT_ROLES, Role, role_of
from reader.articles.title import find_title, without_site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.articles.block import Block
    from reader.text.traced import TracedText

_KINDS = {
    Role.HEADING: ParagraphKind.HEADING,
    Role.CAPTION: ParagraphKind.CAPTION,
    Role.BYLINE: ParagraphKind.BYLINE,
    Role.DATELINE: ParagraphKind.DATELINE,
}
_REASONS = {
    Role.FOOTER: RemovedKind.FOOTER,
    Role.STAFF: RemovedKind.FOOTER,
    Role.SPAM: RemovedKind.SPAM,
    Role.BYLINE: RemovedKind.METADATA,
    Role.DATELINE: RemovedKind.METADATA,
}
_HEADING_LENGTH = 40


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
        roles: The role of each block.
    """

    title: TracedText | None
    kept: list[Kept]
    dropped: list[tuple[RemovedKind, Block]]
    roles: list[Role]


def assemble(blocks: Sequence[Block], parents: Mapping[int, int], stated: TracedText | None) -> Assembly:
    """Choose the blocks of the article.

    Args:
        blocks: All blocks of the page.
        parents: Number of each element → number of the one around it.
        stated: The title as the file itself states it.
    """
    roles = [role_of(block) for block in blocks]
    region = find_region(blocks, roles, parents)
    heading = find_title(blocks, roles, region, stated)
    title = blocks[heading].content if heading is not None else (without_site(stated) if stated else None)
    first = region.start if heading is None else min(heading, region.start)
    kept: list[Kept] = []
    dropped: list[tuple[RemovedKind, Block]] = []
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        if index == heading:
            continue
        if first <= index < region.stop and role in KEPT_ROLES and block.zone is not Zone.ASIDE:
            kept.append(Kept(_kind(block, role), block))
        elif first <= index < region.stop and role is Role.SECTION:
            kept.append(Kept(ParagraphKind.HEADING, block))
        elif (
            index >= region.stop
            and role in (Role.BYLINE, Role.DATELINE)
            and not _is_past_tail(roles, region.stop, index)
        ):
            kept.append(Kept(_kind(block, role), block))
        else:
            dropped.append((_REASONS.get(role, RemovedKind.NAVIGATION), block))
    return Assembly(title, kept, dropped, roles)


def _is_past_tail(roles: Sequence[Role], stop: int, index: int) -> bool:
    return any(role in (Role.TAIL, Role.FOOTER, Role.SPAM) for role in roles[stop:index])


def _kind(block: Block, role: Role) -> ParagraphKind:
    if (
        role is Role.SHORT
        and len(block.text) <= _HEADING_LENGTH
        and not block.text.endswith(("。", "，", "；", "：", ",", ";", ":"))
    ):
        return ParagraphKind.HEADING
    return _KINDS.get(role, ParagraphKind.BODY)
