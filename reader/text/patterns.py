"""Regular expressions that are compiled when first used: a program that only opens a window must not wait for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

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


_GROUP = r"\((?:[^()\\]|\\.)*\)"

_ALTERNATIVE = re.compile(rf"(?:[^|()\\\[]|\\.|\[[^\]]*\]|\((?:[^()\\]|\\.|{_GROUP})*\))+")
"""One of several alternatives, with groups in groups."""

_LOOK_BEHIND = r"\(\?<[!=](?:[^()\\\[\]]|\[[^\]]*\])+\)"

_GROUP_FIRST = re.compile(
    rf"(?P<behind>(?:{_LOOK_BEHIND})*)\(\?:(?P<group>(?:[^()\\]|\\.|{_GROUP})*)\)(?P<rest>(?![?*{{+]).*)"
)

_OPTIONAL_FIRST = re.compile(rf"(?P<behind>(?:{_LOOK_BEHIND})*)(?P<first>[^\W\d_])\?(?P<rest>[^?*{{+].*)")

_BEHIND = re.compile(_LOOK_BEHIND)

_FIRST = re.compile(
    rf"(?P<behind>(?:{_LOOK_BEHIND})*)(?P<first>[^\W\d_]|[ 、，：:“「『（）—]|\\[()]|\[[^\]^\\-]+\])(?![?*{{])"
)
"""A character or a set of them that an alternative must begin with, and the look-behinds before it."""


def any_of(alternatives: str, *, searched: bool = False) -> str:
    """A pattern for one of many words, tried only where one of them may begin, and only those that may.

    Args:
        alternatives: Patterns with `|` between; those that begin with a character or a set of characters (behind
            look-behinds, or not) are put in order by it, the others come last: so use it where it does not matter which
            of several is taken.
        searched: Whether a search begins with it: the engine skips by itself to where a literal may begin.

    Returns:
        The source of a pattern that matches the same.
    """
    by_first: dict[str, list[str]] = {}
    others: list[str] = []
    for one in _spread(alternatives):
        found = _FIRST.match(one)
        if found is None:
            others.append(one)
            continue
        for first in map(re.escape, found["first"].strip("[]\\")) if searched else [found["first"]]:
            behind = "".join(f"{look[:4]}(?:{look[4:-1]}){first})" for look in _BEHIND.findall(found["behind"]))
            by_first.setdefault(first, []).append(behind + one[found.end() :])
    begins = "".join(first.strip("[]") for first in by_first)
    grouped = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items())
    if searched and not others:
        return f"(?:{grouped})"
    return f"(?:{'|'.join([f'(?=[{begins}])(?:{grouped})', *others])})"


def _spread(alternatives: str) -> Iterator[str]:
    """The alternatives, those that begin with a group or with what may be left out as several."""
    for one in _ALTERNATIVE.findall(alternatives):
        group, optional = _GROUP_FIRST.fullmatch(one), _OPTIONAL_FIRST.fullmatch(one)
        if group is not None:
            behind, rest = group["behind"], group["rest"]
            yield from _spread("|".join(behind + inner + rest for inner in _ALTERNATIVE.findall(group["group"])))
        elif optional is not None:
            behind, first, rest = optional["behind"], optional["first"], optional["rest"]
            yield from _spread(f"{behind}{first}{rest}|{behind}{rest}")
        else:
            yield one


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use; a mistake in it shows only then."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
