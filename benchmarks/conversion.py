"""Script conversion: speed against opencc-python-reimplemented in the same run, and OpenCC's own test cases.

Those cases are OpenCC's (Apache 2.0) and not kept here: put a clone of its repository, or its source
distribution unpacked, at `benchmarks/.venvs/OpenCC`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from opencc import OpenCC

from reader.text import conversion as rooms
from reader.text.conversion import Conversion, convert, convert_traced
from reader.text.traced import TracedText

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
CASES = HERE / ".venvs" / "OpenCC" / "test" / "testcases" / "testcases.json"
ARTICLES = sorted((HERE.parent / "tests" / "data" / "gold" / "clean").glob("*.txt"))
_REPEATS = 7


def main() -> None:
    """Print speeds, then how many of OpenCC's cases agree."""
    simplified = "\n".join(file.read_text("utf-8") for file in ARTICLES) * 4
    traditional = OpenCC("s2t").convert(simplified)
    print(
        f"{'':6} {'tables':>9} {'ours':>12} {'traced':>12} {'opencc-python':>14} {'ratio':>6} (million characters a second)"
    )
    for conversion in Conversion:
        _speed(conversion, traditional if conversion is Conversion.T2S else simplified)
    _agreement()


def _speed(conversion: Conversion, text: str) -> None:
    rooms._tables.cache_clear()
    begin = process_time()
    rooms._tables(conversion)
    loading = process_time() - begin
    theirs = OpenCC(str(conversion))
    begin = perf_counter()
    expected = theirs.convert(text)
    peer = perf_counter() - begin
    traced = TracedText.of_source(text)
    ours = min(_seconds(lambda: convert(text, conversion)) for _ in range(_REPEATS))
    with_trace = min(_seconds(lambda: convert_traced(traced, conversion)) for _ in range(_REPEATS))
    million = len(text) / 1e6
    same = convert(text, conversion).replace("着", "著") == expected.replace("着", "著")
    print(
        f"{conversion:6} {loading * 1000:6.1f} ms {million / ours:12.2f} {million / with_trace:12.2f} {million / peer:14.2f} "
        f"{peer / ours:5.1f}x {'identical' if same else 'DIFFERENT'}"
    )


def _seconds(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    return perf_counter() - begin


def _agreement() -> None:
    if not CASES.exists():
        print("OpenCC's own test cases are not installed (see the first lines of this file).")
        return
    # OpenCC's own reader takes a comma before a closing brace; JSON does not.
    cases = json.loads(re.sub(r",(\s*[}\]])", r"\1", CASES.read_text("utf-8")))["cases"]
    for conversion in Conversion:
        agreed = as_peer = total = 0
        peer = OpenCC(str(conversion))
        for case in cases:
            wanted = case["expected"].get(str(conversion))
            if wanted is None:
                continue
            total += 1
            got = convert(case["input"], conversion)
            agreed += got == wanted
            as_peer += got != wanted and got == peer.convert(case["input"])
        print(
            f"{conversion}: {agreed} of {total} of OpenCC's own cases agree; of the rest, {as_peer} come out as "
            "opencc-python-reimplemented gives them (its dictionaries are older), the others differ by `zhe.txt`"
        )


if __name__ == "__main__":
    main()
