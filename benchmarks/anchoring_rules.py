"""How other tools find an annotation again, written anew after their documentation; none of them tells that it guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from benchmarks.approximate import matches

if TYPE_CHECKING:
    from reader.annotations.annotation import Target

Span = tuple[int, int]


def by_position(target: Target, text: str) -> Span | None:
    """What doccano, Label Studio and brat do: the offsets stand."""
    return (target.start, target.end) if target.end <= len(text) else None


def by_hypothesis(target: Target, text: str) -> Span | None:
    """The rules of Hypothesis's client: the position if the quote stands there, else the best match of the quote, with up to
    half of it wrong; quote counts 50, prefix and suffix 20 each, position 2; the best is taken, however good it is.
    """
    if text[target.start : target.end] == target.exact:
        return target.start, target.end
    found = [(at, at + len(target.exact), 0) for at in _all(text, target.exact)]
    if not found:
        near = matches(target.exact, text, min(256, len(target.exact) // 2))
        fewest = min((match.errors for match in near), default=0)
        found = [tuple(match) for match in near if match.errors == fewest]
    if not found:
        return None
    best = max(found, key=lambda one: _score(target, text, *one))
    return best[0], best[1]


def by_rapidfuzz(target: Target, text: str) -> Span | None:
    """The best partial match, if it is 80 % alike or more."""
    found = fuzz.partial_ratio_alignment(target.exact, text, score_cutoff=80)
    return None if found is None else (found.dest_start, found.dest_end)


def _score(target: Target, text: str, start: int, end: int, errors: int) -> float:
    prefix = text[max(0, start - len(target.prefix)) : start]
    suffix = text[end : end + len(target.suffix)]
    position = 1 - abs(start - target.start) / max(1, len(text))
    return (
        50 * (1 - errors / max(1, len(target.exact)))
        + 20 * Levenshtein.normalized_similarity(target.prefix, prefix)
        + 20 * Levenshtein.normalized_similarity(target.suffix, suffix)
        + 2 * position
    )


def _all(text: str, words: str) -> list[int]:
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


PEERS = {"position only": by_position, "Hypothesis": by_hypothesis, "rapidfuzz ≥ 80": by_rapidfuzz}
"""The rules, by their name."""
