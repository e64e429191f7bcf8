"""Garbage is collected between two keys, where nobody waits for it: one look at what a few pages have made takes as long as a page."""

from __future__ import annotations

import asyncio
import gc

from reader.tui.keys_in_turn import SOON

MANY = 60_000
"""New objects after which they are looked through even while keys come: those of some twenty pages."""

ROUNDS = 20
"""Looks at what is new after which what survived them is looked at, too."""


class GarbageCollection:
    """Collects garbage after painting, but never looks at what the program itself is made of."""

    def __init__(self) -> None:
        """Begin to collect garbage; what there is now stays."""
        self._is_planned = False
        self._rounds = 0
        gc.freeze()
        gc.set_threshold(MANY, *gc.get_threshold()[1:])
        gc.enable()

    def painted(self) -> None:
        """Something was painted: in a moment there is time."""
        if not self._is_planned:
            self._is_planned = True
            asyncio.get_running_loop().call_later(SOON, self._collect)

    def _collect(self) -> None:
        self._is_planned = False
        self._rounds = (self._rounds + 1) % ROUNDS
        gc.collect(0 if self._rounds else 1)
