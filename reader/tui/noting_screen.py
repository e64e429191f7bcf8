"""Notes: on a claim, a selection or a whole article; written below the article, or in the user's own editor."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.desk import acts
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.tagging_screen import TaggingScreen

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from reader.annotations.annotation import Annotation
    from reader.desk.desk import Desk
    from reader.tui.outside_editor import Edited
    from reader.tui.subject import Subject

Place = tuple["Path | None", tuple[int, int]]
"""What a draft is of: a file and a span."""


class NotingScreen(TaggingScreen):
    """Writes notes. What was written and not saved comes back when one writes on the same thing again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._noted: Subject | None = None
        self._edited: Annotation | None = None
        self._drafts: dict[Place, str] = {}

    def action_note(self) -> None:
        """Write a note on what is present."""
        subject = self.subject()
        if subject is None:
            self._tell(say("nothing-to-note"))
            return
        saved = subject.annotation.note if subject.annotation else ""
        draft = self._drafts.get(_place(subject))
        self._begin_note(subject, saved if draft is None else draft)
        if draft is not None:
            self._tell(say("note-draft"))

    def _begin_note(self, subject: Subject, text: str) -> None:
        """Show a text for editing."""
        self._noted, self._edited = subject, subject.annotation
        self.note.begin(subject.about, text)
        self._refresh_lines()

    def action_save_note(self) -> None:
        """Save the note that is being written."""
        if self._noted is not None and self._save_note(self._noted, self.note.text):
            self._close_note()

    def action_note_line(self) -> None:
        """Begin a new line in the note."""
        self.note.insert("\n")

    def action_leave_note(self) -> None:
        """Leave the note as it was; what was written is kept as a draft."""
        if self._noted is not None and self._is_changed(self.note.text):
            self._drafts[_place(self._noted)] = self.note.text
            self._close_note()
            self._tell(say("note-left"))
        else:
            self._close_note()

    def _is_changed(self, text: str) -> bool:
        return text != (self._edited.note if self._edited else "")

    def _save_note(self, subject: Subject, text: str) -> bool:
        """Save a note, unless somebody else changed it meanwhile: then say so first, and save at the second try."""
        subject = subject.refreshed(self.desk)
        present = subject.annotation
        if self._edited is not None and (present is None or present.revision != self._edited.revision):
            self._edited = present
            self._warn(say("note-changed-elsewhere"))
            return False
        saved = self._act_on(subject, lambda opened: acts.write_note(self.desk, opened, *subject.span, text))
        if saved:
            self._drafts.pop(_place(subject), None)
        return saved

    def _close_note(self) -> None:
        pane = self.pane_of(self._noted)
        self._noted = self._edited = None
        self.set_focus(pane)  # first: what has the keys and is hidden would give them to the article
        self.note.display = False
        self._focus(pane)

    def changed_elsewhere(self, changed: set[UUID]) -> None:
        """Tell where that is the note that is being written."""
        if self._edited is not None and self._edited.id in changed:
            self._warn(say("note-changed-elsewhere"))

    # In the user's own editor

    def action_note_outside(self) -> None:
        """Write the note in the user's own editor; it is saved when that ends well, and else goes on here."""
        writing = self._noted if self.focused is self.note else None
        subject = writing or self.subject()
        if subject is None:
            self._tell(say("nothing-to-note"))
            return
        saved = subject.annotation.note if subject.annotation else ""
        text = self.note.text if writing else self._drafts.get(_place(subject), saved)
        if writing is None:
            self._edited = subject.annotation
        edited = self._edit(text)
        if edited.error is not None:
            self._warn(explain(edited.error))
        elif edited.text.rstrip() == saved:
            self._tell(say("note-unchanged"))
            if writing:
                self._close_note()
            return
        elif self._save_note(subject, edited.text):
            self._close_note() if writing else self._focus_again(subject)
            return
        self._begin_note(subject.refreshed(self.desk), edited.text)

    def _focus_again(self, subject: Subject) -> None:
        """Let go of the note that was saved."""
        self._edited = None
        self._show_in_library(subject)

    def _edit(self, text: str) -> Edited:
        from reader.tui.outside_editor import Edited, edit, editor_command

        try:
            command = editor_command(os.environ)
            with self.app.suspend():
                edited = edit(text, command)
        except ReaderError as error:
            return Edited(text, error)
        except SuspendNotSupported:
            return Edited(text, ReaderError("no-suspending"))
        self.app.refresh(layout=True)
        return edited

    # Leaving

    def leave(self) -> None:
        """Leave, once everything is saved, also the note that is being written."""
        if self.keep_note():
            super().leave()

    def keep_note(self) -> bool:
        """Save the note that is being written; False where that is refused."""
        if self._noted is None or not self.note.display or not self._is_changed(self.note.text):
            return True
        if not self._save_note(self._noted, self.note.text):
            return False
        self._close_note()
        return True


def _place(subject: Subject) -> Place:
    return subject.opened.path, subject.span
