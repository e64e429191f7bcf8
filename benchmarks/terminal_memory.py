"""What a program weighs together with the processes that it starts, watched while it runs."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY = 0.1
"""Seconds between two looks; one takes about a millisecond for each process."""


class Scales:
    """Weighs a program in a thread of its own, from the beginning on.

    Memory is what the kernel calls the proportional set size (`Pss` of `smaps_rollup`): a page that several processes share counts
    once, parted among them. So the weights of processes can be added, which resident sizes cannot.

    Attributes:
        most: The most megabytes that all processes together had at any look; 0 where the system does not tell.
    """

    def __init__(self, process: int) -> None:
        """Set up the scales.

        Args:
            process: The program's id.
        """
        self._process = process
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.most = 0.0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def now(self) -> float:
        """Megabytes of all processes together."""
        weight = sum(map(_weight, family_of(self._process))) / 1024
        self.most = max(self.most, weight)
        return weight

    def _watch(self) -> None:
        while not self._ended.wait(EVERY):
            self.now()


def family_of(process: int) -> Iterator[int]:
    """A process and those that it started, and those that they started."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # it has ended meanwhile
            for child in children.read_text("ascii").split():
                yield from family_of(int(child))


def _weight(process: int) -> int:
    """Kilobytes of one process."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
