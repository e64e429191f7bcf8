"""The grammar of one quantity: number, unit, and what may stand between and around them."""

from __future__ import annotations

import re
from decimal import Decimal

from reader.claims.claim import Kind
from reader.claims.compound import Amount, coin_with_cents, mass_with_ounces, money_with_coins, time_with_smaller
from reader.claims.quantities import Number, Quantity
from reader.claims.refusals import is_bare_currency_word, is_refused
from reader.claims.units import AS_WRITTEN, PLACE, Unit, unit_at, units
from reader.text.numerals import digit_value
from reader.text.patterns import lazy

_MARKS = {
    "US$": "USD", "US＄": "USD", "HK$": "HKD", "HK＄": "HKD", "NT$": "TWD", "MOP$": "MOP", "A$": "AUD", "S$": "SGD",
    "C$": "CAD", "RMB": "CNY", "USD": "USD", "HKD": "HKD", "TWD": "TWD", "EUR": "EUR", "CNY": "CNY", "JPY": "JPY",
    "GBP": "GBP", "MOP": "MOP", "NTD": "TWD", "¥": "CNY", "￥": "CNY", "€": "EUR", "£": "GBP", "$": PLACE, "＄": PLACE,
    "人民币": "CNY", "新台币": "TWD", "台币": "TWD", "港币": "HKD", "港元": "HKD", "澳门币": "MOP", "澳门元": "MOP",
    "葡币": "MOP", "美金": "USD", "美元": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "日圆": "JPY", "日币": "JPY",
    "韩元": "KRW", "韩币": "KRW", "新币": "SGD", "澳币": "AUD", "加币": "CAD", "马币": "MYR", "卢布": "RUB",
}  # fmt: skip
"""Marks and names of currencies that stand before the number."""

_MARK = lazy("(?:" + "|".join(re.escape(mark) for mark in sorted(_MARKS, key=len, reverse=True)) + ") ?$")
_MARK_ENDS = frozenset((" ", *(mark[-1] for mark in _MARKS)))
_COUNT, _DURATION, _MONEY = Kind.COUNT, Kind.DURATION, Kind.MONEY
"""Looked up once: a member of an enumeration costs 0.1 µs each time."""

_HALVED = frozenset((Kind.MASS, Kind.LENGTH, Kind.AREA))
_DIVIDED = _HALVED | {_DURATION}
_WITH_COINS = frozenset(("元", "块", "圆", "蚊"))
_WITH_CENTS = frozenset(("毛", "角"))
_AMBIGUOUS = frozenset(("位", "名", "名次", "度", "分", "平", "旬", "厘", "个"))
"""Units that mean several things."""
_SIGNED = frozenset((Kind.PERCENT, Kind.POINTS, Kind.OTHER))
_SIGNS = frozenset("$＄¥￥€£")
"""A sign of money right before the number: what follows it is no measure word (`$2车费`)."""
_SIGN_ENDS = frozenset("-负下")
"""What a minus sign ends with: `-`, 负, 零下."""

_INNER = lazy("个?([多半余])(?=(?:年|个?月|天|小时|周|星期|钟头|钟|世纪|百分点|公里|平方公里|亩|米|斤|吨))")
"""What stands between a number and its unit: `两个半小时`, `3年多`."""

_MAY_BE_INNER = frozenset("个多半余")
"""What every such word begins with: most figures are spared the search."""

_AND_HALF = lazy("半(?![导途数径岛边晌夜])")
_TENTH = lazy("([0-9零一二三四五六七八九]{1,2})(?=[，。；、！的左上以夺获居破]|$)", re.MULTILINE)
"""What follows a metre without a unit: `6米83`, `一米七`."""
_HALF_MORE = lazy("半(?=[，。；、的]|$)", re.MULTILINE)
_RATE = lazy(r"/(?:\d*[万千百]|\d{3,}|每)(?:人|户|人口)?")
"""What a rate is of, behind its number: `18.3/10万`."""

