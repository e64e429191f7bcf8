"""What word segmentation would add to indicators: verbs taken off a phrase only where a word of a dictionary begins and ends.

The segmenter is the one that damaged text is restored with (106,000 words with their frequencies, the likeliest division).
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import benchmarks.claims as bench
from benchmarks.claims_ablation import without
from reader.claims import phrase_edges
from reader.text.words import word_spans

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

SETS = ("dev", "gold", "held", "blind2", "blind6", "blind7", "blind8", "blind9", "news")
_CHARACTERS = 40_000


class _AtWords:
    """A pattern that finds only what begins and ends where words do."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in a stretch of text that cut no word."""
        begins = {start + first for first, _ in word_spans(text[start:end])} | {end}
        return (one for one in self._pattern.finditer(text, start, end) if {one.start(), one.end()} <= begins)


def _right(name: str) -> float:
    """The share of right indicators of a set."""
    return float(json.loads(bench.scored(name).splitlines()[-1])["fields"]["indicator"])


def main() -> None:
    """Print the share of right indicators without and with words, and what words cost."""
    text = bench.varied(_CHARACTERS)
    start = time.process_time()
    word_spans("词")
    print(f"loading the words     {1000 * (time.process_time() - start):8.0f} ms")
    print(f"{'':14}" + "".join(f"{name:>8}" for name in SETS) + "   characters/s")
    for label, pattern in (("without words", phrase_edges.VERB), ("with words", _AtWords(phrase_edges.VERB))):
        with without(phrase_edges, "VERB", pattern):
            right = [_right(name) for name in SETS]
            spent = min(bench.seconds(text, whole=True) for _ in range(3))
        print(f"{label:14}" + "".join(f"{share:8.3f}" for share in right) + f"{_CHARACTERS / spent:15,.0f}")


if __name__ == "__main__":
    main()
