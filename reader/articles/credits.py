"""Lines that say who, when, whence: bylines, captions, datelines, info lines and the index of a notice."""

from __future__ import annotations

import re

from reader.articles.dates import CLOCK, DATE
from reader.articles.furniture import COUNTER, INDEX_FIELD, INDEX_LABEL

SENTENCE_END = re.compile(r"[。！？!?…；;][”」』’）)】]*$")
SEPARATOR = re.compile(r"[\s|/·•>»›<«‹→←↓↑:,、。;_*()\[\]【】「」{}+-]+")
"""What stands between the words of a bar of links, or the fields of an info line."""

_LONGEST_FIELD = 40
"""A longer line that begins with a label of an index is a sentence."""

_BYLINE = re.compile(
    # Whose reporter
    r"[\W_]*(?:(?:本报|本网|本刊|本台|本社|特约|首席|见习|实习|驻|.{2,10}(?:网|报|社|台|传媒|客户端|日报|晚报"
    r"|时报|周刊|新闻|在线)){0,2}\s*"
    # What the reporter is called
    r"(?:(?:特约|首席|见习|实习|全媒体|融媒体?|特派|文字|摄影|资深)*(?:记者|通讯员|评论员|撰稿人?|特派员"
    r"|摄影师|作者))"
    # Who wrote, told or put it together
    r"|作者(?!系|为|是|单位|简介)|撰文|文字?\s*[/|:·]|文字\s|图\s*[/:]|图文\s*[/:]|文图\s*[/:]|口述|整理"
    r"|摄影\s*[/:]|(?:综合|编译)?(?:报道|报导))\s*[/:|丨]?\s*.{1,50}"
    # Text and picture by one person
    r"|[\W_]*.{2,8}(?:文/图|文、图|图/文|文/摄|文并摄|/文|/图|/摄)\W*"
    # In English; with names set apart by blanks
    r"|[\W_]*by\s*:?\s*.{2,40}"
    r"|[^\s,、。:]{2,12}记者\s+[\u4e00-\u9fff·]{2,4}(?:\s+[\u4e00-\u9fff·]{2,24}){0,3}",
)
_REPORTING = re.compile(
    r"(?:记者|作者|通讯员|报道)[^,、]{0,10}(?:发现|表示|获悉|了解|调查|采访|走访|看到|注意|见到|从|在|称|说"
    r"|介绍|指出|认为|来到|就|将|问)"
)
"""A sentence about what a reporter did, not a line that names him."""

_CREDIT = re.compile(r"(?:图片|照片|本组图)(?:由|均|为)?.*(?:摄|供|提供)\W*$")
_REPORTER = re.compile(r"\W*[^\s,、。:]{0,12}记者\s+[\u4e00-\u9fff·]{2,4}(?!\S)")
_PHOTOGRAPHER = re.compile(r"摄\W*$")
_PICTURE = re.compile(r"\W*(?:封面|题图|头)?(?:图片?|摄影|照片)\s*[/:|]\s*[^/:|]{2,20}")
_BOTH = re.compile(r"文[/、并]?图?片?[/、]?摄|[/、并]摄")
"""Who took the picture signs the picture, unless the text is hers too."""

_BYLINE_END = re.compile(
    r"\W*[\u4e00-\u9fff·]{2,4}\s*(?:[\u4e00-\u9fff·]{2,4}\s*)?/?(?:文|图|摄|报道|综合报道|台北报导|报导|整理)\W*"
)
_CAPTION_SIGNS = frozenset("摄图影源绘供▲△▼▽◎")
_CAPTION = re.compile(
    # A numbered picture
    r"图\s{0,2}[\d一二三四五六七八九十]{1,3}[.、\s]\s{0,3}[^\s,。].{1,60}"
    # Whose it is, in brackets or at the end
    r"|.{2,90}[(\[【](?:.{0,14}(?:摄影?|供图|图/.{0,12}|制图|绘图?|提供|资料(?:图片?|照|照片)|图片来源.{0,20}"
    r"|图源.{0,20}|发布?|翻摄.{0,12}))[)\]】]\s*。?|.{2,90}\s.{0,12}(?:摄|供图|制图)\s*"
    # What begins a caption
    r"|\W*(?:图(?:片)?(?:说明|注|源|片来源|为|示|[一二三四五六七八九十\d①-⑳]+)?\s*:|[▲△▼▽◎]|配图|题图"
    r"|资料图|网络图|示意图|(?:资料|新华社|视觉中国).{0,6}(?:图|照)片?).{0,120}|(?:上|下|左|右)?图(?:为"
    r"|:).{2,120}"
    # Whose it is, behind a mark
    r"|图片?来?源?[:/].{2,60}|.{2,60}\s(?:摄影?|图)\s*[/:|]\s*.{1,12}"
    # What kind of picture it is
    r"|.{2,60}\s(?:资料图片?|资料照片|效果图|示意图|配图|视频截图|截图)"
    # From whom
    r"|.{0,16}(?:供图|图片由.{2,24}(?:提供|摄)\W*|图片来自.{2,16}|来源:视觉中国)",
)
_LABELS = re.compile(
    # When it was published
    r"(?:首发|发稿|发布|发表|刊登|刊发|更新|上传|创建|录入|成文|印发|发文|发稿|最后更新|最后修改|报道|上稿"
    r"|公开|生成|播发|编发|出版|时间)?(?:时间|日期|于)?\s*:?\s*(?=\d|民|中|二|\s|$)"
    # Where it comes from
    r"|(?:文章|新闻|信息|稿件|消息|本文|内容|资料|原文)?(?:来源|稿源|出处|转自|来自|摘自|原载|转载自"
    r"|源自)(?:网站|媒体|于)?\s*:"
    # Who published or sent it
    r"|(?:发布|发文|供稿|信息提供|报送|来稿|主办)(?:机构|单位|部门|者|人)\s*:"
    # Who wrote it
    r"|(?:作者|记者|撰文|文)\s*[:/]"
    # What it is filed under
    r"|(?:文章)?(?:编号|索引号|索\s*引\s*号|文\s*号|主题分类|公开范围|公开方式|有效性|发文机关|文件编号"
    r"|信息类别|组配分类|体裁分类)\s*:",
)
_DATELINE_NOISE = re.compile(
    r"(?:星期|周|礼拜)[一二三四五六日天]|\(.{0,4}\)|gmt|utc|cst|[上下]午|打印|分享|收藏|字号|字体|大|中|小"
    r"|原创|转载|关闭|\W"
)
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?")
_SHORT_STAMP = re.compile(r"(?<!\d)\d{1,2}(?:-|/|月)\d{1,2}日?\s*\d{1,2}:\d{2}(?!\d)")
_ORIGINAL = re.compile(r"(?:原创|首发|独家|转载)\s+.{1,40}")
_PLACE = re.compile(r"(?:发布于|发表于|ip属地|ip归属地?|属地)\s*:\s*[\u4e00-\u9fff]{2,8}")
"""Where a platform says that the author was."""

