"""The grammar of one quantity: number, unit, and what may stand between and around them."""

from __future__ import annotations

import re
from decimal import Decimal

from reader.claims.claim import Kind
from reader.claims.quantities import Number, Quantity
from reader.claims.refusals import is_bare_currency_word, is_refused
from reader.claims.units import AS_WRITTEN, PLACE, Unit, unit_at, units

_MARKS = {
    "US$": "USD", "US＄": "USD", "HK$": "HKD", "HK＄": "HKD", "NT$": "TWD", "MOP$": "MOP", "A$": "AUD", "S$": "SGD",
    "C$": "CAD", "RMB": "CNY", "USD": "USD", "HKD": "HKD", "TWD": "TWD", "EUR": "EUR", "CNY": "CNY", "JPY": "JPY",
    "GBP": "GBP", "MOP": "MOP", "NTD": "TWD", "¥": "CNY", "￥": "CNY", "€": "EUR", "£": "GBP", "$": PLACE, "＄": PLACE,
    "人民币": "CNY", "新台币": "TWD", "台币": "TWD", "港币": "HKD", "港元": "HKD", "澳门币": "MOP", "澳门元": "MOP",
    "葡币": "MOP", "美金": "USD", "美元": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "日圆": "JPY", "日币": "JPY",
    "韩元": "KRW", "韩币": "KRW", "新币": "SGD", "澳币": "AUD", "加币": "CAD", "马币": "MYR", "卢布": "RUB",
}  # fmt: skip
"""Marks and names of currencies that stand before the number."""

_MARK = re.compile("(?:" + "|".join(re.escape(mark) for mark in sorted(_MARKS, key=len, reverse=True)) + ") ?$")
_SUBUNITS = re.compile(
    r"(\d|[一二三四五六七八九])[角毛](?:(\d|[一二三四五六七八九])分)?|(\d{1,2}|[一二三四五六七八九])分(?!之)"
)
_SUB_VALUE = {char: value for value, char in enumerate("一二三四五六七八九", 1)}
_INNER = re.compile("个?([多半余])(?=(?:年|个?月|天|小时|周|星期|钟头|钟|世纪|百分点|公里|平方公里|亩|米|斤|吨))")
_AND_HALF = re.compile("半(?![导途数径岛边晌夜])")
_MORE_AFTER = re.compile("[多余](?=[，。；、的来前后时（(）)]|$)")
_RATE = re.compile(r"/(?:\d*[万千百]|\d{2,}|每)(?:人|户|人口)?")
_MONEY_HEAD = re.compile(
    "(?:额|收入|收益|投资|资金|利润|产值|营收|财政|税收?|支出|价值|市值|资产|生产总值|GDP|贷款|存款|融资|订单|债务?|产业|规模|增加值|预算|成本|"
    "亏损?|盈利?|净利|净赚|净流[入出]|票房|奖金|奖池|费用?|价款?|售价|房价|总价|报价|身家|保费|补贴|补助|赔偿|罚款|工资|年薪|薪资?|市场|经济|损失|斥资|"
    "耗资|注资|捐款?|捐赠|拨款|营业额|余额|成交|营业利益|营业净利|纯益|销售|出口|进口|贸易|红利|股息|获利|投入|拨付)"
    "[^，。；、\\d]{0,8}$"
)
_INDEX_HEAD = re.compile(
    "(?:指数|系数|PMI|CPI|PPI|GDP平减|评分|得分|均分|总分|指标|汇率|中间价|市盈率|市净率|比值|比率|密度|报|报收|收报|收于|收盘于|"
    "pH值|PH值|浓度|值|率|读数|分数|容积率|比)(?:约?为|是|达到?|至|升至|降至|跌至|升到|降到|回升至|回落至|报|录得|为|在|于|：|:)?$"
)


def quantity_of(text: str, number: Number, place: str) -> Quantity | None:
    """The quantity that a number begins, or None where it begins none.

    Args:
        text: Simplified, with narrow digits.
        number: As `number_at` found it.
        place: ISO 4217 of the currency that a bare 元 means.
    """
    value, more, _ = number.written
    at = number.end
    inner = _INNER.match(text, at)
    if inner is not None:
        at = inner.end()
        value, more = (value + Decimal("0.5"), more) if inner[1] == "半" else (value, True)
    elif text.startswith(" ", at):
        at += 1
    unit = units()["个月"] if inner is not None and text[at : at + 1] == "月" else unit_at(text, at)
    if unit is None:
        return _without_unit(text, number, place)
    if is_refused(text, number, unit, at, place) or is_bare_currency_word(unit, number, text):
        return None
    end = at + (1 if inner is not None and text[at] == "月" else len(unit.written))
    start, symbol = number.start, unit.symbol
    value *= unit.factor
    if unit.kind is Kind.MONEY:
        symbol = _currency(text, start, unit, place)
        value, end = _with_subunits(text, end, unit, value)
    elif symbol == AS_WRITTEN:
        symbol = unit.written
    if unit.kind is Kind.DURATION or inner:
        half = _AND_HALF.match(text, end) if unit.kind is Kind.DURATION and not inner else None
        if half:
            value, end = value + unit.factor / 2, half.end()
    start, value = _with_sign(text, start, unit, value)
    kind = _kind_here(text, number, unit)
    return Quantity(start, end, value, symbol, kind, more, 0, number.end)


