"""Who wrote it, who published it, where and when: from the head of the file and the lines around the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.articles.dates import CLOCK, DATE, read_date
from reader.articles.folding import folded
from reader.articles.roles import Role
from reader.articles.vocabulary import ACTIONS
from reader.controls import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.articles.block import Block
    from reader.text.traced import TracedText

_SOURCE = re.compile(
    r"(?:文章|新闻|信息|稿件|消息|本文|内容|资料|原文)?(?:来源|稿源|出处|转自|摘自|原载|转载自|发布机构"
    r"|发布单位|发文机关|供稿单位)\s*:\s*(?P<name>[^\s|,;。()\[\]【】]{2,30}?)(?=[\s|,;。()\[\]【】]|$|记者|作者|编辑|责编|责任编辑|字[号体]|发布|浏览|点击)"
)
_AUTHOR = re.compile(
    r"(?:(?<!该)作者|记者|撰文|采访人"
    r"|通讯员)\s*[:/|丨]?\s*(?P<name>(?:(?!字[号体]|编辑|责编|来源)[\u4e00-\u9fff·]){2,4}"
    r"(?:[ 、,][\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff:])){0,3})"
)
_BY = re.compile(r"^\W*by\s+(?P<name>[^|/\d:]{2,40}?)\s*(?:[|/\d]|updated|$)")
_SIGNED = re.compile(
    r"[（(]\s*(?P<name>(?:本[报報网網刊])?(?:记者|記者|通讯员|通訊員"
    r"|作者)[ \u3000:：]*[\u4e00-\u9fff·]{2,4}(?:[ \u3000、][\u4e00-\u9fff·]{2,12}){0,3}"
    r"|[\u4e00-\u9fff·]{2,4}(?:[ \u3000][\u4e00-\u9fff·]{2,4}){1,3})\s*[)）]$"
)
_LONGEST_SIGNATURE = 50
"""So much of the end of a paragraph may be names in brackets."""

_LAST_PARAGRAPHS = 3
"""So many of the last paragraphs may end in the names of the authors."""

_BUTTON = re.compile(rf"[大中小]?字[号体]|{'|'.join(sorted(map(re.escape, ACTIONS)))}")
_PLATFORMS = frozenset(("微信公众平台", "Weixin Official Accounts Platform"))
"""Names that a platform puts on the pages of all who publish there."""

_INFORMING = (Role.DATELINE, Role.BYLINE, Role.INFO, Role.POST)
_ADDRESS = re.compile(r"https?://[^\s<>\"'，。]+")
_ADDRESS_LINE = re.compile(
    r"(?:(?:原文|本文|文章|来源|新闻)?(?:链接|地址|网址|url"
    r"|出处)\s*:\s*)?(?P<address>https?://[^\s<>\"'\u3000-\uffff]+)\s*"
)
_ADDRESS_DAY = re.compile(r"(?<=[/_a-z=])(20\d{2})(?:[-_/]?)([01]\d)(?:[-_/]?)([0-3]\d)(?=[/_.&?-]|$)")
_SHORT_LINE, _LONGEST_DATELINE = 60, 120
"""So many characters has a line that tells a day, at most: without a time of day, and with one."""
_LONGEST_ADDRESS = 500
"""A line with a longer address is none."""

_DATE_FIELDS = (
    "date", "pubdate", "publishdate", "publish_date", "publish-date", "published", "pubtime", "article:published_time",
    "og:release_date", "datepublished", "release_date", "weibo:article:create_at", "apub:time", "updated", "lastmod",
)  # fmt: skip
_SOURCE_FIELDS = (
    "source",
    "publisher",
    "contentsource",
    "mediaid",
    "article:publisher",
    "ld:publisher",
    "og:site_name",
)
_AUTHOR_FIELDS = ("author", "authors", "byline", "article:author", "og:article:author")
_URL_FIELDS = ("url", "original_url", "source_url", "canonical", "link", "og:url")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article; None where nothing is said."""

    byline: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


def find_metadata(fields: Mapping[str, TracedText], blocks: Sequence[Block], roles: Sequence[Role]) -> Metadata:
    """Collect what the fields of the file say, then what datelines, bylines and source tails say.

    Args:
        fields: Front matter, or the head of the page; keys in lower case.
        blocks: All blocks of the page.
        roles: The role of each.
    """
    lines = [block.text for block, role in zip(blocks, roles, strict=True) if role in _INFORMING]
    bylines = [block.text for block, role in zip(blocks, roles, strict=True) if role is Role.BYLINE]
    return Metadata(
        byline=_shown(
            _first_field(fields, _AUTHOR_FIELDS)
            or (bylines[0] if bylines else None)
            or _without_buttons(_named(_AUTHOR, lines))
            or _named(_BY, lines)
            or _signed(blocks, roles)
            or _first_field(fields, ("ld:author",))
        ),
        date=_date(fields, blocks, roles),
        publisher=_shown(
            _first_field(fields, _SOURCE_FIELDS[:4]) or _publisher(blocks) or _first_field(fields, _SOURCE_FIELDS)
        ),
        url=_shown(_url(fields, blocks)),
    )


