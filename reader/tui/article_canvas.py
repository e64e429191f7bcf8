"""The widget that shows an article: its rows, its colours, its place in sight."""

from __future__ import annotations

from dataclasses import dataclass
from operator import is_
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual import work
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.worker import get_current_worker

from reader.messages import say
from reader.tags import TagSet
from reader.text.cells import CellWidths
from reader.text.script import Script
from reader.tui.article_paint import COLOURS, GUTTER, paint_row, with_letters
from reader.tui.article_rows import Rows
from reader.tui.article_styles import ArticleStyles
from reader.tui.awaiting import AwaitsKey
from reader.tui.breaking import Setting
from reader.tui.own_rows import Finish, cropped
from reader.tui.own_scroll_bar import OwnBarView
from reader.tui.quiet_moments import in_quiet_moments
from reader.tui.reading import Reading
from reader.tui.virtual_size import set_virtual_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events
    from textual.geometry import Region
    from textual.strip import Strip

    from reader.desk.opened import Opened
    from reader.settings import Settings
    from reader.tui.layout import Layout

_AROUND = 2
"""Rows to keep in sight above and below the place."""

_NO_WIDTH = 1
"""Cells that rows are said to have: it scrolls vertically only. The true width changes with each pane that opens beside the
article, and Textual would lay the screen out a second time for it."""


class Look(NamedTuple):
    """How the article was painted.

    Attributes:
        parts: The things that decide how all rows are painted.
        state: What else does.
        lit: The span of the text that place, claim or selection light.
    """

    parts: tuple[object, ...]
    state: tuple[object, ...]
    lit: tuple[int, int]

    def differs_in_light_only(self, other: Look) -> bool:
        """Whether only the rows of the two lit spans look different."""
        return self.state == other.state and all(map(is_, self.parts, other.parts))


