"""The words that name times, and which of them may begin at a character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.calendar import TO
from reader.text.patterns import lazy

if TYPE_CHECKING:
    import re

_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_NUMBERED = "线|(?<=号)[楼机井馆院店门桥隧矿炉文船库仓池泵站台车舱厂码墩高塔地风煤油选召称令]|(?<=号)[汽柴]油"
"""What is numbered, not dated (5号机组, 3号高炉), and words that begin with 号."""
_HOUR = rf"(?:\d{{1,2}}时|(?:夜间|夜里|晚上|傍晚|中午|凌晨|上午|下午|白天)(?={TO}))?"
"""`7日夜间至9日`."""
_PART = (
    rf"(?P<half>[上下]半年)|(?P<quarters>[前首头](?P<qn>[1-4一二两三四])个?季度?)|"
    rf"(?P<quarter>(?<![这那每上下新单近])第?(?P<q1>[1-4一二三四首])(?:{TO}(?P<q2>[1-4一二三四]))?(?:季度"
    rf"|(?<=[第首].)季|季(?=度|末|[^节])))|"
    rf"(?P<months>[前首头](?!一个?月)(?P<mn>{_N})个?月)|"
    rf"(?P<range>(?P<m1>{_N})(?:月?{TO}|月?[、和])(?P<m2>{_N})[两个]{{0,2}}月份?)|"
    rf"(?P<month>(?P<m>(?!两){_N})月份?(?:(?P<d>{_N})[日号]{_HOUR}(?:{TO}(?:(?P<dm>{_N})月)?(?P<d2>{_N})[日号])?)?)"
    rf"|(?P<day>(?P<od>\d{{1,2}})[日号]{_HOUR}(?:{TO}(?P<od2>\d{{1,2}})[日号])?(?!{_NUMBERED}))"
    rf"|Q(?P<q>[1-4])"
)
_YEAR = (
    r"(?P<y1>\d{4})年?(?:-|—|–|至|到|~|～)(?P<y2>\d{4}|\d\d)(?:学?年)(?!代)"
    r"|(?P<fy1>\d{4})(?:/|-|—|–)(?P<fy2>\d{2,4})(?:学年|财政年度|年度|财年|赛季|球季|雪季|榨季|采暖季|供暖季)|(?P<year>\d{4})(?:年(?!代)|届|财年|财政年|赛季|球季)"
    r"|民国(?P<roc>\d{2,3})年|"
    r"(?P<roc2>1[0-3]\d)(?:学年|年(?=度|[0-9上下前首第底末初一二三四的全，、）]))"
    r"|(?P<spelled>[〇○零一二三四五六七八九]{4})年"
    r"|(?P<word>今年|(?<!过)去年|(?<!以)上年度?|(?<![以之此])前年|明年|(?<![\d零])后年|(?<![将后])来年|次年"
    r"|(?<!基)本年度?|当年|同年|翌年|全年)"
)
TIME = lazy(
    rf"(?:(?:{_YEAR})度?(?:的)?(?:(?P<yend>(?:底|末|年底|年末|终)(?!前|之前))|(?:{_PART}))?"
    rf"|{_PART.replace('?P<', '?P<p')})"
    "(?P<tail>末|底|以来|期间|(?:算|计)?起(?!来|点)|开始)?"
)
PLAN = lazy("[“「『]?(?:十(?P<plan>[一二三四五六])?五)[”」』]?(?:规划|时期)?(?P<since>以来)?(?P<end>末)?")
NOW = lazy(
    "(?<![项题节科])目前|如今|当前|眼下|(?<![发出呈表实体兑])现[有已]|迄今|至今(?![年日天早晚晨春夏秋冬（])"
    "|即日?起|现时|截至目前|截至当前|截至发稿|今日|今天|昨日|昨天|昨晚|昨|"
    "(?<![节目以之疫])前日(?![均本常])|年末|年底|(?<![\\d一二三四五六七八九十两几数多])年内(?!部)|月末|本季"
    "|单季|(?<![基成资])本月|(?<![\\d一二三四五六七八九十两几数多])年初(?:至今|以来)|(?:上个?|本|新)赛季|"
    "(?<!以)上个?月|当日(?![就即便能可])|(?<!不)同日|当天(?![就即便能可])|当晚|当月|上季|今[早晨晚]|明[日天]"
    "|次日|翌日|隔日|第二天|"
    "今[春夏秋冬]|(?<![过失离])去[秋冬](?![天季])|今（\\d{1,2}）日|[上本]（\\d{1,2}）月|[今去]（\\d{3,4}）年"
)
"""Words that count from the article's day; not where their first character ends another word (项目前期, 发现有, 三年内)."""
REPORT = lazy(
    "(?:(?P<ryear>\\d{4})年?)?(?:(?P<first>半年度?(?:业绩)?报告?|中期(?:业绩)?报告|中报)"
    "|(?P<third>第?三季度?(?:业绩)?报告?)"
    "|(?P<start>第?一季度?(?:业绩)?报告?)|(?P<whole>年度(?:业绩)?报告|年报))(?!告?[期书系日制])"
)
"""What a listed company publishes tells what it is about: `披露半年度报告`."""
COMING = lazy(rf"(?:未来|今后)(?P<n>{_N})年(?!级)")
RECENT = lazy(rf"(?:(?<![将接逼])近|过去|最近)(?:的)?(?P<n>{_N})年(?!级)")
AGO = lazy(rf"(?P<ago>{_N})年前")
WEEKDAY = lazy(
    "(?:(?P<week>[上本下这])(?:个)?)?(?<!每)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?![次个名天])"
    "|(?P<week2>[上本])周(?![一-龥]{0,1}[期转])"
)
_BEGINS = {
    "今去": "后年日天早晨晚春夏秋冬（", "前": "年日1-9一二三四五六七八九十两", "明": "年日天", "本": "年季月周星礼赛（", "上": "半年季月周星礼个赛（",
    "下": "半周星礼个", "当": "年前日天晚月", "同次隔": "年日", "来": "年", "近": r"的\d一二三四五六七八九十两", "首头": r"季个\d一二三四五六七八九十两",
    "第": "1-4一二三四首", "过": "去", "未": "来", "年": "末底内初度报", "半": "年", "中": "期报", "月": "末", "民": "国", "后全": "年", "翌": "年日", "目眼现如迄至截": "前下有已时今至", "即": "日起",
    "单": "季", "新": "赛", "最": "近", "周": "一二三四五六日天", "星": "期", "礼": "拜", "两": "年",
}  # fmt: skip
"""The characters that words of time begin with, and those that must follow."""

