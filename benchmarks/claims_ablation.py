"""What each part of understanding a claim adds: the scores on the development articles with one part switched off.

A part that adds nothing should go.
"""

from __future__ import annotations

import json
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
    ("times of comparisons, records, clauses", period, "role_of", lambda *_: "governing"),
    ("periods of the report in later paragraphs", period.Periods, "_inherited", lambda *_: None),
    ("periods of headings", finding, "with_periods_of_headings", lambda claims, _: claims),
    ("nouns behind the figure", indicator, "noun_behind", lambda *_: None),
    ("heads shared out in lists", indicator, "shared_out", lambda *_: []),
    ("topics of the clause before", indicator, "topic_before", lambda *_: None),
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


def _of(score: dict[str, Any], key: str) -> float:
    """F1 of spans or whole records, or the share of right indicators."""
    return float(score[key]["f1"] if key in score else score["fields"][key])


FIELDS = ("bound", "change", "status")
"""Fields with few enough values for a table."""


CONFUSED = (("dev", "gold"), ("blind6", "blind7", "blind8", "blind9"))
"""The sets whose confusions are told together."""


def confusions(names: tuple[str, ...]) -> None:
    """Print a table per field: the labelled values down, how often each was taken for which across.

    A value that the doubts of an article allow counts as the labelled one. Beside the name of a field stands what guessing
    its most frequent value everywhere would get.
    """
    print("\n" + ", ".join(names))
    wanted: Counter[tuple[str, str]] = Counter()
    taken: Counter[tuple[str, str, str]] = Counter()
    for name in names:
        for path in sorted(bench.SETS[name].glob("*.claims.jsonl")):
            records = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
            wanted.update((field, repr(r[field])) for r in records if not r.get("optional") for field in FIELDS)
        for line in bench.scored(name, misses=True).splitlines():
            field, _, told = line.split(" ", 3)[-1].split("   …")[0].partition(": want ")
            if line.startswith("FIELD") and field in FIELDS:
                want, _, got = told.partition(" got ")
                taken[field, want, got] += 1
    for field in FIELDS:
        values = sorted({value for name, value in wanted if name == field})
        counts = [wanted[field, value] for value in values]
        print(f"\n{field} (constant guess {max(counts) / sum(counts):.3f})")
        print(" " * 16 + "".join(f"{value:>16}" for value in values))
        for want in values:
            taken[field, want, want] = wanted[field, want] - sum(taken[field, want, got] for got in values)
            print(f"{want:16}" + "".join(f"{taken[field, want, got] or '.':>16}" for got in values))


SCORED = ("dev", "gold", "held", "blind2", "blind6", "news")
"""The sets that decide whether a part stays; `blind` is left alone."""


def main() -> None:
    """Print what each part adds to each set, and the confusions."""
    print(f"{'without':44}" + "".join(f"{f'{name} {key[:6]}':>14}" for name in SCORED for key in KEYS))
    whole: list[dict[str, Any]] = []
    for part, place, name, stand_in in PARTS:
        with without(place, name, stand_in):
            told = [json.loads(bench.scored(labelled).splitlines()[-1]) for labelled in SCORED]
        whole = whole or told
        row = ""
        for score, all_parts in zip(told, whole, strict=True):
            for key in KEYS:
                lost = _of(score, key) - _of(all_parts, key)
                row += f"{_of(score, key):14.3f}" if place is None else f"{lost:14.3f}" if lost else f"{'.':>14}"
        print(f"{part:44}{row}")
    for names in CONFUSED:
        confusions(names)


if __name__ == "__main__":
    main()
