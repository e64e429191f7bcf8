"""What columns and the words of their cells are called in every language of the interface: people filter by any of them."""

from __future__ import annotations

from functools import cache

from reader.languages import in_every_language
from reader.messages import MESSAGES


@cache
def names_of(column: str) -> tuple[str, ...]:
    """What a column is called in each language, by its English name."""
    return in_every_language(MESSAGES[f"heading-{column}"])


@cache
def found_by(code: str, cell: str) -> str:
    """The word of a cell as it is and in each language, with blanks between.

    Args:
        code: Its message; where there is none of that code, the word is found as it is only.
        cell: The word as records have it.
    """
    return " ".join(dict.fromkeys((cell, *in_every_language(MESSAGES[code])))) if code in MESSAGES else cell
