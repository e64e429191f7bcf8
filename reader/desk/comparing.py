"""What is other in a sentence than it was, for two columns side by side."""

from __future__ import annotations

from typing import NamedTuple

from reader.text.patterns import lazy

LONGEST = 120
"""Code points of a sentence that are shown, at most; of a longer one those around what is other."""

_BEFORE = 40
"""Of these, what stands before the first difference."""


_WORD = lazy(r"(?s)\d[\d.,]*[%‰％]?|[A-Za-z]+|.")
"""What is the same as a whole or not at all: a number, a Latin word, any other character."""


class Part(NamedTuple):
    """Some words of a sentence.

    Attributes:
        text: The words; empty where the other sentence has words that this one lacks.
        differs: Whether the other sentence has others in their place.
    """

    text: str
    differs: bool


def compared(was: str, now: str) -> tuple[list[Part], list[Part]]:
    """Two versions of a sentence in parts that are the same and parts that are not, one list for each."""
    from rapidfuzz.distance import Levenshtein  # only needed when a text has changed

    was, now = _around_difference(was, now)
    old: list[Part] = []
    new: list[Part] = []
    words, others = _WORD.findall(was), _WORD.findall(now)
    steps = Levenshtein.opcodes(words, others)
    for at, step in enumerate(steps):
        same = words[step.src_start : step.src_end]
        alone = 0 < at < len(steps) - 1 and len(same) == 1 and same[0].isalpha()
        differs = step.tag != "equal" or alone  # between two changes a character that stayed tells nothing
        _append(old, "".join(words[step.src_start : step.src_end]), differs=differs)
        _append(new, "".join(others[step.dest_start : step.dest_end]), differs=differs)
    return old, new


def _around_difference(was: str, now: str) -> tuple[str, str]:
    """Both sentences, the long ones cut to what stands around their first difference."""
    alike = next((at for at, (one, other) in enumerate(zip(was, now, strict=False)) if one != other), 0)
    first = max(0, alike - _BEFORE) if max(len(was), len(now)) > LONGEST else 0
    return _cut(was, first), _cut(now, first)


def _cut(text: str, first: int) -> str:
    last = first + LONGEST
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def _append(parts: list[Part], text: str, *, differs: bool) -> None:
    if parts and parts[-1].differs == differs:
        parts[-1] = Part(parts[-1].text + text, differs)
    else:
        parts.append(Part(text, differs))
