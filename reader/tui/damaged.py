"""Where an article is damaged, in offsets of its text, and what its suggestions say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reader.messages import say
from reader.text.script import Script, converted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.articles.article import Article, Damage


class Spot(NamedTuple):
    """A damaged span of the article's text, in code points."""

    start: int
    end: int
    damage: Damage


class Damaged:
    """The damaged spans of an article, to be looked up by offset."""

    def __init__(self, article: Article) -> None:
        """Find where each damaged span of the article stands in its text."""
        spots = []
        for damage in article.damage:
            begin = article.starts[damage.paragraph]
            spots.append(Spot(begin + damage.start, begin + damage.end, damage))
        self.spots = sorted(spots, key=lambda spot: spot.start)
        self._starts = [spot.start for spot in self.spots]

    def within(self, start: int, end: int) -> list[Spot]:
        """The damaged spans that overlap a span, in order."""
        last = bisect_left(self._starts, end)
        first = max(0, bisect_right(self._starts, start) - 1)
        return [spot for spot in self.spots[first:last] if spot.end > start]

    def at(self, offset: int) -> Damage | None:
        """The damage that `offset` lies in."""
        return next((spot.damage for spot in self.within(offset, offset + 1)), None)

    def beyond(self, offset: int) -> Iterator[Spot]:
        """The damaged spans that begin after `offset`, in order."""
        return map(self.spots.__getitem__, range(bisect_right(self._starts, offset), len(self.spots)))


def suggested(damage: Damage, script: Script | None = None, *, in_place: bool = False) -> str:
    """What a damaged span may have been, in words that leave it a suggestion.

    Args:
        damage: The damaged span.
        script: The script that the text is shown in; None for as written.
        in_place: The suggestion stands in the text already: tell what it stands for instead.
    """
    if not damage.restored:
        return say("damage-unknown")
    percent = round(100 * damage.certainty)
    if in_place:
        return say("damage-restored", text=damage.text, percent=percent)
    restored = converted(damage.restored, script) if script is not None else damage.restored
    return say("damage-perhaps", restored=restored, percent=percent)
