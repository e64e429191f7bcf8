"""Painting the rows of an article: claims by kind, annotations by tag, the selection, the place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.annotations.annotation import Response
from reader.articles.article import ParagraphKind
from reader.claims.claim import Kind, Status
from reader.controls import visible_line
from reader.languages import tag_shown
from reader.messages import say
from reader.tui.article_rows import Row, RowKind
from reader.tui.painting import Mark, painted
from reader.tui.present import span_of
from reader.tui.verdicts import sign_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.annotations.anchoring import Placed
    from reader.claims.claim import Claim
    from reader.tags import TagSet
    from reader.tui.damaged import Spot
    from reader.tui.reading import Reading

GUTTER = 2
"""Cells left of the text: annotations, and the present row; so a blank parts the signs of most rows from their text."""

COLOURS = ("money", "percent", "count", "rank", "time", "measure")
"""The colours that claims are painted in, names of component classes."""

_COLOUR_OF_KIND = {
    Kind.MONEY: "money",
    Kind.PERCENT: "percent",
    Kind.POINTS: "percent",
    Kind.MULTIPLE: "percent",
    Kind.COUNT: "count",
    Kind.RANK: "rank",
    Kind.DURATION: "time",
}
_HERE, _PRESENT = Style(reverse=True), Style(reverse=True, bold=True)
_CLAIM, _TARGET = Style(underline=True), Style(underline=True, underline2=True, italic=True)
_DIM = (ParagraphKind.BYLINE, ParagraphKind.DATELINE, ParagraphKind.CAPTION)


class Styles(Protocol):
    """Where the styles of the theme come from."""

    def named(self, name: str) -> Style:
        """The full style of a part of the article."""

    def colour(self, name: str) -> Style:
        """Only what a part sets itself, to be laid over another style."""

    def tint(self, colour: str) -> Style:
        """The background of a tag's colour."""

    def bar(self, colour: str) -> Style:
        """What stands in the gutter beside an annotation whose tag has a colour."""


def paint_row(
    reading: Reading, row: Row, *, here: bool, focused: bool, tags: TagSet, styles: Styles
) -> tuple[list[Segment], list[Segment]]:
    """Gutter and text of a row; no strips, for making one takes as long as painting a row.

    Args:
        reading: What is being read.
        row: The row.
        here: Whether the place is on it.
        focused: Whether the article has the keys, so that the place is shown.
        tags: For their colours.
        styles: The styles of the theme.
    """
    base = _base(reading, row, styles)
    start, end = _span_of(reading, row)
    placed = reading.opened.placed_within(start, end) if row.kind is not RowKind.BLANK else []
    whole = reading.opened.whole if row.paragraph == 0 else ()
    mark = styles.bar(_colour((*whole, *placed)[0], tags)) if whole or placed else base
    damaged = reading.damaged.within(start, end) if row.kind is RowKind.TEXT else []
    note_mark, here_mark = "▎›" if reading.setting.widths.ambiguous == 1 else "|>"
    if damaged:
        note_mark = "!"
        mark = mark if whole or placed else styles.named("gutter") + Style(color=styles.colour("damage").color)
    repeats = reading.opened.article.paragraphs[row.paragraph].repeats is not None and row.kind is not RowKind.BLANK
    gutter = [
        Segment(sign, styles.named("gutter"))
        if (sign := _asks(placed) or _sign(placed, reading))
        else Segment(note_mark if whole or placed or damaged else "⋯" if repeats else " ", mark),
        Segment(here_mark if here else " ", styles.named("gutter")),
    ]
    if row.kind is RowKind.FOLD:
        words = say("repeats", text=reading.shown[row.start : min(row.end, row.start + reading.width)])
        words = reading.setting.widths.cut(words, reading.width)
        return gutter, [Segment(words, base)]
    marks = [Mark(one.start or 0, one.end or 0, styles.tint(_colour(one, tags))) for one in placed]
    apart = reading.chosen_apart if reading.chosen is not None and reading.selection is None else None
    if (chosen := span_of(apart)) is not None:
        marks.append(Mark(*chosen, styles.colour("chosen")))
    marks += _claim_marks(reading, (start, end), styles)
    marks += [Mark(spot.start, spot.end, styles.colour(_look_of(reading, spot))) for spot in damaged]
    marks += [Mark(*span, styles.colour("hit")) for span in reading.hits_within(start, end)]
    if reading.selection is not None:
        marks.append(Mark(*reading.selection, styles.colour("selection")))
    elif reading.whole:
        marks.append(Mark(0, len(reading.opened.article.title), styles.colour("selection")))
    elif focused and reading.claim is None:
        marks.append(Mark(*reading.here, _HERE))
    within = [
        Mark(*reading.span_in(row, one.start, one.end), one.style)
        for one in marks
        if one.start < end and one.end > start
    ]
    text = painted(*reading.stretch_of(row), base, within)
    if whole and row.end >= len(reading.opened.article.paragraphs[0].text):
        text += _said_of(whole, tags, styles)
    return gutter, text


