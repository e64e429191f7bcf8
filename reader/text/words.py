"""Words of Chinese text: the division that costs least by how frequent words are.

A unigram model over the words of a frequency list (see `scripts/make_words.py`), solved by dynamic programming. The list
is read when the first word is asked for. Runs of other letters and of digits are one word each.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

from reader.text.script import Script, converted

FILE = Path(__file__).with_name("words.txt.gz")
LONGEST = 4
"""Characters of the longest word in the list."""

_UNKNOWN = 220
"""Cost of a character that the list does not have, in tenths of the negative natural logarithm of its share."""

_NEVER = 10**6
"""Cost of several characters that the list does not have as a word: more than that of any division into single ones."""

_HAN = "〇々\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
_RUN = re.compile(rf"(?P<han>[{_HAN}]+)|(?:[^\W{_HAN}]|[.．%％＋+-])+")


@cache
def costs() -> dict[str, int]:
    """How rare each word is: tenths of the negative natural logarithm of its share of all words."""
    found: dict[str, int] = {}
    for line in gzip.decompress(FILE.read_bytes()).decode("utf-8").splitlines():
        cost, _, words = line.partition(" ")
        found.update(dict.fromkeys(words.split(" "), int(cost)))
    return found


def word_spans(text: str) -> list[tuple[int, int]]:
    """The words of a text in either script, in code points; marks and blanks belong to none."""
    spans: list[tuple[int, int]] = []
    for run in _RUN.finditer(converted(text, Script.SIMPLIFIED)):
        if run["han"]:
            spans += [(run.start() + a, run.start() + b) for a, b in _divided(run["han"])]
        else:
            spans.append(run.span())
    return spans


def _divided(run: str) -> list[tuple[int, int]]:
    """The cheapest division of a run of Han characters."""
    known = costs()
    best = [0] * (len(run) + 1)
    start = [0] * (len(run) + 1)
    for end in range(1, len(run) + 1):
        best[end], start[end] = min(
            (best[at] + known.get(run[at:end], _UNKNOWN if end - at == 1 else _NEVER), at)
            for at in range(max(0, end - LONGEST), end)
        )
    spans = []
    end = len(run)
    while end:
        spans.append((start[end], end))
        end = start[end]
    return spans[::-1]
