"""An article lying open on the desk: its text, its claims, its annotations in their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from reader.annotations.anchoring import Anchoring, Placed
from reader.annotations.annotation import Response
from reader.annotations.texts import hash_of
from reader.claims.correcting import taking
from reader.desk.packed import PackedClaims

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.articles.article import Article
    from reader.articles.source import Source
    from reader.claims.claim import Claim


WHOLE = (0, 0)
"""The span that stands for an article as a whole: it has no text, so no other annotation can have it."""


@dataclass(frozen=True)
class Opened:
    """One article with everything that is shown of it.

    Attributes:
        path: The file, or None for standard input.
        source: The decoded file.
        article: The clean article.
        claims: Its claims, in the order of the text.
        placed: Its annotations, those with a place first, in the order of the text.
        preferred: The annotation that is meant where several have the same span; None where nobody said.
        anchoring: Finds annotations in its text; None before there were any.
    """

    path: Path | None
    source: Source
    article: Article
    claims: Sequence[Claim]
    placed: tuple[Placed, ...] = ()
    preferred: UUID | None = None
    anchoring: Anchoring | None = None

    @cached_property
    def text_sha256(self) -> str:
        """sha256, in hex, of the article's text."""
        return hash_of(self.article.text)

    def with_annotations(self, annotations: Iterable[Annotation], kept: Callable[[str], str | None]) -> Opened:
        """The same article with other annotations.

        Args:
            annotations: The annotations.
            kept: Gives the text of a hash, where the store kept it.
        """
        anchoring = self.anchoring or Anchoring(self.article.text, self.text_sha256, kept)
        placed = sorted(anchoring.places(annotations), key=_order)
        return replace(self, placed=tuple(placed), preferred=None, anchoring=anchoring)

    def with_claims(self, claims: Sequence[Claim]) -> Opened:
        """The same article with other claims."""
        return replace(self, claims=claims, preferred=None)

    def on_span(self, start: int, end: int) -> Placed | None:
        """The annotation of exactly this span (`WHOLE`: of the article); of several the preferred one, else the first."""
        here = (placed for placed in self.placed if (placed.start, placed.end) == (start, end))
        found = self.whole if (start, end) == WHOLE else tuple(here)
        meant = (placed for placed in found if placed.annotation.id == self.preferred)
        return next(meant, found[0] if found else None)

    def preferring(self, annotation_id: UUID | None) -> Opened:
        """The same article, with one of several annotations of the same span meant."""
        return self if annotation_id is None else replace(self, preferred=annotation_id)

    @cached_property
    def whole(self) -> tuple[Placed, ...]:
        """The annotations of the article as a whole."""
        return tuple(placed for placed in self.placed if placed.annotation.target is None)

    @cached_property
    def to_review(self) -> int:
        """How many annotations somebody must look at, since the text has changed."""
        return sum(placed.needs_review for placed in self.placed)

    def placed_of(self, annotation_id: UUID) -> Placed | None:
        """The annotation of an id, if it is one of this article."""
        return next((placed for placed in self.placed if placed.annotation.id == annotation_id), None)

    def of_claim(self, claim: Claim) -> Placed | None:
        """The annotation that handles a claim: one whose span overlaps it by at least half of the longer one."""
        return self._handling.get(claim.start)

    def corrected(self, claim: Claim) -> Claim:
        """The claim as a person corrected it; as it was found where nobody did."""
        placed = self.of_claim(claim)
        told = placed.annotation.claim if placed and placed.annotation.response is Response.CORRECTED else None
        return claim if told is None else taking(claim, told)

    def response_to(self, claim: Claim) -> Response | None:
        """What a person says about a claim: accepted, corrected or rejected; None where nobody handled it."""
        placed = self.of_claim(claim)
        return (placed.annotation.response or Response.ACCEPTED) if placed else None

    def claim_on(self, start: int, end: int) -> Claim | None:
        """The claim that a span is about, by the same measure."""
        return next((claim for claim in self.claims_within(start, end) if _overlap(claim, start, end)), None)

    def claim_at(self, offset: int) -> Claim | None:
        """The claim that `offset` lies in."""
        return next(iter(self.claims_within(offset, offset + 1)), None)

    def at(self, offset: int) -> tuple[Placed, ...]:
        """The annotations that `offset` lies in, the shortest first."""
        here = self.placed_within(offset, offset + 1)
        return tuple(sorted(here, key=lambda placed: (placed.end or 0) - (placed.start or 0)))

    def placed_within(self, start: int, end: int) -> list[Placed]:
        """The annotations that overlap a span, in order, longer ones first where they begin together."""
        last = bisect_left(self.starts, end)
        return [one for one in self.placed[:last] if one.end is not None and one.end > start]

    def next_claim(self, offset: int, step: int, *, untouched: bool) -> Claim | None:
        """The nearest claim that begins after `offset` (before it where `step` is negative), folded repeats left out.

        Args:
            offset: Where to look from.
            step: 1 or -1.
            untouched: Only claims that are not handled yet.
        """
        starts, _ = self._edges
        first = bisect_right(starts, offset) if step > 0 else bisect_left(starts, offset) - 1
        index = first
        while 0 <= index < len(self.claims):
            claim = self.claims[index]
            if not claim.repeat and not (untouched and index in self.handled):
                return claim
            index += step
        return None

    @cached_property
    def starts(self) -> list[int]:
        """Where the annotations with a place begin."""
        return [placed.start for placed in self.placed if placed.start is not None]

    @cached_property
    def handled(self) -> frozenset[int]:
        """Indexes of the claims that are annotated."""
        starts, _ = self._edges
        return frozenset(bisect_left(starts, start) for start in self._handling)

    @cached_property
    def _edges(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where the claims begin, and where they end."""
        if isinstance(self.claims, PackedClaims):
            return self.claims.starts, self.claims.ends
        return [claim.start for claim in self.claims], [claim.end for claim in self.claims]

    @cached_property
    def countable(self) -> tuple[int, ...]:
        """Indexes of the claims that count: those in folded repeats do not."""
        if isinstance(self.claims, PackedClaims):
            return self.claims.countable
        return tuple(index for index, claim in enumerate(self.claims) if not claim.repeat)

    @cached_property
    def done(self) -> int:
        """How many of the claims that count are handled."""
        return len(self.handled.intersection(self.countable))

    @cached_property
    def _handling(self) -> dict[int, Placed]:
        """By the start of a claim: the annotation that handles it; one that corrects or rejects it before others."""
        found: dict[int, Placed] = {}
        for placed in self.placed:
            if placed.start is None or placed.end is None:
                continue
            claim = self.claim_on(placed.start, placed.end)
            if claim is not None and (claim.start not in found or _decides(placed) > _decides(found[claim.start])):
                found[claim.start] = placed
        return found

    def claims_within(self, start: int, end: int) -> Iterator[Claim]:
        """The claims that overlap a span, in order."""
        starts, ends = self._edges
        for index in range(bisect_right(ends, start), bisect_left(starts, end)):
            yield self.claims[index]


def _decides(placed: Placed) -> bool:
    """Whether an annotation says that the claim is to be read otherwise."""
    return placed.annotation.response in (Response.CORRECTED, Response.REJECTED)


def _order(placed: Placed) -> tuple[bool, int, int, str]:
    start, end = placed.start, placed.end
    return start is None, start or 0, -(end or 0), str(placed.annotation.id)


def _overlap(claim: Claim, start: int, end: int) -> bool:
    """Whether claim and span share at least half of the longer one."""
    shared = min(claim.end, end) - max(claim.start, start)
    return shared > 0 and 2 * shared >= max(claim.end - claim.start, end - start)
