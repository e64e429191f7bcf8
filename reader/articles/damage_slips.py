"""Text whose bytes slipped: what may have stood there, read back from the bytes of what stands there now.

A mirror engine split GBK text at the bytes of `，；！？` even where such a code straddles two characters (a trail byte A3
before a lead byte AC, BB, A1 or BF), and decoded each piece alone. So the lead byte before the split became `?`, the mark
stands where two halves of characters stood, and what follows was paired one byte off, until an ASCII letter, a `?` or an
ASCII character swallowed by one put the pairs right again. docs/damage.md has it at length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from reader.articles.pinyin import SYLLABLE, is_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

START = re.compile("[?\ufffd](?=[?;!,？；！，])")
"""How a slip begins: a lone lead byte before a mark."""

_LOST = "?\ufffd"
_MARKS = {",": b"\xa3\xac", ";": b"\xa3\xbb", "!": b"\xa3\xa1", "?": b"\xa3\xbf"}
_HALF_WIDTH = {**_MARKS, ":": b"\xa3\xba", "(": b"\xa3\xa8", ")": b"\xa3\xa9"}
"""Marks that the engine made half-width afterwards, as they stood in GBK."""

_WIDE = {chr(ord(mark) + 0xFEE0): mark for mark in _MARKS}
_SPLITTING = frozenset((*_MARKS, *_WIDE, "、"))
_LEADS = range(0x81, 0xFF)
_LONGEST = 90
"""Slips longer than this many characters are not looked for: the next mark puts an end to most."""

_BRANCHES = 6
"""At most so many ways of reading a slip are tried: each `?` in it may end it, be a mark, or stand for two bytes."""

_PUNCTUATION = frozenset("。，、；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·")
_PINYIN = re.compile(rf"(?:\({SYLLABLE}\))+")
_HALF_PINYIN = re.compile(rf"({SYLLABLE})\)(?:\({SYLLABLE}\))*")

_Branch = tuple[int, tuple[str, ...], int | None]
"""Where to read on, what was read so far, and the lead byte that waits for its trail byte; None where that was lost."""

GAP = "□"
"""Stands for an ASCII character that was swallowed, a digit perhaps: what it was is never guessed."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One way to read a slip.

    Attributes:
        end: Where it ends in the text as it stands.
        places: What may have stood there: for each character its candidates.
        swallowed: Whether an ASCII character went with the last one.
        spelled: Whether pinyin beside it says how the last character is read, and fits.
    """

    end: int
    places: tuple[str, ...]
    swallowed: bool = False
    spelled: bool = False

    @property
    def unknown(self) -> int:
        """How many characters have more than one candidate."""
        return sum(len(place) > 1 for place in self.places)


def slips_at(text: str, start: int) -> list[Slip]:
    """All ways to read a slip that begins at `start`; none where the bytes there make no sense as one.

    Args:
        text: A paragraph.
        start: Where `START` matches.
    """
    mark = text[start + 1]
    lead = _MARKS[_WIDE.get(mark, mark)][1]
    found: list[Slip] = []
    branches: list[_Branch] = [(start + 2, (_with_trail(0xA3),), lead)]
    while branches and len(found) < _BRANCHES:
        found.extend(_followed(text, *branches.pop(), start + _LONGEST, branches))
    return [slip for slip in found if all(slip.places)]


def _followed(
    text: str,
    at: int,
    places: tuple[str, ...],
    lead: int | None,
    last: int,
    branches: list[_Branch],
) -> Iterator[Slip]:
    """The slips that end behind `at`, where a character's lead byte is known (or lost, None) and its trail byte follows."""
    while at < min(last, len(text)):
        character = text[at]
        if character in _LOST:
            yield _ended_by_loss(text, at, (*places, _with_lead(lead)))
            if character == "?" and (unit := _pair(lead, 0xA3)):
                branches.append((at + 1, (*places, unit), 0xBF))
            if len(branches) < _BRANCHES and lead is not None:
                branches.append((at + 1, (*places, _with_lead(lead)), None))
            return
        code = _bytes_of(character)
        before = _pair(lead, code[0]) if code else ""
        if not before:
            return
        places = (*places, before)
        if len(code) == 1:
            yield _ended_by_letter(text, at + 1, places)
            return
        if code[1] < 0x80:
            yield Slip(at + 1, (*places, chr(code[1])))
            return
        lead = code[1]
        at += 1


def _ended_by_loss(text: str, at: int, places: tuple[str, ...]) -> Slip:
    """The slip whose last trail byte was left alone at `at`, before a mark, or with an ASCII character that it swallowed."""
    end = at + 1
    if end == len(text) or text[end] in _SPLITTING:
        return Slip(end, places)
    spelling = _HALF_PINYIN.match(text, end)
    if spelling is not None:
        read_so = "".join(character for character in places[-1] if is_reading(character, spelling[1]))
        if read_so:
            return Slip(spelling.end(), (*places[:-1], read_so), spelled=True)
    return Slip(end, places, swallowed=True)


def _ended_by_letter(text: str, end: int, places: tuple[str, ...]) -> Slip:
    """The slip whose last trail byte is an ASCII letter, with the pinyin of the character that it belonged to."""
    spelling = _PINYIN.match(text, end)
    if spelling is not None:
        syllable = spelling[0][1:-1].split(")(")[0]
        read_so = "".join(character for character in places[-1] if is_reading(character, syllable))
        if read_so:
            return Slip(spelling.end(), (*places[:-1], read_so), spelled=True)
    return Slip(end, places)


def narrowed(slip: Slip, character: str) -> Slip | None:
    """The slip with `character` at the first place that may have held it; None if none may."""
    for index, place in enumerate(slip.places):
        if character in place:
            return replace(slip, places=(*slip.places[:index], character, *slip.places[index + 1 :]))
    return None


def _bytes_of(character: str) -> bytes:
    """The bytes of a character as the engine paired them; empty where GBK has none."""
    if character in _HALF_WIDTH:
        return _HALF_WIDTH[character]
    if "@" <= character <= "~":
        return character.encode("ascii")
    try:
        code = character.encode("gb18030")
    except UnicodeEncodeError:
        return b""
    return code if len(code) == 2 else b""


def _pair(lead: int | None, trail: int) -> str:
    """The character of two bytes, or all with that trail byte where the lead byte was lost; empty where there is none."""
    if lead is None:
        return _with_trail(trail)
    try:
        character = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""
    return character if len(character) == 1 else ""


@cache
def _with_trail(trail: int) -> str:
    return "".join(filter(_may_stand, (_pair(lead, trail) for lead in _LEADS)))


@cache
def _with_lead(lead: int | None) -> str:
    """The characters with a lead byte whose trail byte is no ASCII character; all Chinese ones are too many to try."""
    return "".join(filter(_may_stand, (_pair(lead, trail) for trail in _LEADS))) if lead is not None else GAP


def _may_stand(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or (character in _PUNCTUATION and character != "")
