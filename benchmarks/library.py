"""A library of 10,000 articles: first paint, reading in the background, filter, search, memory.

    python -m benchmarks.library [COUNT]

The app runs on a pseudo-terminal (as in `benchmarks.terminal`, whose environment is needed): once with no index, once more with
the index of the first time. Filter and search are also measured by themselves, in processor time.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks.peers import program
from benchmarks.texts import articles

if TYPE_CHECKING:
    from benchmarks.terminal_programs import Program
    from benchmarks.terminal_session import Session

ROOT = Path(__file__).parent.parent
COUNT = 10_000
LIMIT = 600.0
"""Seconds that reading everything may take."""

QUERIES = ("用电量", "半导体行业", "的", "2024年", "寧波")
FILTERS = ("新", "新能", "新能源 2023")


def main(count: int = COUNT, python: str = sys.executable) -> None:
    """Print what was measured; where the emulator is not importable, in the environment that has it."""
    if find_spec("pyte") is None:
        emulator = program("terminal", "python")
        if emulator is None:
            print("not measured: `python -m benchmarks.peers terminal` installs the terminal emulator")
            return
        code = f"from benchmarks.library import main; main({count}, {python!r})"
        subprocess.run([str(emulator), "-c", code], check=True, cwd=ROOT)
        return
    from benchmarks.terminal_programs import BARE, READER, programs, write
    from benchmarks.terminal_trials import room

    by_name = {one.name: one for one in programs(python)}
    with room() as (folder, environment):
        library = folder / "articles"
        library.mkdir()
        first = ""
        for number, news in enumerate(articles(count, 7)):
            first = first or news.title[:6]
            write(news, library / f"{number:05}.html")
        plain = folder / "plain.md"
        plain.write_text("中文\n" * 100, "utf-8")
        _paint(by_name[BARE], plain, folder, environment, "中文", "bare ScrollView")
        _cold(by_name[READER], library, folder, environment, first)
        for _ in range(3):
            _paint(by_name[READER], library, folder, environment, first, "warm: first title")
        index = Path(environment["HOME"], ".cache", "shudu-reader", "library.sqlite")
        print(f"index: {sum(file.stat().st_size for file in index.parent.glob('*')) / 1e6:.0f} MB")
        code = f"from benchmarks.library import by_itself; by_itself({str(library)!r}, {str(index)!r})"
        subprocess.run([python, "-c", code], check=True, cwd=ROOT)


def _paint(program: Program, path: Path, folder: Path, environment: dict[str, str], word: str, name: str) -> None:
    from benchmarks.terminal_session import Session

    with Session(program.command(path, folder / "store.json"), environment, folder) as session:
        when = session.painted(word, 60)
        spent = session.processor_time()
        session.settle(1.0, 10)
        told = f"{(when - session.started) * 1000:.0f} ms" if when is not None else "never"
        print(f"{name}: {told}, processor {spent * 1000:.0f} ms; memory {session.memory()[1]:.0f} MB")


def _cold(program: Program, library: Path, folder: Path, environment: dict[str, str], word: str) -> None:
    from benchmarks.terminal_session import Session

    with Session(program.command(library, folder / "store.json"), environment, folder) as session:
        when = session.painted(word, 60)
        print(f"without an index: first title {(when - session.started) * 1000:.0f} ms" if when else "never painted")
        start, (done, _) = perf_counter(), _read_so_far(session)
        keys = [response.first for _ in range(20) if (response := session.press(b"j", 0.2)).first is not None]
        print(f"keys meanwhile, first byte: median {median(keys) * 1000:.1f} ms, slowest {max(keys) * 1000:.1f} ms")
        while perf_counter() - start < LIMIT:
            session.settle(0.5, 2.0)
            now, total = _read_so_far(session)
            if not total:
                break
            rate = (now - done) / (perf_counter() - start)
        print(f"read in the background: {rate:.0f} articles/s; memory at most {session.memory()[1]:.0f} MB")


def _read_so_far(session: Session) -> tuple[int, int]:
    """How many articles are read, of how many; of 0 where nothing more is to be read."""
    row = next((line for line in session.shown.splitlines() if "reading:" in line), "")
    words = row.partition("reading:")[2].replace(",", "").split()
    return (int(words[0]), int(words[2])) if len(words) > 2 else (0, 0)


def by_itself(folder: str, index: str) -> None:
    """In the Python that reader is installed in: listing, filtering, searching, in processor time."""
    from reader.articles.library import iter_files
    from reader.desk.background import Background
    from reader.desk.index import Index, version_of_code
    from reader.desk.library import Library
    from reader.desk.library_order import Order, State, matching, ordered, sought

    library = Library(iter_files([Path(folder)]), Background(own_process=False), Index(Path(index), version_of_code()))
    start = process_time()
    entries = [*library.begin(100), *(entry for batch in library.batches() for entry in batch)]
    print(
        f"listing {len(entries):,}: {(process_time() - start) * 1000:.0f} ms; {sum(e.is_read for e in entries):,} known"
    )
    words = sought(entries)
    for line in FILTERS:
        start = process_time()
        found = ordered(entries, Order.FILE, lambda _: State.NEW, matching(words, line, lambda _: State.NEW))
        print(f"filter {line}: {(process_time() - start) * 1000:.1f} ms, {len(found):,} articles")
    for query in QUERIES:
        start, wall = process_time(), perf_counter()
        _, count = library.search(query, 300)
        spent = (process_time() - start) * 1000
        print(f"search {query}: {spent:.0f} ms (wall {(perf_counter() - wall) * 1000:.0f}), {count:,} articles")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