class ArticleCanvas(AwaitsKey, OwnBarView, can_focus=True):
    """Paints one article, row by row; `reading` knows the place in it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article--{name}"
        for name in (
            "text",
            "heading",
            "dim",
            "gutter",
            "selection",
            "hit",
            "doubtful",
            "rejected",
            "jump",
            "damage",
            "suggestion",
            "chosen",
            *COLOURS,
        )
    }

    @dataclass
    class Told(Message):
        """Something to tell the user: a code of `reader.messages`."""

        code: str

    def __init__(self, settings: Settings, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.settings = settings
        self.setting = Setting(CellWidths(settings.ambiguous_width or 1), settings.hanging_punctuation)
        self.tags = TagSet.of(settings.tags)
        self.reading: Reading | None = None
        self.script: Script | None = Script.SIMPLIFIED
        self.restoring = False
        self.invites = "nothing-open"
        """What is said while nothing is open: a code of `reader.messages`."""
        self.letters: dict[str, int] = {}
        self._strips: LRUCache[int, Strip] = LRUCache(1000)
        self.looks = ArticleStyles(self)
        self._shown: Look | None = None
        self._laid_out: tuple[Reading, Layout] | None = None
        self._completing: Reading | None = None
        self._painted: tuple[Finish, Size] | None = None
        self._margin = 0
        """Cells left of the gutter, which centre the column."""
        self.when_moved: Callable[[], None] = lambda: None
        """Called when place, selection, article or look has changed. No message: a key would cost two frames."""
        self.room_to_come: Callable[[], int] = lambda: 0
        """Says how wide the view will be with an article in it; for laying one out while it is hidden, or wider."""

    # What is shown

    def show(self, opened: Opened, place: int = 0) -> None:
        """Show an article from a place on."""
        self.show_reading(self.begin(opened, place))

    @property
    def view(self) -> tuple[object, ...]:
        """All that decides how an article is laid out."""
        return self.text_width, self.script, self.setting, self.restoring

    def begin(self, opened: Opened, place: int = 0) -> Reading:
        """Lay an article out for this view, without showing it yet; may be called from any thread."""
        return Reading(opened, self.text_width, self.script, place, self.setting, restoring=self.restoring)

    def show_reading(self, reading: Reading) -> None:
        """Show an article that was laid out before."""
        self.reading = reading
        self.letters = {}
        self.scroll_to(y=0, animate=False, force=True)
        self._changed()

    def update_annotations(self, opened: Opened) -> None:
        """The same article with other annotations; place and selection stay."""
        if self.reading is not None:
            self.reading.opened = opened
            self._changed()

    def go(self, offset: int) -> None:
        """Jump to an offset, and drop the selection."""
        if self.reading is not None:
            self.reading.jump(offset)
            self._changed()

    def show_place(self) -> None:
        """Show where the reading has been moved to."""
        self._changed()

    def search(self, query: str) -> None:
        """Mark what is searched for, and go to its first hit from here on."""
        reading = self.reading
        if reading is not None:
            reading.search(query)
            if reading.hits and reading.hit is None:
                reading.go_hits(1)
            self._changed()

    def stop_selecting(self) -> bool:
        """Drop the selection, the letters of a jump or the search; False where there was none of them."""
        reading = self.reading
        selecting = reading is not None and (reading.anchor is not None or reading.whole)
        searching = reading is not None and bool(reading.query)
        was = bool(self.letters) or selecting or searching
        self.letters = {}
        if reading is not None:
            reading.anchor, reading.whole = None, False
            if searching and not selecting:
                reading.search("")
        if was:
            self._changed()
        return was

    @property
    def text_width(self) -> int:
        """Cells of a row of text."""
        room = self._column_room - GUTTER - (2 if self.setting.hang else 1)
        return max(2, min(self.settings.column_width, room))

    @property
    def _column_room(self) -> int:
        """Cells for gutter and text: always without the scroll bar, or what makes it come would break all rows anew."""
        present = self.size.width
        room = (present if self.reading is not None else 0) or self.room_to_come() or present
        return room - self.styles.scrollbar_size_vertical

    def _changed(self) -> None:
        """Take over what the reading has become: its rows, its place, its look."""
        reading = self.reading
        if reading is not None:
            reading.follow_window()
        rows = len(reading.layout.rows) if reading else 0
        set_virtual_size(self, Size(_NO_WIDTH, rows))
        self._margin = max(0, (self._column_room - self.text_width - GUTTER) // 2)
        self._keep_top()
        self._follow()
        if reading is not None and reading.window is not None and reading is not self._completing:
            self._completing = reading
            self._complete(reading)
        look = self._look()
        if self._shown is not None and look.differs_in_light_only(self._shown):
            self._repaint_rows({*self._rows_of(self._shown.lit), *self._rows_of(look.lit)})
        else:
            self._strips.clear()
            self.refresh()
        self._shown = look
        self.when_moved()

    def _keep_top(self) -> None:
        """Where the rows of the same article were broken anew, let the one at the top begin where it began."""
        reading, before = self.reading, self._laid_out
        self._laid_out = (reading, reading.layout) if reading is not None else None
        if reading is None or before is None or before[0] is not reading or before[1] is reading.layout:
            return
        rows = before[1].rows
        if rows:
            top = rows[min(self.scroll_offset.y, len(rows) - 1)]
            self.scroll_to(y=reading.layout.row_at(top.start), animate=False, force=True)

    @work(thread=True, exclusive=True, group="whole-layout", description="lay out")
    def _complete(self, reading: Reading) -> None:
        """Lay out the rest of a huge article beside the keys."""
        worker = get_current_worker()
        goes_on = in_quiet_moments(worker, self.app)
        while not worker.is_cancelled:
            if (found := reading.whole_layout(goes_on)) is not None:
                self.app.call_from_thread(self._take_layout, reading, *found)
                return

    def _take_layout(self, reading: Reading, look: tuple[object, ...], layout: Layout) -> None:
        self._completing = None
        taken = reading.take_layout(look, layout)
        if reading is self.reading and (taken or reading.window is not None):
            self._changed()

    def _look(self) -> Look:
        """All that decides how rows are painted, and the two ends of what is lit."""
        reading = self.reading
        if reading is None:
            return Look((None,) * 6, (), (0, 0))
        claim = reading.claim
        here = reading.here
        present = reading.target if reading.chosen else None
        lit = reading.selection or present or ((claim.start, claim.end) if claim else here)
        parts = (reading, reading.opened, reading.layout, reading.shown, reading.hits, self.tags)
        return Look(
            parts, (self.size, tuple(self.letters), reading.whole), (min(lit[0], here[0]), max(lit[1], here[1]))
        )

    def _rows_of(self, span: tuple[int, int]) -> range:
        """The rows that a span of the text is on."""
        if self.reading is None:
            return range(0)
        layout = self.reading.layout
        return range(layout.row_at(span[0]), layout.row_at(max(span[0], span[1] - 1)) + 1)

    def _repaint_rows(self, rows: set[int]) -> None:
        for row in rows:
            self._strips.discard(row)
            self.refresh_line(row)

    def rows_in_sight(self) -> Rows:
        """The rows that the screen shows now."""
        if self.reading is None:
            return Rows()
        top = self.scroll_offset.y
        return self.reading.layout.rows[top : top + self.scrollable_content_region.height]

    def _follow(self) -> None:
        """Scroll so that the place is in sight, with a few rows around it."""
        height = self.scrollable_content_region.height
        if not height or self.reading is None:
            return
        row, top = self.reading.row, self.scroll_offset.y
        around = min(_AROUND, (height - 1) // 2)
        if row < top + around:
            self.scroll_to(y=max(0, row - around), animate=False, force=True)
        elif row >= top + height - around:
            self.scroll_to(y=row - height + 1 + around, animate=False, force=True)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Break the rows anew; the place stays in sight."""
        if self.reading is not None:
            if self.reading.width != self.text_width:
                self.reading.set_width(self.text_width)
            self._changed()

    def on_focus(self) -> None:
        """Show the place."""
        self._strips.clear()

    def on_blur(self) -> None:
        """Hide the place: the keys are elsewhere."""
        self.letters = {}
        self._strips.clear()

    # Painting

    def notify_style_update(self) -> None:
        """Another theme: look its styles up anew."""
        super().notify_style_update()
        self._strips.clear()
        self.looks.forget()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the widget; they end at the scrollbar, where Textual would have to cut each of them."""
        return cropped(self._rows(crop.line_range), crop, self)

    def render_line(self, y: int) -> Strip:
        """The row at a line of the widget."""
        return self._rows(range(y, y + 1))[0]

    def _rows(self, lines: Iterable[int]) -> list[Strip]:
        """The rows at some lines of the widget."""
        room, top = self.scrollable_content_region.size, self.scroll_offset.y
        if (painted := (Finish.of(self), room)) != self._painted:
            self._painted = painted
            self._strips.clear()
        if self.reading is None:
            return [self._strip(self._words(say(self.invites)) if y == room.height // 2 else ()) for y in lines]
        return [self._row(min(top + y, len(self.reading.layout.rows))) for y in lines]

    def _row(self, index: int) -> Strip:
        """A row of the article, or the blank one that follows the last."""
        strip = self._strips.get(index)
        if strip is None:
            strip = self._strips[index] = self._strip(self._paint(index))
        return strip

    def _strip(self, segments: Sequence[Segment]) -> Strip:
        assert self._painted is not None
        finish, room = self._painted
        return finish.strip(segments, room.width, self.setting.widths, self.looks.named("text"))

    def _words(self, words: str) -> list[Segment]:
        """Words of the program in the middle of a row."""
        margin = (self.scrollable_content_region.width - self.setting.widths.of(words)) // 2
        return [Segment(" " * margin, self.looks.named("dim")), Segment(words, self.looks.named("dim"))]

    def _paint(self, index: int) -> list[Segment]:
        reading = self.reading
        if reading is None or index == len(reading.layout.rows):
            return []
        row = reading.layout.rows[index]
        gutter, text = paint_row(
            reading, row, here=index == reading.row, focused=self.has_focus, tags=self.tags, styles=self.looks
        )
        if self.letters:
            text = with_letters(text, reading, row, self.letters, self.looks.named("jump"))
        return [Segment(" " * self._margin, self.looks.named("text")), *gutter, *text]
