"""The place in an article, and where the keys move it; knows rows and spans, but no widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.text.figures import figure_spans
from reader.text.script import Script, converted
from reader.text.sentences import sentence_around
from reader.text.words import word_spans
from reader.tui.damaged import Damaged
from reader.tui.layout import PLAIN, Layout, Row, RowKind, Setting, lay_out
from reader.tui.restored import offset_of, restored_paragraphs, shown_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.annotations.anchoring import Placed
    from reader.articles.article import Damage
    from reader.claims.claim import Claim
    from reader.desk.opened import Opened
    from reader.text.traced import TracedText


class Reading:
    """One article being read.

    The place is an offset in the article's text. The claim or annotation there is the present one; while something is
    being selected, the place is the end that moves and the anchor the one that stays.

    Attributes:
        opened: The article.
        script: The script it is shown in; None for as written.
        unfolded: Whether paragraphs that repeat others are shown.
        restoring: Whether suggestions are shown in the place of damaged stretches.
        place: Offset in the text, in code points.
        anchor: The end of the selection that stays, or None.
        query: What is searched for; empty where nothing is.
        hits: Where it stands, in order.
        shown: The text as shown, exactly as long as the article's own.
        layout: Its rows.
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
        self.query = ""
        self.hits: list[tuple[int, int]] = []
        self._folded: str | None = None
        self._trail: list[int] = []
        self._trail_at = 0
        self._grown: list[tuple[int, int]] = []
        self._width = width
        self._column: int | None = None
        self.shown = ""
        self.layout = Layout((), ())
        self.set_script(script)
        self.place = min(max(0, place), self._last)

    # How it is shown

    def set_script(self, script: Script | None) -> None:
        """Show the text in a script, or as written; place and selection stay."""
        article = self.opened.article
        self.script = script
        same = script is None or script is article.script
        self.shown = article.text if script is None or same else converted(article.text, script)
        self.restore(restoring=self.restoring)

    def restore(self, *, restoring: bool) -> None:
        """Show suggestions in the place of damaged stretches, or what stands there; place and selection stay."""
        self.restoring = restoring
        article = self.opened.article
        self.restored = restored_paragraphs(article, self.shown, self.damaged, self.script) if restoring else {}
        self.set_width(self._width)

    def set_width(self, width: int) -> None:
        """Break the rows anew for a width in cells."""
        self._width = width
        self.layout = lay_out(
            self.opened.article, self.shown, width, self.setting, unfolded=self.unfolded, restored=self.restored
        )

    def fold(self, *, unfolded: bool) -> None:
        """Show paragraphs that repeat others, or a row in the place of each."""
        self.unfolded = unfolded
        self.set_width(self._width)

    # What is present

    @property
    def _last(self) -> int:
        return max(0, len(self.shown) - 1)

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
        """The annotation at the place: that of the claim there, else the shortest one."""
        claim = self.claim
        of_claim = self.opened.of_claim(claim) if claim else None
        return of_claim or next(iter(self.opened.at(self.place)), None)

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
        """The span that an act works on: the selection, or the claim, annotation or hit at the place."""
        if self.selection is not None:
            return self.selection
        if (claim := self.claim) is not None:
            return claim.start, claim.end
        placed = self.annotation
        if placed is not None and placed.start is not None and placed.end is not None:
            return placed.start, placed.end
        return self.hit

    @property
    def hit(self) -> tuple[int, int] | None:
        """The hit of the search at the place."""
        return next((span for span in self.hits if span[0] <= self.place < span[1]), None)

    @property
    def percent(self) -> int:
        """How much of the text lies before the place, in percent."""
        return round(100 * self.place / self._last) if self._last else 100

    # Moving

    def go(self, offset: int) -> None:
        """Move the place to an offset, as near as the text allows."""
        self.place = min(max(0, offset), self._last)
        self._column = None

    def jump(self, offset: int) -> None:
        """Move far: `go_back` comes back here."""
        if offset != self.place:
            del self._trail[self._trail_at :]
            self._trail.append(self.place)
            self._trail_at = len(self._trail)
        self.anchor = None
        self.go(offset)

    def go_back(self, step: int) -> bool:
        """Go back to where the last jump began (`step` -1), or forward again (1); False where there is no more."""
        at = self._trail_at + step
        if not 0 <= at < len(self._trail) + (step < 0):
            return False
        if self._trail_at == len(self._trail):
            self._trail.append(self.place)
        self._trail_at = at
        self.anchor = None
        self.go(self._trail[at])
        return True

    def search(self, query: str) -> None:
        """Mark where a query stands, as words or by its value; an empty one ends the search."""
        from reader.claims.searching import find  # loads the finding of claims
        from reader.text.folding import folded

        self.query = query.strip()
        if self._folded is None:
            self._folded = folded(self.opened.article.text)
        self.hits = find(self._folded, self.opened.claims, self.query)

    def hits_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that overlap a span."""
        last = bisect_left(self.hits, (end, 0))
        first = max(0, bisect_right(self.hits, (start, start)) - 1)
        return [hit for hit in self.hits[first:last] if hit[1] > start]

    def go_hits(self, step: int) -> bool:
        """Go to the next or the last hit, around the end; False where there is none."""
        if not self.hits:
            return False
        starts = [start for start, _ in self.hits]
        index = bisect_right(starts, self.place) if step > 0 else bisect_left(starts, self.place) - 1
        self.jump(starts[index % len(starts)])
        return True

    def go_rows(self, step: int) -> None:
        """Go so many rows down (up where negative), keeping the column."""
        rows = self.layout.rows
        if not rows or not step:
            return
        index = min(max(0, self.row + step), len(rows) - 1)
        direction = 1 if step > 0 else -1
        found = self.layout.text_row(index, direction)
        while found and step < 0 and rows[found].start == rows[self.row].start and rows[found].kind is RowKind.TEXT:
            found = self.layout.text_row(found - 1, direction)  # a suggestion of more rows than characters
        if found is None:
            found = self.layout.text_row(index, -direction)
        if found is None:
            return
        column = self._column
        if column is None:
            column = self.cell_of(rows[self.row], self.place)
        self.go(self._offset_at(found, column))
        self._column = column

    def offset_at(self, row: int, cell: int) -> int:
        """The offset of the character at a cell of a row, the row's last one where it is shorter."""
        return self._offset_at(min(max(0, row), max(0, len(self.layout.rows) - 1)), cell)

    def _offset_at(self, index: int, cell: int) -> int:
        row = self.layout.rows[index]
        text, first, last = self.stretch_of(row)
        ends = self.setting.widths.ends(text[first:last])
        at = first + min(sum(end <= cell for end in ends), max(0, len(ends) - 1))
        return at if row.shown is None else offset_of(self.restored[row.paragraph], at)

    def stretch_of(self, row: Row) -> tuple[str, int, int]:
        """The text that a row shows: a longer text, and where in it the row begins and ends."""
        if row.shown is None:
            return self.shown, row.start, row.end
        return self.restored[row.paragraph].text, *row.shown

    def span_in(self, row: Row, start: int, end: int) -> tuple[int, int]:
        """Where a span of the article's text stands in the text that `stretch_of` tells of a row."""
        return (start, end) if row.shown is None else shown_span(self.restored[row.paragraph], start, end)

    def cell_of(self, row: Row, offset: int) -> int:
        """How many cells of a row lie left of the character at an offset."""
        text, first, _ = self.stretch_of(row)
        return self.setting.widths.of(text[first : self.span_in(row, offset, offset + 1)[0]])

    def go_paragraphs(self, step: int) -> None:
        """Go to the next paragraph that is shown; backwards, first to the beginning of this one."""
        article = self.opened.article
        index = article.paragraph_at(self.place)
        if step < 0 and self.place > article.starts[index]:
            index += 1
        index += step
        while 0 < index < len(article.paragraphs) and self._is_folded(index):
            index += step
        if 0 <= index < len(article.starts):
            self.go(article.starts[index])

    def _is_folded(self, index: int) -> bool:
        return not self.unfolded and self.opened.article.paragraphs[index].repeats is not None

    def go_characters(self, step: int) -> None:
        """Go a character left or right, over line feeds."""
        start, end = self.here
        offset = end - 1 + step if step > 0 else start + step
        while 0 <= offset < len(self.shown) and self.shown[offset] == "\n":
            offset += step
        if 0 <= offset < len(self.shown):
            self.go(offset)

    def go_claims(self, step: int, *, untouched: bool) -> bool:
        """Go to the next or the last claim (that is not handled yet); False where there is none."""
        claim = self.opened.next_claim(self.place, step, untouched=untouched)
        if claim is None:
            return False
        self.anchor = None
        self.go(claim.start)
        return True

    def go_annotations(self, step: int) -> bool:
        """Go to the next or the last annotation; False where there is none."""
        starts = [placed.start for placed in self.opened.placed if placed.start is not None]
        beyond = [at for at in starts if (at > self.place if step > 0 else at < self.place)]
        if beyond:
            self.jump(min(beyond) if step > 0 else max(beyond))
        return bool(beyond)

    def go_stop(self) -> bool:
        """Go to the next damaged span, around the end; False where there is none."""
        shown = (spot for spot in self.damaged.after(self.place) if not self._is_folded(spot.damage.paragraph))
        stop = next(shown, None)
        if stop is not None:
            self.jump(stop.start)
        return stop is not None

    # Selecting

    def toggle_selecting(self) -> None:
        """Begin to select at the place, or stop."""
        self.anchor = self.place if self.anchor is None else None

    def select(self, span: tuple[int, int]) -> None:
        """Select a span; its end is the one that moves."""
        start, end = span
        if start < end:
            self.anchor = start
            self.go(end - 1)

    def other_end(self) -> None:
        """Let the other end of the selection be the one that moves."""
        if self.anchor is not None:
            self.anchor, self.place = self.place, self.anchor
            self._column = None

    def figure(self) -> tuple[int, int] | None:
        """The figure with its unit at the place, or the next one in its paragraph."""
        article = self.opened.article
        start = article.starts[article.paragraph_at(self.place)]
        text = article.paragraphs[article.paragraph_at(self.place)].text
        spans = ((a + start, b + start) for a, b in figure_spans(text))
        return next((span for span in spans if span[1] > self.place), None)

    def word(self) -> tuple[int, int]:
        """The word at the place."""
        if (here := self.here) != (self.place, self.place + 1):
            return here
        article = self.opened.article
        start = article.starts[article.paragraph_at(self.place)]
        text = article.paragraphs[article.paragraph_at(self.place)].text
        return next(
            ((a + start, b + start) for a, b in word_spans(text) if a + start <= self.place < b + start),
            (self.place, self.place + 1),
        )

    def go_words(self, *, end: bool) -> None:
        """Select on to the beginning of the next word, or to the end of this one or the next."""
        if self.anchor is None:
            self.anchor = self.place
        _, stop = self.word()
        if not end:
            self.go(stop)
        elif self.place + 1 < stop:
            self.go(stop - 1)
        else:
            self.go(stop)
            self.go(self.word()[1] - 1)

    def grow(self) -> None:
        """Select the next larger thing around the selection: word, figure, claim, sentence, paragraph, everything."""
        span = self.selection or (self.place, self.place)
        text = self.opened.article.text
        claim = self.claim
        around = [self.word(), self.sentence(), self.paragraph(), (0, len(text))]
        if (figure := self.figure()) is not None:
            around.append(figure)
        if claim is not None:
            around.append((claim.start, claim.end))
        larger = [one for one in around if one[0] <= span[0] and span[1] <= one[1] and one != span]
        if larger:
            self._grown.append((self.place, self.place) if self.anchor is None else span)
            self.select(min(larger, key=lambda one: one[1] - one[0]))

    def shrink(self) -> None:
        """Select what was selected before it grew."""
        if self.anchor is not None and self._grown:
            start, end = self._grown.pop()
            if start == end:
                self.anchor = None
                self.go(start)
            else:
                self.select((start, end))

    def sentence(self) -> tuple[int, int]:
        """The sentence at the place."""
        return sentence_around(self.opened.article.text, self.place, self.place + 1)

    def paragraph(self) -> tuple[int, int]:
        """The paragraph at the place."""
        article = self.opened.article
        index = article.paragraph_at(self.place)
        return article.starts[index], article.starts[index] + len(article.paragraphs[index].text)