_LONGEST_CREDITS = 80
"""A longer line names more than whence an article comes and who edited it."""

_SOURCE_LABEL = re.compile(r"\W*(?:文章|新闻|信息|稿件|消息|本文|内容)?(?:来源|稿源|出处|转自|摘自)\s*:")
_EDITOR_LABEL = re.compile(r"(?:编辑|责编|审核|校对|编审)\s*:")
_SOURCE_LINE = re.compile(
    r"\W*(?:(?:文章|新闻|信息|稿件|消息|本文|内容|资料|原文)?(?:来源|稿源|出处|转自|来自|摘自|原载|转载自"
    r"|源自)\s*:|(?:发布|发文|供稿|发稿)(?:机构|单位|部门)\s*:)[^:]{1,30}"
)


def is_byline(line: str) -> bool:
    """Whether a folded line names who wrote the article."""
    if len(line) > 60 or line[0] in "▲△▼" or "。" in line or line.count(",") > 2:
        return False
    if (
        _PICTURE.fullmatch(line)
        or (_PHOTOGRAPHER.search(line) and not _BOTH.search(line))
        or _REPORTING.search(line)
        or (_CREDIT.search(line) and not _REPORTER.match(line))
    ):
        return False
    return bool(_BYLINE.fullmatch(line) or _BYLINE_END.fullmatch(line))


def is_caption(line: str) -> bool:
    """Whether a folded line tells what a picture shows, or whose it is."""
    if len(line) > 120 or line.count("。") > 1 or _CAPTION_SIGNS.isdisjoint(line):
        return False
    return _CAPTION.fullmatch(line) is not None or _PICTURE.fullmatch(line) is not None


def is_end_credit(line: str) -> bool:
    """Whether a line without a date says both whence an article comes and who edited it, as stands below many."""
    is_short = len(line) <= _LONGEST_CREDITS and "。" not in line and DATE.search(line) is None
    return is_short and _SOURCE_LABEL.match(line) is not None and _EDITOR_LABEL.search(line) is not None


def is_single_field(line: str) -> bool:
    """Whether a line says nothing but when, or nothing but from where the article comes."""
    if _SOURCE_LINE.fullmatch(line):
        return DATE.search(line) is None and "。" not in line
    rest = DATE.sub(" ", line, count=1)
    if rest == line or len(line) > 40:
        return False
    return not SEPARATOR.sub("", _WEEKDAY.sub("", _LABELS.sub(" ", CLOCK.sub(" ", rest))))


def is_info(line: str) -> bool:
    """Whether a line is the info line of a page: when, by whom and from where, with counters and buttons."""
    if _SHORT_STAMP.search(line) and len(line) <= 60 and not SENTENCE_END.search(line):
        return True
    if _ORIGINAL.fullmatch(line) or _PLACE.fullmatch(line):
        return True
    rest = DATE.sub(" ", line)
    if rest == line or len(line) > 120 or "。" in line:
        return False
    rest = COUNTER.sub(" ", CLOCK.sub(" ", rest))
    labels = len(_LABELS.findall(line))
    rest = _DATELINE_NOISE.sub("", _LABELS.sub(" ", rest))
    return len(rest) <= (24 if labels >= 2 else 12 if labels else 8)


def is_index(line: str) -> bool:
    """Whether a line is a field, or a row of fields, of the index above a notice."""
    if INDEX_FIELD.fullmatch(line):
        return True
    if INDEX_LABEL.match(line) is None:
        return False
    return len(line) <= _LONGEST_FIELD or len(INDEX_LABEL.findall(line)) >= 2
