"""Furniture that stands on one line with what is wanted: buttons before a title, a source tail behind the last sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.folding import folded
from reader.articles.furniture import STAFF
from reader.articles.vocabulary import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.articles.block import Block

_BUTTONS = re.compile(r"(?:\s*[\[【(]\s*([^\]】)\s]{1,8})\s*[\])】]\s*)")
_TAIL_LENGTH = 120
"""So much of the end of a line may be a source tail, in characters."""

_LAST_BUTTON = re.compile(r"\s{0,3}[\[【]([^\]】\[【]{2,8})[\]】]\s{0,3}$")
_THREAD_LABEL = re.compile(r"\s{0,3}\[[^\[\]]{1,8}\]\s{0,3}")
"""The kind of a thread, which forums put before its title."""

_TAIL = re.compile(
    r"\s{0,3}[(\[【]\s{0,3}(?:(?:文章|新闻|信息|稿件|消息|本文|资料|内容)?(?:来源|稿源|出处|转自|摘自"
    r"|原载)\s{0,3}:|(?:责任?编辑?|责编|编辑|校对|审核|总编|监制|值班编辑|作者单位|原标题"
    r"|原题)\s{0,3}[:丨|/]).{1,60}[)\]】]\s{0,3}$"
)
_ADDRESS_TAIL = re.compile(
    r"(?<=[。!?”」])\s{0,3}[(\[【]?\s{0,2}(?:本文|文章|原文|转载|消息|资料)?(?:转自|来自|来源|摘自|出处|链接"
    r"|地址|网址)(?:于|自)?\s{0,2}:?\s{0,2}(?:https?://|www\.)[^\s。]{4,90}$"
)
_MORE = re.compile(
    r"\s{0,3}返回[^,。]{1,6},\s{0,3}查看更多\s{0,3}$"
    r"|\s{0,3}(?:\.{3}|…+)?\s{0,3}[\[(【<]?\s{0,3}(?:查看|阅读|点击|展开)(?:全文|更多|详情"
    r"|原文)\s{0,3}[\])】>]?[>»]*\s{0,3}$|\s{0,3}[\[(【]\s{0,3}(?:详细|详情|更多|全文)\s{0,3}[\])】]\s{0,3}$"
)


def trimmed(blocks: Iterable[Block]) -> list[Block]:
    """The blocks without buttons before them and without source or editor's tails behind them."""
    return [_trimmed(block) if _may_need_it(block.text) else block for block in blocks]


def _may_need_it(text: str) -> bool:
    return text[:1] in "[【（(" or "://" in text[-_TAIL_LENGTH:] or text[-1:] in "]】）)>»文多情"


def _trimmed(block: Block) -> Block:
    text = block.text
    start = _buttons_end(folded(text[:60]))
    tail = folded(text[-_TAIL_LENGTH:])
    found = _TAIL.search(tail) or _MORE.search(tail) or _ADDRESS_TAIL.search(tail)
    end = len(text) if found is None else len(text) - len(tail) + found.start()
    if (button := _LAST_BUTTON.search(tail)) and button[1] in ACTIONS:
        end = len(text) - len(tail) + button.start()
        label = _THREAD_LABEL.match(text, start)
        start = label.end() if label else start
    if start == 0 and end == len(text):
        return block
    if end - start < 2 or STAFF.fullmatch(tail):
        return block
    return replace(block, content=block.content.slice(start, end).strip())


def _buttons_end(line: str) -> int:
    end = 0
    while (found := _BUTTONS.match(line, end)) and found[1] in ACTIONS:
        end = found.end()
    return end
