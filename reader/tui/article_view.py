"""The widget that shows an article and moves through it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.text.script import Script
from reader.tui.actions import Room
from reader.tui.article_paint import COLOURS, GUTTER, paint_row, with_letters
from reader.tui.bindings import bindings_of
from reader.tui.layout import RowKind
from reader.tui.reading import Reading

if TYPE_CHECKING:
    from textual import events

    from reader.desk.opened import Opened
    from reader.settings import Settings

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
_NOTHING_OPEN = "Enter opens the article, ? shows all keys"
_AROUND = 2
"""Rows to keep in sight above and below the place."""


class ArticleView(ScrollView, can_focus=True):
    """Shows one article, row by row; every key works on the place in it (see `Reading`)."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article--{name}" for name in ("text", "heading", "dim", "gutter", "selection", "unsure", "jump", *COLOURS)
    }
    BINDINGS = bindings_of(Room.ARTICLE)

    @dataclass
    class Moved(Message):
        """The place, the selection, the article or the way of showing it has changed."""

        view: ArticleView

        def can_replace(self, message: Message) -> bool:
            """Only the last one counts."""
            return isinstance(message, ArticleView.Moved)

    @dataclass
    class Told(Message):
        """Something to tell the user: a code of `reader.messages`."""

        code: str

    def __init__(self, settings: Settings, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.settings = settings
        self.reading: Reading | None = None
        self.script: Script | None = Script.SIMPLIFIED
        self.letters: dict[str, int] = {}
        self._strips: LRUCache[int, Strip] = LRUCache(1000)
        self._named: dict[str, Style] = {}

    # What is shown

    def show(self, opened: Opened, place: int = 0) -> None:
        """Show an article from a place on."""
        self.reading = Reading(opened, self.text_width, self.script, place)
        self.letters = {}
        self.scroll_to(y=0, animate=False, force=True)
        self._changed()

    def update_annotations(self, opened: Opened) -> None:
        """The same article with other annotations; place and selection stay."""
        if self.reading is not None:
            self.reading.opened = opened
            self._changed()

    def go(self, offset: int) -> None:
        """Move the place to an offset, and drop the selection."""
        if self.reading is not None:
            self.reading.anchor = None
            self.reading.go(offset)
            self._changed()

    def stop_selecting(self) -> bool:
        """Drop the selection, or the letters of a jump; False where there was neither."""
        was = bool(self.letters) or (self.reading is not None and self.reading.anchor is not None)
        self.letters = {}
        if self.reading is not None:
            self.reading.anchor = None
        if was:
            self._changed()
        return was

    @property
    def text_width(self) -> int:
        """Cells of a row of text."""
        return max(2, min(self.settings.column_width, self.scrollable_content_region.width - GUTTER - 1))

    def _changed(self) -> None:
        """Take over what the reading has become: its rows, its place, its look."""
        rows = len(self.reading.layout.rows) if self.reading else 0
        self.virtual_size = Size(self.scrollable_content_region.width, rows)
        self._follow()
        self._strips.clear()
        self.refresh()
        self.post_message(self.Moved(self))

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
        self._named.clear()

    def named(self, name: str) -> Style:
        """The full style of a part of the article."""
        return self._style(name, partial=False)

    def colour(self, name: str) -> Style:
        """Only what a part sets itself."""
        return self._style(name, partial=True)

    def tint(self, colour: str) -> Style:
        """The background of a tag's colour."""
        return Style(bgcolor=self.app.theme_variables[f"tag-{colour}"])

    def _style(self, name: str, *, partial: bool) -> Style:
        key = f"{name}/{partial}"
        if key not in self._named:
            self._named[key] = self.get_component_rich_style(f"article--{name}", partial=partial)
        return self._named[key]

    def render_line(self, y: int) -> Strip:
        """The row at a line of the widget."""
        width = self.size.width
        index = y + self.scroll_offset.y
        if self.reading is None and index == self.size.height // 2:
            return Strip([Segment(_NOTHING_OPEN.center(width), self.named("dim"))]).crop(0, width)
        if self.reading is None or index >= len(self.reading.layout.rows):
            return Strip.blank(width, self.named("text"))
        strip = self._strips.get(index)
        if strip is None:
            strip = self._paint(index, width)
            self._strips[index] = strip
        return strip

    def _paint(self, index: int, width: int) -> Strip:
        reading = self.reading
        assert reading is not None
        row = reading.layout.rows[index]
        gutter, text = paint_row(
            reading, row, here=index == reading.row, focused=self.has_focus, settings=self.settings, styles=self
        )
        if self.letters:
            text = with_letters(text, reading, row, self.letters, self.named("jump"))
        margin = Strip([Segment(" " * self._margin, self.named("text"))], self._margin)
        return Strip.join([margin, gutter, text]).adjust_cell_length(width, self.named("text"))

    @property
    def _margin(self) -> int:
        """Cells left of the gutter, which centre the column."""
        return max(0, (self.scrollable_content_region.width - self.text_width - GUTTER) // 2)

    # The keys

    def action_rows(self, step: int) -> None:
        """Go so many rows down."""
        if self.reading is not None:
            self.reading.go_rows(step)
            self._changed()

    def action_pages(self, halves: int) -> None:
        """Go so many half pages down."""
        by = halves * max(1, (self.scrollable_content_region.height - 1) // 2)
        if self.reading is not None:
            self.scroll_to(y=self.scroll_offset.y + by, animate=False, force=True)
            self.action_rows(by)

    def action_first(self) -> None:
        """Go to the beginning."""
        self._move_to(0)

    def action_last(self) -> None:
        """Go to the end."""
        if self.reading is not None:
            self._move_to(len(self.reading.shown))

    def _move_to(self, offset: int) -> None:
        """Move the place; a selection grows or shrinks with it."""
        if self.reading is not None:
            self.reading.go(offset)
            self._changed()

    def action_paragraphs(self, step: int) -> None:
        """Go to the next paragraph, or the one before."""
        if self.reading is not None:
            self.reading.go_paragraphs(step)
            self._changed()

    def action_characters(self, step: int) -> None:
        """Go a character left or right."""
        if self.reading is not None:
            self.reading.go_characters(step)
            self._changed()

    def action_claims(self, step: int, untouched: bool) -> None:
        """Go to the next or the last claim, or to one that is not handled yet."""
        if self.reading is not None and self.reading.go_claims(step, untouched=untouched):
            self._changed()
        elif self.reading is not None:
            self.post_message(self.Told(_none_beyond("untouched" if untouched else "claim", step)))

    def action_annotations(self, step: int) -> None:
        """Go to the next or the last annotation."""
        if self.reading is not None and self.reading.go_annotations(step):
            self._changed()
        elif self.reading is not None:
            self.post_message(self.Told(_none_beyond("annotation", step)))

    def action_jump(self) -> None:
        """Put letters on the claims in sight; the next key goes to its claim."""
        if self.reading is None:
            return
        rows = self.reading.layout.rows[self.scroll_offset.y :][: self.scrollable_content_region.height]
        texts = [row for row in rows if row.kind is RowKind.TEXT]
        claims = self.reading.opened.claims_within(texts[0].start, texts[-1].end) if texts else iter(())
        self.letters = dict(zip(_LETTERS, (claim.start for claim in claims), strict=False))
        if not self.letters:
            self.post_message(self.Told("no-claim-in-sight"))
        self._changed()

    def on_key(self, event: events.Key) -> None:
        """While letters are shown, the next key is one of them, or ends the jump."""
        if self.letters:
            offset = self.letters.get(event.character or "")
            self.letters = {}
            event.stop()
            event.prevent_default()
            if offset is not None:
                self.go(offset)
            else:
                self._changed()

    def action_select(self) -> None:
        """Begin to select, or stop."""
        if self.reading is not None:
            self.reading.toggle_selecting()
            self._changed()

    def _select(self, span: tuple[int, int] | None, missing: str) -> None:
        if self.reading is not None and span is not None:
            self.reading.select(span)
            self._changed()
        elif self.reading is not None:
            self.post_message(self.Told(missing))

    def action_select_figure(self) -> None:
        """Select the figure at the place, or the next one of its paragraph."""
        self._select(self.reading.figure() if self.reading else None, "no-figure-here")

    def action_select_claim(self) -> None:
        """Select the claim at the place."""
        claim = self.reading.claim if self.reading else None
        self._select((claim.start, claim.end) if claim else None, "no-claim-here")

    def action_select_sentence(self) -> None:
        """Select the sentence at the place."""
        self._select(self.reading.sentence() if self.reading else None, "no-claim-here")

    def action_select_paragraph(self) -> None:
        """Select the paragraph at the place."""
        self._select(self.reading.paragraph() if self.reading else None, "no-claim-here")

    def action_other_end(self) -> None:
        """Let the other end of the selection move."""
        if self.reading is not None:
            self.reading.other_end()
            self._changed()

    def action_script(self) -> None:
        """Show Simplified, Traditional, as written, in turn."""
        turn: tuple[Script | None, ...] = (Script.SIMPLIFIED, Script.TRADITIONAL, None)
        self.script = turn[(turn.index(self.script) + 1) % len(turn)]
        if self.reading is not None:
            self.reading.set_script(self.script)
            self._changed()
        self.post_message(self.Told(f"script-{self.script or 'written'}"))

    def action_repeats(self) -> None:
        """Open or fold the paragraphs that repeat others."""
        if self.reading is not None:
            self.reading.fold(unfolded=not self.reading.unfolded)
            self._changed()
            self.post_message(self.Told("unfolded" if self.reading.unfolded else "folded"))

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Move the place to the character that was clicked."""
        offset = event.get_content_offset(self)
        if self.reading is None or offset is None or not self.reading.layout.rows:
            return
        self.go(self.reading.offset_at(offset.y + self.scroll_offset.y, offset.x - self._margin - GUTTER))


def _none_beyond(what: str, step: int) -> str:
    """The message that there is no more of something in a direction."""
    return f"no-{what}-{'after' if step > 0 else 'before'}"
