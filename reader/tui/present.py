"""What is at the place in an article: the claim, the annotations, the selection; knows rows and spans, but no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desk.opened import WHOLE
from reader.tui.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from reader.annotations.anchoring import Placed
    from reader.articles.article import Damage
    from reader.claims.claim import Claim


class Present(Shown):
    """What is at the place of an article that is shown.

    The claim or annotation there is the present one; while something is being selected, the place is the end that moves
    and the anchor the one that stays.

    Attributes:
        anchor: The end of the selection that stays, or None.
        whole: Whether the article as a whole is selected.
        chosen: The annotation that is meant where several stand; None where nobody said.
        lost: The annotation without a place that is looked at, or None.
        query: What is searched for; empty where nothing is.
        hits: Where it stands, in order.
    """

    anchor: int | None = None
    whole = False
    chosen: UUID | None = None
    lost: UUID | None = None
    query = ""
    hits: Sequence[tuple[int, int]] = ()

    @property
    def row(self) -> int:
        """Index of the row that the place is on."""
        return self.layout.row_at(self.place)

    @property
    def claim(self) -> Claim | None:
        """The claim at the place."""
        return self.opened.claim_at(self.place)

    @property
    def annotation(self) -> Placed | None:
        """The annotation at the place: the chosen one, else that of the claim there, else the shortest one.

        While one is looked at that has no place, it is that.
        """
        if self.lost is not None and (lost := self.opened.placed_of(self.lost)) is not None:
            return lost
        if self.whole:
            return self.opened.on_span(*WHOLE)
        if (chosen := self._chosen_here) is not None:
            return chosen
        claim = self.claim
        of_claim = self.opened.of_claim(claim) if claim else None
        return of_claim or next(iter(self.opened.at(self.place)), None)

    @property
    def chosen_apart(self) -> Placed | None:
        """The chosen annotation, where it is not simply that of the claim at the place."""
        chosen, claim = self._chosen_here, self.claim
        return None if claim is not None and self.opened.of_claim(claim) is chosen else chosen

    @property
    def _chosen_here(self) -> Placed | None:
        """The annotation that the user chose, while the place is in it."""
        return next((one for one in self.opened.at(self.place) if one.annotation.id == self.chosen), None)

    def choose(self, annotation_id: UUID) -> None:
        """Mean one of the annotations at the place, until the place moves."""
        self.chosen = annotation_id

    def rivals(self, *, existing: bool) -> tuple[Placed, ...]:
        """The annotations at the place, where it cannot be told which one an act means; else none.

        Args:
            existing: Whether the act can only mean an annotation that there is; otherwise a claim may get a new one.
        """
        if self.whole or self.selection is not None or self._chosen_here is not None:
            return ()
        here, claim = self.opened.at(self.place), self.claim
        if claim is not None:
            of_claim = tuple(one for one in here if self._is_of(claim, one))
            here = of_claim if of_claim or not existing else here
        return here if len(here) > 1 else ()

    def _is_of(self, claim: Claim, placed: Placed) -> bool:
        span = span_of(placed)
        return span is not None and self.opened.claim_on(*span) is claim

    @property
    def in_title(self) -> bool:
        """Whether the place is in the article's title."""
        return self.place <= len(self.opened.article.paragraphs[0].text)

    @property
    def damage(self) -> Damage | None:
        """The damage at the place."""
        return self.damaged.at(self.place)

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected span; None where nothing is being selected."""
        if self.anchor is None:
            return None
        return self._whole(min(self.anchor, self.place), max(self.anchor, self.place) + 1)

    @property
    def here(self) -> tuple[int, int]:
        """What the place lights: its character, or the damaged stretch that a suggestion is shown for."""
        return self._whole(self.place, self.place + 1)

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        """A span with all of each damaged stretch that it touches and that a suggestion is shown for."""
        spots = [spot for spot in self.damaged.within(start, end) if spot.damage.restored] if self.restoring else []
        return min([start, *(spot.start for spot in spots)]), max([end, *(spot.end for spot in spots)])

    @property
    def target(self) -> tuple[int, int] | None:
        """The span that an act works on: the selection (`WHOLE`: all), or the claim, annotation or hit at the place."""
        if self.whole:
            return WHOLE
        if self.selection is not None:
            return self.selection
        if (chosen := span_of(self._chosen_here)) is not None:
            return chosen
        if (claim := self.claim) is not None:
            return claim.start, claim.end
        return span_of(self.annotation) or self.hit

    @property
    def hit(self) -> tuple[int, int] | None:
        """The hit of the search at the place."""
        return next((span for span in self.hits if span[0] <= self.place < span[1]), None)

    @property
    def percent(self) -> int:
        """How much of the text lies before the place, in percent."""
        return round(100 * self.place / self._last) if self._last else 100


def span_of(placed: Placed | None) -> tuple[int, int] | None:
    """Where an annotation stands; None where there is none, or where it has no place."""
    if placed is None or placed.start is None or placed.end is None:
        return None
    return placed.start, placed.end
