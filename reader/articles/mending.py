"""Joining paragraphs that were broken in the middle of a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.article import Paragraph, ParagraphKind
from reader.articles.wraps import join_contents

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLOSED = re.compile(r"[。！？!?…；;：:~～—.][”’」』）)】》\]\s]*$|(?:https?://|www\.)\S+$|[”’」』）)】》\]]$")
_COMMA = re.compile(r"[，,、]$")
_INNER_SENTENCE = re.compile(r"[。！？!?；;](?=.)")
_INNER_COMMA = re.compile(r"[，,、]")
_FUNCTION_WORD = re.compile(
    r"[的和与與及在是为為对對将將到达達把被由向从從以等并並而或约約至于於比了让讓使每近超其这這该該]$"
)
_ENDS = re.compile(r"[。！？!?…；;][”’」』）)】]*$")
_CONTINUES = re.compile(r"[，。、；：！？,.;:!?%％‰”’」』）)】》]")
_FIGURE = re.compile(r"[\d.]+[%％‰万萬亿億元个個人年月日倍]")
_STARTS_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十百\d]{1,3}[)）、]|\d{1,2}[.．](?!\d)"
    r"|第[一二三四五六七八九十百\d]{1,3}[章节節条條款篇]|[①-⑳●○■□◆◇▲△★☆※•·▶]|附件|注[:：]|[-*] "
)
_OPENER = re.compile(
    r"(?:近年来|近年來|今年以来|今年以來|据|據|目前|此外|同时|同時|另外|下一步|接下来|接下來|为此|為此|对此"
    r"|對此|随后|隨後|与此同时|與此同時|日前|近日)[^，。]{0,8}，"
)
"""How sentences begin that begin a paragraph: the one before only lost its full stop."""

_PROSE_LENGTH = 40
"""A line longer than this is prose, even if it holds no whole sentence."""

_VERSE_LENGTH = 16
"""Lines up to this length that end in a comma are verse."""

_OPENING = {"“": "”", "（": "）", "《": "》", "「": "」", "『": "』", "(": ")"}


class _Group:
    """A paragraph and the halves that were found to go on with it."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.contents = [paragraph.content]

    def joined(self) -> Paragraph:
        if len(self.contents) == 1:
            return self.paragraph
        return replace(self.paragraph, content=join_contents(self.contents))


def mend(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs, halves of a broken one joined; a caption that stood between them follows it."""
    groups: list[_Group] = []
    for paragraph in paragraphs:
        target = _broken_before(groups, paragraph)
        if target is None:
            groups.append(_Group(paragraph))
        else:
            target.contents.append(paragraph.content)
    return [group.joined() for group in groups]


def _broken_before(groups: list[_Group], paragraph: Paragraph) -> _Group | None:
    """The group that this paragraph goes on with, or None."""
    if paragraph.kind is not ParagraphKind.BODY and paragraph.kind is not ParagraphKind.HEADING:
        return None
    target = len(groups) - 1
    if target > 0 and groups[target].paragraph.kind is ParagraphKind.CAPTION:
        target -= 1
    if target < 0 or groups[target].paragraph.kind is not ParagraphKind.BODY:
        return None
    contents = groups[target].contents
    return groups[target] if _goes_on(contents[-1].text, len(contents) > 1, paragraph.text) else None


def _goes_on(first: str, has_grown: bool, second: str) -> bool:
    """Whether the second text goes on with the sentence that the first one breaks off.

    Args:
        first: The last half so far.
        has_grown: Whether there are halves before it, so that it is prose however short it is.
        second: The text that may go on with it.
    """
    is_long = has_grown or len(first) > _VERSE_LENGTH
    if _STARTS_ITEM.match(second):
        return False
    if _CONTINUES.match(second) or _COMMA.search(first):
        return is_long
    if not is_long or _CLOSED.search(first) or not (_ENDS.search(second) or _is_prose(second)):
        return False
    if _is_open(first):
        return True
    if not (has_grown or _is_prose(first)) or _OPENER.match(second):
        return False
    return bool(
        has_grown
        or _INNER_SENTENCE.search(first)
        or len(first) > _PROSE_LENGTH
        or _FUNCTION_WORD.search(first)
        or _FIGURE.match(second)
    )


def _is_prose(text: str) -> bool:
    return _INNER_COMMA.search(text) is not None or _INNER_SENTENCE.search(text) is not None


def _is_open(text: str) -> bool:
    """Whether a quotation or bracket is still open at the end."""
    return any(text.rfind(opening) > text.rfind(closing) for opening, closing in _OPENING.items())
