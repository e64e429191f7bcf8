"""What an act is about: a span of an article, or an article as a whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.controls import visible_line
from reader.desk.act import annotation_for
from reader.desk.opened import WHOLE

if TYPE_CHECKING:
    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


@dataclass(frozen=True, slots=True)
class Subject:
    """What an act is about.

    Attributes:
        opened: The article.
        span: The span of its text, `WHOLE` for all of it.
    """

    opened: Opened
    span: tuple[int, int]

    @property
    def is_whole(self) -> bool:
        """Whether it is the article as a whole."""
        return self.span == WHOLE

    @property
    def annotation(self) -> Annotation | None:
        """What stands there already."""
        placed = annotation_for(self.opened, *self.span)
        return placed.annotation if placed else None

    @property
    def about(self) -> str:
        """The quote or, of a whole article, its title, harmless and on one line."""
        article = self.opened.article
        return visible_line(article.title if self.is_whole else article.text[slice(*self.span)])

    def refreshed(self, desk: Desk) -> Subject:
        """The same with its annotations as they are now."""
        return replace(self, opened=desk.refreshed(self.opened).preferring(self.opened.preferred))
