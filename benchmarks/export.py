"""How long 100,000 annotations take to go out, and how much memory, against Python's bare csv module on the same rows.

    python -m benchmarks export

Times are of one core; CPU seconds do not count what other programs on the machine took. Memory is the most that a process of its
own held (Linux), for a tenth of the annotations and for all of them, which come one by one.
"""

from __future__ import annotations

import csv
import gc
import subprocess
import sys
import time
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.sample_annotations import article_of, sample
from reader.annotations.repository import Repository
from reader.exchange.cells import cells_of
from reader.exchange.columns import COLUMNS
from reader.exchange.format import Wishes
from reader.exchange.registry import all_formats

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotations.annotation import Annotation

COUNT = 100_000
_TURNS = 3

# getrusage would tell of the parent: its peak is handed down.
_MEMORY = """
import re, sys
from pathlib import Path
from benchmarks.sample_annotations import sample
from reader.exchange.format import Wishes
from reader.exchange.registry import format_named
with open(sys.argv[3], "wb") as out:
    format_named(sys.argv[1]).write(out, sample(int(sys.argv[2]), hostile=False), Wishes())
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def main() -> None:
    """Print the tables."""
    annotations = list(sample(COUNT, hostile=False))
    gc.freeze()
    with TemporaryDirectory() as name:
        folder = Path(name)
        _formats(annotations, folder)
        _memory(folder)
        _whole_command(annotations[: COUNT // 10], folder)


def _formats(annotations: list[Annotation], folder: Path) -> None:
    bare, _ = min(_timed(lambda: _bare(annotations, folder / "bare")) for _ in range(_TURNS))
    print(f"{COUNT} annotations, {len(COLUMNS)} columns   CPU s   wall s   x bare csv      MB")
    print(f"{'bare csv module':<36}{bare:>7.2f}")
    for form in all_formats().values():
        file = folder / f"a{form.suffix}"

        def write(file: Path = file, write: Callable[..., object] = form.write) -> None:
            with file.open("wb") as out:
                write(out, iter(annotations), Wishes())

        cpu, wall = min(_timed(write) for _ in range(_TURNS if form.word in ("csv", "jsonl") else 1))
        print(f"{form.word:<36}{cpu:>7.2f}{wall:>9.2f}{cpu / bare:>13.2f}{file.stat().st_size / 1e6:>8.0f}", flush=True)


def _bare(annotations: list[Annotation], file: Path) -> None:
    with file.open("wb") as raw, TextIOWrapper(raw, encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(map(cells_of, annotations))


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall seconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    act()
    return time.process_time() - cpu, time.perf_counter() - wall


def _memory(folder: Path) -> None:
    print(f"\n{'MB at most':<36}{COUNT // 10:>9}{COUNT:>9}")
    for word in ("csv", "jsonl", "xlsx"):
        peaks = [_peak(word, count, folder / "memory") for count in (COUNT // 10, COUNT)]
        print(f"{word:<36}{peaks[0]:>9.0f}{peaks[1]:>9.0f}", flush=True)


def _peak(word: str, count: int, file: Path) -> float:
    command = [sys.executable, "-c", _MEMORY, word, str(count), str(file)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _whole_command(annotations: list[Annotation], folder: Path) -> None:
    """The commands as users call them, with the reading and writing of the store, which takes most of the time."""
    repository = Repository.open(folder / "annotations.json")
    with repository.transaction("filled", "benchmark"):
        for record in {one.article_id: article_of(one) for one in annotations}.values():
            repository.save_article(record)
        for annotation in annotations:
            repository.save(annotation)
    repository.close()
    reader = [sys.executable, "-m", "reader"]
    store = ["--annotations", str(folder / "annotations.json")]
    print(f"\n{f'commands, {len(annotations)} annotations':<36} wall s")
    for words in (["export", "-o", str(folder / "b.csv")], ["export", "-o", str(folder / "b.jsonl")]):
        _, wall = _timed(lambda words=words: subprocess.run([*reader, *words, *store], check=True, capture_output=True))
        print(f"{' '.join(words[:2])} {Path(words[2]).name:<26}{wall:>9.2f}", flush=True)
    for name in ("b.csv", "b.jsonl"):
        words = ["import", str(folder / name), "--annotations", str(folder / f"{name}.json")]
        _, wall = _timed(lambda words=words: subprocess.run([*reader, *words], check=True, capture_output=True))
        print(f"import {name:<29}{wall:>9.2f}", flush=True)


if __name__ == "__main__":
    main()
