"""A text folded to what its words are: narrow, Simplified, in lower case, without blanks; each key knows its place in the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from reader.text.script import Script, converted

_ALIKE = {**dict.fromkeys("“”„‟「」『』﹁﹂﹃﹄", '"'), **dict.fromkeys("‘’‚‛", "'"), "著": "着"}
"""Marks and characters that a page writes one way today and another way tomorrow."""


class _Special(NamedTuple):
    """A stretch of the text that is not as long as its keys, half-open in both."""

    text_start: int
    text_end: int
    key_start: int
    key_end: int


class FoldedText:
    """A text and its key.

    Widths, scripts, letter cases, kinds of quotation marks and blanks make no difference in a key; a blank between two
    digits does, for it may keep two figures apart.

    Attributes:
        text: The text.
        key: Its key.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        folds = _folds(text)
        self.key, self._specials = _keyed(text, folds)
        self._text_starts = [special.text_start for special in self._specials]
        self._key_starts = [special.key_start for special in self._specials]

    def key_at(self, offset: int) -> int:
        """The first key that comes from `offset` of the text or after it."""
        index = bisect_right(self._text_starts, offset) - 1
        if index < 0:
            return offset
        special = self._specials[index]
        if offset < special.text_end:
            return special.key_start if offset == special.text_start else special.key_end
        return special.key_end + offset - special.text_end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text that keys `start` to `end` come from; at least one key."""
        return self._origin(start)[0], self._origin(max(start, end - 1))[1]

    def _origin(self, key: int) -> tuple[int, int]:
        index = bisect_right(self._key_starts, key) - 1
        if index < 0:
            return key, key + 1
        special = self._specials[index]
        if key < special.key_end:
            return special.text_start, special.text_end
        start = special.text_end + key - special.key_end
        return start, start + 1


def folded(text: str) -> str:
    """The key of a short text."""
    return _keyed(text, _folds(text))[0]


def _keyed(text: str, folds: dict[str, str]) -> tuple[str, list[_Special]]:
    """The key, and where it is not as long as the text."""
    plain = text.translate({ord(character): fold for character, fold in folds.items() if len(fold) == 1})
    odd = "".join(character for character, fold in folds.items() if len(fold) != 1)
    if not odd:
        return plain, []
    pieces: list[str] = []
    specials: list[_Special] = []
    at = length = 0
    for found in re.finditer(f"[{re.escape(odd)}]+", text):
        start, end = found.span()
        fold = _fold_of(found.group(), text[start - 1 : start], text[end : end + 1], folds)
        pieces += (plain[at:start], fold)
        length += start - at
        specials.append(_Special(start, end, length, length + len(fold)))
        length += len(fold)
        at = end
    pieces.append(plain[at:])
    return "".join(pieces), specials


def _fold_of(stretch: str, before: str, after: str, folds: dict[str, str]) -> str:
    fold = "".join(map(folds.__getitem__, stretch))
    return fold or (" " if before.isdigit() and after.isdigit() else "")


def _folds(text: str) -> dict[str, str]:
    """What each character of a text becomes; every one is named, for `translate` is slow where one is missing."""
    return {character: _fold(character) for character in set(text)}


@lru_cache(maxsize=1 << 16)
def _fold(character: str) -> str:
    composed = unicodedata.normalize("NFKC", _ALIKE.get(character, character)).casefold()
    kept = (one for one in composed if not one.isspace() and unicodedata.category(one) != "Cf")
    simple = converted("".join(kept), Script.SIMPLIFIED)
    return _ALIKE.get(simple, simple)
