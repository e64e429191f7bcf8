"""What each part of understanding a claim adds: the scores on the development articles with one part switched off.

A part that adds nothing should go.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import benchmarks.claims as bench
from reader.claims import bounds, change, finding, indicator, period, ranges, refusals, status
from reader.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

NEVER = lazy("(?!)")
"""Matches nothing."""

KEYS = ("span", "record", "indicator")

PARTS: tuple[tuple[str, Any, str, Any], ...] = (
    ("all parts", None, "", None),
    ("refusals (names, articles, slogans)", refusals, "_is_word", lambda *_: False),
    ("bounds over a phrase", bounds, "_OF", NEVER),
    ("verbs shared in lists", change, "_shares", lambda *_: False),
    ("comparisons with places", change, "_PLACE", NEVER),
    ("estimates of the past are facts", finding, "is_over", lambda *_: False),
    ("targets compared with", status, "_PLANNED_WORD", NEVER),
    ("times of comparisons, records, clauses", period.Periods, "_role", lambda *_: "governing"),
    ("periods of the report in later paragraphs", period.Periods, "_inherited", lambda *_: None),
    ("periods of headings", finding, "with_periods_of_headings", lambda claims, _: claims),
    ("nouns behind the figure", indicator, "_behind", lambda *_: None),
    ("heads shared out in lists", indicator, "_items", lambda *_: []),
    ("comparison of ranges' width", ranges, "_WIDEST", 10**9),
)
"""A part's name, where it stands, its name there, and what stands in for it."""


@contextmanager
def without(place: Any, name: str, stand_in: Any) -> Iterator[None]:
    """The program with one part replaced."""
    if place is None:
        yield
        return
    whole = getattr(place, name)
    setattr(place, name, stand_in)
    try:
        yield
    finally:
        setattr(place, name, whole)


def scored(name: str, *, misses: bool = False) -> str:
    """The scorer's output for a labelled set."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(bench.predictions(bench.SETS[name])))
        file.flush()
        scorer = bench.HERE / "scorers" / "score_claims.py"
        command = [sys.executable, str(scorer), str(bench.SETS[name]), file.name, *(["--misses"] if misses else [])]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _of(score: dict[str, Any], key: str) -> float:
    """F1 of spans or whole records, or the share of right indicators."""
    return float(score[key]["f1"] if key in score else score["fields"][key])


def confusions() -> None:
    """Print which values of a field are taken for which, on the development articles."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for line in scored("dev", misses=True).splitlines():
        if line.startswith("FIELD"):
            field, _, told = line.split(" ", 3)[-1].split("   …")[0].partition(": want ")
            if field in ("bound", "change", "status", "kind"):
                want, _, got = told.partition(" got ")
                counts[field, want, got] += 1
    for (field, want, got), count in counts.most_common():
        print(f"{field:8} wanted {want:16} got {got:16} {count}")


def main() -> None:
    """Print a row per part, and the confusions."""
    print(f"{'without':44}" + "".join(f"{f'{name} {key}':>15}" for name in ("dev", "gold") for key in KEYS))
    for part, place, name, stand_in in PARTS:
        with without(place, name, stand_in):
            told = [json.loads(scored(labelled).splitlines()[-1]) for labelled in ("dev", "gold")]
        row = "".join(f"{_of(score, key):15.3f}" for score in told for key in KEYS)
        print(f"{part:44}{row}")
    confusions()


if __name__ == "__main__":
    main()
