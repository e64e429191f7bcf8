"""Which encoding a Chinese text is in: byte order mark, then UTF-8, then a vote by common characters."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_WELL_FORMED = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}",
)
_ASCII = bytes(range(128))
_UTF8_SHARE = 0.95
"""UTF-8 from this share of well-formed high bytes on: one bad byte must not turn a file into GB18030."""

_SAMPLE = 200_000
"""How many bytes vote; even, so that a UTF-16 character is never cut."""

_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日月第三二十五四六七八九百千万亿元市区业产企新高公政府全工技建设报记者社省"
    "這個們來為國說時會對於過發後裡經麼學現當沒動還進樣開從實萬億區業產設報記"
    "，。、：；！？“”（）《》「」\u3000％"
)


_EIGHT_BIT = ("utf-8", "gb18030", "big5")
_UTF16 = ("utf-16-le", "utf-16-be")
_UTF16_SHARE = 0.3
"""Less of common characters than this in UTF-16 means that the bytes are not in it: any two bytes make some character."""


class Encoding(NamedTuple):
    """An encoding as Python's codecs call it, and the length of the byte order mark before the text."""

    name: str
    mark: int = 0


def detect_encoding(data: bytes) -> Encoding:
    """The encoding that the bytes are most probably in; UTF-8 where nothing tells."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Encoding(name, len(mark))
    sample = data[:_SAMPLE]
    if b"\x00" not in sample and _utf8_share(sample) >= _UTF8_SHARE:
        return Encoding("utf-8")
    wide = [name for name in _UTF16 if _may_be_utf16(sample) and _commonness(sample, name) >= _UTF16_SHARE]
    return Encoding(max([*wide, *_EIGHT_BIT], key=lambda name: _commonness(sample, name)))


def _utf8_share(sample: bytes) -> float:
    """The share of the bytes above 127 that belong to well-formed UTF-8 sequences; 1.0 where there are none."""
    high = len(sample.translate(None, _ASCII))
    if not high:
        return 1.0
    rest = _WELL_FORMED.sub(b"", sample)
    return 1 - len(rest.translate(None, _ASCII)) / high


def _may_be_utf16(sample: bytes) -> bool:
    """Whether line feeds or common punctuation stand as UTF-16 units, or NUL bytes do."""
    return b"\x00" in sample or any(mark in sample for mark in (b"\x0c\xff", b"\xff\x0c", b"\x02\x30", b"\x30\x02"))


def _commonness(sample: bytes, encoding: str) -> float:
    """The share of common Chinese characters and ASCII in the decoded sample, less what cannot be decoded."""
    text = sample.decode(encoding, "replace")
    if not text:
        return 0.0
    common = sum(1 for character in text if character in _COMMON or " " <= character <= "~" or character in "\r\n\t")
    return (common - 4 * text.count("�")) / len(text)
