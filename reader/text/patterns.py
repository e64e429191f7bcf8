"""Regular expressions that are compiled when first used: a program that only opens a window must not wait for them."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags")


class _Lazy:
    """Stands for a compiled pattern; becomes as fast as one at its first use."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def any_of(alternatives: str) -> str:
    """A pattern for one of many words, tried only where one of them may begin, and only those that may.

    Args:
        alternatives: Patterns with `|` between; those that begin with a character or a set of characters are put in
            order by it, the others come last: so use it where it does not matter which of several is taken.

    Returns:
        The source of a pattern that matches the same.
    """
    by_first: dict[str, list[str]] = {}
    others: list[str] = []
    for one in _ALTERNATIVE.findall(alternatives):
        first = _FIRST.match(one)
        if first is None:
            others.append(one)
        else:
            by_first.setdefault(first[0], []).append(one[first.end() :])
    begins = "".join(first.strip("[]") for first in by_first)
    grouped = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return f"(?:{'|'.join([f'(?=[{begins}])(?:{grouped})', *others])})"


_GROUP = r"\((?:[^()\\]|\\.)*\)"
_ALTERNATIVE = re.compile(rf"(?:[^|()\\\[]|\\.|\[[^\]]*\]|\((?:[^()\\]|\\.|{_GROUP})*\))+")
"""One of several alternatives, with groups in groups."""

_FIRST = re.compile(r"(?:[^\W\d_]|\[[^\]^\\-]+\])(?![?*{])")
"""A character or a set of them that an alternative must begin with."""


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use; a mistake in it shows only then."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
