"""著 and 着: Traditional writes both as 著, and OpenCC leaves it; the words of `zhe.txt` say which one is meant."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def mended(text: str, converted: str) -> str:
    """`converted` with 着 where a word of `text` asks for it.

    Args:
        text: What was written, in Traditional script.
        converted: The same in Simplified script, character for character.
    """
    place = text.find("著")
    if place < 0:
        return converted
    keeping, changing = _words()
    parts: list[str] = []
    at = 0
    while place >= 0:
        around = {text[max(0, place - 1) : place + 1], text[max(0, place - 2) : place + 1], text[place : place + 2]}
        if keeping.isdisjoint(around) and not changing.isdisjoint(around) and converted[place] == "著":
            parts += (converted[at:place], "着")
            at = place + 1
        place = text.find("著", place + 1)
    parts.append(converted[at:])
    return "".join(parts)


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that keep 著, and those that change it."""
    lines = Path(__file__).with_name("zhe.txt").read_text("utf-8").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    return frozenset(word[1:] for word in words if word[0] == "="), frozenset(word for word in words if word[0] != "=")
