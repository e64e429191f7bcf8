"""The keys and the mouse on an article; each works on the place in it (see `Reading`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.script import Script
from reader.tui.action import Room
from reader.tui.actions import ACTIONS
from reader.tui.article_canvas import ArticleCanvas
from reader.tui.article_paint import GUTTER
from reader.tui.article_rows import RowKind
from reader.tui.bindings import bindings_of

if TYPE_CHECKING:
    from textual import events

    from reader.settings import Settings

_WHILE_SELECTING = frozenset(action.do for action in ACTIONS if action.selecting)
_LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class ArticleView(ArticleCanvas):
    """Shows one article and moves through it."""

    BINDINGS = bindings_of(Room.ARTICLE)

    def __init__(self, settings: Settings, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(settings, id=id)
        self._pressed: tuple[int, int] | None = None
        self._dragged = False

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
        self._far(0)

    def action_last(self) -> None:
        """Go to the end."""
        if self.reading is not None:
            self._far(len(self.reading.shown))

    def _far(self, offset: int) -> None:
        """Jump; a selection grows or shrinks with it instead."""
        if self.reading is not None:
            anchor = self.reading.anchor
            self.reading.jump(offset)
            self.reading.anchor = anchor
            self._changed()

    def action_back_jump(self, step: int) -> None:
        """Go back to where the last jump began, or forward again."""
        if self.reading is not None and self.reading.go_back(step):
            self._changed()
        elif self.reading is not None:
            self.post_message(self.Told("no-jump-before" if step < 0 else "no-jump-after"))

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
        """Go to the next or the last claim, or to one that is not handled yet; while searching, to a hit."""
        if untouched and self.reading is not None and self.reading.query:
            found = self.reading.go_hits(step)
            self._changed()
            if not found:
                self.post_message(self.Told("no-hit"))
        elif self.reading is not None and self.reading.go_claims(step, untouched=untouched):
            self._changed()
        elif self.reading is not None:
            self.post_message(self.Told(_none_beyond("untouched" if untouched else "claim", step)))

    def action_annotations(self, step: int) -> None:
        """Go to the next or the last annotation."""
        if self.reading is not None and self.reading.go_annotations(step):
            self._changed()
        elif self.reading is not None:
            self.post_message(self.Told(_none_beyond("annotation", step)))

    def action_stop(self) -> None:
        """Go to the next damaged span."""
        if self.reading is not None and self.reading.go_stop():
            self._changed()
        elif self.reading is not None:
            self.post_message(self.Told("no-damage"))

    def action_jump(self) -> None:
        """Put letters on the claims in sight; the next key goes to its claim."""
        if self.reading is None:
            return
        texts = [row for row in self.rows_in_sight() if row.kind is RowKind.TEXT]
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

    def select(self, span: tuple[int, int]) -> None:
        """Select a span; its end is the one that moves."""
        self._select(span, "nothing-selected")

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

    def action_select_article(self) -> None:
        """Select the article as a whole, or stop."""
        if self.reading is not None:
            self.reading.select_article()
            self._changed()

    def action_word(self) -> None:
        """Select on to the next word."""
        if self.reading is not None:
            self.reading.go_words(end=False)
            self._changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What only works while selecting is not there otherwise, so that its keys may do something else."""
        return action not in _WHILE_SELECTING or (self.reading is not None and self.reading.anchor is not None)

    def action_word_end(self) -> None:
        """Select to the end of this word or the next."""
        if self.reading is not None:
            self.reading.go_words(end=True)
            self._changed()

    def action_grow(self) -> None:
        """Select the next larger thing."""
        if self.reading is not None:
            self.reading.grow()
            self._changed()

    def action_shrink(self) -> None:
        """Select what was selected before."""
        if self.reading is not None:
            self.reading.shrink()
            self._changed()

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

    def action_suggestions(self) -> None:
        """Show what damaged text may have been in its place, or what stands there."""
        self.restoring = not self.restoring
        if self.reading is not None:
            self.reading.restore(restoring=self.restoring)
            self._changed()
            nothing = self.restoring and not self.reading.restored
            code = "suggestions-none" if nothing else "suggestions-shown" if self.restoring else "suggestions-hidden"
            self.post_message(self.Told(code))

    def action_repeats(self) -> None:
        """Open or fold the paragraphs that repeat others."""
        if self.reading is not None:
            self.reading.fold(unfolded=not self.reading.unfolded)
            self._changed()
            self.post_message(self.Told("unfolded" if self.reading.unfolded else "folded"))

    # The mouse

    def _under(self, event: events.MouseEvent) -> tuple[int, int] | None:
        """The row, and the cell of it, that is under the pointer."""
        if self.reading is None or not self.reading.layout.rows:
            return None
        at = event.get_content_offset_capture(self)
        return at.y + self.scroll_offset.y, at.x - self._margin - GUTTER

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag, perhaps."""
        self._pressed = self._under(event)
        self._dragged = False
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button went down to the pointer."""
        under = self._under(event)
        if self.reading is None or self._pressed is None or under is None:
            return
        anchor, place = self.reading.dragged(self._pressed, under)
        if self._dragged or anchor != place:
            self._dragged = True
            self.reading.anchor = anchor
            self.reading.go(place)
            self._changed()

    def on_mouse_up(self) -> None:
        """End dragging."""
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Move the place to what was clicked; twice takes the word, three times the sentence."""
        under = self._under(event)
        if self.reading is None or under is None or self._dragged:
            return
        self.reading.anchor = None
        self.reading.go(self.reading.offset_at(*under))
        if event.chain == 2:
            self.reading.select(self.reading.word())
        elif event.chain > 2:
            self.reading.select(self.reading.sentence())
        self._changed()


def _none_beyond(what: str, step: int) -> str:
    """The message that there is no more of something in a direction."""
    return f"no-{what}-{'after' if step > 0 else 'before'}"
