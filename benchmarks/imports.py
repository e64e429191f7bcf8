"""What the app imports before its first paint, and how long each import takes: `python -m benchmarks.imports [NAME …]`.

Milliseconds by `python -X importtime`, which makes each import slower; the least of several runs. Without names all
imports that take a millisecond by themselves are listed, with names those that begin so.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

START = """
import reader.cli.main
from reader.cli.opening import without_ssl
with without_ssl():
    import reader.tui.app, reader.tui.opening
"""
"""What `reader` imports before it paints."""

ROUNDS = 5
LEAST = 1.0
"""Milliseconds from which on an import is listed."""


class Import(NamedTuple):
    """An import: its name, and milliseconds by itself and with what it imports."""

    name: str
    alone: float
    whole: float


def measured(python: str = sys.executable, rounds: int = ROUNDS) -> list[Import]:
    """All imports in the order of their ends, each with the least time of several runs."""
    least: dict[str, Import] = {}
    for _ in range(rounds):
        ran = subprocess.run([python, "-X", "importtime", "-c", START], capture_output=True, text=True, check=True)
        for one in map(_read, ran.stderr.splitlines()[1:]):
            if one is not None:
                known = least.get(one.name, one)
                least[one.name] = Import(one.name, min(known.alone, one.alone), min(known.whole, one.whole))
    return list(least.values())


def _read(line: str) -> Import | None:
    alone, bar, rest = line.removeprefix("import time:").partition("|")
    whole, _, name = rest.partition("|")
    return Import(name.strip(), int(alone) / 1000, int(whole) / 1000) if bar and alone.strip().isdigit() else None


def main(names: Sequence[str] = ()) -> None:
    """Print the imports, the slowest first, and what they take together."""
    found = measured()
    for name in ("reader", "textual", "rich", ""):
        ours = [one for one in found if one.name.partition(".")[0] == name or not name]
        print(f"{sum(one.alone for one in ours):8.1f} ms  {len(ours):4} modules of {name or 'all'}")
    for one in sorted(found, key=lambda one: -one.alone):
        if one.name.startswith(tuple(names)) if names else one.alone >= LEAST:
            print(f"{one.alone:8.1f} {one.whole:8.1f}  {one.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
