"""Edits that publishers, mirrors and better cleaning make of a text, with the truth about where each character went."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.script import Script, converted, detect_script
from reader.text.sentences import sentence_around

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

Span = tuple[int, int]

_ADVERTISEMENTS = ("（广告）更多精彩内容请关注本站。", "责任编辑：小王", "分享到：微信 微博", "点击查看往期回顾")
_HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
_ARABIC, _SPELLED = "0123456789", "一二三四五六七八九"
_SCALES = {"万": "亿", "亿": "万", "萬": "億", "億": "萬"}
_UNITS = (
    ("个百分点", "%"), ("個百分點", "%"), ("百分点", "%"), ("平方公里", "平方米"), ("公里", "米"), ("美元", "欧元"), ("港元", "美元"),
    ("%", "‰"), ("％", "‰"), ("元", "美元"), ("吨", "公斤"), ("噸", "公斤"), ("亩", "公顷"), ("小时", "分钟"), ("人", "户"), ("家", "户"), ("倍", "%"),
)  # fmt: skip


@dataclass(frozen=True)
class Edited:
    """A text that was edited.

    Attributes:
        text: It.
        origins: For each character, which one of the original it was; None for what is new.
    """

    text: str
    origins: tuple[int | None, ...]

    def truth(self, start: int, end: int) -> Span | None:
        """Where the characters from `start` to `end` of the original are; None if half of them are gone."""
        places = [place for place, origin in enumerate(self.origins) if origin is not None and start <= origin < end]
        return (places[0], places[-1] + 1) if 2 * len(places) > end - start else None


def whole(text: str) -> Edited:
    return Edited(text, tuple(range(len(text))))


def _joined(pieces: Iterable[tuple[str, int | None]]) -> Edited:
    """Put together from pieces: text with the place it came from, or new text with None."""
    texts, origins = [], []
    for piece, start in pieces:
        texts.append(piece)
        origins += [None] * len(piece) if start is None else range(start, start + len(piece))
    return Edited("".join(texts), tuple(origins))


def _after(first: Edited, second: Edited) -> Edited:
    """One edit after another."""
    return Edited(second.text, tuple(None if origin is None else first.origins[origin] for origin in second.origins))


def cleaned_again(text: str, rng: random.Random) -> Edited:
    """Other widths and quotation marks, one for one; paragraphs indented, set apart and mixed with advertisements."""
    table = str.maketrans("，；：？！（）％“”", ",;:?!()%「」") if rng.random() < 0.5 else str.maketrans('%"', "％”")
    pieces: list[tuple[str, int | None]] = []
    at = 0
    for line in text.split("\n"):
        pieces += [
            ("　　", None),
            (line.translate(table), at),
            ("\n", at + len(line) if at + len(line) < len(text) else None),
        ]
        if rng.random() < 0.2:
            pieces.append((f"{rng.choice(_ADVERTISEMENTS)}\n", None))
        at += len(line) + 1
    return _joined(pieces)


def in_the_other_script(text: str) -> Edited:
    other = Script.SIMPLIFIED if detect_script(text) is Script.TRADITIONAL else Script.TRADITIONAL
    return Edited(converted(text, other), tuple(range(len(text))))


def with_noise(text: str, rng: random.Random, share: float = 0.02) -> Edited:
    """Characters dropped, put in, and put in place of others; figures are left alone, for a changed one is another edit."""
    pieces: list[tuple[str, int | None]] = []
    for index, character in enumerate(text):
        if rng.random() >= share or not "一" <= character <= "鿿" or _is_of_figure(text, index):
            pieces.append((character, index))
            continue
        match rng.randrange(3):
            case 0:
                pieces += [(rng.choice(_HAN), None), (character, index)]
            case 1:
                pieces.append((rng.choice(_HAN), index))
    return _joined(pieces)


def converted_cleaned_and_noisy(text: str, rng: random.Random) -> Edited:
    first = in_the_other_script(text)
    second = _after(first, cleaned_again(first.text, rng))
    return _after(second, with_noise(second.text, rng))


def digit_corrected(text: str, span: Span, rng: random.Random, kind: str) -> Edited | None:
    """One digit of the span is another: `arabic`, `spelled` or `scale` (万 for 亿 and back); None where it has none."""
    among = {"arabic": _ARABIC, "spelled": _SPELLED, "scale": "".join(_SCALES)}[kind]
    places = [at for at in range(*span) if text[at] in among]
    if not places:
        return None
    at = rng.choice(places)
    if kind == "scale":
        other = _SCALES[text[at]]
    else:
        first = kind == "arabic" and not text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal()
        other = rng.choice([digit for digit in among if digit != text[at] and not (first and digit == "0")])
    return Edited(text[:at] + other + text[at + 1 :], tuple(range(len(text))))


def unit_changed(text: str, span: Span) -> Edited | None:
    """The span's unit is another one; None where it ends with none that we know."""
    start, end = span
    for unit, other in _UNITS:
        if text[start:end].endswith(unit) and text[start] in "0123456789一二三四五六七八九十百千":
            kept = end - len(unit)
            return _joined(
                [(text[:kept], 0), (other[: len(unit)], kept), (other[len(unit) :], None), (text[end:], end)]
            )
    return None


def sentence_deleted(text: str, span: Span) -> Edited:
    start, end = sentence_around(text, *span)
    return _joined([(text[:start], 0), (text[end:], end)])


def sentence_moved(text: str, span: Span, rng: random.Random) -> Edited | None:
    """The sentence stands between two others; None where there is no other place for it."""
    start, end = sentence_around(text, *span)
    places = [mark.end() for mark in re.finditer("[。！？]|\n", text)]
    places = [at for at in places if at < start - 5 or at > end + 5]
    if not places:
        return None
    at = rng.choice(places)
    if at < start:
        return _joined([(text[:at], 0), (text[start:end], start), (text[at:start], at), (text[end:], end)])
    return _joined([(text[:start], 0), (text[end:at], end), (text[start:end], start), (text[at:], at)])


def paragraph_repeated(text: str, span: Span, rng: random.Random) -> Edited:
    """The span's paragraph stands a second time, further down; the first one is the original."""
    first = text.rfind("\n", 0, span[0]) + 1
    last = text.find("\n", span[1])
    last = len(text) if last < 0 else last
    ends = [last, *(mark.start() for mark in re.finditer("\n", text) if mark.start() > last), len(text)]
    at = rng.choice(ends)
    return _joined([(text[:at], 0), ("\n" + text[first:last], None), (text[at:], at)])


def _is_of_figure(text: str, index: int) -> bool:
    return bool(re.search(r"[\d零〇一二两三四五六七八九十百千万亿兆萬億兩%％]", text[max(0, index - 3) : index + 4]))
