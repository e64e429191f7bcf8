"""One pass over a text: every quantity, with ranges and shared units resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.grammar import quantity_of
from reader.claims.names import name_at
from reader.claims.quantities import Number, Quantity, number_at
from reader.claims.ranges import resolve
from reader.claims.special import special_at
from reader.text.calendar import NUMERIC_DATE, SPELLED_DATE
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = lazy(
    r"[\d零〇○一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍陆柒捌玖拾半翻第数几]"
    r"(?:(?<![数几兆])|(?<=[数几])(?=[十百千万亿兆])|(?<=兆)(?=[元圆美港欧日韩新]))"
)
"""What a quantity may begin with."""

_AFTER_ONE = lazy("一(?=[年个倍成半亿万百千十点分小天周日块毛月公平吨米斤亩克元毫厘])")
_LATIN_ENDS = frozenset(".-—ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_LATIN_BEFORE = lazy(r"[A-Za-z][A-Za-z.]*[-—]?$")
_LATIN_AMOUNT = lazy(r"(?:US|HK|NT|RMB|USD|CNY|HKD|TWD|EUR|GBP|JPY|MOP|NTD|GDP|CPI|PPI|PMI|ROE|EPS|pH|PH|R&D)$")
_CODE = lazy(
    r"(?=\d+[-－+A-Za-z]|\d{11})(?:\d+[GT]B?\+\d+[GT]B?|\d+(?:\+[\dA-ZXN]+)+|0\d{2,3}-\d{7,8}|400-\d{3}-?\d{4}|1[3-9]\d{9}(?!\d)"
    r"|\d+(?:[-－]\d+){2,}|[\d]*\d[A-Za-z]*[A-Z]\d[A-Za-z\d-]*)"
)
"""Standards, telephone numbers, sums, models, sizes of storage that name a version (`12GB+256GB`); what must follow the first digits of all of them is looked at first."""

_PLAIN = lazy(
    r"(?!(?:1[6-9]|2[01])\d\d\.)\d{1,10}+(?![\d\-－+A-Za-z年度财学季月日号时点世后—–~～至到、和及:：/]"
    r"| [年度财学季月日号时点世后]|个[月季])"
    r"[\d.,]{0,40}+(?![\d.,]|[余多几来]?[分成折：∶:/])"
)
"""A number behind which no code, no date and no special form goes on: most figures need no closer look."""

_DIGITS = lazy(r"\d[\d,.]*")
_ADDRESS = lazy(r"(?:https?://|www\.)[\w./?=&%#~:+@-]+|[\w.+-]+@[\w-]+\.[\w.-]+")


def quantities(text: str, place: str) -> Iterator[Quantity]:
    """All quantities of a text, sorted, not overlapping, found as they are asked for.

    Args:
        text: Simplified, with narrow digits.
        place: ISO 4217 of the currency that a bare 元 means.
    """
    return resolve(text, _scan(text, place))


def _scan(text: str, place: str) -> Iterator[Quantity | Number]:
    at = end = 0
    addresses = (
        [found.span() for found in _ADDRESS.finditer(text)] if ("://" in text or "www." in text or "@" in text) else []
    )
    while (head := _HEAD.search(text, at)) is not None:
        start = head.start()
        while addresses and addresses[0][1] <= start:
            addresses.pop(0)
        if addresses and addresses[0][0] <= start:
            at = addresses[0][1]
            continue
        found, at = _read(text, start, place)
        if isinstance(found, Number):
            yield found
        elif found is not None and found.start >= end:
            end = found.end
            yield found


def _read(text: str, start: int, place: str) -> tuple[Quantity | Number | None, int]:
    """What begins at a character that may begin a number, and where to go on."""
    first = text[start]
    if first == "一" and not _AFTER_ONE.match(text, start):
        return None, start + 1
    if first.isdecimal():
        return _read_arabic(text, start, place)
    name = name_at(text, start)
    if name is not None:
        return None, start + len(name)
    date = SPELLED_DATE.match(text, start)
    if date is not None:
        return None, date.end()
    special = special_at(text, start)
    if special is not None:
        return special, special.end
    if first in "半翻第":
        number = number_at(text, start + 1) if first == "第" else None
        return None, number.end if number else start + 1
    return _read_number(text, start, place)


def _read_arabic(text: str, start: int, place: str) -> tuple[Quantity | Number | None, int]:
    plain = _PLAIN.match(text, start) is not None
    code = None if plain else _CODE.match(text, start)
    if code is not None:
        return None, code.end()
    if start and text[start - 1] in _LATIN_ENDS and _is_numbered_name(text, start):
        number = number_at(text, start)
        if number is None or text[number.end : number.end + 1] not in "%万亿元个美港欧日英":
            return None, number.end if number else start + 1
    if plain:
        return _read_number(text, start, place)
    special = special_at(text, start)
    if special is not None:
        return special, special.end
    date = NUMERIC_DATE.match(text, start)
    if date is not None:
        return None, date.end()
    return _read_number(text, start, place)


def _is_numbered_name(text: str, start: int) -> bool:
    """Whether a Latin word stands before a number (`GPT-4`), other than a currency or an index."""
    before = text[max(0, start - 8) : start]
    return _LATIN_BEFORE.search(before) is not None and not _LATIN_AMOUNT.search(before)


def _read_number(text: str, start: int, place: str) -> tuple[Quantity | Number | None, int]:
    number = number_at(text, start)
    if number is None:
        digits = _DIGITS.match(text, start)
        return None, digits.end() if digits else start + 1
    quantity = quantity_of(text, number, place)
    if quantity is not None:
        return quantity, quantity.end
    return number, number.end