def _said_of(whole: Sequence[Placed], tags: TagSet, styles: Styles) -> list[Segment]:
    """Behind the title: the tags of the article as a whole, and a mark where it has a note."""
    names = dict.fromkeys(name for placed in whole for name in placed.annotation.tags)
    parts = [
        Segment(f" {visible_line(tag_shown(name))} ", styles.named("text") + styles.tint(tags.colour_of(name)))
        for name in names
    ]
    noted = [Segment("✎", styles.named("dim"))] if any(placed.annotation.note for placed in whole) else []
    return [one for part in (*parts, *noted) for one in (Segment(" ", styles.named("text")), part)]


def _asks(placed: list[Placed]) -> str:
    """A sign that an annotation of the row needs a look, for the text that it was made on has changed."""
    return "?" if any(one.needs_review for one in placed) else ""


def _span_of(reading: Reading, row: Row) -> tuple[int, int]:
    """The span of the article's text that a row shows something of: a suggestion stands for its whole stretch."""
    if row.shown is None:
        return row.start, row.end
    return reading.restored[row.paragraph].source_span(*row.shown) or (row.start, row.end)


def _look_of(reading: Reading, spot: Spot) -> str:
    """How a damaged stretch is painted: as what it may have been, or as what stands there."""
    return "suggestion" if reading.restoring and spot.damage.restored else "damage"


def with_letters(
    text: list[Segment], reading: Reading, row: Row, letters: dict[str, int], style: Style
) -> list[Segment]:
    """A painted row with letters over the characters at some offsets.

    Args:
        text: The row's text, without its gutter.
        reading: What is being read.
        row: The row.
        letters: Offset in the text by letter.
        style: Of the letters.
    """
    strip = Strip(text)
    for letter, offset in letters.items():
        if row.start <= offset < row.end:
            at = reading.cell_of(row, offset)
            cells = reading.setting.widths[reading.stretch_of(row)[0][reading.span_in(row, offset, offset + 1)[0]]]
            over = Strip([Segment(letter.ljust(cells), style)], cells)
            strip = Strip.join([strip.crop(0, at), over, strip.crop(at + cells)])
    return list(strip)


def _base(reading: Reading, row: Row, styles: Styles) -> Style:
    kind = reading.opened.article.paragraphs[row.paragraph].kind
    if row.kind is RowKind.FOLD or kind in _DIM:
        return styles.named("dim")
    return styles.named("heading" if kind in (ParagraphKind.TITLE, ParagraphKind.HEADING) else "text")


def _claim_marks(reading: Reading, span: tuple[int, int], styles: Styles) -> list[Mark]:
    marks = []
    apart = reading.chosen is not None and reading.chosen_apart is not None
    present = reading.claim if reading.selection is None and not apart and not reading.whole else None
    for claim in reading.opened.claims_within(*span):
        style = _claim_style(reading.opened.corrected(claim), styles)
        if reading.opened.response_to(claim) is Response.REJECTED:
            style = styles.colour("rejected")
        if claim is present:
            style += _PRESENT
        marks.append(Mark(claim.start, claim.end, style))
    return marks


def colour_of(kind: Kind) -> str:
    """Which of `COLOURS` claims of a kind are painted in."""
    return _COLOUR_OF_KIND.get(kind, "measure")


def _claim_style(claim: Claim, styles: Styles) -> Style:
    """Colour by kind, doubtful claims slanted and pale; a target's line is double and its letters slanted."""
    style = styles.colour("doubtful" if claim.doubt else colour_of(claim.kind))
    return style + (_TARGET if claim.status is Status.TARGET else _CLAIM)


def _sign(placed: Sequence[Placed], reading: Reading) -> str:
    """The sign of the first verdict among the annotations of a row, if any."""
    plain = reading.setting.widths.ambiguous != 1
    return next((sign for one in placed if (sign := sign_of(one.annotation.verdict, plain=plain))), "")


def _colour(placed: Placed, tags: TagSet) -> str:
    """The colour of an annotation: that of its first tag."""
    given = placed.annotation.tags
    return tags.colour_of(given[0]) if given else "grey"
