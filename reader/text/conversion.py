"""Converting between the scripts in one scan over OpenCC's dictionaries, exactly as long as before.

opencc-python-reimplemented splits a text at its separators, then takes the longest phrase anywhere in a piece (leftmost on
ties), goes on left and right of it, and maps what is left character by character. Most phrases say the same as their
characters. So all characters are mapped at once, and only around the others (`乾` is mostly `干`, but not in `乾隆`) are
phrases looked up: there, a stretch that no phrase crosses the ends of is converted by OpenCC's rule, to the same result.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.text.zhe import mended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Conversion(StrEnum):
    """A conversion, by OpenCC's name; `tw2s` and `tw2sp` are left out, because they put other words."""

    T2S = "t2s"
    S2T = "s2t"
    S2TW = "s2tw"
    S2HK = "s2hk"


_PHRASES = {Conversion.T2S: "TSPhrases"}
_CHARACTERS = {Conversion.T2S: "TSCharacters"}
_VARIANTS = {Conversion.S2TW: "TWVariants", Conversion.S2HK: "HKVariants"}

_SEPARATOR = re.compile(
    r"[\s,.?!*，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼-]"
)
"""OpenCC splits at these, so a phrase that holds one never matches."""


_FIRST_VALUE = re.compile(r"^([^\t\n]+)\t([^ \n]+)", re.MULTILINE)
"""A line of a dictionary: a key, and values parted by blanks."""


class _Characters(dict[int, int]):
    """Code point → code point, for `str.translate`; learns on the way which characters stay."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


class _Place(NamedTuple):
    """Where a telling character stands in a phrase, and how long that is."""

    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class _Tables:
    """What a conversion looks things up in.

    Attributes:
        characters: What each character becomes by itself.
        phrases: What each phrase becomes; None where it becomes what its characters become, as most do.
        lengths: First two characters of phrases → how long those are, longest first.
        longest: Characters of the longest phrase.
        telling: Finds the characters that some phrase converts otherwise than by themselves.
        after: A telling character with the one before it → phrases that hold both.
        first: A telling character that begins a phrase, with the next → those phrases.
    """

    characters: _Characters
    phrases: Mapping[str, str | None]
    lengths: Mapping[str, tuple[int, ...]]
    longest: int
    telling: re.Pattern[str]
    after: Mapping[str, tuple[_Place, ...]]
    first: Mapping[str, tuple[_Place, ...]]


def convert(text: str, conversion: Conversion) -> str:
    """The text converted as OpenCC converts it, each character in its place.

    The one difference: in `t2s`, 著 becomes 着 in the words of `zhe.txt` (看著 → 看着), which OpenCC leaves.
    """
    tables = _tables(conversion)
    plain = text.translate(tables.characters)
    converted = _with_phrases(text, plain, tables)
    return mended(text, converted) if conversion is Conversion.T2S else converted


def convert_characters(text: str, conversion: Conversion) -> str:
    """The text with each character converted by itself, whatever stands beside it."""
    return text.translate(_tables(conversion).characters)


@cache
def single_characters() -> dict[int, str]:
    """What each Traditional character becomes by itself, by its code point: one small file is read for it, and no phrases."""
    return {ord(old): new for old, new in _pairs(_CHARACTERS[Conversion.T2S])}


@cache
def telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only Simplified has, and those that only Traditional has.

    A character that may also stay (后 is 後 or 后) belongs to both scripts and tells nothing.
    """
    simplified, traditional = (
        {line[0] for line in _dictionary(name).splitlines() if line[0] not in line[2:]}
        for name in ("STCharacters", "TSCharacters")
    )
    return frozenset(simplified - traditional), frozenset(traditional - simplified)


def _with_phrases(text: str, plain: str, tables: _Tables) -> str:
    """`plain` with the phrases put in that say something else."""
    parts: list[str] = []
    at = 0
    done = 0
    after, first = tables.after, tables.first
    for found in tables.telling.finditer(text):
        place = found.start()
        if place < done or (text[place - 1 : place + 1] not in after and text[place : place + 2] not in first):
            continue
        phrase = _differing_at(text, place, tables)
        if phrase is not None:
            start, done = _closed(text, *phrase, tables)
            for begin, end, value in _chosen(text, start, done, tables):
                parts += (plain[at:begin], value)
                at = end
    if not parts:
        return plain
    parts.append(plain[at:])
    return "".join(parts)


def _differing_at(text: str, place: int, tables: _Tables) -> tuple[int, int] | None:
    """A stretch around a telling character that is a phrase with a meaning of its own."""
    for candidates in (tables.after.get(text[place - 1 : place + 1]), tables.first.get(text[place : place + 2])):
        for offset, length in candidates or ():
            start = place - offset
            if start >= 0 and tables.phrases.get(text[start : start + length]) is not None:
                return start, min(start + length, len(text))
    return None