_MONEY_HEAD = lazy(
    "(?:额|(?<![黄白合冶铂基])金|收入|收益|投资|资金|利润|产值|营收|财政|税收?|支出|价值|市值|资产|生产总值"
    "|GDP|贷款|存款|融资|订单|债务?|产业|规模|增加值|预算|成本|"
    "亏损?|盈利?|净利|净赚|净流[入出]|票房|奖金|奖池|费用?|价款?|售价|房价|总价|报价|身家|农损|灾损|损|薪酬"
    "|赌收|毛收入|均价|单价|保费|补贴|补助|赔偿|罚款|工资|年薪|薪资?|市场|经济|损失|斥资|"
    "耗资|注资|捐款?|捐赠|拨款|营业额|余额|款|涉资|被骗|骗[走去取]|蒙损|套现|叫价|开价|索价|沽|蚀|赚|赔|成交"
    "|营业利益|营业净利|纯益|销售|出口|进口|贸易|红利|股息|获利|投入|拨付|账上|欠|公帑|公款|库房)"
    "[^，。；、\\d]{0,8}$"
)
"""What makes a bare number with 万 or 亿 money, before it."""

_INDEX_HEAD = lazy(
    "(?:指数|系数|PMI|CPI|PPI|评分|得分|均分|总分|指标|汇率|中间价|市盈率|市净率|比值|比率|报收|收报|收于"
    "|收盘于|pH值|PH值|浓度|读数|分数|容积率|(?P<ratio>[^对同占相环]比例?|倍率))"
    "(?:[从由][^，。；]{0,24}?)?(?:约?为|是|达到?|[上下回]?[升降跌落]+[至到]|缩小[至到]|扩大[至到]|提高[至到]"
    "|超过?|突破|逾|接近|不足|不到|高达|仅|报|录得|在|于|：|:|由|从)?$"
)
"""What a bare decimal is an index, a score or a ratio of."""

_DEARER = lazy("\\d元[^。；\n]{0,20}(?:[高低][出了]?|贵了?|便宜了?|[涨跌降升多少][了价]?|上调|下调|提高|降低)$")

_NEAR_PRICE = 40
"""`每斤1.22元，比去年高出3分`: what is dearer by so many 分 than a price is so by cents; so near the price stands."""

_POINT = lazy("个点(?![赞子评名位心])")
"""`8个点`, not 点赞, 点子 and the like."""

_CENTS = 100
"""分 in a 元."""

_LEAST_SUM = 100
"""Speech leaves 元 away with sums from so many on."""

_PAID = lazy(
    "(?:[月年日]入|月薪|年薪|工资|工钱|房租|租金|罚款?|赔|赚|卖到|涨到|成本|花|付|掏|要价|售价|单价"
    "|均价)了?[约近超到至]?$"
)
"""What is paid or earned: a bare number behind it is money."""

_AMOUNT_ENDS = lazy("[，。；！？”」、]|上下|左右|以上|不等|出头|$", re.MULTILINE)
"""What speech leaves 元 away between: `月入四千五上下`."""

_LEAST_AREA = 10_000
"""平 is short for square metres from so many on; fewer may be draws."""

_ELDERLY = lazy("[老翁妇汉婆长高男女]")
"""What follows an age told in tens of years: `七旬老人`."""

_MOST_POINTS = 100
"""More are points of an index."""

_AFTER_FIGURE = lazy(
    "[-—)）角毛块币圆镑\\da-zA-Z%‰℃°元个人吨米年月日天家点位名度倍成万亿千百十克斤里亩升瓦时分秒户项件台辆股]$"
)
"""What a figure or a code ends with: a dash after it is that of a range, or a hyphen, and no minus sign."""

