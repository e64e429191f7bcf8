"""Write `reader/text/words.txt.gz`: how frequent Chinese words and characters are.

    python scripts/make_words.py DICT

DICT is `dict.txt` of jieba (MIT licence), whose lines are `word frequency tag`; it is needed to make the file, never to run
reader. Kept are single characters and words of two to four of them that are not rare. One line holds all words of about
one cost: tenths of the negative natural logarithm of their share of all words.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import defaultdict
from pathlib import Path

FILE = Path(__file__).parents[1] / "reader" / "text" / "words.txt.gz"
LONGEST = 4
RAREST = 10
"""Words that jieba counted less often are left out; single characters are all kept."""


def main() -> None:
    """Make the file anew."""
    counts: dict[str, int] = {}
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        word, count, *_ = line.split(" ")
        if all("\u4e00" <= character <= "\u9fff" for character in word):
            counts[word] = int(count)
    total = sum(counts.values())
    letters: dict[str, int] = defaultdict(int)
    for word, count in counts.items():
        for character in word:
            letters[character] += count
    by_cost: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if 2 <= len(word) <= LONGEST and count >= RAREST:
            by_cost[_cost(count / total)].append(word)
    for character, count in letters.items():
        # A character that mostly stands in words is less likely alone; a tenth of its uses keeps names possible.
        by_cost[_cost(max(counts.get(character, 0), count / 10) / total)].append(character)
    lines = (f"{cost} {' '.join(sorted(words))}\n" for cost, words in sorted(by_cost.items()))
    FILE.write_bytes(gzip.compress("".join(lines).encode("utf-8"), 9, mtime=0))


def _cost(share: float) -> int:
    return round(-10 * math.log(max(share, 1e-9)))


if __name__ == "__main__":
    main()
