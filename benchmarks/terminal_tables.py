"""Tables of what was measured on a terminal, as Markdown: milliseconds and megabytes."""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from benchmarks.terminal_trials import Measured

_KEYS = ("page down", "row down", "next claim", "next article", "resize")


def print_paints(found: Mapping[str, Measured], size: str) -> None:
    """From start, and from the opening key, until a known word of the text stands on the screen."""
    rows = [
        [name, one.missing or _middle(one.painted), _middle(one.listed), _middle(one.opened)]
        for name, one in found.items()
    ]
    head = ["program", "start to text", "of it: start to list", "of it: Enter to text"]
    _table(f"First paint of {size}, ms (median; min–max)", head, rows)


def print_library(library: Measured) -> None:
    """How long a library takes."""
    rows = [[library.missing or _middle(library.listed), _middle(library.settled), _middle(library.opened)]]
    _table("Library of 500 articles, ms", ["first title painted", "all listed and counted", "Enter to text"], rows)


def print_keys(found: Mapping[tuple[str, str], Measured]) -> None:
    """From the key to the last byte that it caused: median / 95th percentile, then kilobytes and processor time."""
    rows = [
        [name, size, *(_response(one, key) for key in _KEYS), f"{one.weight:.0f} / {one.peak:.0f}"]
        for (name, size), one in found.items()
        if one.responses
    ]
    _table(
        "Keys to last byte, ms (median / p95; kB a key; processor ms a key); memory, MB (at the end / most)",
        ["program", "text", *_KEYS, "memory"],
        rows,
    )


def _response(measured: Measured, key: str) -> str:
    responses = [one for one in measured.responses.get(key, ()) if one.last is not None]
    if not responses:
        return "–"
    times = sorted(1000 * (one.last or 0) for one in responses)
    size = median(one.size for one in responses) / 1000
    spent = measured.processor.get(key)
    processor = f"; {1000 * median(spent):.1f}" if spent else ""
    return f"{median(times):.1f} / {percentile(times, 95):.1f}; {size:.0f}{processor}"


def percentile(ordered: Sequence[float], percent: float) -> float:
    """The smallest of the sorted values that at least `percent` of them do not exceed."""
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def _middle(seconds: Sequence[float]) -> str:
    if not seconds:
        return "–"
    few = f" ({1000 * min(seconds):.0f}–{1000 * max(seconds):.0f})" if len(seconds) > 1 else ""
    return f"{1000 * median(seconds):.0f}{few}"


def _table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    print(f"\n{title}\n")
    for row in (head, ["---"] * len(head), *rows):
        print("| " + " | ".join(row) + " |", flush=True)
