"""The panel: what is known of the claim and the annotations at the place."""

from __future__ import annotations

from bisect import bisect_left
from operator import is_
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.annotations.annotation import Response
from reader.claims.reading import read_apart
from reader.controls import visible, visible_line
from reader.languages import chosen, tag_shown, tags_shown
from reader.messages import say
from reader.tags import TagSet
from reader.text.cells import NARROW
from reader.tui.damaged import suggested
from reader.tui.hanging import hung
from reader.tui.reading_out import told_time
from reader.tui.responses import word_of
from reader.tui.standing import standing_lines
from reader.tui.verdicts import sign_of, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from reader.annotations.anchoring import Placed
    from reader.tui.reading import Reading

LISTED = 60
"""Most annotations that are listed: making lines for hundreds would take longer than a frame at each key."""

QUOTE = 12
"""Cells that a quote has at least, however many tags there are."""

CLAIM_ROWS = 10
"""Rows for the claim at the place, at least."""

Told = tuple[tuple[object, ...], tuple[object, ...]]
"""What the text is made of: things, and plain values."""


class Panel(VerticalScroll, can_focus=True):
    """Reads out the claim at the place, and lists the annotations of the article."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.tags = TagSet()
        self.border_title = say("panel-title")
        self._count = 0
        self._told: Told | None = None
        self._reading: Reading | None = None

    def compose(self) -> ComposeResult:
        """One text, made anew whenever the place moves."""
        yield Static(id="panel-text", markup=False)

    def show(self, reading: Reading | None) -> None:
        """Show what is at the place, where that is something else than before."""
        self._reading = reading
        if reading is None or not self.display:
            return
        told, self._told = self._told, self._what_is_told(reading)
        if told is None or not all(map(is_, told[0], self._told[0])) or told[1] != self._told[1]:
            lines = self._lines(reading)
            text = self.query_one("#panel-text", Static)
            content = Content("\n").join(lines)
            if text.content != content:
                # A new layout is only needed where the text may have become longer or shorter.
                count = self._rows(lines)
                text.update(content, layout=not (text.content and count == self._count))
                self._count = count

    def on_resize(self) -> None:
        """Break the rows for another width; a hidden panel has none."""
        self.show(self._reading)

    def _what_is_told(self, reading: Reading) -> Told:
        """All that the text is made of, for telling whether it is the same."""
        place = reading.place if reading.opened.placed else 0  # of several annotations, those around it are listed
        things = (reading.opened, reading.claim, reading.annotation, reading.damage, self.tags)
        return things, (place, reading.script, reading.restoring, self._width)

    def _lines(self, reading: Reading) -> list[Content]:
        lines = self._of_claim(reading)
        # As many rows for each claim: where what is below does not move, no layout is needed at a key.
        lines += [Content("")] * max(1, CLAIM_ROWS - self._rows(lines))
        if (placed := reading.annotation) is not None:
            lines += [Content.styled(self._heading(reading, placed), "bold"), *self._of_annotation(placed), Content("")]
        return [*lines, *self._tags(), *self._list(reading)]

    def _of_claim(self, reading: Reading) -> list[Content]:
        """The claim at the place, read out, and what is damaged there."""
        lines: list[Content] = []
        if (claim := reading.claim) is not None:
            told = reading.opened.corrected(claim)
            (_, figure), *facts = read_apart(told, language=chosen())
            head = figure if figure == told.exact else f"{told.exact} = {figure}"
            if (response := reading.opened.response_to(claim)) in (Response.CORRECTED, Response.REJECTED):
                lines.append(Content.styled(word_of(response), "bold $text-warning"))
            lines += [Content.styled(visible_line(head), "bold"), *self._facts(facts)]
        else:
            lines.append(Content.styled(say("no-claim-here"), "$faint"))
        if reading.damage is not None:
            lines += [Content(""), Content.styled(say("panel-damage"), "bold $text-error")]
            lines += self._hung(suggested(reading.damage, reading.script, in_place=reading.restoring))
        return lines

    def _of_annotation(self, placed: Placed) -> list[Content]:
        """How an annotation stands, and what was said."""
        annotation = placed.annotation
        tags = tags_shown(annotation.tags) or say("panel-no-tag")
        lines = [*standing_lines(placed), Content(visible_line(f"  {tags}"))]
        if verdict := signed(annotation.verdict):
            lines.append(Content.styled(f"  {verdict}", "bold"))
        told = [*annotation.evidence, *(visible(annotation.note).split("\n") if annotation.note else ())]
        lines += [row for line in told for row in self._hung(line)]
        by = f"  {annotation.annotator} · {told_time(annotation.modified)}"
        return [*lines, Content.styled(visible_line(by), "$faint")]

    def _facts(self, facts: Sequence[tuple[str, str]]) -> list[Content]:
        """What is said of a claim, each behind the name of its field."""
        names = {field: say(f"heading-{field}") for field, _ in facts}
        cells = max(map(NARROW.of, names.values()), default=0)
        lines: list[Content] = []
        for field, words in facts:
            name = f"  {names[field]}"
            rows = hung(f"{name}{' ' * (cells + 4 - NARROW.of(name))}", visible_line(words), self._width)
            lines += Content.assemble((name, "$faint"), rows[len(name) :]).split("\n")
        return lines

    def _hung(self, words: str) -> list[Content]:
        """Words in rows of our own, all of them set in: Textual begins the further ones at the edge."""
        return [Content(row) for row in hung("  ", visible_line(words), self._width).split("\n")]

    @property
    def _width(self) -> int:
        """Cells of a row."""
        return max(1, self.scrollable_content_region.width)

    def _rows(self, lines: Sequence[Content]) -> int:
        """How many rows some lines take."""
        return sum(1 + max(0, line.cell_length - 1) // self._width for line in lines)

    def _heading(self, reading: Reading, placed: Placed) -> str:
        """Which of the annotations at the place is shown, where there are several."""
        here = [one.annotation.id for one in reading.opened.at(reading.place)]
        if len(here) < 2 or placed.annotation.id not in here:
            return say("annotation")
        return say("annotation-of-several", number=here.index(placed.annotation.id) + 1, count=len(here))

    def _tags(self) -> list[Content]:
        """Which digit gives which tag."""
        lines = [
            Content.assemble((f" {tag.key} ", f"on $tag-{tag.colour}"), " " + visible_line(tag_shown(tag.name)))
            for tag in self.tags.keyed
        ]
        return [Content.styled(say("panel-tags"), "bold"), *lines, Content("")]

    def _list(self, reading: Reading) -> list[Content]:
        """The annotations of the article around the place, the one at the place marked; `A` lists all of them."""
        placed, present = reading.opened.placed, reading.annotation
        lines = [Content.styled(say("panel-annotations", count=len(placed)), "bold")]
        at = placed.index(present) if present is not None else bisect_left(reading.opened.starts, reading.place)
        first = max(0, min(at - LISTED // 2, len(placed) - LISTED))
        if first:
            lines.append(Content.styled(say("panel-above", count=first), "$faint"))
        lines += [_listed(one, self._width, here=one is present) for one in placed[first : first + LISTED]]
        if (below := len(placed) - first - LISTED) > 0:
            lines.append(Content.styled(say("panel-below", count=below), "$faint"))
        return lines


def _listed(placed: Placed, width: int, *, here: bool) -> Content:
    """An annotation in a row: its verdict's sign, its quote as far as there is room, its tags."""
    annotation = placed.annotation
    quote = annotation.target.exact if annotation.target else annotation.provenance.title
    mark = "›" if here else " "
    sign = sign_of(annotation.verdict) or " "
    lost = "" if placed.start is not None or annotation.target is None else say("panel-lost")
    no_claim = say("listed-as-rejected") if annotation.response is Response.REJECTED else ""
    said = visible_line(" ".join(filter(None, [*map(tag_shown, annotation.tags), no_claim, lost])))
    cut = NARROW.cut(visible_line(quote), max(QUOTE, width - NARROW.of(said) - 5))
    return Content(f"{mark}{sign} {cut}  {said}".rstrip())
