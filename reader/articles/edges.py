"""The edges of an article: which short lines above and below the prose belong to it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from reader.articles.block import Zone
from reader.articles.roles import KEPT_ROLES, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.block import Block

_SHORTEST_SUBTITLE = 5
"""A shorter line above the prose is a word of a menu."""

_SUBTITLE = re.compile(
    r"[-—–]{1,2}\s*\S|.{0,20}〔\d{4}〕|.*[：:]$|[（(]|[一二三四五六七八九十\d]{1,3}[、.．]"
    r"|第[一二三四五六七八九十]{1,3}[章节節]"
)
_NOTICE = re.compile(
    r"(?:通知|公告|通告|公示|启事|啟事|公报|公報|方案|办法|辦法|规定|規定|意见|意見|决定|決定|函|细则|細則"
    r"|条例|條例|名单|名單|批复|批覆|招聘|须知|須知|指南)(?:[（(《].{0,20}[)）》])?\W*$"
)
"""How the titles of notices end."""

_NOTICE_ROLES = frozenset((Role.SHORT, Role.ROW, Role.HEADING, Role.NOTICE, Role.PROSE))

_WORD = 4
"""Longest word of a menu, in characters."""

_WORD_LINES = 3
"""So many words one below the other are a menu."""

_WORD_ROLES = frozenset((Role.SHORT, Role.SECTION, Role.NAVIGATION))
_CLOSING = re.compile(
    r"[-—]{1,2}\s*\S|附[件表录錄圖图]?\s*\d*\s*[:：]|\d{1,2}[.．、]\s*\S{4,}|特此|此[致复復]|[敬谨謹]|谢谢|祝"
    r"|[（(〔].{2,120}[)）〕]$|参考(?:资料|文献)|參考(?:資料|文獻)|\[\d{1,2}\]|[①-⑳]|[*＊※★]\s*\S{6,}"
    r"|.*[。…][”」』]?$|.{1,12}[？！?!][”」』]?$|(?:注|註|备注|備註|说明|說明|联系人|聯絡人|聯繫人)\s*[:：]"
    r"|\S{0,6}[长長]\s*\S\s*\S\s*\S?$|\S{3,30}(?:局|委|会|會|厅|廳|部|府|院|中心|办|辦|办公室|辦公室|公司|处"
    r"|處|署|组|組|社|校|学|學|馆|館|所|站|队|隊|团|團)$"
)
"""How lines begin or end that close a notice or letter: attachments, formulas, notes, signatures."""


_LONGEST_ISSUER = 40
"""The name of an office is no longer."""

_ABOUT = re.compile(r"(?:关于|關於|印发|印發|转发|轉發|批转|批轉)")
_ISSUER = re.compile(r"(?:局|委|会|會|厅|廳|部|府|院|中心|办|辦|办公室|辦公室|公司|处|處|署|组|組)$")


def unsure_above(blocks: Sequence[Block], roles: Sequence[Role], first: int, start: int) -> set[int]:
    """Indexes of lines above the prose that are not the article's.

    Short lines there may be anything. They are kept below the title and above the prose where no furniture stands between,
    or where they look like what stands there: a subtitle, a salutation, a heading. A line that comes again is of a table of contents.

    Args:
        blocks: All blocks of the page.
        roles: The role of each.
        first: Index of the title, or of the first block of the prose.
        start: Index of the first block of the prose.
    """
    lines = range(first, start)
    furniture = [index for index in lines if roles[index] not in KEPT_ROLES or blocks[index].zone is Zone.ASIDE]
    unsure = {index for index in lines if roles[index] is Role.SECTION}
    for index in lines:
        if roles[index] is Role.SHORT and not _SUBTITLE.match(blocks[index].text):
            is_between = bool(furniture) and furniture[0] < index < furniture[-1]
            if is_between or len(blocks[index].text) < _SHORTEST_SUBTITLE:
                unsure.add(index)
    return unsure | _contents(blocks, roles, lines)


def _contents(blocks: Sequence[Block], roles: Sequence[Role], lines: range) -> set[int]:
    """Indexes of the lines that come again further down as headings."""
    short = {index for index in lines if roles[index] is Role.SHORT}
    if not short:
        return short
    last = {block.text: index for index, block in enumerate(blocks)}
    return {index for index in short if last[blocks[index].text] > index}


def issuer_above(blocks: Sequence[Block], roles: Sequence[Role], heading: int | None) -> tuple[int, ...]:
    """The line above a notice's title that belongs to it: who issued it (`…办公室` above `关于…的通知`)."""
    if not heading or not _ABOUT.match(blocks[heading].text) or blocks[heading].tag != blocks[heading - 1].tag:
        return ()
    above = blocks[heading - 1].text
    is_issuer = roles[heading - 1] is Role.SHORT and _ISSUER.search(above) and len(above) <= _LONGEST_ISSUER
    return (heading - 1,) if is_issuer else ()


def word_lines(blocks: Sequence[Block], roles: Sequence[Role]) -> set[int]:
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


def tail_end(blocks: Sequence[Block], roles: Sequence[Role], stop: int, title: str) -> int:
    """Where the article ends: behind the signature, date, notes and attachments that follow its prose.

    A notice goes on as long as nothing else begins: lists of names, places and hours are its substance.
    """
    is_notice = _NOTICE.search(title) is not None
    for index in range(stop, len(blocks)):
        if roles[index] in (Role.DATELINE, Role.BYLINE, Role.CAPTION):
            continue
        if is_notice and roles[index] in _NOTICE_ROLES and not blocks[index].linked:
            continue
        if roles[index] not in (Role.SHORT, Role.PROSE, Role.NOTICE) or not _CLOSING.match(blocks[index].text):
            return index
    return len(blocks)