_RANKING = lazy(
    "(?:排名?(?:第|在|至|为)?|位居|位列|名列|居|列|跃升至?|跃居|升至|上升了?|下降了?|前进了?|前移了?|提升了?"
    "|后退了?|倒退|下滑|跌至|降至|前|倒数|名次|退步|进步|攀升了?|晋升)(?:全国|全省|全市|全球|世界|前)?$"
)
"""What makes 位 and 名 ranks and no people."""

_ELECTRIC = lazy("电|能耗|节能")
"""What makes 度 kilowatt-hours and no degrees."""

_CHANGED = lazy("(?:加息?|减息?|升|降|跌|涨|调高|调低|上调|下调|削减?)(?:了|约|至多|最多|\\d[\\d.]*至)?$")

"""What makes 点 and 厘 points of a rate: it rose or fell by so many."""

_PEOPLE_COUNTED = lazy(
    "(?:人次|人数|人口|用户|旅客|游客|网民|会员|粉丝|观众|客户)(?:总)?(?:规模|数|总量|总数|量)?(?:已|约|达"
    "|超过?|突破|逾|近|为|有|到|共|累计|增至|升至|降至|减至)*$"
)

_PRICED = lazy("(?:价|费|售|由|从|仅)[^，。；\\d]{0,4}$")
"""Before a price 起 says at least; elsewhere it counts what happened (`3起事故`)."""

_PEOPLE_HEAD = lazy(
    "人次|客流|人流|人数|人口|用户|旅客|游客|股民|会员|粉丝|网民|观众|客户|读者|学生|员工|职工|市民|居民|民众"
    "|劳工|[\u4e00-\u9fff]{0,3}(?:考生|新生|师生|在校生|毕业生|教师|农民工|工人|人才|人员|农民|村民|群众|患者"
    "|老人|老年人|儿童|选手|乘客|消费者|志愿者|党员|干部)"
)

_MONEY_AFTER = lazy(
    "大关|资金|投资|产值|市值|(?:港元|元)?(?:买入|沽出|售出|卖出|成交|易手|入市|承接|购入|起[；，。]|股本"
    "|注资|贷款|融资|罚单|罚款|赔偿|补助|补贴|奖金)"
)


def quantity_of(text: str, number: Number, place: str) -> Quantity | None:
    """The quantity that a number begins, or None where it begins none.

    Args:
        text: Simplified, with narrow digits.
        number: As `number_at` found it.
        place: ISO 4217 of the currency that a bare 元 means.
    """
    start, at, written, _ = number
    value, more = written.value, written.more
    follows = text[at : at + 1]
    inner = _INNER.match(text, at) if follows in _MAY_BE_INNER else None
    if inner is not None:
        at = inner.end()
        value, more = (value + Decimal("0.5"), more) if inner[1] == "半" else (value, True)
    elif follows == " ":
        at += 1
    unit = units()["个月"] if inner is not None and text[at : at + 1] == "月" else unit_at(text, at)
    before = text[start - 1] if start else ""
    if unit is not None and before in _SIGNS and unit.kind is _COUNT:
        unit = None
    if unit is None or (unit.written == "起" and _PRICED.search(text[max(0, start - 8) : start])):
        return _without_unit(text, number, place)
    if is_refused(text, number, unit, at, place) or (number.spelled and is_bare_currency_word(unit, number, text)):
        return None
    end = at + (1 if inner is not None and text[at] == "月" else len(unit.written))
    value, symbol = unit.amount(value), _symbol(text, start, unit, place)
    if unit.kind in _DIVIDED or unit.written in _WITH_COINS or unit.written in _WITH_CENTS:
        value, symbol, end = _with_smaller(text, Amount(value, symbol, end), unit, halved=inner is not None)
    if before in _SIGN_ENDS:
        start, value = _with_sign(text, start, unit, value)
    quantity = Quantity(start, end, value, symbol, unit.kind, more, 0, number.end)
    return _in_context(text, quantity, unit, place) if unit.written in _AMBIGUOUS else quantity


