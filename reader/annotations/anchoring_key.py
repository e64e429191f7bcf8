"""A text folded to what its words are: narrow, Simplified, in lower case, without blanks; each key knows its place in the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from reader.annotations.anchoring_grams import Occurrences
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
        self.key, self._specials = _keyed(text)
        self._text_starts = [special.text_start for special in self._specials]
        self._key_starts = [special.key_start for special in self._specials]

    @cached_property
    def occurrences(self) -> Occurrences:
        """Finds words in the key."""
        return Occurrences(self.key)

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
    return _keyed(text)[0]


class _Folds(dict[int, int]):
    """What each character becomes, as `str.translate` wants it; found out at the first time that it is met.

    Attributes:
        odd: The characters that do not become one: what each becomes. They are left as they are.
    """

    def __init__(self) -> None:
        super().__init__()
        self.odd: dict[str, str] = {}

    def __missing__(self, point: int) -> int:
        fold = _fold(chr(point))
        if len(fold) != 1:
            self.odd[chr(point)] = fold
        self[point] = ord(fold) if len(fold) == 1 else point
        return self[point]


_FOLDS = _Folds()


def _keyed(text: str) -> tuple[str, list[_Special]]:
    """The key, and where it is not as long as the text."""
    plain = text.translate(_FOLDS)
    if _FOLDS.odd.keys().isdisjoint(text):
        return plain, []
    pieces: list[str] = []
    specials: list[_Special] = []
    at = length = 0
    for found in re.finditer(f"[{re.escape(''.join(_FOLDS.odd))}]+", text):
        start, end = found.span()
        fold = _fold_of(found.group(), text[start - 1 : start], text[end : end + 1])
        pieces += (plain[at:start], fold)
        length += start - at
        specials.append(_Special(start, end, length, length + len(fold)))
        length += len(fold)
        at = end
    pieces.append(plain[at:])
    return "".join(pieces), specials


def _fold_of(stretch: str, before: str, after: str) -> str:
    fold = "".join(map(_FOLDS.odd.__getitem__, stretch))
    return fold or (" " if before.isdigit() and after.isdigit() else "")


def _fold(character: str) -> str:
    composed = unicodedata.normalize("NFKC", _ALIKE.get(character, character)).casefold()
    kept = (one for one in composed if not one.isspace() and unicodedata.category(one) != "Cf")
    simple = converted("".join(kept), Script.SIMPLIFIED)
    return _ALIKE.get(simple, simple)
