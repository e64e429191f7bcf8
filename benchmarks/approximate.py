"""Searching with errors: Myers' bit-vector (J. ACM 46, 1999), whose rows Python's integers hold at any length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORT = 20_000
"""A text of so many keys is searched whole; in a longer one only around the pieces of the pattern that it holds."""

_MOST = 400
"""A piece that a long text holds more often says nothing about where the pattern is."""


class Match(NamedTuple):
    """A place that a pattern may be at, half-open, with how many keys differ."""

    start: int
    end: int
    errors: int


def matches(pattern: str, text: str, limit: int) -> list[Match]:
    """The places in a text where a pattern stands with at most `limit` errors, each as good as none beside it."""
    found: list[Match] = []
    for first, last in _windows(pattern, text, limit):
        for end, errors in _ends(pattern, text[first:last], limit):
            start = first + end - _length(pattern, text[max(first, first + end - len(pattern) - limit) : first + end])
            found.append(Match(start, first + end, errors))
    return found


def _ends(pattern: str, text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Where matches end: of each run of ends within the limit the best one."""
    best: tuple[int, int] | None = None
    for end, errors in enumerate(_distances(pattern, text, free=True), 1):
        if errors <= limit and (best is None or errors < best[1]):
            best = end, errors
        elif best is not None and (errors > limit or end - best[0] > len(pattern)):
            yield best
            best = None
    if best is not None:
        yield best


def _length(pattern: str, text: str) -> int:
    """How many characters at the end of `text` are nearest to the pattern; among equals, the length nearest to its own."""
    distances = _distances(pattern[::-1], text[::-1], free=False)
    scores = [(errors, abs(length - len(pattern)), length) for length, errors in enumerate(distances, 1)]
    return min(scores)[2] if scores else 0


def _distances(pattern: str, text: Iterable[str], *, free: bool) -> Iterator[int]:
    """The edit distance of a pattern to what ends at each character of a text: anywhere begun where `free`, else at 0."""
    masks: dict[str, int] = {}
    for index, character in enumerate(pattern):
        masks[character] = masks.get(character, 0) | 1 << index
    every, last = (1 << len(pattern)) - 1, 1 << (len(pattern) - 1)
    rises, falls, errors = every, 0, len(pattern)
    for character in text:
        equal = masks.get(character, 0)
        same = (((equal & rises) + rises) ^ rises) | equal | falls
        up = falls | ~(same | rises) & every
        down = same & rises
        errors += bool(up & last) - bool(down & last)
        up = up << 1 | (not free)
        rises = (down << 1 | ~(same | up)) & every
        falls = up & same & every
        yield errors


def _windows(pattern: str, text: str, limit: int) -> list[tuple[int, int]]:
    """The stretches of a text that may hold the pattern: of `limit` + 1 pieces of it, one must stand there unharmed."""
    if len(text) <= _SHORT:
        return [(0, len(text))]
    size = len(pattern) // (limit + 1)
    spans: list[tuple[int, int]] = []
    for offset in range(0, size * (limit + 1), max(1, size)):
        places = _places(text, pattern[offset : offset + size])
        spans += [(at - offset - limit, at - offset + len(pattern) + limit) for at in places]
    return _joined(spans, len(text))


def _places(text: str, piece: str) -> list[int]:
    found: list[int] = []
    at = text.find(piece) if piece else -1
    while at >= 0:
        found.append(at)
        if len(found) > _MOST:
            return []
        at = text.find(piece, at + 1)
    return found


def _joined(spans: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(length, end)) for start, end in spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined
