"""A bar that goes on while a command works, on stderr where that is a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")


@contextmanager
def watching(total: int, *, beside: bool = False) -> Iterator[Callable[[Iterable[T]], Iterable[T]]]:
    """Gives a function that passes things on one by one and moves the bar; the bar is gone at the end.

    Args:
        total: How many things there may be.
        beside: Whether the things are printed meanwhile: then there is no bar where they go to a terminal.
    """
    if not sys.stderr.isatty() or (beside and sys.stdout.isatty()):
        yield iter
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield lambda things: progress.track(things, total=total)
