"""The desk on the screen: library, article and panel, and the acts on them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal
from textual.screen import Screen

from reader.claims.of_article import claims_of
from reader.claims.reading import read_out
from reader.desk import acts
from reader.desk.exporting import export_csv
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.tui.actions import Room
from reader.tui.article_view import ArticleView
from reader.tui.bindings import bindings_of
from reader.tui.export_screen import ExportChoice, ExportScreen
from reader.tui.hints import hints_for
from reader.tui.keys_screen import KeysScreen
from reader.tui.library_pane import LibraryPane, Progress
from reader.tui.note_editor import NoteEditor
from reader.tui.panel import Panel
from reader.tui.status import KeyLine, StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from reader.articles.article import Article
    from reader.desk.acts import Outcome
    from reader.desk.desk import Desk, Entry
    from reader.desk.opened import Opened

SIDE_BY_SIDE = 96
"""From this many columns on, the library stands beside the article."""

THREE_PANES = 120
"""From this many columns on, the panel stands there, too."""


Pane = LibraryPane | ArticleView | Panel


class ReadingScreen(Screen[None]):
    """Owns what is open and who is shown; the panes only post messages."""

    BINDINGS = bindings_of(Room.ANYWHERE)
    AUTO_FOCUS = "#library"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._open_index: int | None = None
        self._last_act: tuple[int, int] | None = None
        self._told = ""
        self._told_at: tuple[int, int | None] | None = None
        self._library_wanted = True
        self._panel_wanted = False

    def compose(self) -> ComposeResult:
        """Three panes, the note editor, two rows at the bottom."""
        with Horizontal(id="desk"):
            yield LibraryPane(id="library")
            yield ArticleView(self.desk.settings, id="article")
            yield Panel(self.desk.settings, id="panel")
        yield NoteEditor(id="note")
        yield StatusLine(id="status")
        yield KeyLine(id="hints")

    def on_mount(self) -> None:
        """Find the widgets once, and read the library beside the first paint."""
        self.library = self.query_one("#library", LibraryPane)
        self.article = self.query_one("#article", ArticleView)
        self.panel = self.query_one("#panel", Panel)
        self.note = self.query_one("#note", NoteEditor)
        self.status = self.query_one("#status", StatusLine)
        self.hints = self.query_one("#hints", KeyLine)
        self._front: Pane = self.library
        self._arrange()
        self._read_library()
        if self.desk.repository.read_only:
            self._warn(say("store-read-only", file=self.desk.repository.path, reason=self.desk.repository.read_only))

    # The library, read in the background

    @work(thread=True, exclusive=True, exit_on_error=True)
    def _read_library(self) -> None:
        for index, entry in enumerate(self.desk.entries()):
            self.app.call_from_thread(self._add_entry, entry)
            if entry.article is not None:
                count = sum(not claim.repeat for claim in claims_of(entry.article))
                self.app.call_from_thread(self._count, index, entry.article, count)

    def _add_entry(self, entry: Entry) -> None:
        self.library.add(entry)
        self._refresh_lines()

    def _count(self, index: int, article: Article, claims: int) -> None:
        annotations = self.desk.annotations_of(article, self.library.entries[index].path)
        handled = sum(one.claim is not None and not one.claim.repeat for one in annotations)
        self.library.set_progress(index, Progress(claims, min(handled, claims), len(annotations)))

    # Who is shown

    @property
    def _narrow(self) -> bool:
        return self.size.width < SIDE_BY_SIDE

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Another width may have room for more panes, or for fewer."""
        self._arrange()

    def _arrange(self) -> None:
        """Show the panes that have room, and the one that has the keys."""
        if not self.is_mounted or not hasattr(self, "library"):
            return
        self.set_class(self._narrow, "-narrow")
        reading = self.article.reading is not None
        if self._narrow:
            for pane in (self.library, self.article, self.panel):
                pane.display = pane is self._front
        else:
            self.library.display = self._library_wanted or not reading
            self.article.display = True
            self.panel.display = (self.size.width >= THREE_PANES) is not self._panel_wanted and reading
            if self.focused is not None and not self.focused.display:
                self.article.focus()
        self._refresh_lines()

    def _focus(self, pane: Pane) -> None:
        """Give a pane the keys, and show it."""
        self._front = pane
        self._arrange()
        self.set_focus(pane)

    def _panes(self) -> list[Pane]:
        """The panes that Tab goes through."""
        if self.article.reading is None:
            return [self.library]
        panes: list[Pane] = [self.library, self.article, self.panel]
        return panes if self._narrow else [pane for pane in panes if pane.display]

    def action_next_pane(self, step: int = 1) -> None:
        """Give the keys to the next pane."""
        panes = self._panes()
        at = next((index for index, pane in enumerate(panes) if pane.has_focus), 0)
        self._focus(panes[(at + step) % len(panes)])

    def action_previous_pane(self) -> None:
        """Give the keys to the pane before."""
        self.action_next_pane(-1)

    def action_back(self) -> None:
        """One level back: selection, article, library; at the top, out."""
        if self.article.has_focus and self.article.stop_selecting():
            return
        if self.panel.has_focus:
            self._focus(self.article)
        elif self.article.has_focus:
            self._library_wanted = True
            self._focus(self.library)
        else:
            self.action_quit()

    def action_quit(self) -> None:
        """Leave; everything is saved already."""
        self.app.exit()

    def action_library(self) -> None:
        """Show the library, or hide it."""
        if self._narrow:
            self._focus(self.article if self.library.has_focus and self.article.reading else self.library)
            return
        self._library_wanted = not self._library_wanted
        if not self._library_wanted and self.library.has_focus and self.article.reading is not None:
            self.article.focus()
        self._arrange()

    def action_panel(self) -> None:
        """Show the panel, or hide it."""
        if self.article.reading is None:
            return
        if self._narrow:
            self._focus(self.article if self.panel.has_focus else self.panel)
            return
        self._panel_wanted = not self._panel_wanted
        if self.panel.has_focus:
            self.article.focus()
        self._arrange()

    def action_keys(self) -> None:
        """Show all keys."""
        self.app.push_screen(KeysScreen())

    def action_command_palette(self) -> None:
        """Find an action by name."""
        self.app.action_command_palette()

    # Opening

    @on(LibraryPane.Chosen)
    def _chosen(self, event: LibraryPane.Chosen) -> None:
        self._open(event.index)

    def action_open_highlighted(self) -> None:
        """Open the article that the library is on."""
        if self.library.highlighted is not None:
            self._open(self.library.highlighted)

    def action_next_article(self, step: int) -> None:
        """Open the next article of the library, or the one before."""
        start = self._open_index if self._open_index is not None else (self.library.highlighted or 0) - step
        index = start + step
        while 0 <= index < len(self.library.entries) and self.library.entries[index].article is None:
            index += step
        if 0 <= index < len(self.library.entries):
            self.library.highlighted = index
            self._open(index)
        else:
            self._tell(say("no-article-after" if step > 0 else "no-article-before"))

    def _open(self, index: int) -> None:
        entry = self.library.entries[index]
        try:
            if entry.error is not None:
                raise entry.error
            opened = self.desk.open(entry.path)
        except ReaderError as error:
            self._warn(explain(error))
            return
        self._open_index = index
        self.article.show(opened)
        self._told = ""
        self._focus(self.article)
        self._progress(opened)

    # Acts

    def _act(self, act: Callable[[Opened], Outcome]) -> Outcome | None:
        """Do something with the open article; what failed is told and has changed nothing."""
        reading = self.article.reading
        if reading is None:
            return None
        try:
            outcome = act(reading.opened)
        except ReaderError as error:
            self._warn(explain(error))
            return None
        self.article.update_annotations(outcome.opened)
        self._progress(outcome.opened)
        self._tell(say(outcome.code, **outcome.parameters))
        return outcome

    def _progress(self, opened: Opened) -> None:
        if self._open_index is not None:
            handled = len(opened.handled.intersection(opened.countable))
            progress = Progress(len(opened.countable), handled, len(opened.placed))
            self.library.set_progress(self._open_index, progress)
        self._refresh_lines()

    def action_tag(self, digit: int) -> None:
        """Tag the claim or the selection; after an untouched claim, go on to the next."""
        reading = self.article.reading
        tag = self.desk.settings.tag_of_key(digit)
        if reading is None or tag is None:
            self._tell(say("no-tag-of-key", digit=digit))
            return
        target = reading.target
        if target is None:
            self._tell(say("nothing-to-tag"))
            return
        untouched = reading.selection is None and acts.annotation_for(reading.opened, *target) is None
        if self._act(lambda opened: acts.toggle_tag(self.desk, opened, *target, tag.name)) is not None:
            self._last_act = target
            if untouched and reading.go_claims(1, untouched=True):
                self.article.go(reading.place)

    def action_last_act(self) -> None:
        """Go back to where the last act was."""
        if self._last_act is not None:
            self.article.go(self._last_act[0])

    def action_delete(self) -> None:
        """Delete the annotation at the place."""
        placed = self.article.reading.annotation if self.article.reading else None
        if placed is None:
            self._tell(say("nothing-to-delete"))
        else:
            self._act(lambda opened: acts.delete(self.desk, opened, placed.annotation))

    def action_note(self) -> None:
        """Write a note on what is present."""
        reading = self.article.reading
        target = reading.target if reading else None
        if reading is None or target is None:
            self._tell(say("nothing-to-note"))
            return
        placed = acts.annotation_for(reading.opened, *target)
        quote = reading.opened.article.text[slice(*target)]
        self.note.begin(quote.replace("\n", " "), placed.annotation.note if placed else "")
        self._refresh_lines()

    @on(NoteEditor.Submitted)
    def _note_written(self, event: NoteEditor.Submitted) -> None:
        target = self.article.reading.target if self.article.reading else None
        if target is not None and self._act(lambda opened: acts.write_note(self.desk, opened, *target, event.text)):
            self._last_act = target
            self._close_note()

    @on(NoteEditor.Cancelled)
    def _close_note(self) -> None:
        self.note.display = False
        self._focus(self.article)

    def action_undo(self) -> None:
        """Take back the last act."""
        self._act(lambda opened: acts.undo(self.desk, opened))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._act(lambda opened: acts.redo(self.desk, opened))

    def action_export(self) -> None:
        """Ask where to, and write the annotations of the whole store."""
        count = len(self.desk.repository.annotations())
        self.app.push_screen(ExportScreen(count, Path.cwd() / "annotations.csv"), self._export)

    def _export(self, choice: ExportChoice | None) -> None:
        if choice is None:
            return
        try:
            count = export_csv(self.desk.repository, choice.target, choice.columns, replace=choice.replace)
        except ReaderError as error:
            self._warn(explain(error))
        else:
            self._tell(say("exported", count=count, file=choice.target))

    # The two bottom rows

    @on(ArticleView.Moved)
    def _moved(self) -> None:
        if self._told_at != self._where:
            self._told = ""
        self.panel.show(self.article.reading)
        self._refresh_lines()

    @on(ArticleView.Told)
    def _told_by_article(self, event: ArticleView.Told) -> None:
        self._tell(say(event.code))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys are likely now; a pane that got them by the mouse is in front."""
        if isinstance(event.widget, Pane):
            self._front = event.widget
        self._refresh_lines()

    def _tell(self, message: str) -> None:
        """Say what happened, until the place moves."""
        self._told, self._told_at = message, self._where
        self._refresh_lines()

    @property
    def _where(self) -> tuple[int, int | None] | None:
        reading = self.article.reading
        return (reading.place, reading.anchor) if reading else None

    def _warn(self, message: str) -> None:
        """Say what went wrong, where it cannot be missed."""
        self.notify(message, severity="error", markup=False, timeout=10)

    def _refresh_lines(self) -> None:
        if hasattr(self, "hints"):
            self.status.tell(self._told or self._read_out(), self._right())
            self.hints.offer(hints_for(self.focused, self.article.reading, self.desk.settings))

    def _read_out(self) -> str:
        """What is selected, or the claim at the place, in words."""
        reading = self.article.reading
        if reading is None or self.library.has_focus:
            return f"{len(self.library.entries)} articles"
        if (span := reading.selection) is not None:
            text = reading.shown[slice(*span)]
            return f"selected {len(text)}: {text.replace(chr(10), ' ')}"
        if (claim := reading.claim) is not None:
            placed = reading.opened.of_claim(claim)
            tags = " ".join(f"#{tag}" for tag in placed.annotation.tags) if placed else ""
            return f"{tags} {read_out(claim)}".strip()
        placed = reading.annotation
        return " ".join(f"#{tag}" for tag in placed.annotation.tags) + f" {placed.annotation.note}" if placed else ""

    def _right(self) -> str:
        reading = self.article.reading
        store = self.desk.repository.path.name
        if reading is None:
            return store
        opened = reading.opened
        return f"{len(opened.handled.intersection(opened.countable))}/{len(opened.countable)} claims · {store}"
