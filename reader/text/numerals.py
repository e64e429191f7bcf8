"""Written numbers: how Chinese writes them, and what they are worth.

Arabic digits (with thousands marks, inner blanks, scale words), Chinese numerals (by place value, by position, formal),
and mixtures of both. Everything here reads Simplified text whose full-width digits are narrow (see `narrowed`).
Values are exact (`Decimal`).
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from reader.text.patterns import lazy

DIGITS = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    **{char: value for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "○": 0,
    "Ｏ": 0,
    "两": 2,
    "参": 3,
}
"""Chinese digits, common and formal, and what they are worth."""

_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_TENS = {"廿": 20, "卅": 30}
_MORE = frozenset("余多来")
"""Words that say that there is more than what is written before them."""

_SOME = frozenset("数几")
"""Words that stand for a digit."""

_VAGUE = "余多几来"
"""What may stand between a number and its scale word or unit."""

_WIDE = {**{0xFF10 + value: str(value) for value in range(10)}, 0xFF0E: ".", 0xFF05: "%", 0x2212: "-", 0xFF0D: "-"}
_WIDE_MARK = lazy(r"，(?:(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))|(?<=\d，)(?=\d{3}\.\d\d(?!\d)))")
_WIDE_CHARACTER = lazy("[" + "".join(map(chr, _WIDE)) + "]")

SCALES = "十百千万亿兆"
"""Scale words that may follow Arabic digits."""

_SCALE = "(?:[十百万亿]|千(?![瓦克米卡伏帕焦赫牛])|兆(?![瓦帕赫比字伏欧])|百(?!帕))"
"""A scale word that is not the prefix of a unit (`万千瓦`, `兆瓦`)."""

ARABIC = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)"
    r"|(?<![\d.,] )\d{1,3}(?: \d{3})+(?=(?:\.\d+)? ?[元人吨户亩公万亿千头辆台件个家])|\d+)(?:\.\d+)?"
)
"""Arabic digits, with thousands marks (a blank is one only where a unit follows) and decimals."""

MIXED = (
    rf"{ARABIC}(?: ?[{_VAGUE}]?{_SCALE}{{1,4}}(?: ?{ARABIC} ?{_SCALE}{{1,4}}){{0,4}}"
    rf"(?:(?<=[万亿])(?:\d,\d{{3}}|\d{{1,4}})(?![\d.,%年月日时点]|{_SCALE}))?)?[{_VAGUE}]?"
)
"""Arabic digits with scale words: `1.2亿`, `27万8000`, `2,406 亿 5,000 万`, `300余`, `10多万`."""

UNMIXED = rf"\d++(?:\.\d++)?+[万亿]?+(?![\d ,.{_VAGUE}{SCALES}])"
"""What nearly all of these are, where nothing follows that a longer one could go on with: tried first, it is found sooner."""

_ONES = "零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
_ALL_SCALES = "十拾百佰千仟万亿兆廿卅"
NUMERALS = f"{_ONES}{_ALL_SCALES}点"
"""The characters that Chinese numerals are written with."""

_SPELLED = f"(?:[{_ONES}十拾百佰仟万亿廿卅]|千(?![瓦克米卡伏帕焦赫牛])|兆(?![瓦帕赫比字伏欧]))"
CHINESE = (
    rf"(?:[数几](?=[{_ALL_SCALES}]))?{_SPELLED}{{1,24}}"
    rf"(?:点[{_ONES}]{{1,12}}[{SCALES}]{{0,4}})?(?:[余多几来](?=[万亿])[万亿]{{1,2}})?[余多几来]?"
)
"""Chinese numerals: `一百二十`, `二○八点六亿`, `数十`, `十多万`, `三百余`."""

_FIGURE = lazy(f"{MIXED}|{CHINESE}")

LONGEST = 40
"""A longer row of digits is a code or a constant, no figure that news states."""

_PLAIN = lazy(r"([1-9]\d{0,2}(?:,\d{3}){0,6}(?:\.\d{1,6})?|[1-9]\d{0,15}(?:\.\d{1,6})?|0\.\d{1,6})([万亿]?)")
"""Nearly every written number: Arabic digits with one scale word or none. No zero: `0万` is read with the others."""

_TOKEN = lazy(rf"{ARABIC}|[{_ONES}]|[{_ALL_SCALES}]|[数几余多来]")


def digit_value(written: str) -> int:
    """What one Chinese digit or a row of Arabic ones is worth."""
    return DIGITS[written] if written in DIGITS else int(written)


class Written(NamedTuple):
    """What a written number is worth.

    Attributes:
        value: Its value, exact.
        more: Whether the writing says that there is more (`余`, `多`, `几`, `数`).
        scale: The value of its last scale words (10,000,000 in `3千万`), 1 where there is none.
        large: That of 万, 亿 and 兆 at its end alone (10,000 in `三十万`, `3千万`).
    """

    value: Decimal
    more: bool
    scale: int
    large: int = 1


def narrowed(text: str) -> str:
    """The text with full-width digits, points, percent and minus signs made narrow, one for one."""
    text = _WIDE_MARK.sub(",", text)
    return _WIDE_CHARACTER.sub(lambda found: _WIDE[ord(found[0])], text)


@lru_cache(maxsize=4096)
def read_number(written: str) -> Written | None:
    """Read a number that `MIXED` or `CHINESE` matched; None where the characters make no number (`万一`, `三五`)."""
    if len(written) > LONGEST:
        return None
    plain = _PLAIN.fullmatch(written)
    if plain is not None:
        scale = _LARGE.get(plain[2], 1)
        return Written(Decimal(plain[1].replace(",", "")) * scale, False, scale, scale)
    whole, point, tail = written.partition("点")
    tokens = _TOKEN.findall(whole)
    more = any(word in _MORE or word in _SOME for word in tokens)
    if point:
        return _with_decimals(tokens, tail, more)
    positional = _by_position(tokens)
    if positional is not None:
        return Written(positional, more, 1)
    value = _by_place(tokens)
    return None if value is None else Written(value, more, *_last_scales(tokens))


def read_figure(text: str) -> Written | None:
    """Read a text that is one written number and nothing else; None where it is none."""
    return read_number(text) if _FIGURE.fullmatch(text) else None


def _with_decimals(whole: list[str], tail: str, more: bool) -> Written | None:
    """`二○八` `六亿` → 20,860,000,000."""
    positional = _by_position(whole)
    head = positional if positional is not None else _by_place(whole)
    digits = "".join(str(DIGITS[char]) for char in tail if char in DIGITS)
    if head is None or not digits:
        return None
    scales = [char for char in tail if char in SCALES]
    scale = 1
    for char in scales:
        scale *= _SMALL.get(char) or _LARGE[char]
    return Written((head + Decimal(f"0.{digits}")) * scale, more or tail[-1] in _VAGUE, scale)


def _by_position(tokens: list[str]) -> Decimal | None:
    """The value of digits by position (`二○二一`), else None: two alone (`三五`) are an approximation, not a number."""
    if len(tokens) < 2 or not all(word in DIGITS for word in tokens):
        return None
    if len(tokens) == 2 and tokens[1] not in "零〇○":
        return None
    return Decimal("".join(str(DIGITS[word]) for word in tokens))


class _Places:
    """A number that is read word by word, by the places that its scale words give to its digits."""

    def __init__(self) -> None:
        self._total = Decimal(0)
        """What the parts add up to that 万, 亿 and 兆 closed."""
        self._section = Decimal(0)
        """What stands behind the last of those."""
        self._digit = Decimal(0)
        """The digit whose scale word may follow; 0 where none waits for one."""
        self._large = 0
        """The last of 万, 亿 and 兆; 0 before the first."""
        self._last = 0
        """The last scale word of any kind; 1 behind 零, which says that the next digit counts ones."""

    def read(self, word: str) -> bool:
        """Take in a token; False where it is a second digit beside another."""
        if word in _LARGE:
            self._read_large(_LARGE[word])
        elif word in _SMALL or word in _TENS:
            scale = _SMALL.get(word, 10)
            factor = Decimal(_TENS[word] // 10) if word in _TENS else self._digit
            self._section += (factor or 1) * scale
            self._digit, self._last = Decimal(0), scale
        elif word in _SOME:
            self._digit = Decimal(0)
        elif self._digit:
            return False
        else:
            self._digit = Decimal(DIGITS[word]) if word in DIGITS else Decimal(word.replace(",", ""))
            if word in DIGITS and not self._digit:
                self._last = 1
        return True

    def _read_large(self, scale: int) -> None:
        """`三千` `万`; `三万` `亿` multiplies what stands before it, a scale word alone is one of it."""
        amount = self._section + self._digit
        if not amount and self._total:
            self._total *= scale
        elif scale > self._large:
            self._total = (self._total + (amount or 1)) * scale
        else:
            self._total += (amount or 1) * scale
        self._section, self._digit = Decimal(0), Decimal(0)
        self._large = self._last = scale

    def value(self, *, elided: bool) -> Decimal:
        """What was read so far.

        Args:
            elided: Whether the last digit stands for a tenth of the scale word before it (`一万二`).
        """
        place = self._last // 10 if elided and self._last >= 100 else 1
        return self._total + self._section + self._digit * place


def _by_place(tokens: list[str]) -> Decimal | None:
    """The value by scale words; None where two digits stand side by side, or nothing but a word for more."""
    words = [word for word in tokens if word not in _MORE]
    places = _Places()
    if not words or not all(map(places.read, words)):
        return None
    return places.value(elided=tokens[-1] in DIGITS)


def _last_scales(tokens: list[str]) -> tuple[int, int]:
    """The value of the scale words at the end, all of them and the large ones alone."""
    scale, large = 1, 1
    for word in reversed(tokens):
        if word in _LARGE and scale == large:
            scale *= _LARGE[word]
            large = scale
        elif word in _SMALL:
            return scale * _SMALL[word], large
        elif word not in _VAGUE:
            break
    return scale, large
