"""The pane that shows the source of the article, at the place where one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from reader.controls import visible_line
from reader.messages import say
from reader.text.cells import CellWidths
from reader.tui.action import Room
from reader.tui.bindings import bindings_of
from reader.tui.own_rows import Finish, cropped
from reader.tui.painting import Mark, painted
from reader.tui.source_layout import At, SourceLayout, SourceRow, SourceRowKind, source_place
from reader.tui.wide_rows import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual import events

    from reader.articles.article import Damage
    from reader.settings import Settings
    from reader.tui.reading import Reading

GUTTER = 2
"""Cells left of the text: the place, and damage."""

_AROUND = 2
"""Rows to keep in sight above and below the place."""

_WHEEL = 3
"""Rows that a turn of the mouse wheel scrolls."""


class SourcePane(Widget, can_focus=True):
    """Paints the source row by row; it follows the place, and may be scrolled away from it."""

    BINDINGS = bindings_of(Room.SOURCE)

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"source--{name}" for name in ("text", "head", "gutter", "removed", "reason", "damage", "suggestion", "here")
    }

    def __init__(self, settings: Settings, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._widths = CellWidths(settings.ambiguous_width or 1)
        self._source: SourceLayout | None = None
        self._reading: Reading | None = None
        self._beside = 0
        self._sized = Size(0, 0)
        self._top = At(0, 0)
        self._place: At | None = None
        self._lit = (0, 0)
        self._shown: list[tuple[At, SourceRow]] = []
        self._looks: list[tuple[object, ...]] = []
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(500)
        self._styles: dict[str, Style] = {}
        self._painted: tuple[Finish, Size, Segment | None] | None = None

    def show(self, reading: Reading | None, beside: int = 0) -> None:
        """Show the source of what is being read at its place.

        Args:
            reading: What is being read.
            beside: Row of the screen that the article has the place on; where the source must be scrolled, its place
                comes to stand beside it.
        """
        self._reading, self._beside = reading, beside
        if reading is not None and self.display and self._height > 0:
            self._follow(reading)

    @property
    def _height(self) -> int:
        """Rows of the source that are in sight."""
        return self._room.height - 1

    @property
    def _room(self) -> Size:
        """Its size; before it is laid out again, the one that it had when it was shown last."""
        return self.size or self._sized

    def _follow(self, reading: Reading) -> None:
        layout = self._laid_out(reading)
        article = reading.opened.article
        offset = source_place(article, reading.place)
        if offset is None:
            self._show_rows(layout.forward(self._top, self._height))
            return
        self._place = layout.at(offset)
        self._lit = article.source_span(*(reading.target or reading.here)) or (offset, offset + 1)
        self._show_rows(self._around(layout, self._place))

    def _laid_out(self, reading: Reading) -> SourceLayout:
        """The layout of the article's source at the present width."""
        # One column stays free: the article's scroll bar lies below it, and Textual cuts wide characters at such edges.
        width = max(2, self._room.width - GUTTER - 1)
        layout, opened = self._source, reading.opened
        if layout is None or layout.article is not opened.article:
            layout = self._source = SourceLayout(opened.article, opened.source.text, width, self._widths)
            self._top = At(0, 0)
            self._looks = []
            self._strips.clear()
        layout.set_width(width)
        return layout

    def _around(self, layout: SourceLayout, place: At) -> list[tuple[At, SourceRow]]:
        """The rows to show so that the place is in sight, with a few around it: those that are shown, where it is."""
        height, around = self._height, min(_AROUND, (self._height - 1) // 2)
        rows = layout.forward(self._top, height)
        near = rows[around if self._top > At(0, 0) else 0 : height - around]
        if near and near[0][0] <= place <= near[-1][0]:
            return rows
        self._top = layout.before(place, min(max(around, self._beside), height - 1 - around))
        return layout.forward(self._top, height)

    def _show_rows(self, rows: list[tuple[At, SourceRow]]) -> None:
        """Show these rows."""
        self._shown = rows
        before, self._looks = self._looks, [self._look(at, row) for at, row in rows]
        changed = [y for y, (old, new) in enumerate(zip(before, self._looks, strict=False)) if old != new]
        if len(before) != len(self._looks) or 2 * len(changed) > len(before):
            self.refresh()
        else:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in (0, *(y + 1 for y in changed))))

    def _look(self, at: At, row: SourceRow) -> tuple[object, ...]:
        """All that decides how a row is painted: which it is, the place, and what is lit of it."""
        lit = (max(row.start, self._lit[0]), min(row.end, self._lit[1]))
        return at, at == self._place, lit if lit[0] < lit[1] else None

    def _look_by(self, rows: int) -> None:
        """Scroll until the place moves."""
        if self._source is not None and self._shown:
            if rows > 0:
                self._look_from(self._shown[min(rows, len(self._shown) - 1)][0])
            else:
                self._look_from(self._source.before(self._top, -rows))

    def _look_from(self, top: At) -> None:
        """Show the rows from one on, until the place moves."""
        if self._source is not None:
            self._top = top
            self._show_rows(self._source.forward(top, self._height))

    def action_look(self, rows: int) -> None:
        """Scroll so many rows; the place stays."""
        self._look_by(rows)

    def action_pages(self, pages: int) -> None:
        """Scroll so many pages."""
        self._look_by(pages * max(1, self._height - 1))

    def action_first(self) -> None:
        """Look at the beginning."""
        self._look_from(At(0, 0))

    def action_last(self) -> None:
        """Look at the end."""
        if self._source is not None:
            last = len(self._source.pieces) - 1
            end = At(last, len(self._source.rows(last)) - 1)
            self._look_from(self._source.before(end, self._height - 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look further down; the place stays."""
        event.stop()
        self._look_by(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look further up; the place stays."""
        event.stop()
        self._look_by(-_WHEEL)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Break the rows anew, where it is another size than when it was shown last; the place stays in sight."""
        if self.size != self._sized:
            self._sized = self.size
            self._strips.clear()
            self._looks = []
            self._top = At(self._top.piece, 0)
        self.show(self._reading, self._beside)

    def notify_style_update(self) -> None:
        """Another theme: paint anew."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the pane; Textual paints the heading, and so tells the border of the others."""
        head = super().render_lines(Region(0, 0, self.region.width, 1))[0]
        edge = next(iter(head)) if self.gutter.left else None
        rows = self._rows(edge, crop.line_range)
        return cropped(rows if crop.y else [head, *rows[1:]], crop, self)

    def render_line(self, y: int) -> Strip:
        """The heading, or a row of the source."""
        if y == 0 and self._source is not None:
            return self._head(self._source, self.size.width)
        return self._rows(None, range(y, y + 1))[0]

    def _rows(self, edge: Segment | None, lines: Iterable[int]) -> list[Strip]:
        """The rows at some lines of the pane, behind a piece of the border."""
        if (painted := (Finish.of(self), self.size, edge)) != self._painted:
            self._painted = painted
            self._strips.clear()
        return [self._row(y - 1) for y in lines]

    def _row(self, index: int) -> Strip:
        """One of the rows that are shown, or a blank one."""
        layout = self._source
        if layout is None or not 0 <= index < min(len(self._shown), len(self._looks)):
            return self._strip([])
        look = self._looks[index]
        strip = self._strips.get(look)
        if strip is None:
            at, row = self._shown[index]
            strip = self._strips[look] = self._strip(self._paint(layout, row, here=at == self._place))
        return strip

    def _strip(self, segments: Sequence[Segment]) -> Strip:
        assert self._painted is not None
        finish, (width, _), edge = self._painted
        return finish.strip(segments, width, self._widths, self._named("text"), edge)

    def _head(self, layout: SourceLayout, width: int) -> Strip:
        shown = self._place is not None and self._shown and self._shown[0][0] <= self._place <= self._shown[-1][0]
        at = self._place if shown and self._place is not None else self._top
        words = say("source-head", line=layout.pieces[at.piece].line, lines=layout.pieces[-1].line)
        style = self._named("head")
        words = self._widths.cut(f" {words}", width)
        return settled(Strip([Segment(words, style)]), width, self._widths, style)

    def _paint(self, layout: SourceLayout, row: SourceRow, *, here: bool) -> list[Segment]:
        base, gutter = self._named("text"), self._named("gutter")
        width = self.size.width
        if row.kind is not SourceRowKind.TEXT:
            suggestion = row.kind is SourceRowKind.SUGGESTION
            style = self._named("suggestion" if suggestion else "reason")
            lead = Segment("  ", base)
            if not suggestion:
                lead = Segment(" " * max(0, width - self._widths.of(row.words)), base)
            return [lead, Segment(row.words, style)]
        mark = "›" if self._widths.ambiguous == 1 else ">"
        damage = layout.damage_within(row.start, row.end)
        marks = [
            Segment("!" if damage else " ", self._named("suggestion")),
            Segment(mark if here else " ", gutter),
        ]
        text = visible_line(layout.text[row.start : row.end])
        marks += painted(text, 0, len(text), base, self._marks(layout, row, damage))
        if row.words:
            used = GUTTER + self._widths.of(text) + self._widths.of(row.words)
            marks += [Segment(" " * max(0, width - used), base), Segment(row.words, self._named("reason"))]
        return marks

    def _marks(self, layout: SourceLayout, row: SourceRow, damage: Sequence[Damage]) -> list[Mark]:
        """The styles of a row of text, in offsets of the row."""
        removed = layout.removed_within(row.start, row.end)
        spans = [(one.source_start, one.source_end, self._named("removed")) for one in removed]
        spans += [(one.source_start, one.source_end, self._named("damage")) for one in damage]
        if self._lit[0] < row.end and self._lit[1] > row.start:
            spans.append((*self._lit, self.get_component_rich_style("source--here", partial=True)))
        return [Mark(start - row.start, end - row.start, style) for start, end, style in spans]

    def _named(self, name: str) -> Style:
        """The style of a part of the source."""
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(f"source--{name}")
        return style
