"""Quantities that have no unit after the number: shares, tenths, discounts, doublings, ranks, halves."""

from __future__ import annotations

import re
from decimal import Decimal

from reader.claims.claim import Kind
from reader.claims.quantities import Quantity
from reader.claims.units import Use, rounded, unit_at
from reader.text.numerals import CHINESE, DIGITS, MIXED, NUMERALS, read_number
from reader.text.patterns import lazy

_ONE_TO_NINE = "一二三四五六七八九"
_VALUE = {
    **{char: Decimal(DIGITS[char]) for char in (*_ONE_TO_NINE, "两")},
    "半": Decimal("0.5"),
    "十": Decimal(10),
}
_OF_EACH = {"百": ("%", Decimal(1)), "千": ("‰", Decimal(1)), "万": ("%", Decimal("0.01"))}

_SHARE = lazy(rf"([百千万])分之({MIXED}|{CHINESE}|几)")
_FRACTION = lazy(rf"({CHINESE}|\d+)分之({CHINESE}|\d+)|([二三四五六七八九十])分(一)(?![钟秒])")
_TO_ONE = lazy(r"(\d+(?:\.\d+)?)[：∶:]1(?![\d:：.])")
_RATIO_TOLD = lazy("[^对同环占]比(?:例|率)?(?:约?为|达到?|高达|是|至|降至|升至|由|从|超过?)?[约近]?$")
_SLASH = lazy(r"(\d{1,2})/(\d{1,2})(?![\d/.月日])")
_TENTHS = lazy(
    rf"([{_ONE_TO_NINE}]点[{_ONE_TO_NINE}]|[{_ONE_TO_NINE}两半十]|\d+(?:\.\d+)?)(多|余)?成([{_ONE_TO_NINE}半]"
    rf"|[1-9](?![\d.,]))?(多)?"
    "(?![为员就立果本熟长功都分套绩品交型因份效语像名全批材人片行千吨])"
)
_TWO_TENTHS = lazy(rf"([{_ONE_TO_NINE}])([{_ONE_TO_NINE}])成(?![为员就立果本熟长功都])")
_DISCOUNT = lazy(
    rf"([{_ONE_TO_NINE}]点[{_ONE_TO_NINE}]|[{_ONE_TO_NINE}]{{1,2}}|两|\d(?:\.\d+)?"
    rf"|\d\d)折(?![射叠扣旧合算磨腾线返子纸])"
)
_FOLD = lazy(rf"翻(?:了|近|上|至)?([{_ONE_TO_NINE}两十\d]+)番|翻番|翻(?:了)?一?倍")
_FOLD_TIMES = lazy(rf"(翻(?:了|近|上)?)([{_ONE_TO_NINE}两十\d.]+)倍")
_RANK = lazy(rf"第(\d+|[{_ONE_TO_NINE}十百零两]+)([位名])?")
_HALF = lazy(
    "半(个)?(?=年|小时|多?月|天|百分点|公[里升斤顷吨]|世纪|斤|亩|米|吨|加仑|英里|钟(?:头|(?=[，。；、的]|$))"
    "|个多?月|个小时|个世纪|个百分点|个钟)|"
    "半(?=日(?:[，。；、的]|$))",
    re.MULTILINE,
)

_ONE_HALF = lazy("一半(?!是|时|天|一半)|半数|(?<=[过逾超])半(?=[，。；、！？達达 　]|$)", re.MULTILINE)
_HALVED = lazy(
    "(?:近|约|超|超过|过|逾|的|占|达|到|至|足|接近|不足|少了?|降低?了?|加了?|高了?|有|为|是|省了?|砍|仅|掉|缩减了?)$"
)

_RANKED = lazy(
    "(?:位居|位列|名列|列|居|排名?|排行|排位|排在|跃居|跃升至?|升至|上升至|降至|下降至|稳居|并列|名次|世界"
    "|全球|全国|全省|全市|全区|亚洲|我国)[^，。；、]{0,12}$"
)
_RANK_ENDS = lazy("[，。；、！,;:!”」』）)\\s]|$")


_MAY_BE_SPECIAL = lazy(rf"(?:\d[\d.,]{{0,40}}|[数几]?[{NUMERALS}]{{1,40}})[余多几来]?[分成折：∶:/]")
"""What stands behind the first number of all of them: most figures need no closer look. No number is longer."""
_DIVISIBLE = frozenset((Kind.AREA, Kind.MASS, Kind.LENGTH, Kind.VOLUME))


def special_at(text: str, at: int) -> Quantity | None:
    """The quantity of one of these forms that begins at an offset of Simplified text."""
    first = text[at]
    if first == "第":
        return _rank(text, at)
    if first == "翻":
        return _fold(text, at)
    if first == "半":
        return _half(text, at) or _tenths(text, at) or _one_half(text, at)
    if text.startswith("一半", at):
        return _one_half(text, at)
    if not _MAY_BE_SPECIAL.match(text, at):
        return None
    if first.isdecimal() and (ratio := _to_one(text, at)) is not None:
        return ratio
    return _share(text, at) or _fraction(text, at) or _tenths(text, at) or _discount(text, at)


def _share(text: str, at: int) -> Quantity | None:
    found = _SHARE.match(text, at)
    if found is None:
        return None
    unit, factor = _OF_EACH[found[1]]
    written = read_number(found[2].replace(" ", "")) if found[2] != "几" else None
    if written is None:
        return None
    return Quantity(at, found.end(), written.value * factor, unit, Kind.PERCENT, written.more, 0, found.end())


