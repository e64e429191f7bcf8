"""What kind of paragraph a line is, as far as its neighbours tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.articles.article import ParagraphKind
from reader.articles.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.block import Block

_KINDS = {
    Role.HEADING: ParagraphKind.HEADING,
    Role.CAPTION: ParagraphKind.CAPTION,
    Role.ROW: ParagraphKind.ROW,
    Role.BYLINE: ParagraphKind.BYLINE,
    Role.DATELINE: ParagraphKind.DATELINE,
}
_HEADING_LENGTH = 40
"""Longest heading, in characters."""

_NO_HEADING = ("。", "，", "；", "：", ",", ";", ":")
_ITEM_TAGS = frozenset(("li", "dd"))
_NO_HEADING_LINE = re.compile(
    r"(?:问|問|答|[QA]|记者|記者|主持人|附件[^：:]{0,4}|单位|單位|时间|時間|地点|地點|日期|电话|電話|地址|邮箱"
    r"|郵箱|网址|網址|联系人|聯[絡繫]人)\s*[：:]"
    r"|[（(][^（()）]*[）)]$|[^，。]{0,20}〔\d{4}〕\d+[号號]$|[\x20-\x7e]{1,6}$"
)
"""Short lines of a known purpose: a field, a question, an attachment, a remark in brackets, the number of a paper or part."""

_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:(?:\u3000| {2})\s*[\u4e00-\u9fff·]{2,4}){1,3}")
_LONGEST_NAME = 10
"""Longest name of an author that stands alone below a title."""


def kind_of(block: Block, role: Role) -> ParagraphKind:
    """The kind of a kept block, judged by itself: a short line without an end mark is a heading, an item of a list is none."""
    if role is Role.SHORT and len(block.text) <= _HEADING_LENGTH and not block.text.endswith(_NO_HEADING):
        is_item = block.tag in _ITEM_TAGS or _NO_HEADING_LINE.match(block.text) is not None
        return ParagraphKind.BODY if is_item else ParagraphKind.HEADING
    return _KINDS.get(role, ParagraphKind.BODY)


def is_author(blocks: Sequence[Block], roles: Sequence[Role], index: int) -> bool:
    """Whether the line below a title names who wrote it, without a label: several names, or one above the line that says when."""
    if index + 1 >= len(blocks) or roles[index] is not Role.SHORT:
        return False
    text = blocks[index].text
    if _NAMES.fullmatch(text):
        return True
    if roles[index + 1] not in (Role.INFO, Role.DATELINE):
        return False
    return len(text) <= _LONGEST_NAME and text.isalnum() and not any(map(str.isdigit, text))


def is_signature(kinds: Sequence[ParagraphKind], index: int) -> bool:
    """Whether a short line signs what stands above it: a date follows."""
    return index > 0 and kinds[index : index + 2] == [ParagraphKind.HEADING, ParagraphKind.DATELINE]


def after_last_text(kinds: Sequence[ParagraphKind]) -> int:
    """Where the lines begin that no text follows: signatures and the like, which head nothing."""
    index = len(kinds)
    while index and kinds[index - 1] in (ParagraphKind.HEADING, ParagraphKind.DATELINE, ParagraphKind.BYLINE):
        index -= 1
    return index
