"""Where words stand in a key, for many askers at once: one look through the key finds the pieces of all that is asked for.

A piece is a few keys long. In a long key only every fourth place is looked at, for all pieces of the words that are looked
for, whatever they begin with: what has seven keys in common with a text has a piece in common with it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_GRAM = 4
"""Keys of a piece."""

_SHORT = 20_000
"""A key of so many is looked through at every place."""

_BUDGET = 400
"""So many places are followed up for some words, those of their rarest pieces first."""

_BIN = 16
"""Pieces whose places agree within so many keys speak for the same place."""

_CANDIDATES = 12
"""So many places are told, at most: those that most pieces speak for."""

MANY = 200
"""Words that stand in a key more often say nothing about where something is."""


class Occurrences:
    """Finds words in one key."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._step = 1 if len(key) <= _SHORT else _GRAM
        self._places: dict[str, list[int]] = {}
        self._expected: set[str] = set()

    def expect(self, words: Iterable[str]) -> None:
        """Say what will be looked for, so that one look through the key serves for all of it."""
        for one in words:
            for at in range(len(one) - _GRAM + 1):
                gram = one[at : at + _GRAM]
                if gram not in self._places:
                    self._expected.add(gram)

    def exactly(self, words: str) -> list[int]:
        """Where words stand as they are; of those that stand there all over, `MANY` places and one more."""
        block = self._rarest(words)
        if block is None:
            return places(self._key, words)
        found = {at - offset for offset in block for at in self._places[words[offset : offset + _GRAM]]}
        return [at for at in sorted(found) if at >= 0 and self._key.startswith(words, at)][: MANY + 1]

    def nearly(self, words: str) -> list[tuple[int, int]]:
        """Stretches of the key that have most in common with words, half-open; the best ones first."""
        grams = {offset: words[offset : offset + _GRAM] for offset in range(len(words) - _GRAM + 1)}
        self.expect([words])
        self._look_through()
        found = sorted(((self._places[gram], offset) for offset, gram in grams.items()), key=lambda one: len(one[0]))
        votes: Counter[int] = Counter()
        left = _BUDGET
        for at, offset in found:
            if at and len(at) > left:
                break
            left -= len(at)
            votes.update({(place - offset) // _BIN for place in at})
        return [self._stretch(number, words) for number in _best(votes)]

    def _stretch(self, number: int, words: str) -> tuple[int, int]:
        start = number * _BIN
        return max(0, start), min(len(self._key), start + 2 * _BIN + len(words))

    def _rarest(self, words: str) -> range | None:
        """The rarest neighbouring pieces of some words, as many as one must look for to miss no place.

        None where nobody expected the words, or they are too short.
        """
        self._look_through()
        if any(words[at : at + _GRAM] not in self._places for at in range(len(words) - _GRAM + 1)):
            return None
        count = len(words) - _GRAM + 1
        sizes = [len(self._places[words[at : at + _GRAM]]) for at in range(count)]
        starts = range(count - self._step + 1)
        first = min(starts, key=lambda at: sum(sizes[at : at + self._step]), default=None)
        return None if first is None else range(first, first + self._step)

    def _look_through(self) -> None:
        """Look for the pieces that are expected and were not looked for yet."""
        if not self._expected:
            return
        key = self._key
        found: dict[str, list[int]] = {gram: [] for gram in self._expected}
        for at in range(0, len(key) - _GRAM + 1, self._step):
            gram = key[at : at + _GRAM]
            if gram in found:
                found[gram].append(at)
        self._places.update(found)
        self._expected = set()


def places(key: str, words: str) -> list[int]:
    """Where words stand in a key: the first `MANY` places, and one more where there are more."""
    found: list[int] = []
    at = key.find(words) if words else -1
    while at >= 0 and len(found) <= MANY:
        found.append(at)
        at = key.find(words, at + 1)
    return found


def _best(votes: Counter[int]) -> list[int]:
    """The bins that most pieces speak for, together with the bin after each; none beside a better one."""
    both = {number: count + votes.get(number + 1, 0) for number, count in votes.items()}
    chosen: list[int] = []
    for number in sorted(both, key=lambda one: (-both[one], one)):
        if number - 1 not in chosen and number + 1 not in chosen:
            chosen.append(number)
            if len(chosen) == _CANDIDATES:
                break
    return chosen