def _fraction(text: str, at: int) -> Quantity | None:
    found = _FRACTION.match(text, at)
    if found is None:
        slash = _SLASH.match(text, at)
        return _slash_fraction(slash) if slash else None
    below, above = read_number(found[1] or found[3]), read_number(found[2] or found[4])
    if below is None or above is None or below.value <= above.value or below.value == 0:
        return None
    share, end = above.value / below.value, found.end()
    unit = unit_at(text, end)
    if unit is not None and unit.kind in _DIVISIBLE and unit.use is Use.ANY:
        value = rounded(unit.amount(share))
        return Quantity(at, end + len(unit.written), value, unit.symbol, unit.kind, False, 0, end)
    return Quantity(at, end, rounded(share), "x", Kind.MULTIPLE, False, 0, end)


def _to_one(text: str, at: int) -> Quantity | None:
    """`15.4∶1` is a ratio of 15.4 where the words before it speak of one; whole numbers elsewhere may be a score."""
    found = _TO_ONE.match(text, at)
    told = found is not None and "." in found[1]
    if found is None or not (told or _RATIO_TOLD.search(text[max(0, at - 10) : at])):
        return None
    return Quantity(at, found.end(), Decimal(found[1]), "x", Kind.MULTIPLE, False, 0, found.end(1))


def _slash_fraction(found: re.Match[str]) -> Quantity | None:
    above, below = Decimal(found[1]), Decimal(found[2])
    if not 0 < above < below <= 20:
        return None
    return Quantity(found.start(), found.end(), rounded(above / below), "x", Kind.MULTIPLE, False, 0, found.end())


def _tenths(text: str, at: int) -> Quantity | None:
    found = _TENTHS.match(text, at)
    if found is None:
        both = _TWO_TENTHS.match(text, at)
        if both is None:
            return None
        return Quantity(at, both.end(), _VALUE[both[1]] * 10, "%", Kind.PERCENT, False, 0, both.end() - 1)
    written = found[1]
    value = _small(written) * 10
    if found[3]:
        value += _small(found[3]) * (1 if found[3] != "半" else 10)
    return Quantity(at, found.end(), value, "%", Kind.PERCENT, bool(found[2] or found[4]), 0, found.end())


def _small(written: str) -> Decimal:
    """`三`, `3.5` or `三点五`."""
    whole, point, tenths = written.partition("点")
    if point:
        return _VALUE[whole] + _VALUE[tenths] / 10
    return _VALUE[whole] if whole in _VALUE else Decimal(whole)


def _discount(text: str, at: int) -> Quantity | None:
    found = _DISCOUNT.match(text, at)
    if found is None or text[max(0, at - 1) : at] in ("第", "波"):
        return None
    digits = "".join("." if char == "点" else str(_VALUE[char]) if char in _VALUE else char for char in found[1])
    value = Decimal(digits)
    if "." in digits or len(digits) == 1:
        value *= 10
    return Quantity(at, found.end(), value, "%", Kind.PERCENT, False, 0, found.end())


def _fold(text: str, at: int) -> Quantity | None:
    times = _FOLD_TIMES.match(text, at)
    if times is not None and times[2] != "一":
        written = read_number(times[2])
        if written is None:
            return None
        return Quantity(times.start(2), times.end(), written.value, "x", Kind.MULTIPLE, False, 0, times.end(2))
    found = _FOLD.match(text, at)
    if found is None:
        return None
    count = read_number(found[1]) if found[1] else None
    value = Decimal(2) ** (count.value if count else 1)
    return Quantity(at, found.end(), value, "x", Kind.MULTIPLE, False, 0, found.end())


def _rank(text: str, at: int) -> Quantity | None:
    """`第44位`; without `位` only where the words around say that something is ranked (`居全省第三`)."""
    found = _RANK.match(text, at)
    written = read_number(found[1]) if found else None
    if found is None or written is None:
        return None
    if not found[2]:
        told = _RANKED.search(text[max(0, at - 16) : at]) and _RANK_ENDS.match(text, found.end())
        if not told:
            return None
    return Quantity(at, found.end(), written.value, found[2] or "位", Kind.RANK, False, 0, found.end(1))


def _half(text: str, at: int) -> Quantity | None:
    found = _HALF.match(text, at)
    if found is None or text[max(0, at - 1) : at] in ("上", "下", "前", "后", "大", "多", "头"):
        return None
    unit = unit_at(text, found.end()) or unit_at(text, at + 1)
    if unit is None:
        return None
    if text.startswith(("半年报", "半年度报", "半年线"), at):
        return None
    end = found.end() + len(unit.written) if unit_at(text, found.end()) else at + 1 + len(unit.written)
    return Quantity(at, end, unit.amount(Decimal("0.5")), unit.symbol, unit.kind, "多" in text[at:end], 0, at + 1)


def _one_half(text: str, at: int) -> Quantity | None:
    """`一半`, `半数` where something is measured by it."""
    found = _ONE_HALF.match(text, at)
    if found is not None and found.group() == "半":
        return Quantity(at, found.end(), Decimal("0.5"), "x", Kind.MULTIPLE, False, 0, found.end())
    if found is None or not (_HALVED.search(text[max(0, at - 6) : at]) or text.startswith("以上", found.end())):
        return None
    return Quantity(at, found.end(), Decimal("0.5"), "x", Kind.MULTIPLE, False, 0, found.end())
