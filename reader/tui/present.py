"""What is at the place in an article: the claim, the annotations, the selection; knows rows and spans, but no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desk.opened import WHOLE
from reader.text.script import Script, converted
from reader.tui.article_rows import Rows
from reader.tui.breaking import PLAIN, BrokenParagraphs, Setting
from reader.tui.damaged import Damaged
from reader.tui.layout import Layout, lay_out, refolded
from reader.tui.restored import restored_paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from reader.annotations.anchoring import Placed
    from reader.articles.article import Damage
    from reader.claims.claim import Claim
    from reader.desk.opened import Opened
    from reader.text.traced import TracedText


HUGE = 300_000
"""From so many code points on, the rows around the place are laid out first: all of them take over 60 ms."""

AROUND = 12_000
"""So many code points before and after the place are laid out first: some ten screens."""

SLICE = 50
"""Paragraphs that are laid out in one go beside the keys: a millisecond or two."""

LAYOUTS = 3
"""Layouts of all rows that are remembered: as it is, with a pane beside the text, with suggestions."""


class Present:
    """One article as it is shown, and what is at the place in it.

    The place is an offset in the article's text. The claim or annotation there is the present one; while something is
    being selected, the place is the end that moves and the anchor the one that stays.

    Attributes:
        opened: The article.
        script: The script it is shown in; None for as written.
        unfolded: Whether paragraphs that repeat others are shown.
        restoring: Whether suggestions are shown in the place of damaged stretches.
        place: Offset in the text, in code points.
        anchor: The end of the selection that stays, or None.
        whole: Whether the article as a whole is selected.
        chosen: The annotation that is meant where several stand; None where nobody said.
        lost: The annotation without a place that is looked at, or None.
        query: What is searched for; empty where nothing is.
        hits: Where it stands, in order.
        shown: The text as shown, exactly as long as the article's own.
        layout: Its rows; of a huge article first those around the place, until `take_layout` brings all of them.
        window: The paragraphs that these are the rows of; None where it is all of them.
        damaged: Its damaged spans.
        restored: The paragraphs that are shown with suggestions in them, by index.
        setting: How they are set.
    """

    def __init__(
        self,
        opened: Opened,
        width: int,
        script: Script | None,
        place: int = 0,
        setting: Setting = PLAIN,
        *,
        restoring: bool = False,
    ) -> None:
        """Begin to read at a place.

        Args:
            opened: The article.
            width: Cells of a row.
            script: The script to show it in; None for as written.
            place: Where to begin.
            setting: How rows are set.
            restoring: Show suggestions in the place of damaged stretches.
        """
        self.setting = setting
        self.opened = opened
        self.damaged = Damaged(opened.article)
        self.script = script
        self.unfolded = False
        self.restoring = restoring
        self.restored: Mapping[int, TracedText] = {}
        self.anchor: int | None = None
        self.whole = False
        self.chosen: UUID | None = None
        self.lost: UUID | None = None
        self.query = ""
        self.hits: list[tuple[int, int]] = []
        self._folded: str | None = None
        self._trail: list[int] = []
        self._trail_at = 0
        self._grown: list[tuple[int, int]] = []
        self._width = width
        self._column: int | None = None
        self.shown = ""
        self._scripts: dict[Script, str] = {}
        self._suggested: dict[Script | None, Mapping[int, TracedText]] = {}
        self._broken = BrokenParagraphs(opened.article, setting)
        self._layouts: dict[tuple[object, ...], Layout] = {}
        self.layout = Layout()
        self.window: range | None = None
        self.place = max(0, place)
        self.set_script(script)
        self.place = min(self.place, self._last)

    # How it is shown

    def set_script(self, script: Script | None) -> None:
        """Show the text in a script, or as written; place and selection stay."""
        self.script = script
        self.shown = self.opened.article.text if script is None else self._in_script(script)
        self.restore(restoring=self.restoring)

    def _in_script(self, script: Script) -> str:
        article = self.opened.article
        if script is article.script:
            return article.text
        if script not in self._scripts:
            self._scripts[script] = converted(article.text, script)
        return self._scripts[script]

    def convert_ahead(self, convert: Callable[[str, Script], str] = converted) -> None:
        """Convert the text into all scripts, so that showing another one need not wait; for a thread.

        Args:
            convert: Converts the article's text.
        """
        article = self.opened.article
        for script in Script:
            if script is not article.script and script not in self._scripts:
                self._scripts[script] = convert(article.text, script)

    def restore(self, *, restoring: bool) -> None:
        """Show suggestions in the place of damaged stretches, or what stands there; place and selection stay."""
        self.restoring = restoring
        if restoring and self.script not in self._suggested:
            found = restored_paragraphs(self.opened.article, self.shown, self.damaged, self.script)
            self._suggested[self.script] = found
        before, self.restored = self.restored, self._suggested[self.script] if restoring else {}
        if before or self.restored or not self.layout.rows:  # else rows break alike in either script
            self.set_width(self._width)

    def set_width(self, width: int) -> None:
        """Break the rows for a width in cells, where that has not been done before; in a huge article those around the place."""
        self._width = width
        if (whole := self._layouts.get(self._look)) is not None:
            self.window, self.layout = None, whole
            return
        self.window = self._around() if len(self.shown) > HUGE else None
        self.layout = self._rows_of(self.window)
        if self.window is None:
            self._keep(self.layout)

    def _keep(self, layout: Layout) -> None:
        """Remember all rows as they are now: who shows a pane, or suggestions, hides them again."""
        self._layouts.pop(self._look, None)
        while len(self._layouts) >= LAYOUTS:
            del self._layouts[next(iter(self._layouts))]
        self._layouts[self._look] = layout

    def _around(self) -> range:
        """The paragraphs around the place."""
        article = self.opened.article
        first = article.paragraph_at(max(0, self.place - AROUND))
        return range(first, article.paragraph_at(self.place + AROUND) + 1)

    def _rows_of(self, paragraphs: range | None) -> Layout:
        return lay_out(
            self.opened.article, self._broken, self._width,
            unfolded=self.unfolded, restored=self.restored, only=paragraphs,
        )  # fmt: skip

    @property
    def _look(self) -> tuple[object, ...]:
        """All that decides where rows break."""
        return self._width, self.unfolded, bool(self.restored), self.script if self.restored else None

    def follow_window(self) -> None:
        """Lay out other paragraphs where the place has come near the end of those that are laid out."""
        if self.window is not None:
            article, near = self.opened.article, AROUND // 4
            first = article.paragraph_at(max(0, self.place - near))
            last = article.paragraph_at(self.place + near)
            if first not in self.window or last not in self.window:
                self.window = self._around()
                self.layout = self._rows_of(self.window)

    def whole_layout(self, goes_on: Callable[[], bool] = lambda: True) -> tuple[tuple[object, ...], Layout] | None:
        """All rows, and what they are right for; takes its time, so call it from a thread.

        Args:
            goes_on: Asked every few milliseconds; may wait, to let others go first.

        Returns:
            None where `goes_on` says no, or where the rows are to break otherwise by now.
        """
        look, count = self._look, len(self.opened.article.paragraphs)
        if (known := self._layouts.get(look)) is not None:
            return look, known
        rows = Rows()
        for first in range(0, count, SLICE):
            if not goes_on() or self._look != look:
                return None
            rows.add_rows(self._rows_of(range(first, min(first + SLICE, count))).rows)
        return look, Layout(rows)

    def take_layout(self, look: tuple[object, ...], layout: Layout) -> bool:
        """Show all rows, where they are still right; False where they are not."""
        right = self.window is not None and look == self._look
        if right:
            self.window, self.layout = None, layout
            self._keep(layout)
        return right

    def fold(self, *, unfolded: bool) -> None:
        """Show paragraphs that repeat others, or a row in the place of each."""
        self.unfolded = unfolded
        if self.window is None and self.layout.rows and not self.restored:
            self.layout = refolded(self.layout, self.opened.article, self._broken, self._width, unfolded=unfolded)
            self._keep(self.layout)
        else:
            self.set_width(self._width)

    # What is present

    @property
    def _last(self) -> int:
        return max(0, len(self.shown) - 1)

    @property
    def width(self) -> int:
        """Cells of a row."""
        return self._width

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