HEAD = lazy(
    rf"[\d一二三四五六七八九十〇○零昨Q这{''.join(_BEGINS)}]"
    rf"(?:(?<=\d)(?<![\d.]\d)(?<!\d,\d)(?=\d{{0,3}}(?:[年月日号届个季财赛球/]|{TO}|、\d\d?[两个]?月))|(?<!\d)"
    rf"(?:(?<=[一二三四五六七八九十])(?=[一二三四五六七八九十两〇○零]{{0,3}}(?:[年月日号个季五]|{TO}))"
    "|(?<=[〇○零])(?=[一二三四五六七八九〇○零]{3}年)|(?<=[昨Q这])|(?<![一二三四五六七八九十〇○零])(?:"
    + "|".join(f"(?<=[{first}])(?=[{second}])" for first, second in _BEGINS.items())
    + ")))"
)
"""What every time begins with, and what must follow there: most characters need no closer look."""
_BY_HEAD = (
    ("目如当眼现迄至截即今昨前年月本单上同明次翌隔第去新", NOW),
    ("十", PLAN),
    ("上本下这周星礼", WEEKDAY),
    ("近过最", RECENT),
    ("未今", COMING),
)
"""The characters that words of each pattern begin with, tried in this order."""
_THAN_AGO = ("在", "比", "较", "与", "由", "从")
"""What stands before a year told by how long ago it was, where it dates a figure: elsewhere it tells when something began."""


def words_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """The words of a time that begin at an offset; which words may begin there, their first character tells."""
    head = text[at]
    if text[at - 1 : at] in _THAN_AGO and (found := AGO.match(text, at, end)) is not None:
        return found
    if (head in "半中三一第年" or text.startswith(("年", "半", "三", "一", "第"), at + 4)) and (
        found := REPORT.match(text, at, end)
    ) is not None:
        return found
    if not head.isdigit():
        for begins, pattern in _BY_HEAD:
            if head in begins and (found := pattern.match(text, at, end)) is not None:
                return found
    found = TIME.match(text, at, end)
    return None if found is None or found.end() == at else found
