"""Choosing what is the article: from blocks to paragraphs, and to the reasons why the others went."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.article import ParagraphKind, RemovedKind
from reader.articles.block import Zone
from reader.articles.forum import first_post
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
    Role.INFO: RemovedKind.METADATA,
}
_HEADING_LENGTH = 40
_SHORTEST_SUBTITLE = 5
_CLOSING = re.compile(
    r"附[件表录錄圖图]?\s*\d*\s*[:：]|\d{1,2}[.．、]\s*\S{4,}|特此|此[致复復]|[敬谨謹]|谢谢|祝|[（(〔].{2,120}[)）〕]$|(?:注|註|备注|備註|说明|說明|联系人|聯絡人|聯繫人)\s*[:：]"
    r"|.{2,30}(?:局|委|会|會|厅|廳|部|府|院|中心|办|辦|办公室|辦公室|公司|处|處|署|组|組|社|校|学|學|馆|館|所|站|队|隊|团|團)$"
)
"""How lines begin or end that close a notice or letter: attachments, formulas, notes, signatures."""


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


def assemble(blocks: Sequence[Block], parents: Mapping[int, int], stated: TracedText | None, is_sure: bool) -> Assembly:
    """Choose the blocks of the article.

    Args:
        blocks: All blocks of the page.
        parents: Number of each element → number of the one around it.
        stated: The title as the file itself states it.
        is_sure: Whether that is certainly the article's title, not the site's.
    """
    roles = [role_of(block) for block in blocks]
    post = first_post(blocks, roles)
    region = find_region(blocks, roles, parents) if post is None else _within(post, find_region(blocks, roles, {}))
    heading = find_title(blocks, roles, region, stated, is_sure)
    title = blocks[heading].content if heading is not None else (without_site(stated) if stated else None)
    first = region.start if heading is None else min(heading, region.start)
    last = _tail_end(blocks, roles, region.stop)
    kept: list[Kept] = []
    dropped: list[tuple[RemovedKind, Block]] = []
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        if index == heading:
            continue
        if first <= index < last and _belongs(block, role, index < region.start, post is not None):
            kept.append(Kept(_kind(block, role), block))
        else:
            dropped.append((_REASONS.get(role, RemovedKind.NAVIGATION), block))
    return Assembly(title, kept, dropped, roles)


def _within(post: range, region: range) -> range:
    start, stop = max(post.start, region.start), min(post.stop, region.stop)
    return range(start, stop) if start < stop else post


def _belongs(block: Block, role: Role, is_above: bool, is_post: bool) -> bool:
    """Whether a block between the title and the end is part of the article."""
    if block.zone is Zone.ASIDE:
        return False
    if is_above and role is Role.SHORT:
        return not is_post and len(block.text) >= _SHORTEST_SUBTITLE
    return role in KEPT_ROLES or (role is Role.SECTION and not is_above)


def _tail_end(blocks: Sequence[Block], roles: Sequence[Role], stop: int) -> int:
    """Where the article ends: behind the signature, date, notes and attachments that follow its prose."""
    for index in range(stop, len(blocks)):
        if roles[index] in (Role.DATELINE, Role.BYLINE, Role.CAPTION):
            continue
        if roles[index] not in (Role.SHORT, Role.PROSE) or not _CLOSING.match(blocks[index].text):
            return index
    return len(blocks)


def _kind(block: Block, role: Role) -> ParagraphKind:
    if (
        role is Role.SHORT
        and len(block.text) <= _HEADING_LENGTH
        and not block.text.endswith(("。", "，", "；", "：", ",", ";", ":"))
    ):
        return ParagraphKind.HEADING
    return _KINDS.get(role, ParagraphKind.BODY)
