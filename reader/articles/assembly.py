"""Choosing what is the article: from blocks to paragraphs, and to the reasons why the others went."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.article import ParagraphKind, RemovedKind
from reader.articles.block import Zone
from reader.articles.forum import first_post
from reader.articles.region import find_region
from reader.articles.roles import KEPT_ROLES, Role, role_of, without_boxes
from reader.articles.title import find_title, labelled_title, without_site
from reader.text.traced import TracedText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.articles.block import Block

_KINDS = {
    Role.HEADING: ParagraphKind.HEADING,
    Role.CAPTION: ParagraphKind.CAPTION,
    Role.ROW: ParagraphKind.ROW,
    Role.BYLINE: ParagraphKind.BYLINE,
    Role.DATELINE: ParagraphKind.DATELINE,
}
_REASONS = {
    Role.FOOTER: RemovedKind.FOOTER,
    Role.STAFF: RemovedKind.FOOTER,
    Role.NOTICE: RemovedKind.FOOTER,
    Role.SPAM: RemovedKind.SPAM,
    Role.BYLINE: RemovedKind.METADATA,
    Role.DATELINE: RemovedKind.METADATA,
    Role.INFO: RemovedKind.METADATA,
}
_HEADING_LENGTH = 40
_SHORTEST_SUBTITLE = 5
_SUBTITLE = re.compile(r"[-—–]{1,2}\s*\S|.{0,20}〔\d{4}〕|.*[：:]$|[（(]")
_PROSE = 40
_NOTICE = re.compile(
    r"(?:通知|公告|通告|公示|启事|啟事|公报|公報|方案|办法|辦法|规定|規定|意见|意見|决定|決定|函|细则|細則|条例|條例|名单|名單|批复|批覆|招聘|须知|須知|指南)(?:[（(《].{0,20}[)）》])?\W*$"
)
"""How the titles of notices end."""

_CONTACT = re.compile(r"(?:联系|聯[絡繫]|咨询|諮詢|洽詢|报名|報名|受理|办公|辦公|业务|業務)[^，。]{0,8}[：:]")
_NOTICE_ROLES = frozenset((Role.SHORT, Role.ROW, Role.HEADING, Role.NOTICE, Role.PROSE))

_WORD = 4
_WORD_LINES = 3
_WORD_ROLES = frozenset((Role.SHORT, Role.SECTION, Role.NAVIGATION))
_CLOSING = re.compile(
    r"附[件表录錄圖图]?\s*\d*\s*[:：]|\d{1,2}[.．、]\s*\S{4,}|特此|此[致复復]|[敬谨謹]|谢谢|祝|[（(〔].{2,120}[)）〕]$|参考(?:资料|文献)|參考(?:資料|文獻)|\[\d{1,2}\]|[①-⑳]|[*＊※★]\s*\S{6,}|.*[。…][”」』]?$|.{1,12}[？！?!][”」』]?$|(?:注|註|备注|備註|说明|說明|联系人|聯絡人|聯繫人)\s*[:：]"
    r"|\S{0,6}[长長]\s*\S\s*\S\s*\S?$|\S{3,30}(?:局|委|会|會|厅|廳|部|府|院|中心|办|辦|办公室|辦公室|公司|处|處|署|组|組|社|校|学|學|馆|館|所|站|队|隊|团|團)$"
)
"""How lines begin or end that close a notice or letter: attachments, formulas, notes, signatures."""


_ABOUT = re.compile(r"(?:关于|關於|印发|印發|转发|轉發|批转|批轉)")
_ISSUER = re.compile(r"(?:局|委|会|會|厅|廳|部|府|院|中心|办|辦|办公室|辦公室|公司|处|處|署|组|組)$")


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
    blocks = _with_trusted_zones(blocks)
    roles = without_boxes(blocks, [role_of(block) for block in blocks])
    stated = stated or labelled_title(blocks)
    post = first_post(blocks, roles)
    region = find_region(blocks, roles, parents) if post is None else _within(post, find_region(blocks, roles, {}))
    heading = find_title(blocks, roles, region, stated, is_sure)
    before = _first_line(blocks, roles, heading)
    if heading is not None:
        title: TracedText | None = TracedText.join(blocks[index].content for index in (*before, heading))
    else:
        title = without_site(stated) if stated else None
    first = region.start if heading is None else min(heading, region.start)
    last = _tail_end(blocks, roles, region.stop, is_notice=title is not None and _NOTICE.search(title.text) is not None)
    words = _word_lines(blocks, roles)
    unsure = set(range(first, region.start)) if post is not None else _unsure_above(blocks, roles, first, region.start)
    kept: list[Kept] = []
    dropped: list[tuple[RemovedKind, Block]] = []
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        if index == heading or index in before:
            continue
        if (
            first <= index < last
            and index not in (unsure if index < region.start else words)
            and _belongs(block, role, index < region.stop)
        ):
            kept.append(Kept(_kind(block, role), block))
        else:
            dropped.append((_REASONS.get(role, RemovedKind.NAVIGATION), block))
    if not kept:
        kept, dropped = _whatever_stands(blocks, roles, heading, dropped)
    return Assembly(title, kept, dropped, roles)


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


def _unsure_above(blocks: Sequence[Block], roles: Sequence[Role], first: int, start: int) -> set[int]:
    """Short lines above the prose that may be anything: neither below the title nor above the prose without furniture between."""
    lines = range(first, start)
    furniture = [index for index in lines if roles[index] not in KEPT_ROLES or blocks[index].zone is Zone.ASIDE]
    if not furniture:
        return {
            index
            for index in lines
            if _is_unsure(blocks[index], roles[index]) and len(blocks[index].text) < _SHORTEST_SUBTITLE
        }
    return {
        index
        for index in lines
        if roles[index] is Role.SECTION
        or (
            _is_unsure(blocks[index], roles[index])
            and (furniture[0] < index < furniture[-1] or len(blocks[index].text) < _SHORTEST_SUBTITLE)
        )
    }


def _is_unsure(block: Block, role: Role) -> bool:
    return role is Role.SHORT and not _SUBTITLE.match(block.text)


def _first_line(blocks: Sequence[Block], roles: Sequence[Role], heading: int | None) -> tuple[int, ...]:
    """The line above a notice's title that belongs to it: who issued it (`…办公室` above `关于…的通知`)."""
    if not heading or not _ABOUT.match(blocks[heading].text) or blocks[heading].tag != blocks[heading - 1].tag:
        return ()
    above = blocks[heading - 1].text
    is_issuer = roles[heading - 1] is Role.SHORT and _ISSUER.search(above) and len(above) <= _HEADING_LENGTH
    return (heading - 1,) if is_issuer else ()


