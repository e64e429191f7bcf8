"""Pinyin that a mirror engine put after characters (`區(qū)`, `經(jing)(jing)`): told apart from a writer's own, and taken out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.block import Block
from reader.text.traced import Edit, TracedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

SYLLABLE = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,6}"
"""What a syllable in pinyin may look like, as a regular expression."""

_PINYIN = re.compile(rf"(?:\({SYLLABLE}\))+")

_EVERYWHERE = 0.9
"""An engine annotates a character at each of its occurrences; a damaged or quoted one may be spared."""

_MOSTLY = 0.5
"""In a page that an engine went over, this share is enough for the other characters: what was added later is plain."""

_CHARACTERS = 3
_SPOTS = 10
"""An engine annotates several characters, in many places; a writer helps with one or two."""


class Cleaned(NamedTuple):
    """What is left, and what went.

    Attributes:
        blocks: The blocks without the pinyin.
        artefacts: The pinyin, each as a block of its own.
        annotated: The characters that it stood after.
    """

    blocks: list[Block]
    artefacts: list[Block]
    annotated: frozenset[str]


def without_pinyin(blocks: Sequence[Block]) -> Cleaned:
    """The blocks of a page without the pinyin that an engine put in; the same blocks where there is none."""
    annotated = annotated_characters(block.text for block in blocks)
    if not annotated:
        return Cleaned(list(blocks), [], annotated)
    cleaned: list[Block] = []
    artefacts: list[Block] = []
    for block in blocks:
        spans = artefact_spans(block.text, annotated)
        artefacts.extend(Block(block.content.slice(*span)) for span in spans)
        cleaned.append(replace(block, content=_without(block.content, spans)) if spans else block)
    return Cleaned(cleaned, artefacts, annotated)


def annotated_characters(texts: Iterable[str]) -> frozenset[str]:
    """The characters that an engine annotated in these texts of one page; none where a writer did it, if anybody.

    The evidence: only Traditional characters, each with a valid reading, nearly everywhere, several of them, often.
    """
    pages = list(texts)
    spots = Counter(base for text in pages if "(" in text for base, _, _ in _spots(text))
    if spots.total() < _SPOTS or len(spots) < _CHARACTERS:
        return frozenset()
    totals = {base: sum(text.count(base) for text in pages) for base in spots}
    everywhere = {base for base, count in spots.items() if count >= _EVERYWHERE * totals[base]}
    if len(everywhere) < _CHARACTERS or sum(spots[base] for base in everywhere) < _SPOTS:
        return frozenset()
    return frozenset(base for base, count in spots.items() if count >= _MOSTLY * totals[base])


def artefact_spans(text: str, annotated: frozenset[str]) -> list[tuple[int, int]]:
    """Where pinyin stands after the annotated characters, parentheses included."""
    if "(" not in text:
        return []
    return [(start, end) for base, start, end in _spots(text) if base in annotated]


def drop_pinyin(text: TracedText, annotated: frozenset[str]) -> TracedText:
    """The text without the pinyin after the annotated characters; what stays still points at its source."""
    return _without(text, artefact_spans(text.text, annotated))


def is_reading(character: str, syllable: str) -> bool:
    """Whether a Traditional-only character may be read so, with or without its tone."""
    known = _readings().get(character, frozenset())
    return syllable in known or (syllable.isascii() and syllable in {toneless(reading) for reading in known})


def toneless(syllable: str) -> str:
    """A syllable without its tone, ü as u: as engines that cannot write accents write it."""
    return "".join(c for c in unicodedata.normalize("NFD", syllable) if not unicodedata.combining(c))


def _without(text: TracedText, spans: Iterable[tuple[int, int]]) -> TracedText:
    return text.edited(Edit(start, end) for start, end in spans)


def _spots(text: str) -> Iterator[tuple[str, int, int]]:
    """Characters with valid pinyin, and where that begins and ends."""
    for found in _PINYIN.finditer(text):
        start, end = found.span()
        base = text[start - 1 : start]
        if base not in _readings():
            continue
        if all(is_reading(base, syllable) for syllable in text[start + 1 : end - 1].split(")(")):
            yield base, start, end


@cache
def _readings() -> Mapping[str, frozenset[str]]:
    lines = Path(__file__).with_name("readings.txt").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {character: frozenset(readings.split(" ")) for character, readings in pairs}
