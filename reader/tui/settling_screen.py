"""Annotations whose text has changed, and stores that were joined: what a person has to decide, one key each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import on

from reader.annotations.repository import Repository
from reader.desk import anchor_acts
from reader.desk.act import quote_of
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.paths import typed_path
from reader.tui.progressing_screen import ProgressingScreen
from reader.tui.prompt import Prompt, Purpose
from reader.tui.status import Hints, hint

if TYPE_CHECKING:
    from uuid import UUID

    from reader.annotations.agreement import Disagreement
    from reader.annotations.anchoring import Placed
    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk
    from reader.tui.reading import Reading


class SettlingScreen(ProgressingScreen):
    """Confirms, moves and gives up annotations of changed articles, settles conflicts, compares annotators."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._to_move: UUID | None = None
        self._offered = False

    def _show(self, reading: Reading) -> None:
        """Say what in the article has to be looked at."""
        super()._show(reading)
        opened = reading.opened
        self._offered = False
        if opened.to_review:
            self._tell(say("annotations-to-review", count=opened.to_review))
        elif not opened.placed and (offered := self.desk.offered(opened.article, opened.path)):
            self._offered = True
            self._tell(say("article-offered", title=offered[0].title))

    def likely_keys(self) -> Hints:
        """First what is waited for: the place of an annotation, or whether others' annotations are this article's."""
        hints = super().likely_keys()
        reading = self.article.reading
        if reading is None or not self.article.has_focus or self.article.awaited is not None or self.article.letters:
            return hints
        if self._to_move is not None and reading.selection is None:
            selecting = ("claim.next", "select.claim", "select.start", "select.sentence", "select.figure")
            return Hints([hint(name) for name in selecting], [hint("go.back", say("hint-keep"))])
        if self._offered and not reading.opened.placed and reading.claim is None and reading.selection is None:
            return hints._replace(first=[hint("anchor.adopt"), *hints.first])
        return hints

    # The text has changed

    def _to_settle(self) -> Placed | None:
        """The annotation at the place; where there is none, that is told."""
        placed = self.article.reading.annotation if self.article.reading is not None else None
        if placed is None:
            self._tell(say("nothing-to-settle"))
        return placed

    def action_confirm_anchor(self) -> None:
        """Say that the annotation stands where it was found again."""
        if placed := self._to_settle():
            self._act(lambda opened: anchor_acts.confirm(self.desk, opened, placed))

    def action_orphan_anchor(self) -> None:
        """Say that nothing is left of what the annotation is about."""
        if placed := self._to_settle():
            self._act(lambda opened: anchor_acts.orphan(self.desk, opened, placed.annotation))

    def action_move_anchor(self) -> None:
        """Remember the annotation, until a place for it is selected."""
        if placed := self._to_settle():
            self._to_move = placed.annotation.id
            self._tell(say("anchor-move-how", quote=quote_of(placed.annotation)))

    @property
    def bordering(self) -> bool:
        """Whether Enter keeps what is selected, as borders or as the place of an annotation."""
        reading = self.article.reading
        return super().bordering or (
            self._to_move is not None and reading is not None and reading.selection is not None
        )

    def action_keep_borders(self) -> None:
        """Let the annotation that was remembered stand on what is selected."""
        reading, sought = self.article.reading, self._to_move
        placed = reading.opened.placed_of(sought) if reading is not None and sought is not None else None
        span = reading.selection if reading is not None else None
        if placed is None or span is None:
            super().action_keep_borders()
            return
        self._to_move = None
        annotation = placed.annotation
        if self._act(lambda opened: anchor_acts.move(self.desk, opened, annotation, *span)):
            self.article.stop_selecting()
            self.article.go(span[0])

    def action_back(self, leave: bool) -> None:
        """Forget the annotation that was to be moved, before anything else."""
        if self._to_move is not None:
            self._to_move = None
            self._tell(say("anchor-move-left"))
        super().action_back(leave)

    def action_adopt(self) -> None:
        """Take the open article for the one of the same title that the store knows."""
        reading = self.article.reading
        offered = self.desk.offered(reading.opened.article, reading.opened.path) if reading is not None else []
        if not offered:
            self._tell(say("nothing-offered"))
        elif self._act(lambda opened: anchor_acts.adopt(self.desk, opened, offered[0])):
            self.writer.settle(2)
            self._show_annotations()

    # Stores were joined

    def action_conflicts(self) -> None:
        """Settle what was changed on two sides."""
        from reader.tui.conflicts_screen import ConflictsScreen

        self.writer.settle(2)
        if self.desk.repository.conflicts():
            self.app.push_screen(ConflictsScreen(self.desk), self._conflicts_left)
        else:
            self._tell(say("no-conflicts"))

    def _conflicts_left(self, _: None) -> None:
        self._show_annotations()

    def action_compare(self) -> None:
        """Ask for the store of somebody else, and list where the two disagree."""
        self.ask_line(Purpose.COMPARING, say("compare-which"))

    @on(Prompt.Answered)
    def _compare(self, event: Prompt.Answered) -> None:
        if event.purpose is not Purpose.COMPARING:
            return
        path = typed_path(event.text)
        try:
            if not os.path.isfile(path):  # noqa: PTH113 - of any length
                raise ReaderError("file-missing", file=path)
            theirs = Repository.open(path).annotations()
        except ReaderError as error:
            self._warn(explain(error))  # what was typed stays, to be mended
            return
        self.prompt.close()
        self._focus(self.article)
        self.writer.settle(2)
        self._list_disagreements(self.desk.repository.annotations(), theirs)

    def _list_disagreements(self, ours: list[Annotation], theirs: list[Annotation]) -> None:
        from reader.annotations.agreement import agreement
        from reader.tui.disagreements_screen import DisagreementsScreen

        found = agreement(ours, theirs)
        if found.disagreements:
            self.app.push_screen(DisagreementsScreen(found), self._to_disagreement)
        else:
            self._tell(say("no-disagreement", texts=found.texts))

    def _to_disagreement(self, one: Disagreement | None) -> None:
        """Go to where two annotators disagree."""
        annotation = (one.first or one.second) if one is not None else None
        path = self._file_of(annotation) if annotation is not None else None
        if annotation is None or annotation.target is None:
            return
        if path is None:
            self._warn(say("article-gone", file=annotation.provenance.file))
            return
        self.go_to(path, annotation.target.start)
