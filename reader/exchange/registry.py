"""The one registry of formats: what stands in `reader.exchange.formats`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, cast

from reader.errors import UsageError
from reader.exchange import formats

if TYPE_CHECKING:
    from reader.exchange.format import Format

DEFAULT = "csv"
"""The format that is written where none is named."""


@cache
def all_formats() -> dict[str, Format]:
    """The formats by their words, the default first, then by the alphabet."""
    names = (module.name for module in pkgutil.iter_modules(formats.__path__, f"{formats.__name__}."))
    found = [cast("Format", importlib.import_module(name).FORMAT) for name in names]
    return {one.word: one for one in sorted(found, key=lambda form: (form.word != DEFAULT, form.word))}


def format_named(word: str) -> Format:
    """The format of that word.

    Raises:
        UsageError: `format-unknown`.
    """
    known = all_formats()
    if word not in known:
        raise UsageError("format-unknown", format=word, known=", ".join(known))
    return known[word]


def format_of_file(name: str) -> Format | None:
    """The format whose files end as this name does; None where none does."""
    return next((one for one in all_formats().values() if name.lower().endswith(one.suffix)), None)
