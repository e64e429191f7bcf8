"""Dates as Chinese writes them: what no figure scan may take for a quantity.

The patterns read Simplified text whose full-width digits are narrow, from the first numeral on: what stands before it
(`民国`, `前`, `下午`) is looked back at.
"""

from __future__ import annotations

from reader.text.patterns import lazy

TO = "[-—–~～至到]"
"""What stands between the ends of a range."""

YEAR = r"(?:1[6-9]\d\d|20\d\d|21[0-4]\d)"
"""A year of the Common Era in four digits."""

REPUBLIC = 1911
"""Year 1 of the Republic (民国), which Taiwan counts from, is 1912."""

_ONES = "〇○零一二三四五六七八九"
_UP_TO_99 = "[一二三四五六七八九十廿卅]{1,3}"
_NO_NAME = "(?!线|楼|院|店|机|文|令|公|通|门|井|车|馆|台|位|厅)"
_DAY = rf"\d{{1,2}}(?:[日号]?(?:{TO}|、|和)\d{{1,2}})*[日号]{_NO_NAME}"
_AFTER_HALF_DAY = "(?:(?<=午)|(?<=凌晨)|(?<=晚)|(?<=晚上)|(?<=早)|(?<=早上)|(?<=早晨)|(?<=傍晚)|(?<=夜里))"
_COUNTED = "(?:(?<=前)|(?<=首))"

_NUMERIC = (
    r"(?<=民国)\d{1,3}年(?:度|底|初|末)?(?:\d{1,2}月)?",
    rf"{YEAR}年?度?(?:{TO}{{1,2}}|/|、|和|及)(?:{YEAR}|\d\d)(?:学年度?|年度?|财年|财政年度)",
    rf"{YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}日?",
    rf"{YEAR} ?(?:学年度?|年度?|财年|财政年度)(?: ?\d{{1,2}}(?:月?{TO}\d{{1,2}})?月份?(?:{_DAY})?)?",
    rf"{YEAR}\.\d{{1,2}}(?:\.\d{{1,2}})?(?={TO}{YEAR})",
    rf"\d{{1,2}}(?:月份?)?(?:{TO}|、|和)\d{{1,2}}月份?(?:{_DAY})?",
    rf"\d{{1,2}}月份?(?:\d{{1,2}}日?{TO}\d{{1,2}}月{_DAY}|{_DAY})?",
    rf"{_COUNTED}\d{{1,2}}个?月",
    rf"{_COUNTED}[1-4]个?季度?|[1-4](?:(?:{TO}|、|和)[1-4])?季度",
    r"\d{1,2}[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d.])",
    r"\d{1,2}[时点](?:\d{1,2}分(?:\d{1,2}秒)?|整|许|半)",
    r"(?:[01]?\d|2[0-4])时(?!间|隔|长|代)",
    rf"{_AFTER_HALF_DAY}\d{{1,2}}[时点](?:\d{{1,2}}分?|半)?",
    r"\d{1,2}世纪(?:\d0年代)?",
    r"[1-90]0(?:年代|后)",
)
_SPELLED = (
    rf"[{_ONES}]{{4}}年(?:度|底|初|末)?(?:{_UP_TO_99}月(?:{_UP_TO_99}[日号])?)?",
    rf"{_COUNTED}[一二三四五六七八九十两]{{1,2}}个?(?:月|季度?)",
    rf"{_UP_TO_99}月(?:{_UP_TO_99}[日号]|份|底|初|末|中旬|上旬|下旬)",
    rf"{_UP_TO_99}(?:{TO}{_UP_TO_99})?月(?!龄)",
    rf"[一二三四](?:(?:{TO}|、|和)[一二三四])?季度",
    rf"{_AFTER_HALF_DAY}{_UP_TO_99}[点时](?:{_UP_TO_99}分|半|一刻)?",
    rf"{_UP_TO_99}世纪(?:[一二三四五六七八九]十年代)?|[一二三四五六七八九]十年代",
    r"(?:十[一二三四五六]?|(?<=[“‘「『])[六七八九])五(?=[”’」』])",
    r"十[一二三四五六]五(?=规划|计划|时期|期间|以来|开局|收官|末|初|期末|发展|目标|[，、。,])",
)

_MAY_BE_DATE = r"(?=\d{1,4}(?: ?[年度财学季月日号时点世后]|[-—–~～至到、和及个:：/])|\d{4}[.])"
"""What follows the first digits of every date: most figures need no closer look."""

NUMERIC_DATE = lazy(f"{_MAY_BE_DATE}(?:{'|'.join(_NUMERIC)})")
"""A date, clock time or part of a year that begins with an Arabic digit."""

SPELLED_DATE = lazy("|".join(_SPELLED))
"""One that begins with a Chinese numeral, and five-year plans."""