def _with_smaller(text: str, amount: Amount, unit: Unit, *, halved: bool) -> Amount:
    """An amount with the half or the smaller units that stand behind it."""
    if unit.written in _WITH_COINS:
        return money_with_coins(text, amount)
    if unit.written in _WITH_CENTS:
        return coin_with_cents(text, amount)
    if unit.kind in _HALVED and _HALF_MORE.match(text, amount.end):
        return Amount(amount.value + unit.amount(Decimal("0.5")), amount.unit, amount.end + 1)
    if unit.written == "米" and (tenth := _TENTH.match(text, amount.end)) is not None:
        parts = "".join(str(digit_value(char)) for char in tenth[1])
        return Amount(amount.value + Decimal(f"0.{parts}"), amount.unit, tenth.end())
    if unit.written in ("斤", "市斤"):
        return mass_with_ounces(text, amount)
    if unit.kind is _DURATION:
        return _time(text, amount, unit, halved=halved)
    return amount


def _time(text: str, amount: Amount, unit: Unit, *, halved: bool) -> Amount:
    """`一年半`, `2小时10分`."""
    half = None if halved else _AND_HALF.match(text, amount.end)
    if half is not None:
        return Amount(amount.value + unit.amount(Decimal("0.5")), amount.unit, half.end())
    return time_with_smaller(text, amount)


def _symbol(text: str, start: int, unit: Unit, place: str) -> str:
    if unit.kind is _MONEY:
        return _currency(text, start, unit, place)
    return unit.written if unit.symbol == AS_WRITTEN else unit.symbol


def _in_context(text: str, quantity: Quantity, unit: Unit, place: str) -> Quantity:
    """Which meaning an ambiguous unit has: the words around it tell."""
    before = text[max(0, quantity.start - 10) : quantity.start]
    if unit.written in ("位", "名", "名次") and _RANKING.search(before):
        return quantity._replace(kind=Kind.RANK)
    if unit.written == "度" and _ELECTRIC.search(text[max(0, quantity.start - 20) : quantity.end + 4]):
        return quantity._replace(kind=Kind.ENERGY, unit="Wh", value=quantity.value * 1000)
    if unit.written == "分" and _DEARER.search(text, max(0, quantity.start - _NEAR_PRICE), quantity.start):
        return quantity._replace(kind=_MONEY, unit=place, value=quantity.value / _CENTS)
    if unit.written == "分" and quantity.unit == "minute":
        return quantity._replace(kind=Kind.COUNT, unit="分")
    if unit.written == "平" and (quantity.value >= _LEAST_AREA or "面积" in before):
        return quantity._replace(kind=Kind.AREA, unit="m2")
    if unit.written == "旬" and _ELDERLY.match(text, quantity.end):
        return quantity._replace(unit="year")
    if unit.written == "厘":
        return _interest(quantity, before)
    if unit.written == "个" and _POINT.match(text, quantity.end - len(unit.written)):
        return _points(text, quantity)
    return quantity


def _points(text: str, quantity: Quantity) -> Quantity:
    """`8个点`, as people of business say: a share, or percentage points where something rose or fell by so many."""
    end = quantity.end + 1
    if quantity.value >= _MOST_POINTS:
        return quantity._replace(end=end, unit="点")
    if _CHANGED.search(text[max(0, quantity.start - 10) : quantity.start]):
        return quantity._replace(end=end, unit="pp", kind=Kind.POINTS)
    return quantity._replace(end=end, unit="%", kind=Kind.PERCENT)


def _interest(quantity: Quantity, before: str) -> Quantity:
    """`6厘` of interest is 6 % a year, and percentage points where it says what a rate rose or fell by."""
    if _CHANGED.search(before):
        return quantity._replace(unit="pp")
    return quantity._replace(kind=Kind.PERCENT, unit="%")


def _currency(text: str, start: int, unit: Unit, place: str) -> str:
    if unit.symbol != PLACE:
        return unit.symbol
    if start == 0 or text[start - 1] not in _MARK_ENDS:
        return place
    mark = _MARK.search(text[max(0, start - 6) : start])
    symbol = _MARKS[mark.group().strip()] if mark else place
    return place if symbol == PLACE else symbol


