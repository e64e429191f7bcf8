"""What a block is to the page, judged by itself: prose, a short line, furniture, or data about the article."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.articles.dates import CLOCK, DATE
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
    INDEX_FIELD,
    INDEX_LABEL,
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
_SENTENCE_OF_STUFFING = 60
"""Text with more full stops than one in so many characters is no keyword stuffing."""

_SPAM_SHARE = 0.25
_SAMPLE = 240
"""So much of a long block tells whether it is stuffing."""

_FIRST_WORDS = 40
_FEW_SPAM_WORDS = 2
"""A line with a whole sentence in it is only looked at further if so many spam words stand at its beginning."""

_CALL = 60
"""Longer lines are no calls and no adverts: those are short."""

_TWO_SENTENCES = re.compile(r"。.{8,}")
_SENTENCE_MARK = re.compile(r"[。！？!?；;…]|[，,、：:](?!\d)")
_SENTENCE_END = re.compile(r"[。！？!?…；;][”」』’）)】]*$")
_SEARCH_WORDS = 5
_LONG = 160
"""Longer blocks are not furniture, unless they are spam or nothing but links."""

_SEPARATOR = re.compile(r"[\s|/·•>»›<«‹→←↓↑:,、。;_*()\[\]【】「」{}+-]+")
_LONGEST_FIELD = 40
_ITEM = re.compile(r"\(?[一二三四五六七八九十\d]{1,3}[)、.]|第[一二三四五六七八九十百]{1,4}条")
_PAGER = re.compile(r"[^\d]{0,6}\[?1\]?\s+\[?2\]?(?:\s+(?:\[?\d{1,4}\]?|\.{2,}|…))*\s*[^\d]{0,12}")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\u4e00-\u9fff]+")
_BYLINE = re.compile(
    r"[\W_]*(?:(?:本报|本网|本刊|本台|本社|特约|首席|见习|实习|驻|.{2,10}(?:网|报|社|台|传媒|客户端|日报|晚报|时报|周刊|新闻|在线))*\s*"
    r"(?:(?:特约|首席|见习|实习|全媒体|融媒体?|特派|文字|摄影|资深)*(?:记者|通讯员|评论员|撰稿人?|特派员|摄影师|作者))|作者|撰文|文字?\s*[/|:·]|文字\s|图\s*[/:]|图文\s*[/:]|文图\s*[/:]|口述|整理|摄影\s*[/:]|(?:综合|编译)?(?:报道|报导))\s*[/:|丨]?\s*.{1,50}"
    r"|[\W_]*.{2,8}(?:文/图|文、图|图/文|文/摄|文并摄|/文|/图|/摄)\W*"
    r"|[\W_]*by\s*:?\s*.{2,40}",
)
_REPORTING = re.compile(
    r"(?:记者|作者|通讯员|报道)[^,、]{0,10}(?:发现|表示|获悉|了解|调查|采访|走访|看到|注意|见到|从|在|称|说|介绍|指出|认为|来到|就|将|问)"
)
"""A sentence about what a reporter did, not a line that names him."""

_CREDIT = re.compile(r"(?:图片|照片|本组图)(?:由|均|为)?.*(?:摄|供|提供)\W*$")
_BYLINE_END = re.compile(
    r"\W*[\u4e00-\u9fff·]{2,4}\s*(?:[\u4e00-\u9fff·]{2,4}\s*)?/?(?:文|图|摄|报道|综合报道|台北报导|报导|整理)\W*"
)
_CAPTION_SIGNS = frozenset("摄图影源绘供▲△▼▽◎")
_CAPTION = re.compile(
    r".{2,90}[(\[【](?:.{0,14}(?:摄影?|供图|图/.{0,12}|制图|绘图?|提供|资料(?:图|照|照片)|图片来源.{0,20}|图源.{0,20}|发布?|翻摄.{0,12}))[)\]】]\s*。?|.{2,90}\s.{0,12}(?:摄|供图|制图)\s*"
    r"|\W*(?:图(?:片)?(?:说明|注|源|片来源|为|示|[一二三四五六七八九十\d①-⑳]+)?\s*:|[▲△▼▽◎]|配图|题图|资料图|网络图|示意图|(?:资料|新华社|视觉中国).{0,6}(?:图|照)片?).{0,120}|(?:上|下|左|右)?图(?:为|:).{2,120}|图片?来?源?[:/].{2,60}|.{2,60}\s(?:摄影?|图)\s*[/:|]\s*.{1,12}|.{2,60}\s(?:资料图片?|资料照片|效果图|示意图|配图|视频截图|截图)|.{0,16}(?:供图|图片由.{2,24}(?:提供|摄)\W*|图片来自.{2,16}|来源:视觉中国)",
)
_LABELS = re.compile(
    r"(?:首发|发稿|发布|发表|刊登|刊发|更新|上传|创建|录入|成文|印发|发文|发稿|最后更新|最后修改|报道|上稿|公开|生成|播发|编发|出版|时间)?(?:时间|日期|于)?\s*:?\s*(?=\d|民|中|二|\s|$)"
    r"|(?:文章|新闻|信息|稿件|消息|本文|内容|资料|原文)?(?:来源|稿源|出处|转自|来自|摘自|原载|转载自|源自)(?:网站|媒体|于)?\s*:|(?:发布|发文|供稿|信息提供|报送|来稿|主办)(?:机构|单位|部门|者|人)\s*:|(?:作者|记者|撰文|文)\s*[:/]|(?:文章)?(?:编号|索引号|索\s*引\s*号|文\s*号|主题分类|公开范围|公开方式|有效性|发文机关|文件编号|信息类别|组配分类|体裁分类)\s*:",
)
_DATELINE_NOISE = re.compile(
    r"(?:星期|周|礼拜)[一二三四五六日天]|\(.{0,4}\)|gmt|utc|cst|[上下]午|打印|分享|收藏|字号|字体|大|中|小|原创|转载|关闭|\W"
)
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?")
_SHORT_STAMP = re.compile(r"(?<!\d)\d{1,2}(?:-|/|月)\d{1,2}日?\s*\d{1,2}:\d{2}(?!\d)")
_ORIGINAL = re.compile(r"(?:原创|首发|独家|转载)\s+.{1,40}")
_SOURCE_LINE = re.compile(
    r"\W*(?:(?:文章|新闻|信息|稿件|消息|本文|内容|资料|原文)?(?:来源|稿源|出处|转自|来自|摘自|原载|转载自|源自)\s*:|(?:发布|发文|供稿|发稿)(?:机构|单位|部门)\s*:)[^:]{1,30}"
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
        (_is_single_field, Role.DATELINE),
        (_is_info, Role.INFO),
        (_is_index, Role.INFO),
        (_is_footer, Role.FOOTER),
        (TAIL_HEADER.fullmatch, Role.TAIL),
        (_is_staff, Role.STAFF),
        (_is_byline, Role.BYLINE),
        (NOTICE.search, Role.NOTICE),
        (_is_caption, Role.CAPTION),
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
    if _is_index(line) or KEYWORDS.fullmatch(line):
        return Role.INFO
    if len(line) < _CALL and _is_advert(line):
        return Role.SPAM
    if _is_caption(line):
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
        or (len(text) >= 12 and bool(_SENTENCE_END.search(text)))
        or (len(text) >= 24 and len(_SENTENCE_MARK.findall(text)) >= 2)
    )


def _is_navigation(line: str) -> bool:
    if line.strip(" |·>»:<«[]()【】#↓↑→-") in ACTIONS or not line.strip(" |·-—–―─━═_=*.~>»<«#:+…"):
        return True
    if _ADDRESS.fullmatch(line):
        return True
    if BREADCRUMB.fullmatch(line) and "。" not in line:
        return True
    if len(line) < _CALL and CALL.match(line) and not _TWO_SENTENCES.search(line):
        return True
    if line.isalpha():
        return False
    rest = COUNTER.sub("", line)
    if rest != line and len(_SEPARATOR.sub("", rest)) <= 2:
        return True
    if len(MEMBER.findall(line)) >= 2 or (len(line) <= 40 and "。" not in line and AGO.fullmatch(line)):
        return True
    words = [word for word in _SEPARATOR.split(line) if word]
    if len(words) >= 2:
        known = sum(word in ACTIONS or word in SECTIONS for word in words)
        if known == len(words) or (known >= 2 and known * 2 >= len(words)):
            return True
    return _PAGER.fullmatch(line) is not None


def _is_index(line: str) -> bool:
    """Whether a line is a field, or a row of fields, of the index above a notice."""
    if INDEX_FIELD.fullmatch(line):
        return True
    if INDEX_LABEL.match(line) is None:
        return False
    return len(line) <= _LONGEST_FIELD or len(INDEX_LABEL.findall(line)) >= 2


def _is_footer(line: str) -> bool:
    return FOOTER.search(line) is not None or CIRCULATION.match(line) is not None


def _is_advert(line: str) -> bool:
    return ADVERT.match(line) is not None and ("。" not in line or len(line) < 60)


def _is_staff(line: str) -> bool:
    return len(line) <= 60 and "。" not in line and STAFF.fullmatch(line) is not None


def _is_byline(line: str) -> bool:
    if len(line) > 60 or line[0] in "▲△▼" or "。" in line or line.count(",") > 2:
        return False
    if _REPORTING.search(line) or _CREDIT.search(line):
        return False
    return bool(_BYLINE.fullmatch(line) or _BYLINE_END.fullmatch(line))


def _is_caption(line: str) -> bool:
    if len(line) > 120 or line.count("。") > 1 or _CAPTION_SIGNS.isdisjoint(line):
        return False
    return _CAPTION.fullmatch(line) is not None


def _is_single_field(line: str) -> bool:
    """Whether a line says nothing but when, or nothing but from where the article comes."""
    if _SOURCE_LINE.fullmatch(line):
        return DATE.search(line) is None and "。" not in line
    rest = DATE.sub(" ", line, count=1)
    if rest == line or len(line) > 40:
        return False
    return not _SEPARATOR.sub("", _WEEKDAY.sub("", _LABELS.sub(" ", CLOCK.sub(" ", rest))))


def _is_info(line: str) -> bool:
    """Whether a line is the info line of a page: when, by whom and from where, with counters and buttons."""
    if _SHORT_STAMP.search(line) and len(line) <= 60 and not _SENTENCE_END.search(line):
        return True
    if _ORIGINAL.fullmatch(line):
        return True
    rest = DATE.sub(" ", line)
    if rest == line or len(line) > 120 or "。" in line:
        return False
    rest = COUNTER.sub(" ", CLOCK.sub(" ", rest))
    labels = len(_LABELS.findall(line))
    rest = _DATELINE_NOISE.sub("", _LABELS.sub(" ", rest))
    return len(rest) <= (24 if labels >= 2 else 12 if labels else 8)


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
            in_box = has_text
        elif in_box and role in _ENTRIES and not _is_text(block.text):
            role = Role.LISTED
        elif role in (Role.PROSE, Role.HEADING, Role.ROW):
            in_box = False
        told.append(role)
    return told


def _is_text(text: str) -> bool:
    return len(text) >= 30 and "。" in text