def _closed(text: str, start: int, end: int, tables: _Tables) -> tuple[int, int]:
    """The smallest stretch around `start`..`end` whose ends no phrase crosses."""
    at = start - 1
    while at >= 0 and at > start - tables.longest:
        if text[at : at + 2] in tables.lengths and at + next(_phrases_at(text, at, tables), 0) > start:
            start = at
        at -= 1
    at = start
    while at < end:
        end = max(end, at + next(_phrases_at(text, at, tables), 0))
        at += 1
    return start, end


def _phrases_at(text: str, start: int, tables: _Tables) -> Iterator[int]:
    """The lengths of the phrases that begin at `start`, longest first."""
    for length in tables.lengths.get(text[start : start + 2], ()):
        if text[start : start + length] in tables.phrases and start + length <= len(text):
            yield length


def _chosen(text: str, start: int, end: int, tables: _Tables) -> list[tuple[int, int, str]]:
    """The phrases that OpenCC would choose within a stretch, those that say something else than their characters.

    It chooses the longest first, leftmost on ties.
    """
    matches = [(-length, at) for at in range(start, end) for length in _phrases_at(text, at, tables)]
    taken = bytearray(end - start)
    chosen: list[tuple[int, int, str]] = []
    for minus_length, first in sorted(matches):
        last = first - minus_length
        # Shorter phrases never cover a longer one, so its ends tell whether a stretch is free.
        if not taken[first - start] and not taken[last - start - 1]:
            taken[first - start : last - start] = b"\1" * (last - first)
            if (value := tables.phrases[text[first:last]]) is not None:
                chosen.append((first, last, value))
    return sorted(chosen)


@cache
def _tables(conversion: Conversion) -> _Tables:
    variants = _read(_VARIANTS[conversion]) if conversion in _VARIANTS else {}
    changes = _Characters({ord(old): ord(new) for old, new in variants.items()})
    alone = _read(_CHARACTERS.get(conversion, "STCharacters"))
    characters = {**variants, **{old: new.translate(changes) for old, new in alone.items()}}
    table = _Characters({ord(old): ord(new) for old, new in characters.items()})
    phrases: dict[str, str | None] = {}
    for phrase, value in _pairs(_PHRASES.get(conversion, "STPhrases")):
        told = value.translate(changes) if variants else value
        phrases[phrase] = None if told == phrase.translate(table) else told
    if _SEPARATOR.search("".join(phrases)) is not None:
        phrases = {phrase: value for phrase, value in phrases.items() if not _SEPARATOR.search(phrase)}
    return _indexed(table, phrases)


def _indexed(table: _Characters, phrases: dict[str, str | None]) -> _Tables:
    after: dict[str, set[_Place]] = {}
    first: dict[str, set[_Place]] = {}
    telling: set[str] = set()
    for phrase, value in phrases.items():
        if value is None:
            continue
        for offset, (by_itself, here) in enumerate(zip(phrase.translate(table), value, strict=True)):
            if by_itself != here:
                telling.add(phrase[offset])
                pairs, pair = (after, phrase[offset - 1 : offset + 1]) if offset else (first, phrase[:2])
                pairs.setdefault(pair, set()).add(_Place(offset, len(phrase)))
    return _Tables(
        characters=table,
        phrases=phrases,
        lengths=_lengths(phrases),
        longest=max(map(len, phrases)),
        telling=re.compile(f"[{''.join(sorted(telling))}]"),
        after={pair: tuple(places) for pair, places in after.items()},
        first={pair: tuple(places) for pair, places in first.items()},
    )


def _lengths(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of phrases by their first two characters, the longest first; few tuples serve all."""
    found: dict[str, tuple[int, ...]] = {}
    longer: dict[tuple[tuple[int, ...], int], tuple[int, ...]] = {}
    for phrase in phrases:
        pair, length = phrase[:2], len(phrase)
        known = found.get(pair, ())
        if length not in known:
            if (known, length) not in longer:
                longer[known, length] = tuple(sorted((*known, length), reverse=True))
            found[pair] = longer[known, length]
    return found


def _read(name: str) -> dict[str, str]:
    """One of OpenCC's dictionaries; of several values it uses the first."""
    return dict(_pairs(name))


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    """The keys of one of OpenCC's dictionaries, each with its first value."""
    return ((line[1], line[2]) for line in _FIRST_VALUE.finditer(_dictionary(name)))


def _dictionary(name: str) -> str:
    """A dictionary of the installed package, whose own code need not be imported for that."""
    package = find_spec("opencc")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("opencc-python-reimplemented is not installed", name="opencc")
    return Path(package.origin).with_name("dictionary").joinpath(f"{name}.txt").read_text("utf-8")