def with_unit_of(number: Number, other: Quantity, unit_factor: Decimal, scale: int) -> Quantity:
    """A number that shares the unit (and scale word) of a quantity after it."""
    value = number.written.value * unit_factor * scale
    return other._replace(start=number.start, end=number.end, value=value, more=number.written.more, number=number.end)


def _currency(text: str, start: int, unit: Unit, place: str) -> str:
    if unit.symbol != PLACE:
        return unit.symbol
    mark = _MARK.search(text[max(0, start - 6) : start])
    symbol = _MARKS[mark.group().strip()] if mark else place
    return place if symbol == PLACE else symbol


def _with_subunits(text: str, end: int, unit: Unit, value: Decimal) -> tuple[Decimal, int]:
    """`3元5角`, `12块5毛2分`."""
    if unit.factor != 1 or unit.written not in ("元", "块", "圆"):
        return value, end
    found = _SUBUNITS.match(text, end)
    if found is None:
        return value, end
    tenths, hundredths, only = (_SUB_VALUE.get(part) or int(part) if part else 0 for part in found.groups())
    return value + Decimal(tenths) / 10 + Decimal(hundredths + only) / 100, found.end()


def _with_sign(text: str, start: int, unit: Unit, value: Decimal) -> tuple[int, Decimal]:
    """A minus sign, 负 or 零下 before a percent, a change in points or a temperature."""
    if unit.kind not in (Kind.PERCENT, Kind.POINTS, Kind.OTHER):
        return start, value
    if (
        text[start - 1 : start] == "-"
        and not text[start - 2 : start - 1].isalnum()
        and text[start - 2 : start - 1] != "%"
    ):
        return start - 1, -value
    if text[max(0, start - 1) : start] == "负":
        return start - 1, -value
    if text[max(0, start - 2) : start] == "零下":
        return start - 2, -value
    return start, value


def _kind_here(text: str, number: Number, unit: Unit) -> Kind:
    """位 and 名 count people, or say a rank where something is ranked."""
    if unit.written not in ("位", "名", "名次"):
        return unit.kind
    before = text[max(0, number.start - 10) : number.start]
    if _RANKING.search(before):
        return Kind.RANK
    return unit.kind


_RANKING = re.compile(
    "(?:排名?(?:第|在|至|为)?|位居|位列|名列|居|列|跃升至?|跃居|升至|上升了?|下降了?|前进了?|前移了?|提升了?|后退了?|倒退|下滑|跌至|降至|前|倒数|名次|退步|进步|攀升了?|晋升)(?:全国|全省|全市|全球|世界|前)?$"
)


def _without_unit(text: str, number: Number, place: str) -> Quantity | None:
    """A rate (`18.3/10万`), an amount of money whose 元 is left out (`成交额4.68亿`), an index (`指数为103.5`)."""
    rate = None if number.spelled else _RATE.match(text, number.end)
    value, more, scale = number.written
    if rate is not None:
        return Quantity(number.start, rate.end(), value, rate.group(), Kind.OTHER, more, 0, number.end)
    after = text[number.end : number.end + 1]
    before = text[max(0, number.start - 16) : number.start]
    mark = _MARK.search(before)
    if mark is not None and not (after.isascii() and after.isalpha()):
        symbol = place if _MARKS[mark.group().strip()] == PLACE else _MARKS[mark.group().strip()]
        start = number.start - len(mark.group())
        return Quantity(start, number.end, value, symbol, Kind.MONEY, more, 0, number.end)
    if scale >= 10**8 or (scale >= 10**4 and not number.spelled):
        return _large(text, number, before, place)
    if not number.spelled and not (after.isascii() and after.isalnum()) and "." in text[number.start : number.end]:
        return _index(number, before)
    return None


def _large(text: str, number: Number, before: str, place: str) -> Quantity | None:
    """A number with 万 or 亿 and no unit: money where the words before it speak of money, else a count."""
    value, more, _ = number.written
    if text.startswith("级", number.end) or before.endswith(("第", "每")):
        return None
    if number.spelled and not before.endswith(("破", "超", "近", "逾", "过", "达", "约", "上", "到", "至")):
        return None
    if _MONEY_HEAD.search(before) or text.startswith(("大关", "资金", "投资", "产值", "市值"), number.end):
        return Quantity(number.start, number.end, value, place, Kind.MONEY, more, 0, number.end)
    if number.spelled:
        return None
    return Quantity(number.start, number.end, value, "", Kind.COUNT, more, 0, number.end)


def _index(number: Number, before: str) -> Quantity | None:
    """A bare decimal after a word for an index, a coefficient, a score."""
    if not _INDEX_HEAD.search(before):
        return None
    return Quantity(number.start, number.end, number.written.value, "", Kind.OTHER, number.written.more, 0, number.end)
