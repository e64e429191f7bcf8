"""Many claims in little memory: packed in blocks, and unpacked where somebody looks."""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, groupby, islice
from operator import eq
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Pack claims, in the order of the text, as they come."""
        self.starts, self.ends = array("L"), array("L")
        self._blocks: list[bytes] = []
        self._unpacked: OrderedDict[int, tuple[Claim, ...]] = OrderedDict()
        repeats: list[int] = []
        coming = iter(claims)
        while block := tuple(islice(coming, BLOCK)):
            repeats += (index for index, claim in enumerate(block, len(self)) if claim.repeat)
            self.starts.extend(claim.start for claim in block)
            self.ends.extend(claim.end for claim in block)
            self._blocks.append(_packed(block))
        self._repeats = frozenset(repeats)

    def put(self, changed: Iterable[tuple[int, Claim]]) -> None:
        """Put claims in the place of others that begin and end where they do.

        Args:
            changed: The index of each, in order, and the claim; may look at these claims on its way.
        """
        for number, some in groupby(changed, lambda told: told[0] // BLOCK):
            block = list(self._block(number))
            for index, claim in some:
                block[index % BLOCK] = claim
            self._blocks[number] = _packed(tuple(block))
        self._unpacked.clear()

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

    def __iter__(self) -> Iterator[Claim]:
        return chain.from_iterable(map(self._block, range(len(self._blocks))))

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


def _packed(block: tuple[Claim, ...]) -> bytes:
    return zlib.compress(pickle.dumps(block, 5), 1)


def packed_text(text: str) -> bytes:
    """A text for another process, in half of its size; a string that is pickled itself keeps its UTF-8 as long as it lives."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpacked_text(packed: bytes) -> str:
    """The text that `packed_text` packed."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")
