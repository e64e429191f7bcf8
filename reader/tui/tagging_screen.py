"""Tagging: by a digit, or with the picker; a claim, a selection, or a whole article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desk import acts
from reader.desk.opened import WHOLE
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.annotating_screen import AnnotatingScreen
from reader.tui.library_pane import LibraryPane
from reader.tui.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.annotations.undoing import UndoneAct
    from reader.desk.act import Act
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened
    from reader.tags import Tag
    from reader.tui.panes_screen import Pane


class TaggingScreen(AnnotatingScreen):
    """Gives tags and takes them away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._picked: Subject | None = None

    # What is tagged

    def subject(self) -> Subject | None:
        """What an act is about now: what is present in the article or, in the library, an article as a whole."""
        if self.focused is self.library:
            opened = self._highlighted()
            return Subject(opened, WHOLE) if opened else None
        reading = self.article.reading
        target = reading.target if reading else None
        return Subject(reading.opened.preferring(reading.chosen), target) if reading and target is not None else None

    def _highlighted(self) -> Opened | None:
        """The article that the library is on."""
        reading, at = self.article.reading, self.library.highlighted
        if at is None:
            return None
        entry = self.library.entries[at]
        if reading is not None and reading.opened.path == entry.path:
            return reading.opened
        try:
            return self.desk.open(entry.path, longest=0)
        except ReaderError as error:
            self._warn(explain(error))
            return None

    def pane_of(self, subject: Subject | None) -> Pane:
        """The pane that an act was called from: the library, where it was about an article of it."""
        whole = subject is not None and subject.is_whole
        return self.library if whole and self._front is LibraryPane else self.article

    def _act_on(self, subject: Subject, plan: Callable[[Opened], Act]) -> bool:
        """Show what an act does and let the writer save it; False where it is refused."""
        if not self._attempt(lambda: plan(subject.opened)):
            return False
        self._done_on = subject.span
        self._show_in_library(subject)
        return True

    def _show_in_library(self, subject: Subject) -> None:
        """Show what the library says of an article that is not open."""
        reading, path = self.article.reading, subject.opened.path
        index = self.library.index_of(path) if path is not None else None
        if index is not None and (reading is None or reading.opened.path != path):
            self._refresh_entry(index)

    def _refresh_entry(self, index: int) -> None:
        """Show how far an article of the library is."""
        progress = self.library.find_progress(index)
        if progress is not None:
            self.library.set_progress(index, progress)

    def taken_back(self, taken: UndoneAct) -> None:
        """Show in the library what it said of whole articles."""
        super().taken_back(taken)
        ids = {one.provenance.content_id for one in taken.of_articles()}
        for index, entry in enumerate(self.library.entries if ids else ()):
            if entry.facts is not None and entry.facts.content_id in ids:
                self._refresh_entry(index)

    # By a digit

    def action_tag(self, digit: int) -> None:
        """Tag what is present; after an untouched claim, go on to the next."""
        reading, subject, tag = self.article.reading, self.subject(), self.tags.of_key(digit)
        if tag is None:
            self._tell(say("no-tag-of-key", digit=digit))
        elif subject is None:
            self._tell(say("nothing-to-tag"))
        else:
            untouched = self._is_untouched(subject)
            if self._toggle(subject, tag) and untouched and reading and reading.go_claims(1, untouched=True):
                told = self._told
                self.article.go(reading.place)
                self._tell(told)

    def _is_untouched(self, subject: Subject) -> bool:
        """Whether it is a claim that nobody has handled, so that one goes on to the next."""
        reading = self.article.reading
        chosen = reading is None or reading.selection is not None or reading.chosen is not None
        return not chosen and not subject.is_whole and subject.annotation is None

    def _toggle(self, subject: Subject, tag: Tag) -> bool:
        """Give a tag or take it away, and say what it means where it is given."""
        before = subject.annotation
        done = self._act_on(subject, lambda opened: acts.toggle_tag(self.desk, opened, *subject.span, tag.name))
        if done and tag.description and (before is None or tag.name not in before.tags):
            self._tell(say("tagged-meaning", tag=tag.name, description=tag.description))
        return done

    # With the picker

    def action_pick_tags(self) -> None:
        """Choose tags for what is present by typing."""
        subject = self.subject()
        if subject is None:
            self._tell(say("nothing-to-tag"))
            return
        self._picked = subject
        self.picker.begin(subject.about)
        self._show_picker()
        self._refresh_lines()

    def _show_picker(self) -> None:
        """Show the tags as they are now."""
        from reader.desk.tag_finding import all_tags

        if self._picked is not None:
            self._picked = self._picked.refreshed(self.desk)
            uses = self.desk.tag_uses()
            given = self._picked.annotation.tags if self._picked.annotation else ()
            self.picker.show(all_tags(self.tags, uses), uses, frozenset(given))

    def action_toggle_picked(self) -> None:
        """Give the tag at hand or take it away; make the tag that is typed where there is none."""
        tag, typed = self.picker.at_hand, self.picker.typed
        if self._picked is None or (tag is None and not typed):
            return
        if tag is None:
            tag = self._made(typed)
        if tag is not None and self._toggle(self._picked, tag):
            self.picker.clear()
            self._show_picker()

    def _made(self, name: str) -> Tag | None:
        """A new tag; None where it cannot be made."""
        try:
            name = self.made_tag(name)
        except ReaderError as error:
            self.picker.tell(explain(error))
            return None
        return self.tags.named(name)

    def made_tag(self, name: str) -> str:
        """Make a tag; returns its name as it is stored.

        Raises:
            ReaderError: It cannot be made, or a task is under way.
        """
        from reader.desk import tagging

        if not self.writer.settle(2):
            raise ReaderError("at-work")
        made = tagging.make_tag(self.desk, name)
        self.refresh_tags()
        return str(made.parameters["tag"])

    def action_step_picked(self, step: int) -> None:
        """Go to another tag of the picker."""
        self.picker.step(step)

    def action_page_picked(self, step: int) -> None:
        """Go a page further in the picker."""
        self.picker.page(step)

    def action_close_picker(self) -> None:
        """Leave the picker."""
        pane = self.pane_of(self._picked)
        self._picked = None
        self.picker.display = False
        self._focus(pane)

    # The set

    def action_tag_set(self) -> None:
        """Look at the tags, and change them."""
        from reader.tui.tags_screen import TagsScreen

        self.writer.settle(2)
        self.app.push_screen(TagsScreen(self.desk, self.do_long), self._tags_changed)

    def _tags_changed(self, _: object) -> None:
        self.refresh_tags()
        self._show_annotations()
        self._show_picker()
        self._refresh_lines()
