"""What became of each stretch of a text in a later one: a map through their differences.

Clauses whose beginning stands once in each text, in the same order, pin the two together (as patience diff does with lines);
between pins, and only where somebody asks, the differences are looked at character by character. So long texts cost no
more than one look through each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from reader.text.patterns import lazy

EQUAL = 0.75
"""A stretch is still there if so much of it is."""

_NEAR = 16
"""So many keys on each side of a stretch are what stands around it."""

_HELD = 0.6
"""What stands around a stretch is still there if so much of it is, on each side."""

_BEGINNING = 12
"""Keys that tell one clause from another."""

_MARGIN = 48
"""Differences are looked at from so many keys before a stretch to as many after it, at least."""

_STEP = 64
"""Keys between pins where two texts are the same."""

_LONG = 4_000
"""A longer stretch between pins is searched for clauses that stand only there once."""

_DEEPEST = 4
"""Stretches are searched for clauses inside stretches, so many times at most."""

_LARGEST = 400_000_000
"""Two stretches with a greater product of lengths are not compared by character: that takes over 0.1 s."""

_CLAUSE_END = lazy(r"[-,.;:!?、。\"'()]")

Pin = tuple[int, int]
"""Keys of the two texts that stand for each other."""


class Block(NamedTuple):
    """Keys that are equal in both texts."""

    old: int
    new: int
    length: int


class Image(NamedTuple):
    """Where a stretch of the old text is in the new one.

    Attributes:
        start: Its first key there.
        end: The key after its last; `start` where nothing is left of it.
        equal: How much of it is still there, 0 to 1.
        held: Whether what stood before and after it still stands there, so that it was changed in place.
        copied: Whether it stands there more often than it did, so that nobody can say which one it is.
    """

    start: int
    end: int
    equal: float
    held: bool
    copied: bool


class _Region(NamedTuple):
    """Two stretches that stand for each other, and what is equal in them."""

    old: tuple[int, int]
    new: tuple[int, int]
    blocks: list[Block]


class Alignment:
    """The map from an old text to a new one, both as keys."""

    def __init__(self, old: str, new: str, pins: list[Pin] | None = None) -> None:
        self._old, self._new = old, new
        self._pins = _pins(old, new) if pins is None else pins
        self._starts = [pin[0] for pin in self._pins]
        self._regions: dict[tuple[int, int], _Region | None] = {}
        self._back: Alignment | None = None

    @property
    def back(self) -> Alignment:
        """The map from the new text to the old one."""
        if self._back is None:
            self._back = Alignment(self._new, self._old, [(new, old) for old, new in self._pins])
        return self._back

    def image(self, start: int, end: int) -> Image | None:
        """Where keys `start` to `end` are now; None where the texts differ too much to say."""
        region = self._region(start, end)
        if region is None:
            return None
        first, last = _edges(region, start, end)
        return Image(
            first,
            last,
            _shared(region.blocks, start, end) / max(1, end - start),
            self._is_held(region, start, end),
            self._is_copied(region, start, end),
        )

    def _region(self, start: int, end: int) -> _Region | None:
        low = max(0, bisect_right(self._starts, start - _MARGIN) - 1)
        high = min(len(self._pins) - 1, bisect_left(self._starts, end + _MARGIN))
        if (low, high) not in self._regions:
            (i, j), (last_i, last_j) = self._pins[low], self._pins[high]
            self._regions[low, high] = self._compared((i, last_i), (j, last_j))
        return self._regions[low, high]

    def _compared(self, old: tuple[int, int], new: tuple[int, int]) -> _Region | None:
        if (old[1] - old[0]) * (new[1] - new[0]) > _LARGEST:
            return None
        from rapidfuzz.distance import Levenshtein  # only needed when a text has changed

        steps = Levenshtein.opcodes(self._old[slice(*old)], self._new[slice(*new)])
        blocks = [
            Block(old[0] + step.src_start, new[0] + step.dest_start, step.src_end - step.src_start)
            for step in steps
            if step.tag == "equal"
        ]
        return _Region(old, new, blocks)

    def _is_held(self, region: _Region, start: int, end: int) -> bool:
        (first, last), blocks = region.old, region.blocks
        before, after = max(first, start - _NEAR), min(last, end + _NEAR)
        return (
            _shared(blocks, before, start) >= _HELD * (start - before)
            and _shared(blocks, end, after) >= _HELD * (after - end)
        )  # fmt: skip

    def _is_copied(self, region: _Region, start: int, end: int) -> bool:
        untouched = self._old[slice(*region.old)] == self._new[slice(*region.new)]
        sides = self._old[max(region.old[0], start - _NEAR) : end], self._old[start : min(region.old[1], end + _NEAR)]
        counts = [(self._old.count(words, *region.old), self._new.count(words, *region.new)) for words in sides]
        return any(new > old or (max(old, new) > 1 and not untouched) for old, new in counts)


def _edges(region: _Region, start: int, end: int) -> tuple[int, int]:
    """The stretch of the new text that keys `start` to `end` became."""
    left, right = (region.old[0], region.new[0]), (region.old[1], region.new[1])
    first, last = right, left
    for block in region.blocks:
        if block.old < start:
            size = min(block.length, start - block.old)
            left = block.old + size, block.new + size
        if block.old < end and block.old + block.length > start:
            skipped, size = max(0, start - block.old), min(block.length, end - block.old)
            first = min(first, (block.old + skipped, block.new + skipped))
            last = block.old + size, block.new + size
        if block.old + block.length > end:
            skipped = max(0, end - block.old)
            right = block.old + skipped, block.new + skipped
            break
    begin = first[1] if first[0] == start else min(left[1] + start - left[0], first[1], right[1])
    finish = last[1] if last[0] == end else max(right[1] - (right[0] - end), last[1], begin)
    return begin, finish


def _shared(blocks: list[Block], start: int, end: int) -> int:
    """How many of the keys `start` to `end` are still there."""
    return sum(max(0, min(block.old + block.length, end) - max(block.old, start)) for block in blocks)


def _pins(old: str, new: str) -> list[Pin]:
    """Keys that stand for each other, rising in both texts, from the beginnings to the ends."""
    shortest = min(len(old), len(new))
    before = _common(old, new)
    after = min(_common(old[::-1], new[::-1]), shortest - before)
    pins = [(key, key) for key in range(0, before, _STEP)]
    inner = _Stretch(before, len(old) - after, before, len(new) - after)
    pins += [(inner.old_start, inner.new_start), *_between(old, new, inner, _DEEPEST)]
    pins += [(len(old) - key, len(new) - key) for key in range(after, 0, -_STEP)]
    pins.append((len(old), len(new)))
    return [pin for index, pin in enumerate(pins) if not index or pin > pins[index - 1]]


class _Stretch(NamedTuple):
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def _between(old: str, new: str, stretch: _Stretch, depth: int) -> list[Pin]:
    """Pins inside a stretch of both texts."""
    ours = _beginnings(old, stretch.old_start, stretch.old_end)
    theirs = _beginnings(new, stretch.new_start, stretch.new_end)
    both = [(at, theirs[words]) for words, at in ours.items() if at >= 0 and theirs.get(words, -1) >= 0]
    chain = _rising(sorted(both))
    if not chain or not depth:
        return chain
    pins: list[Pin] = []
    edges = [(stretch.old_start, stretch.new_start), *chain, (stretch.old_end, stretch.new_end)]
    for (i, j), (last_i, last_j) in pairwise(edges):
        pins.append((i, j))
        if min(last_i - i, last_j - j) > _LONG:
            pins += _between(old, new, _Stretch(i + 1, last_i, j + 1, last_j), depth - 1)
    return pins[1:]


def _beginnings(key: str, start: int, end: int) -> dict[str, int]:
    """Where each beginning of a clause stands; -1 for those that stand more than once."""
    found: dict[str, int] = {}
    at = start
    for clause in _CLAUSE_END.split(key[start:end]):
        if clause and start < at <= end - _BEGINNING:
            words = key[at : at + _BEGINNING]
            found[words] = -1 if words in found else at
        at += len(clause) + 1
    return found


def _rising(pairs: list[Pin]) -> list[Pin]:
    """The longest chain of pairs that rise in both texts; the pairs come sorted by the first."""
    ends: list[int] = []
    chain: list[int] = []
    before: list[int] = []
    for index, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at)
        if length == len(ends):
            ends.append(at)
            chain.append(index)
        else:
            ends[length], chain[length] = at, index
        before.append(chain[length - 1] if length else -1)
    found = []
    index = chain[-1] if chain else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
