"""Quantities in two units: `2小时10分`, `十四年六个月`, `3元5角`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from reader.text.numerals import CHINESE, digit_value, read_number
from reader.text.patterns import lazy

_NUMBER = rf"\d{{1,3}}|{CHINESE}"
_SMALLER = {
    "year": (lazy(rf"(?:零|又)?({_NUMBER})个月"), "month", 12),
    "day": (lazy(rf"(?:零|又)?({_NUMBER})个?小时"), "hour", 24),
    "hour": (lazy(rf"(?:零|又)?({_NUMBER})分钟?(?!之)"), "minute", 60),
    "minute": (lazy(rf"(?:零|又)?({_NUMBER})秒钟?"), "second", 60),
}
"""What may follow a unit of time, the smaller unit, and how many of it one of the larger has."""

_HUNDREDTHS = lazy(r"(?<=秒)(\d\d?)(?![\d.,]|[年月日时点分个万%])")
"""What a stopwatch shows behind the seconds: `9秒98`."""

_COINS = lazy(
    r"(?P<tenths>\d|[一二三四五六七八九])[角毛毫](?:(?P<then>\d|[一二三四五六七八九])分钱?"
    r"|(?P<last>\d|[一二三四五六七八九])(?=[，。；、到至]|$))?|(?P<only>\d{1,2}|[一二三四五六七八九])分(?!之)|"
    r"(?<=[块蚊])(?:零(?P<zero>[一二三四五六七八九])"
    r"|(?P<bare>\d|[一二三四五六七八九])(?=[，。；、到至/]|[一每][斤个只盒瓶箱袋]|$))",
    re.MULTILINE,
)

_CENTS = lazy(
    r"(?P<then>\d|[一二三四五六七八九])分钱?|(?P<last>\d|[一二三四五六七八九])(?=[，。；、到至]|$)", re.MULTILINE
)
"""What follows 角 or 毛 where no larger coin stands before it: `两毛五`, `1角5分`."""

_OUNCES = lazy(r"(?<=斤)(\d|[一二三四五六七八九])两(?![个名家岸])")
_OUNCES_OF_KILOGRAM = 20
"""两 in a kilogram: ten make a 斤, which is half of one."""


class Amount(NamedTuple):
    """A value in a unit, and where its writing ends."""

    value: Decimal
    unit: str
    end: int


def time_with_smaller(text: str, amount: Amount) -> Amount:
    """An amount of time with what follows it in smaller units, told in the smallest: `2小时10分` is 130 minutes."""
    while (row := _SMALLER.get(amount.unit)) is not None:
        pattern, unit, times = row
        found = pattern.match(text, amount.end)
        written = read_number(found[1]) if found else None
        if found is None or written is None:
            break
        amount = Amount(amount.value * times + written.value, unit, found.end())
    hundredths = _HUNDREDTHS.match(text, amount.end) if amount.unit == "second" else None
    if hundredths is not None:
        return Amount(amount.value + Decimal(f"0.{hundredths[1]}"), amount.unit, hundredths.end())
    return amount


def money_with_coins(text: str, amount: Amount) -> Amount:
    """An amount in 元 or 块 with the 角 and 分 that follow it."""
    found = _COINS.match(text, amount.end)
    if found is None:
        return amount
    told = {name: Decimal(digit_value(part)) for name, part in found.groupdict().items() if part}
    tenths = told.get("tenths", Decimal(0)) + told.get("bare", Decimal(0))
    hundredths = sum((told.get(name, Decimal(0)) for name in ("then", "last", "only", "zero")), Decimal(0))
    value = amount.value + tenths / 10 + hundredths / 100
    return Amount(value, amount.unit, found.end())


def coin_with_cents(text: str, amount: Amount) -> Amount:
    """An amount in 角 or 毛 with the 分 that follow it."""
    found = _CENTS.match(text, amount.end)
    if found is None:
        return amount
    return Amount(amount.value + Decimal(digit_value(found[1] or found[2])) / 100, amount.unit, found.end())


def mass_with_ounces(text: str, amount: Amount) -> Amount:
    """An amount in 斤 with the 两 that follow it (`6斤8两`), tenths of it."""
    found = _OUNCES.match(text, amount.end)
    if found is None:
        return amount
    return Amount(amount.value + Decimal(digit_value(found[1])) / _OUNCES_OF_KILOGRAM, amount.unit, found.end())
