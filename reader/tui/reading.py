"""The place in an article, and where the keys move it; knows rows and spans, but no widget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.text.figures import figure_spans
from reader.text.sentences import sentence_around
from reader.text.words import word_spans
from reader.tui.article_rows import Row, RowKind
from reader.tui.present import Present
from reader.tui.restored import offset_of, shown_span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from uuid import UUID


NEAR = 400
"""Code points around the place that words are divided in: farther than a word reaches, and a paragraph may have ten million."""


class Reading(Present):
    """An article being read: where the keys move the place, and what they select."""

    _folded: str | None = None
    _trail: tuple[int, ...] = ()
    _trail_at = 0
    _grown: tuple[tuple[int, int], ...] = ()
    _column: int | None = None

    # Moving

    def go(self, offset: int) -> None:
        """Move the place to an offset, as near as the text allows."""
        self.whole = False
        self.place = min(max(0, offset), self._last)
        self.chosen = self.lost = None
        self._column = None

    def jump(self, offset: int) -> None:
        """Move far: `go_back` comes back here."""
        if offset != self.place:
            self._trail = (*self._trail[: self._trail_at], self.place)
            self._trail_at = len(self._trail)
        self.anchor = None
        self.go(offset)

    def go_back(self, step: int) -> bool:
        """Go back to where the last jump began (`step` -1), or forward again (1); False where there is no more."""
        at = self._trail_at + step
        if not 0 <= at < len(self._trail) + (step < 0):
            return False
        if self._trail_at == len(self._trail):
            self._trail = (*self._trail, self.place)
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

    def dragged(self, begun: tuple[int, int], now: tuple[int, int]) -> tuple[int, int]:
        """The first and the last character of a selection, each at a row and a cell of it.

        A row without text stands for the beginning of the paragraph below; where that would be the end of the selection,
        for the end of the one above.
        """
        start, end = self.offset_at(*begun), self.offset_at(*now)
        if start < end and self._is_between(now[0]):
            return start, max(start, end - 2)
        if end < start and self._is_between(begun[0]):
            return max(end, start - 2), end
        return start, end

    def _is_between(self, row: int) -> bool:
        """Whether a row only parts two paragraphs."""
        rows = self.layout.rows
        return rows[min(max(0, row), len(rows) - 1)].kind is RowKind.BLANK

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
        """Go to the next or the last annotation, each in turn where several begin together; False where there is none."""
        index = self._annotation_beyond(step)
        placed = self.opened.placed[index] if 0 <= index < len(self.opened.starts) else None
        if placed is None or placed.start is None:
            return False
        self.jump(placed.start)
        self.chosen = placed.annotation.id
        return True

    def _annotation_beyond(self, step: int) -> int:
        """Index of the annotation after the present one, or after the place where none begins there."""
        present, starts = self.annotation, self.opened.starts
        if present is not None and (present.annotation.id == self.chosen or present.start == self.place):
            return self.opened.placed.index(present) + step
        return bisect_right(starts, self.place) if step > 0 else bisect_left(starts, self.place) - 1

    def go_stop(self) -> bool:
        """Go to the next damaged span, or annotation that needs a look, around the end; False where there is none.

        After the last one in the text come the annotations that have no place in it.
        """
        waiting = [placed for placed in self.opened.placed if placed.needs_review]
        lost = [placed.annotation.id for placed in waiting if placed.start is None]
        changed = {placed.start: placed.annotation.id for placed in waiting if placed.start is not None}
        beyond = lost.index(self.lost) + 1 if self.lost in lost else 0
        following = self._stop_after(self.place, changed) if self.lost is None else None
        if following is None and beyond < len(lost):
            self.jump(self.place)
            self.lost = lost[beyond]
            return True
        at = self._stop_after(-1, changed) if following is None else following
        if at is None:
            return bool(lost) and self._go_first_lost(lost[0])
        self.jump(at)
        self.chosen = changed.get(at)
        return True

    def _stop_after(self, offset: int, changed: Iterable[int]) -> int | None:
        """The first damaged span in sight after an offset, or one of some other places where that comes before."""
        spots = (spot for spot in self.damaged.beyond(offset) if not self._is_folded(spot.damage.paragraph))
        damaged = next((spot.start for spot in spots), None)
        return min((one for one in (damaged, *changed) if one is not None and one > offset), default=None)

    def _go_first_lost(self, annotation_id: UUID) -> bool:
        self.go(self.place)
        self.lost = annotation_id
        return True

    # Selecting

    def toggle_selecting(self) -> None:
        """Begin to select at the place, or stop."""
        self.anchor = self.place if self.anchor is None else None
        self.whole = False

    def select_article(self) -> None:
        """Select the article as a whole; again to stop. The place stays."""
        self.anchor = None
        self.whole = not self.whole

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
        for reach in (NEAR, None):
            found = next((span for span in self._in_paragraph(figure_spans, reach) if span[1] > self.place), None)
            if found is not None and (reach is None or found[1] < self.place + reach):
                return found
        return None

    def word(self) -> tuple[int, int]:
        """The word at the place."""
        if (here := self.here) != (self.place, self.place + 1):
            return here
        words = (span for span in self._in_paragraph(word_spans, NEAR) if span[0] <= self.place < span[1])
        return next(words, (self.place, self.place + 1))

    def _in_paragraph(
        self, find: Callable[[str], Iterable[tuple[int, int]]], reach: int | None = None
    ) -> Iterator[tuple[int, int]]:
        """The spans that something finds in the paragraph at the place, as spans of the article.

        Args:
            find: Finds them in a text.
            reach: Code points after the place that are looked at; None for all. Before it, never more than `NEAR` are.
        """
        begin, end = self.paragraph()
        begin = max(begin, self.place - NEAR)
        end = end if reach is None else min(end, self.place + reach)
        return ((start + begin, stop + begin) for start, stop in find(self.opened.article.text[begin:end]))

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
            self._grown = (*self._grown, (self.place, self.place) if self.anchor is None else span)
            self.select(min(larger, key=lambda one: one[1] - one[0]))

    def shrink(self) -> None:
        """Select what was selected before it grew."""
        if self.anchor is not None and self._grown:
            *before, (start, end) = self._grown
            self._grown = tuple(before)
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
