"""Many claims in little memory: packed in blocks, and unpacked where somebody looks."""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from operator import eq
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from reader.claims.claim import Claim

BLOCK = 128
"""Claims in a block; unpacking one takes a third of a millisecond."""

_UNPACKED = 16
"""Blocks that stay unpacked."""


class PackedClaims(Sequence["Claim"]):
    """A sequence of claims, an eighth of the size of a tuple of them (an article of 10 MB has some 90,000).

    Attributes:
        starts: Where each begins.
        ends: Where each ends.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Pack some claims, in the order of the text."""
        self.starts = array("L", (claim.start for claim in claims))
        self.ends = array("L", (claim.end for claim in claims))
        self._repeats = frozenset(index for index, claim in enumerate(claims) if claim.repeat)
        self._blocks = [
            zlib.compress(pickle.dumps(tuple(claims[at : at + BLOCK]), 5), 1) for at in range(0, len(claims), BLOCK)
        ]
        self._unpacked: OrderedDict[int, tuple[Claim, ...]] = OrderedDict()

    @cached_property
    def countable(self) -> tuple[int, ...]:
        """Indexes of those that count: not those in folded repeats."""
        return tuple(index for index in range(len(self)) if index not in self._repeats)

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Claim: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Claim, ...]: ...

    def __getitem__(self, index: int | slice) -> Claim | tuple[Claim, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._block(index // BLOCK)[index % BLOCK]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash((len(self), self.starts.tobytes()))

    def _block(self, number: int) -> tuple[Claim, ...]:
        block = self._unpacked.get(number)
        if block is None:
            block = pickle.loads(zlib.decompress(self._blocks[number]))  # noqa: S301 (our own process packed it)
            self._unpacked[number] = block
            if len(self._unpacked) > _UNPACKED:
                self._unpacked.popitem(last=False)
        return block
