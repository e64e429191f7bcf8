"""Where a library lets a line break: run by `benchmarks.line_breaking` in the environment of the libraries.

python line_breaking_probe.py LIBRARY < paragraphs.json > offsets.json
"""

from __future__ import annotations

import json
import sys
import time
from itertools import accumulate


def by_uniseg():
    from uniseg.linebreak import line_break_units

    return lambda text: list(line_break_units(text))


def by_budoux():
    import budoux

    return budoux.load_default_simplified_chinese_parser().parse


def by_wcwidth():
    from wcwidth import wcwidth  # tells widths only: every character may begin a row

    return lambda text: list(text) if wcwidth("中") == 2 else []


if __name__ == "__main__":
    units = globals()[f"by_{sys.argv[1]}"]()
    texts = json.load(sys.stdin)
    start = time.process_time()
    offsets = [list(accumulate(map(len, units(text)))) if text else [] for text in texts]
    json.dump({"offsets": offsets, "seconds": time.process_time() - start}, sys.stdout)