def _with_sign(text: str, start: int, unit: Unit, value: Decimal) -> tuple[int, Decimal]:
    """A minus sign, 负 or 零下 before a percent, a change in points or a temperature."""
    before = text[max(0, start - 2) : start]
    if before.endswith("-") and not _AFTER_FIGURE.search(before[:-1]):
        return start - 1, -value
    if unit.kind not in _SIGNED:
        return start, value
    if before.endswith("负"):
        return start - 1, -value
    if before == "零下":
        return start - 2, -value
    return start, value


def _without_unit(text: str, number: Number, place: str) -> Quantity | None:
    """A rate (`18.3/10万`), an amount of money whose 元 is left out (`成交额4.68亿`), an index (`指数为103.5`)."""
    rate = None if number.spelled else _RATE.match(text, number.end)
    value, more, scale, _ = number.written
    if rate is not None:
        return Quantity(number.start, rate.end(), value, rate.group(), Kind.OTHER, more, 0, number.end)
    after = text[number.end : number.end + 1]
    before = text[max(0, number.start - 24) : number.start]
    mark = _MARK.search(before) if before[-1:] in _MARK_ENDS else None
    if mark is not None and not (after.isascii() and after.isalpha()):
        symbol = place if _MARKS[mark.group().strip()] == PLACE else _MARKS[mark.group().strip()]
        start = number.start - len(mark.group())
        return Quantity(start, number.end, value, symbol, Kind.MONEY, more, 0, number.end)
    if (
        (number.spelled or more)
        and value >= _LEAST_SUM
        and _PAID.search(before)
        and _AMOUNT_ENDS.match(text, number.end)
    ):
        return Quantity(number.start, number.end, value, place, Kind.MONEY, more, 0, number.end, bare=True)
    if scale >= 10**4:
        return _large(text, number, before, place)
    if not number.spelled and not (after.isascii() and after.isalnum()) and "." in text[number.start : number.end]:
        return _index(number, before)
    return None


def _large(text: str, number: Number, before: str, place: str) -> Quantity | None:
    """A number with 万 or 亿 and no unit: money where the words around it speak of money, else a count."""
    value, more, *_ = number.written
    if text.startswith("级", number.end) or before.endswith(("第", "每")):
        return None
    bound = before.endswith(("破", "超", "近", "逾", "过", "达", "约", "上", "到", "至", "不足", "不到"))
    if number.spelled and not bound and all(char in "十百千万亿" for char in text[number.start : number.end]):
        return None
    if text.startswith("个亿", number.end - 2):
        return Quantity(number.start, number.end, value, place, Kind.MONEY, more, 0, number.end, bare=True)
    if _PEOPLE_COUNTED.search(before) is None and (_MONEY_HEAD.search(before) or _MONEY_AFTER.match(text, number.end)):
        return Quantity(number.start, number.end, value, place, Kind.MONEY, more, 0, number.end, bare=True)
    people = _PEOPLE_HEAD.search(before.rpartition("，")[2]) or _PEOPLE_HEAD.match(text, number.end)
    unit = "" if people is None else "人次" if people.group().startswith(("人次", "客流", "人流")) else "人"
    if number.spelled and not unit and not bound:
        return None
    return Quantity(number.start, number.end, value, unit, Kind.COUNT, more, 0, number.end, bare=True)


def _index(number: Number, before: str) -> Quantity | None:
    """A bare decimal after a word for an index, a coefficient, a score, a ratio."""
    head = _INDEX_HEAD.search(before)
    if head is None:
        return None
    unit, kind = ("x", Kind.MULTIPLE) if head["ratio"] else ("", Kind.OTHER)
    return Quantity(number.start, number.end, number.written.value, unit, kind, number.written.more, 0, number.end)
