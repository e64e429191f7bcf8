"""Annotations that overlap: which one an act means, and where its borders are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desk.border_acts import move_borders
from reader.messages import say
from reader.tui.judging_screen import JudgingScreen
from reader.tui.present import span_of
from reader.tui.status import Hints, hint

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from reader.desk.desk import Desk

BORDERING = "keep_borders"
"""What can only be done while borders are moved."""


class OverlappingScreen(JudgingScreen):
    """Asks which annotation is meant where that cannot be told, and moves the borders of one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._moved_annotation: UUID | None = None

    # Which one

    def _choosing(self, act: Callable[[], None], *, existing: bool = False) -> None:
        """Do an act; where several annotations could be meant, ask first."""
        reading = self.article.reading
        rivals = reading.rivals(existing=existing) if reading else ()
        if reading is None or not rivals or self.focused is self.library:
            act()
            return

        from reader.tui.choose_screen import ChooseScreen

        def chosen(annotation_id: UUID | None) -> None:
            if annotation_id is not None:
                reading.choose(annotation_id)
                act()

        self.app.push_screen(ChooseScreen(rivals), chosen)

    def action_tag(self, digit: int) -> None:
        """Tag what is meant."""
        self._choosing(lambda: super(OverlappingScreen, self).action_tag(digit))

    def action_note(self) -> None:
        """Write a note on what is meant."""
        self._choosing(super().action_note)

    def action_pick_tags(self) -> None:
        """Choose tags for what is meant."""
        self._choosing(super().action_pick_tags)

    def action_note_outside(self) -> None:
        """Write a note on what is meant in the user's own editor."""
        if self.focused is self.note:
            super().action_note_outside()
        else:
            self._choosing(super().action_note_outside)

    def action_verdict(self) -> None:
        """Give a verdict to what is meant."""
        self._choosing(super().action_verdict)

    def action_evidence(self) -> None:
        """Add evidence to what is meant."""
        self._choosing(super().action_evidence)

    def action_browse(self) -> None:
        """Open the evidence of what is meant."""
        self._choosing(super().action_browse, existing=True)

    def action_delete(self) -> None:
        """Delete what is meant."""
        self._choosing(super().action_delete, existing=True)

    # Borders

    @property
    def bordering(self) -> bool:
        """Whether the borders of an annotation are being moved."""
        reading = self.article.reading
        return self._moved_annotation is not None and reading is not None and reading.selection is not None

    def action_borders(self) -> None:
        """Select the annotation at the place, to move its borders."""
        self._choosing(self._begin_borders, existing=True)

    def _begin_borders(self) -> None:
        reading = self.article.reading
        placed = reading.annotation if reading else None
        span = span_of(placed)
        if reading is None or placed is None or span is None:
            self._tell(say("nothing-to-move"))
            return
        self.article.select(span)
        self._moved_annotation = placed.annotation.id
        self._tell(say("borders-how"))

    def action_keep_borders(self) -> None:
        """Let the annotation stand on what is selected."""
        reading, moved = self.article.reading, self._moved_annotation
        span = reading.selection if reading else None
        placed = reading.opened.placed_of(moved) if reading and moved else None
        if placed is None or span is None:
            return
        self._moved_annotation = None
        before = placed.annotation
        if self._act(lambda opened: move_borders(self.desk, opened, before, *span)):
            self.article.stop_selecting()
            self.article.go(span[0])
            if reading is not None:
                reading.choose(before.id)
            self._done_on = span

    def place_moved(self) -> None:
        """Whoever drops the selection leaves the borders as they are."""
        super().place_moved()
        if self.article.reading is None or self.article.reading.selection is None:
            self._moved_annotation = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter keeps borders only while they are moved."""
        if action == BORDERING:
            return self.bordering
        return super().check_action(action, parameters)

    def likely_keys(self) -> Hints:
        """While borders are moved, how."""
        if self.bordering and self.article.has_focus:
            keys = ("border.keep", "move.left", "move.right", "select.word", "select.other-end", "select.sentence")
            return Hints([hint(key) for key in keys], [hint("go.back", say("leave"))])
        return super().likely_keys()
