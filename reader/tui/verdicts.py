"""Verdicts on the screen: their letters after `m`, their signs. None is told by its colour alone."""

from __future__ import annotations

from reader.annotations.annotation import Verdict
from reader.desk.verdict_acts import word_of

LETTERS: dict[str, Verdict] = {
    "c": Verdict.CONFIRMED,
    "d": Verdict.DISPUTED,
    "u": Verdict.UNSUPPORTED,
    "r": Verdict.CORRECTED,
    "n": Verdict.NOT_CHECKABLE,
    "0": Verdict.UNCHECKED,
}
"""What is typed after `m`."""

_SIGNS = {
    Verdict.CONFIRMED: "✓",
    Verdict.DISPUTED: "?",
    Verdict.UNSUPPORTED: "✗",
    Verdict.CORRECTED: "✎",
    Verdict.NOT_CHECKABLE: "–",
}
_PLAIN = {verdict: letter for letter, verdict in LETTERS.items()}


def sign_of(verdict: Verdict, *, plain: bool = False) -> str:
    """One character for a verdict, empty where nothing is checked.

    Args:
        verdict: The verdict.
        plain: Use its letter, for terminals that draw signs in two cells.
    """
    return "" if verdict is Verdict.UNCHECKED else _PLAIN[verdict] if plain else _SIGNS[verdict]


def signed(verdict: Verdict) -> str:
    """Sign and word of a verdict, empty where nothing is checked."""
    return "" if verdict is Verdict.UNCHECKED else f"{sign_of(verdict)} {word_of(verdict)}"


def letter_hints() -> list[tuple[str, str]]:
    """The letters with what they mean, for the line of keys."""
    return [(letter, word_of(verdict)) for letter, verdict in LETTERS.items()]
