"""A library of 10,000 articles: first paint, reading in the background, filter, search, memory.

    python -m benchmarks.library [COUNT]

The app runs on a pseudo-terminal (as in `benchmarks.terminal`, whose environment is needed): once with no index, then with the
index of the first time, in turn with a bare app. Filter and search are also measured by themselves, in processor time.
"""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from math import inf
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.peers import program
from benchmarks.texts import articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.terminal_programs import Program
    from benchmarks.terminal_session import Session

ROOT = Path(__file__).parent.parent
COUNT = 10_000
LIMIT = 600.0
"""Seconds that reading everything may take."""

STARTS = 5
"""How often the app and a bare one are started, in turn."""

QUIET = 0.4
"""Seconds without output after which a key is done: a search shows its box before what it found."""

UNTOLD = 5
"""How often in a row the status line says nothing of reading before that is taken for the end."""

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
        bare, reader = (partial(_start, by_name[name], environment, folder) for name in (BARE, READER))
        _cold(by_name[READER], library, folder, environment, first)
        starts = [(bare(plain, "中文"), reader(library, first)) for _ in range(STARTS)]
        _tell_starts(*zip(*starts, strict=True))
        _keys(by_name[READER], library, folder, environment, first)
        index = Path(environment["HOME"], ".cache", "shudu-reader", "library.sqlite")
        print(f"index: {sum(file.stat().st_size for file in index.parent.glob('*')) / 1e6:.0f} MB")
        code = f"from benchmarks.library import by_itself; by_itself({str(library)!r}, {str(index)!r})"
        subprocess.run([python, "-c", code], check=True, cwd=ROOT)


class Start(NamedTuple):
    """A start: seconds until a word is painted, processor time until then, megabytes of all processes at most."""

    painted: float
    processor: float
    memory: float


def _start(program: Program, environment: dict[str, str], folder: Path, path: Path, word: str) -> Start:
    from benchmarks.terminal_session import Session

    with Session(program.command(path, folder / "store.json"), environment, folder) as session:
        when = session.painted(word, 60)
        spent = session.processor_time()
        session.settle(1.0, 10)
        return Start((when or inf) - session.started, spent, session.memory()[1])


def _tell_starts(bare: Sequence[Start], reader: Sequence[Start]) -> None:
    for name, starts in (("bare ScrollView", bare), ("index known: first title", reader)):
        painted, processor, memory = (median(one) for one in zip(*starts, strict=True))
        print(f"{name}: {painted * 1000:.0f} ms, processor {processor * 1000:.0f} ms; memory {memory:.0f} MB")
    wall, processor = (
        median(ours[at] / theirs[at] for ours, theirs in zip(reader, bare, strict=True)) for at in (0, 1)
    )
    print(f"beside the bare one, in turn: {wall:.2f} times the time, {processor:.2f} times the processor time")


def _keys(program: Program, library: Path, folder: Path, environment: dict[str, str], word: str) -> None:
    """What a key of the filter takes, and a search of all texts, until the last byte."""
    from benchmarks.terminal_session import Session

    with Session(program.command(library, folder / "store.json"), environment, folder) as session:
        session.painted(word, 60)
        session.settle(1.0, 20)
        for name, before, keys in (("filter", (b"f",), "新能源 20"), ("filter by state", (b"\x1b", b"f"), ":new")):
            for key in before:
                session.press(key, QUIET)
            times = [session.press(key.encode(), QUIET).last or inf for key in keys]
            print(f"a key of the {name}: {', '.join(f'{one * 1000:.0f}' for one in times)} ms")
        session.press(b"\x1b", QUIET)
        for query in QUERIES:
            session.press(b"F", QUIET)
            session.press(b"\x15" + query.encode(), QUIET)
            taken = session.press(b"\r", QUIET).last or inf
            print(f"search {query} in the app: {taken * 1000:.0f} ms")
            session.press(b"\x1b", QUIET)


def _cold(program: Program, library: Path, folder: Path, environment: dict[str, str], word: str) -> None:
    """Read everything: first the titles and texts, then how many claims there are."""
    from benchmarks.terminal_session import Session

    with Session(program.command(library, folder / "store.json"), environment, folder) as session:
        when = session.painted(word, 60)
        print(f"without an index: first title {(when - session.started) * 1000:.0f} ms" if when else "never painted")
        keys = [response.first for _ in range(20) if (response := session.press(b"j", 0.2)).first is not None]
        print(f"keys meanwhile, first byte: median {median(keys) * 1000:.1f} ms, slowest {max(keys) * 1000:.1f} ms")
        for what in ("read in the background", "claims counted"):
            start, spent, (done, _) = perf_counter(), session.processor_time(children=True), _read_so_far(session)
            now, untold = done, 0
            while perf_counter() - start < LIMIT and untold < UNTOLD:
                session.settle(0.3, 0.6)
                further, total = _read_so_far(session)
                untold = 0 if total else untold + 1
                if total and further < now:
                    break
                if total:
                    now, until, used = further, perf_counter(), session.processor_time(children=True)
            if now > done:
                each = (used - spent) / (now - done) * 1000
                print(f"{what}: {(now - done) / (until - start):.0f} articles/s, processor {each:.2f} ms each")
        print(f"memory at most {session.memory()[1]:.0f} MB")


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
