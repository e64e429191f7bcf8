"""Whose a quantity is: how often the program names the owner that is labelled, in the development articles that say so.

An owner is right when it is the labelled one or an alternative (`NAME.doubts.jsonl`), when the shorter of both lies in
the longer and is at least 0.4 of it, or when `names` in `NAME.meta.json` lists both for one and the same (全市, 临川市).
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import benchmarks.claims as bench

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = bench.DATA / "claims" / "dev"
LEAST = 0.4
"""The share of the longer name that the shorter must make up."""


def is_same(wanted: str | None, found: str | None) -> bool:
    """Whether two names, as they are written, may be of the same."""
    if not wanted or not found:
        return (wanted or None) == (found or None)
    shorter, longer = sorted((wanted, found), key=len)
    return shorter in longer and len(shorter) >= LEAST * len(longer)


def is_right(record: dict[str, Any], found: str | None, names: list[list[str]], doubts: dict[str, Any]) -> bool:
    """Whether an owner is the labelled one, another name of it, or one that a careful reader could defend."""
    for wanted in [record["entity"], *doubts.get(_key(record), [])]:
        same = next((group for group in names if wanted in group), [wanted])
        if any(is_same(name, found) for name in same):
            return True
    return False


def _key(record: dict[str, Any]) -> str:
    return f"{record['prefix']}|{record['exact']}|{record['suffix']}"


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def counted(folder: Path) -> tuple[Counter[str], list[str]]:
    """How often an owner was right, missed, made up or another one; and what was wrong, for whoever writes rules."""
    found: dict[tuple[str, int], str | None] = {}
    counts: Counter[str] = Counter()
    wrong = []
    for line in bench.predictions(folder):
        record = json.loads(line)
        found[record["article"], record["start"]] = record["entity"]
    for path in sorted(folder.glob("*.claims.jsonl")):
        name = path.name.removesuffix(".claims.jsonl")
        text = (folder / f"{name}.txt").read_text("utf-8")
        names = json.loads((folder / f"{name}.meta.json").read_text("utf-8")).get("names", [])
        told = _records(folder / f"{name}.doubts.jsonl")
        doubts = {_key(one): one["alternatives"] for one in told if one["field"] == "entity"}
        for record in _records(path):
            at = text.find(record["prefix"] + record["exact"] + record["suffix"]) + len(record["prefix"])
            if "entity" not in record or record.get("optional") or (name, at) not in found:
                continue
            wanted, given = record["entity"], found[name, at]
            right = is_right(record, given, names, doubts)
            kind = "right" if right else "missed" if given is None else "made up" if wanted is None else "another"
            counts[kind] += 1
            if not right:
                wrong.append(f"{kind:8} {name}: {wanted} ≠ {given}  …{record['prefix']}[{record['exact']}]")
    return counts, wrong


def main() -> None:
    """Print the share of right owners, and the kinds of mistakes."""
    counts, wrong = counted(FOLDER)
    print("\n".join(wrong))
    total = sum(counts.values())
    told = ", ".join(f"{kind} {counts[kind]}" for kind in ("missed", "made up", "another"))
    print(f"\nowner right {counts['right']} of {total} ({counts['right'] / total:.3f}); {told}")


if __name__ == "__main__":
    main()
