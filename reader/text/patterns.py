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


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use; a mistake in it shows only then."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
