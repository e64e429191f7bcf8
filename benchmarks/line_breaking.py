"""Our line breaking beside libraries: rows that break a rule of Chinese, figures cut in two, room left unused.

    python -m benchmarks.peers line-breaking     # once: uniseg, budoux and wcwidth into an environment of their own
    python -m benchmarks.line_breaking [FOLDER]  # over the seeds and tests/data, at widths from 30 to 120

Each library says where a line may break; rows are then filled greedily, as ours are, with the same widths of characters.
What is measured are our rules (docs/line-breaking.md): the libraries have others, or none for terminals.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.peers import program
from reader.articles.library import find_files, load
from reader.errors import ReaderError
from reader.text.cells import NARROW
from reader.text.figures import figure_spans
from reader.text.lines import NEVER_FIRST, NEVER_LAST, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parent.parent
WIDTHS = range(30, 121, 10)
LIBRARIES = ("uniseg", "budoux", "wcwidth")

Rows = list[tuple[int, int]]


@dataclass
class Tally:
    """What was counted over all rows.

    Attributes:
        breaks: Ends of rows within a paragraph.
        ruled: How many of them break a rule.
        cut: How many of them cut a figure that fits into a row.
        words: How many of them cut a Latin word or number that fits into a row.
        unused: Cells left empty at them.
        cells: Cells of all these rows.
    """

    breaks: int = 0
    ruled: int = 0
    cut: int = 0
    words: int = 0
    unused: int = 0
    cells: int = 0


def main() -> None:
    """Print the table."""
    folders = [Path(word) for word in sys.argv[1:]] or [ROOT / "seeds", ROOT / "tests" / "data"]
    paragraphs = _paragraphs(folders)
    characters = sum(map(len, paragraphs))
    print(f"{len(paragraphs)} paragraphs, {characters:,} characters, widths {WIDTHS.start} to {WIDTHS.stop - 1}\n")
    print("| | breaks | break a rule | cut a figure | cut a word | room unused | characters/s |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    start = time.process_time()
    ours = [[rows_of(text, width, figure_spans(text)) for text in paragraphs] for width in WIDTHS]
    seconds = (time.process_time() - start) / len(WIDTHS)
    _print("ours", _counted(paragraphs, ours), characters / seconds)
    for name in LIBRARIES:
        answer = _asked(name, paragraphs)
        if answer is None:
            print(f"| {name} | not installed | | | | | |")
            continue
        offsets, seconds = answer
        rows = [
            [_filled(text, breaks, width) for text, breaks in zip(paragraphs, offsets, strict=True)] for width in WIDTHS
        ]
        _print(name, _counted(paragraphs, rows), characters / max(seconds, 1e-9))


def _paragraphs(folders: Sequence[Path]) -> list[str]:
    texts = []
    for file in find_files(folders):
        try:
            _, article = load(file)
        except ReaderError:
            continue
        texts += [paragraph.text for paragraph in article.paragraphs]
    return texts


def _asked(name: str, paragraphs: list[str]) -> tuple[list[list[int]], float] | None:
    """Where a library lets lines break, and how many seconds it thought."""
    python = program("line-breaking", "python")
    if python is None:
        return None
    probe = Path(__file__).with_name("line_breaking_probe.py")
    ran = subprocess.run(
        [str(python), str(probe), name], input=json.dumps(paragraphs), capture_output=True, text=True, check=True
    )
    answer = json.loads(ran.stdout)
    return answer["offsets"], answer["seconds"]


def _filled(text: str, breaks: Sequence[int], width: int) -> Rows:
    """Rows filled as far as the allowed breaks let them; what is wider than a row is cut where it must be."""
    ends = [0, *NARROW.ends(text)]
    rows: Rows = []
    start = last = 0
    for stop in breaks:
        if ends[len(text[:stop].rstrip())] - ends[start] > width:
            if last > start:
                rows.append((start, last))
                start = last
            while ends[len(text[:stop].rstrip())] - ends[start] > width:
                cut = next(at for at in range(start + 1, stop + 1) if ends[at] - ends[start] > width) - 1
                cut = max(cut, start + 1)
                rows.append((start, cut))
                start = cut
        last = stop
    if start < len(text) or not rows:
        rows.append((start, len(text)))
    return rows


def _counted(paragraphs: list[str], laid_out: list[list[Rows]]) -> Tally:
    tally = Tally()
    for width, all_rows in zip(WIDTHS, laid_out, strict=True):
        for text, rows in zip(paragraphs, all_rows, strict=True):
            figures = [span for span in figure_spans(text) if NARROW.of(text[slice(*span)]) <= width]
            for (start, stop), _ in pairwise(rows):
                _count_break(tally, text, start, stop, width)
                tally.cut += any(first < stop < last for first, last in figures)
    return tally


def _count_break(tally: Tally, text: str, start: int, stop: int, width: int) -> None:
    row = text[start:stop].rstrip()
    tally.breaks += 1
    tally.ruled += text[stop : stop + 1] in NEVER_FIRST or row[-1:] in NEVER_LAST
    tally.words += _is_within(text, stop, str.isascii)
    tally.unused += max(0, width - NARROW.of(row))
    tally.cells += width


def _is_within(text: str, stop: int, is_of: Callable[[str], bool]) -> bool:
    """Whether letters or digits of one word stand on both sides of a break."""
    before, after = text[stop - 1 : stop], text[stop : stop + 1]
    return all(one.isalnum() and is_of(one) for one in (before, after))


def _print(name: str, tally: Tally, speed: float) -> None:
    shares = (tally.ruled, tally.cut, tally.words)
    told = " | ".join(f"{share:,} ({share / max(1, tally.breaks):.1%})" for share in shares)
    print(f"| {name} | {tally.breaks:,} | {told} | {tally.unused / max(1, tally.cells):.1%} | {speed:,.0f} |")


if __name__ == "__main__":
    main()