def _first_field(fields: Mapping[str, TracedText], names: Iterable[str]) -> str | None:
    return next(
        (text for name in names if name in fields and (text := fields[name].text) and text not in _PLATFORMS), None
    )


def _shown(text: str | None) -> str | None:
    return visible_line(text).strip(" ▶▷►□■◇◆○●◎▲△★☆※") or None if text else None


def _named(pattern: re.Pattern[str], lines: Iterable[str]) -> str | None:
    """What a pattern for folded text finds, as the line itself writes it."""
    for line in lines:
        found = pattern.search(folded(line))
        if found:
            return line[found.start("name") : found.end("name")].strip()
    return None


def _signed(blocks: Sequence[Block], roles: Sequence[Role]) -> str | None:
    """The names in brackets behind the last sentence, as papers print them."""
    prose = [block.text for block, role in zip(blocks, roles, strict=True) if role is Role.PROSE]
    for text in prose[: -_LAST_PARAGRAPHS - 1 : -1]:
        found = _SIGNED.search(text, max(0, len(text) - _LONGEST_SIGNATURE))
        if found:
            return found["name"]
    return None


def _without_buttons(name: str | None) -> str | None:
    """A name without the buttons of the info line behind it (`…　评论`)."""
    words = (name or "").split()
    while words and _BUTTON.fullmatch(folded(words[-1])):
        words.pop()
    return name if name is None or len(words) == len(name.split()) else " ".join(words) or None


def _publisher(blocks: Sequence[Block]) -> str | None:
    """The publisher as written: found in the folded line, cut out of the line itself."""
    for block in blocks:
        text = block.text
        at = text.find("源", max(0, len(text) - 60)) if len(text) > 120 else text.find("源")
        if at < 0 and len(text) <= 120:
            at = next(
                (place for mark in ("出处", "出處", "转自", "轉自", "摘自") if (place := text.find(mark)) >= 0), -1
            )
        if at < 0:
            continue
        start = max(0, at - 6)
        found = _SOURCE.search(folded(text[start : at + 40]))
        if found:
            return text[start + found.start("name") : start + found.end("name")]
    return None


def _date(fields: Mapping[str, TracedText], blocks: Sequence[Block], roles: Sequence[Role]) -> str | None:
    for name in _DATE_FIELDS:
        if name in fields and (day := read_date(fields[name].text)):
            return day
    datelines = [block.text for block, role in zip(blocks, roles, strict=True) if role in _INFORMING]
    for line in datelines:
        if day := read_date(line):
            return day
    shorts = [block.text for block in blocks[:40] if len(block.text) <= _LONGEST_DATELINE]
    told = (day for line in shorts if _tells_when(line) and (day := read_date(line)))
    return next(told, None) or _date_of_address(_url(fields, blocks) or _first_field(fields, _SOURCE_FIELDS[:1]))


def _tells_when(line: str) -> bool:
    """Whether a line tells a whole day: a short one alone, a longer one together with the time of day."""
    found = DATE.search(line)
    return found is not None and (len(line) <= _SHORT_LINE or CLOCK.match(line, found.end()) is not None)


def _date_of_address(address: str | None) -> str | None:
    """The day that the path of an address holds (`/2025-07/19/content_1.htm`, `t20250719_1.html`), as news sites file their articles."""
    found = _ADDRESS_DAY.search(address) if address is not None and _ADDRESS.match(address) else None
    return None if found is None else read_date("-".join(found.groups()))


def _url(fields: Mapping[str, TracedText], blocks: Sequence[Block]) -> str | None:
    """The address that the file states, or that stands on a line of its own, perhaps with a label."""
    stated = _first_field(fields, _URL_FIELDS)
    if stated and _ADDRESS.match(stated):
        return stated
    for block in blocks:
        if "://" in block.text and len(block.text) < _LONGEST_ADDRESS:
            found = _ADDRESS_LINE.fullmatch(folded(block.text))
            if found:
                return block.text[found.start("address") :].strip()
    return None
