"""What a block is to the page, judged by itself: prose, a short line, furniture, or data about the article."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.articles.block import Zone
from reader.articles.credits import (
    SENTENCE_END,
    SEPARATOR,
    is_byline,
    is_caption,
    is_end_credit,
    is_index,
    is_info,
    is_single_field,
)
from reader.articles.folding import folded
from reader.articles.furniture import (
    ADVERT,
    AGO,
    BREADCRUMB,
    CALL,
    CIRCULATION,
    COMMENTS,
    COUNTER,
    FOOTER,
    KEYWORDS,
    MEMBER,
    NOTICE,
    NOTICE_WORD,
    POST,
    SPAM_WORD,
    STAFF,
    TAIL_HEADER,
)
from reader.articles.vocabulary import ACTIONS, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.block import Block


class Role(Enum):
    """What a block is to the page."""

    PROSE = auto()
    SHORT = auto()
    HEADING = auto()
    CAPTION = auto()
    ROW = auto()
    BYLINE = auto()
    DATELINE = auto()
    SECTION = auto()
    NAVIGATION = auto()
    TAIL = auto()
    FOOTER = auto()
    STAFF = auto()
    INFO = auto()
    POST = auto()
    COMMENTS = auto()
    NOTICE = auto()
    LISTED = auto()
    SPAM = auto()


KEPT_ROLES = frozenset((Role.PROSE, Role.SHORT, Role.HEADING, Role.CAPTION, Role.ROW, Role.BYLINE, Role.DATELINE))
"""What may be part of the article."""

_ENTRIES = frozenset((Role.SHORT, Role.PROSE, Role.CAPTION, Role.SECTION))
_SENTENCE = 20
"""A block with a full stop and so many characters holds a whole sentence."""

_SENTENCE_OF_STUFFING = 60
"""Text with more full stops than one in so many characters is no keyword stuffing."""

_SPAM_SHARE = 0.25
"""Stuffing has this share of its characters in spam words, at least."""

_SAMPLE = 240
"""So much of a long block tells whether it is stuffing."""

_FIRST_WORDS = 40
_FEW_SPAM_WORDS = 2
"""A line with a whole sentence in it is only looked at further if so many spam words stand at its beginning."""

_CALL = 60
"""Longer lines are no calls and no adverts: those are short."""

_TWO_SENTENCES = re.compile(r"。.{8,}")
_SENTENCE_MARK = re.compile(r"[。！？!?；;…]|[，,、：:](?!\d)")
_WIRE = re.compile(
    r"\W?[^\W\d]{2,12}(?:\d{1,2}月)?(?:\d{1,2}日)?[电電讯訊]\W{0,2}\s?[(（]\s?(?:记者|記者|通讯员|通訊員)[^)）]{2,40}[)）].{2}"
)
"""How papers and agencies begin a report."""

_SEARCH_WORDS = 5
"""A list of search words has so many, at least."""

_LONG = 160
"""Longer blocks are not furniture, unless they are spam or nothing but links."""

_ITEM = re.compile(r"\(?[一二三四五六七八九十\d]{1,3}[)、.]|第[一二三四五六七八九十百]{1,4}条")
_PAGER = re.compile(r"[^\d]{0,6}\[?1\]?\s+\[?2\]?(?:\s+(?:\[?\d{1,4}\]?|\.{2,}|…))*\s*[^\d]{0,12}")
_PLACEHOLDER = re.compile(r"[\[【(<]\s*(?:图片?|视频|音频|动图|图集|表情|image|photo|video)\s*\d{0,2}\s*[\])】>]")
"""What a converter leaves where a picture stood."""

_ADDRESS = re.compile(
    r"(?:(?:url|[^\s:]{0,4}(?:链接|来源|出处)|原文[^\s:]{0,4})\s*:\s*)?(?:https?://|www\.)[^\s\u4e00-\u9fff]+"
)


@lru_cache(maxsize=2048)
def _role_of_short(text: str) -> Role:
    """The role of a block of at most `_LONG` characters that is not mostly links."""
    if "。" in text and len(text) >= _SENTENCE:
        return _role_of_sentences(text)
    line = folded(text)
    checks = (
        (COMMENTS.fullmatch, Role.COMMENTS),
        (KEYWORDS.fullmatch, Role.INFO),
        (_is_navigation, Role.NAVIGATION),
        (POST.match, Role.POST),
        (is_end_credit, Role.STAFF),
        (is_single_field, Role.DATELINE),
        (is_info, Role.INFO),
        (is_index, Role.INFO),
        (_is_footer, Role.FOOTER),
        (TAIL_HEADER.fullmatch, Role.TAIL),
        (_is_staff, Role.STAFF),
        (is_byline, Role.BYLINE),
        (NOTICE.search, Role.NOTICE),
        (is_caption, Role.CAPTION),
        (is_stuffing, Role.SPAM),
        (_is_advert, Role.SPAM),
    )
    for check, role in checks:
        if check(line):
            return role
    if line in SECTIONS:
        return Role.SECTION
    return Role.PROSE if _is_prose(text) else Role.SHORT


def _role_of_sentences(text: str) -> Role:
    """The role of a line with a whole sentence in it: prose, unless it is a disclaimer, a call or an advert."""
    line = folded(text)
    if POST.match(line):
        return Role.POST
    if NOTICE_WORD.search(line):
        if FOOTER.search(line):
            return Role.FOOTER
        if NOTICE.search(line) and not _ITEM.match(line):
            return Role.NOTICE
    if len(line) < _CALL and CALL.match(line) and not _TWO_SENTENCES.search(line):
        return Role.NAVIGATION
    if TAIL_HEADER.fullmatch(line):
        return Role.TAIL
    if is_index(line) or KEYWORDS.fullmatch(line):
        return Role.INFO
    if len(line) < _CALL and _is_advert(line):
        return Role.SPAM
    if is_caption(line):
        return Role.CAPTION
    if is_stuffing(line):
        return Role.SPAM
    return Role.PROSE if _is_prose(line) else Role.SHORT


def role_of(block: Block) -> Role:
    """What a block is, judged by its text, its tag and its links."""
    text = block.text
    if len(text) > _LONG:
        if block.linked * 2 > len(text) and block.linked > 0.8 * len(text):
            return Role.NAVIGATION
        return Role.SPAM if _may_be_stuffing(text) and is_stuffing(folded(text[:_SAMPLE])) else Role.PROSE
    role = _role_of_short(text)
    if role in (Role.PROSE, Role.SHORT):
        if block.tag[:1] == "h" and block.tag[1:].isdigit():
            return Role.HEADING
        if block.tag == "figcaption":
            return Role.CAPTION
        if block.linked > 0.6 * len(text) and not (block.tag == "p" and _is_text(text)):
            return Role.NAVIGATION
        if block.row:
            return Role.ROW
    return role


def _is_prose(text: str) -> bool:
    return (
        len(text) >= 60
        or _WIRE.match(text) is not None
        or (len(text) >= 12 and bool(SENTENCE_END.search(text)))
        or (len(text) >= 24 and len(_SENTENCE_MARK.findall(text)) >= 2)
    )


def _is_navigation(line: str) -> bool:
    if line.strip(" |·>»:<«[]()【】#↓↑→-—–=~*") in ACTIONS or not line.strip(" |·-—–―─━═_=*.~>»<«#:+…"):
        return True
    if _ADDRESS.fullmatch(line) or _PLACEHOLDER.fullmatch(line):
        return True
    if BREADCRUMB.fullmatch(line) and "。" not in line:
        return True
    if len(line) < _CALL and CALL.match(line) and not _TWO_SENTENCES.search(line):
        return True
    if line.isalpha():
        return False
    rest = COUNTER.sub("", line)
    if rest != line and len(SEPARATOR.sub("", rest)) <= 2:
        return True
    if len(MEMBER.findall(line)) >= 2 or (len(line) <= 40 and "。" not in line and AGO.fullmatch(line)):
        return True
    words = [word for word in SEPARATOR.split(line) if word]
    if len(words) >= 2:
        known = sum(word in ACTIONS or word in SECTIONS for word in words)
        if known == len(words) or (known >= 2 and known * 2 >= len(words)):
            return True
    return _PAGER.fullmatch(line) is not None


def _is_footer(line: str) -> bool:
    return FOOTER.search(line) is not None or CIRCULATION.match(line) is not None


def _is_advert(line: str) -> bool:
    return ADVERT.match(line) is not None and ("。" not in line or len(line) < 60)


def _is_staff(line: str) -> bool:
    return len(line) <= 60 and "。" not in line and STAFF.fullmatch(line) is not None


def is_stuffing(line: str) -> bool:
    """Whether a folded line is keyword stuffing: many spam words, no sentences."""
    if not _may_be_stuffing(line):
        return False
    if "。" in line and len(SPAM_WORD.findall(line[:_FIRST_WORDS])) < _FEW_SPAM_WORDS:
        return False
    words = SPAM_WORD.findall(line)
    if len(words) < 3:
        return _repeats_itself(line)
    share = sum(map(len, words)) / len(line)
    return share >= _SPAM_SHARE


def _may_be_stuffing(line: str) -> bool:
    return line.count("。") * _SENTENCE_OF_STUFFING <= len(line)


def _repeats_itself(line: str) -> bool:
    """Whether a line is a list of search words: several without any sentence mark, most with the same word in them."""
    if _SENTENCE_MARK.search(line):
        return False
    words = line.split()
    if len(words) < _SEARCH_WORDS:
        return False
    pairs = Counter(
        pair for word in words for pair in {word[at : at + 2] for at in range(len(word) - 1)} if not pair.isascii()
    )
    return bool(pairs) and max(pairs.values()) >= max(4, 0.6 * len(words))


def without_boxes(blocks: Sequence[Block], roles: Sequence[Role]) -> list[Role]:
    """The roles, where the entries below the heading of a box (related links) are told from the text that goes on."""
    in_box = has_text = False
    told: list[Role] = []
    for block, role in zip(blocks, roles, strict=True):
        has_text = has_text or role is Role.PROSE
        if role is Role.TAIL:
            in_box = has_text and block.zone is not Zone.ASIDE
        elif in_box and role in _ENTRIES and not _ends_box(block):
            role = Role.LISTED
        elif role in (Role.PROSE, Role.HEADING, Role.ROW):
            in_box = False
        told.append(role)
    return told


def _ends_box(block: Block) -> bool:
    """Whether a block is text again; on a page links are marked, so that a short sentence will do."""
    return _is_text(block.text) or (block.container > 0 and not block.linked and block.text.endswith("。"))


def _is_text(text: str) -> bool:
    return len(text) >= 30 and "。" in text