def _word_lines(blocks: Sequence[Block], roles: Sequence[Role]) -> set[int]:
    """Indexes of lines of a word each, several one after the other: navigation of which no list knows the names."""
    found: set[int] = set()
    for is_word, group in groupby(
        range(len(blocks)),
        key=lambda index: len(blocks[index].text) <= _WORD and roles[index] in _WORD_ROLES and _is_word(blocks[index]),
    ):
        indexes = list(group)
        if is_word and len(indexes) >= _WORD_LINES:
            found.update(indexes)
    return found


def _is_word(block: Block) -> bool:
    return not block.row and block.text[-1:].isalnum()


def _tail_end(blocks: Sequence[Block], roles: Sequence[Role], stop: int, is_notice: bool) -> int:
    """Where the article ends: behind the signature, date, notes and attachments that follow its prose.

    A notice goes on as long as nothing else begins: lists of names, places and hours are its substance.
    """
    for index in range(stop, len(blocks)):
        if roles[index] in (Role.DATELINE, Role.BYLINE, Role.CAPTION):
            continue
        if is_notice and roles[index] in _NOTICE_ROLES and not blocks[index].linked:
            continue
        if roles[index] not in (Role.SHORT, Role.PROSE, Role.NOTICE) or not _CLOSING.match(blocks[index].text):
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
