"""Words that begin with a numeral and are no figure."""

from __future__ import annotations

from functools import cache


@cache
def _by_first() -> dict[str, tuple[str, ...]]:
    from pathlib import Path  # not before the first text is searched

    table: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("names.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            table.setdefault(line[0], []).append(line)
    return {first: tuple(names) for first, names in table.items()}


def name_at(text: str, at: int) -> str | None:
    """The word of `names.txt` that stands at an offset of Simplified text, if one does."""
    names = _by_first().get(text[at], ())
    if not text.startswith(names, at):
        return None
    return max((name for name in names if text.startswith(name, at)), key=len)
