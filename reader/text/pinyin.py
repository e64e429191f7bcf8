"""Finding Han text by its pinyin, typed whole, by initials, or by any beginnings of its syllables, without tones."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def spells(typed: str, text: str, *, anywhere: bool = True) -> bool:
    """Whether what was typed spells characters of a text that follow one another.

    Each Han character is spelled by one of its syllables or the beginning of it (`z`, `zh`, `zhi`), any other by itself:
    `zczx`, `zhichengzx` and `chengzhong` spell 支撑中心. ü is v.

    Args:
        typed: Lower-case letters and digits; blanks and apostrophes between syllables do not count.
        text: The text, in lower case where it is Latin.
        anywhere: Whether they may begin in the middle of the text.
    """
    typed = typed.replace(" ", "").replace("'", "").replace("ü", "v")
    if not typed.isascii() or not typed:
        return False
    return any(_spells_from(typed, text[start:]) for start in (range(len(text)) if anywhere else (0,)))


def _spells_from(typed: str, text: str) -> bool:
    reached = {0}
    for character in text:
        if len(typed) in reached or not reached:
            break
        if not character.isspace():
            reached = {end for start in reached for end in _ends(typed, start, character)}
    return len(typed) in reached


def _ends(typed: str, start: int, character: str) -> set[int]:
    """How far one character may take what was typed, from `start` on."""
    syllables = _readings().get(character)
    if syllables is None:
        return {start + 1} if typed[start : start + 1] == character else set()
    return {
        start + length
        for syllable in syllables
        for length in range(1, len(syllable) + 1)
        if typed.startswith(syllable[:length], start) and start + length <= len(typed)
    }


@cache
def _readings() -> dict[str, list[str]]:
    """The syllables of each character; read when it is first asked for."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("pinyin.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            syllable, characters = line.split("\t")
            for character in characters:
                found.setdefault(character, []).append(syllable)
    return found
