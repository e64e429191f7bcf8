"""Showing a source with what was taken out of it: in colour on a terminal, with marks elsewhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.controls import visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from reader.articles.removal import Stretch

_OUT = "\x1b[31;9m"
_REASON = "\x1b[33m"
_PLAIN = "\x1b[0m"


def print_removed(out: TextIO, source: str, stretches: Iterable[Stretch]) -> None:
    """Print the source; what was taken out is struck through in red, with its reason before it.

    Without a terminal, or with NO_COLOR set, it stands as `[-reason: text-]`.

    Args:
        out: Where to.
        source: The decoded source.
        stretches: What became of it, in order; together they are all of it.
    """
    coloured = out.isatty() and not os.environ.get("NO_COLOR")
    for stretch in stretches:
        text = visible(source[stretch.start : stretch.end])
        if stretch.kind is None:
            out.write(text)
        elif coloured:
            struck = "\n".join(f"{_OUT}{line}{_PLAIN}" if line else "" for line in text.split("\n"))
            out.write(f"{_REASON}{stretch.kind.value}:{_PLAIN}{struck}" if text.strip() else text)
        else:
            out.write(f"[-{stretch.kind.value}: {text}-]" if text.strip() else text)
    out.write("\n")
