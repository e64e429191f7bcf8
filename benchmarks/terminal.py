"""The app on a pseudo-terminal, beside toolong, frogmouth and baca: first paint, keys, another size, memory.

    python -m benchmarks.terminal       # everything; --quick leaves out 10 MB and repetitions, --size tries one size

The first run puts the emulator and each peer into an environment of its own (see `benchmarks.peers`).

A key's time ends with the last byte that it caused. Programs take turns, so that other work on the machine meets all of
them; the bare ScrollView of the first row tells how fast the machine was meanwhile.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.peers import make_missing, program
from benchmarks.texts import article_of_size, articles

if TYPE_CHECKING:
    from benchmarks.terminal_programs import Program

ROOT = Path(__file__).parent.parent
SIZES = {"100 kB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
LIBRARY = 500
PEERS = ("toolong", "frogmouth", "baca")


def main() -> None:
    """Print the tables; where the emulator is not importable, in the environment that has it."""
    options = _options()
    make_missing(PEERS if find_spec("pyte") is not None else ("terminal", *PEERS))
    if find_spec("pyte") is not None:
        _measure(options)
    elif python := program("terminal", "python"):
        words = ["--python", options.python, "--rounds", str(options.rounds)]
        words += [*(["--quick"] if options.quick else []), *(["--size", options.size] if options.size else [])]
        words += ["--rest", str(options.rest)]
        subprocess.run([str(python), "-m", "benchmarks.terminal", *words], check=True, cwd=ROOT)
    else:
        print("not measured: the terminal emulator cannot be installed")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.terminal")
    parser.add_argument("--python", default=sys.executable, help="the Python that reader is installed in")
    parser.add_argument("--rounds", type=int, default=3, help="sessions of each program (10 MB: one)")
    parser.add_argument("--quick", action="store_true", help="one round, nothing of 10 MB")
    parser.add_argument("--size", choices=SIZES, help="only articles of this size, and no library")
    parser.add_argument(
        "--rest", type=int, default=0, help="seconds between an article's text and the first key pressed in it"
    )
    return parser.parse_args()


def _measure(options: argparse.Namespace) -> None:
    from benchmarks.terminal_programs import programs
    from benchmarks.terminal_tables import print_keys, print_paints
    from benchmarks.terminal_trials import Measured, try_article

    everybody = programs(options.python)
    rounds = 1 if options.quick else options.rounds
    sizes = [options.size] if options.size else [name for name in SIZES if not (options.quick and name == "10 MB")]
    if not options.size:
        _measure_library(everybody, rounds)
    for size in sizes:
        found = {one.name: Measured() for one in everybody}
        for seed in range(1 if size == "10 MB" else rounds):
            news = article_of_size(SIZES[size], seed)
            for one in everybody:
                _say(f"{one.name}, {size}")
                try_article(one, news, found[one.name], options.rest)
        print_paints(found, size)
        print_keys({(name, size): measured for name, measured in found.items()})


def _measure_library(everybody: list[Program], rounds: int) -> None:
    from benchmarks.terminal_programs import READER
    from benchmarks.terminal_tables import print_keys, print_library
    from benchmarks.terminal_trials import Measured, try_library

    library = Measured()
    ours = next(one for one in everybody if one.name == READER)
    for seed in range(rounds):
        _say(f"library of {LIBRARY}")
        try_library(ours, articles(LIBRARY, seed), library)
    print_library(library)
    print_keys({(READER, f"{LIBRARY} articles"): library})


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
