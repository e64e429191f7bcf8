"""The few words that a field of a claim may hold, as the interface's language has them, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.correcting import CHOICES, words_of
from reader.claims.reading import unit_called, unit_meant
from reader.controls import visible_line
from reader.languages import chosen
from reader.messages import MESSAGES, say

if TYPE_CHECKING:
    from reader.claims.claim import Claim


def shown_choices(field: str) -> tuple[str, ...]:
    """The words that a field is one of; none where anything may stand there."""
    return tuple(_shown(field, choice) for choice in CHOICES.get(field, ()))


def shown_words(claim: Claim, field: str) -> str:
    """What stands in a field of a claim, made visible; empty where nothing is known."""
    return visible_line(_shown(field, words_of(claim, field)))


def meant(field: str, typed: str) -> str:
    """The word of records that was typed, or begun, in the interface's language; what is none of these stays as it is."""
    if field == "unit":
        return unit_meant(typed.strip(), chosen())
    asked = typed.strip().casefold()
    known = {_shown(field, choice).casefold(): choice for choice in CHOICES.get(field, ())}
    begun = [choice for words, choice in known.items() if asked and words.startswith(asked)]
    return known.get(asked) or (begun[0] if len(begun) == 1 else typed)


def _shown(field: str, word: str) -> str:
    if field == "unit":
        return unit_called(word, chosen())
    code = f"{field}-{word}"
    return say(code) if code in MESSAGES and field in CHOICES else word
