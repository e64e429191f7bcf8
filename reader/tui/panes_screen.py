"""Library, article and panel side by side or one at a time, and the two rows that say what is going on."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual import getters, on
from textual.containers import Horizontal
from textual.screen import Screen

from reader.messages import say
from reader.text.cells import CellWidths
from reader.tui.action import Room
from reader.tui.article_view import ArticleView
from reader.tui.bindings import bindings_of
from reader.tui.changed_pane import ChangedPane
from reader.tui.front_screen import SIDE_BY_SIDE
from reader.tui.frugal_compositor import FrugalCompositor
from reader.tui.hints import hints_for, with_source
from reader.tui.keys_in_turn import KeysInTurn
from reader.tui.library_pane import LibraryPane
from reader.tui.note_editor import NoteEditor
from reader.tui.panel import Panel
from reader.tui.prompt import Prompt
from reader.tui.reading_out import told_at
from reader.tui.source_pane import SourcePane
from reader.tui.status import Hints, KeyLine, StatusLine
from reader.tui.tag_picker import TagPicker

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.suggester import Suggester
    from textual.widget import Widget

    from reader.desk.desk import Desk
    from reader.tui.prompt import Purpose

THREE_PANES = 120
"""From this many columns on, the panel stands there, too."""

WARNING = 10
"""Seconds that a warning is shown."""

Pane = LibraryPane | ArticleView | Panel | SourcePane


class PanesScreen(Screen[None]):
    """Knows which pane is shown, which has the keys, and what the bottom rows say."""

    BINDINGS = bindings_of(Room.ANYWHERE)
    AUTO_FOCUS = "#library"

    library = getters.query_one("#library", LibraryPane)
    changed = getters.query_one("#changed", ChangedPane)
    article = getters.query_one("#article", ArticleView)
    panel = getters.query_one("#panel", Panel)
    source = getters.query_one("#source", SourcePane)
    prompt = getters.query_one("#prompt", Prompt)
    picker = getters.query_one("#tags", TagPicker)
    note = getters.query_one("#note", NoteEditor)
    status = getters.query_one("#status", StatusLine)
    hints = getters.query_one("#hints", KeyLine)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._compositor = FrugalCompositor()
        self.desk = desk
        self.tags = desk.tags()
        self._told = ""
        self._told_at: tuple[object, ...] | None = None
        self._warned = ""
        self._warned_at = 0.0
        self._library_wanted = True
        self._panel_wanted = False
        self._source_wanted = False
        self._front: type[Pane] = LibraryPane

    def compose(self) -> ComposeResult:
        """Three panes, the note editor, two rows at the bottom."""
        with Horizontal(id="desk"):
            yield LibraryPane(CellWidths(self.desk.settings.ambiguous_width or 1), id="library")
            yield ArticleView(self.desk.settings, id="article")
            yield Panel(id="panel")
            yield SourcePane(self.desk.settings, id="source")
        yield ChangedPane(id="changed")
        yield Prompt(id="prompt")
        yield TagPicker(id="tags")
        yield NoteEditor(id="note")
        yield StatusLine(id="status")
        yield KeyLine(id="hints")

    def on_mount(self) -> None:
        """Show what has room, and follow the place."""
        self.article.when_moved, self.library.when_moved = self._moved, self._row_moved
        self.article.room_to_come = self._room_for_rows
        self.refresh_tags()
        self._arrange()

    def _compositor_refresh(self) -> None:
        """Paint; but not while keys that came before this screen are still to be obeyed, for they change what is painted."""
        if not (isinstance(self.app, KeysInTurn) and self.app.is_catching_up):
            super()._compositor_refresh()

    def refresh_tags(self) -> None:
        """Take up the tags as the store has them now."""
        self.tags = self.article.tags = self.panel.tags = self.desk.tags()

    def leave(self) -> None:
        """Leave the program."""
        self.app.exit()

    def library_state(self) -> str:
        """How many articles there are."""
        return say("library-count", count=len(self.library.entries))

    def store_state(self) -> str:
        """The store's name, or what is the matter with it."""
        return self.desk.repository.path.name

    @property
    def _narrow(self) -> bool:
        return self.size.width < SIDE_BY_SIDE

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Another width may have room for more panes, or for fewer."""
        self._arrange()

    def _arrange(self) -> None:
        """Show the panes that have room, and the one that has the keys."""
        if not self.is_mounted:
            return
        self.set_class(self._narrow, "-narrow")
        reading = self.article.reading is not None
        front = not self._narrow or self._front in (ArticleView, SourcePane)
        self.source.display = self._source_wanted and reading and front
        if self._narrow:
            for pane in (self.library, self.article, self.panel):
                pane.display = isinstance(pane, self._front)
        else:
            self.library.display = self._library_wanted or not reading
            self.article.display = True
            panel = (self.size.width >= THREE_PANES) is not self._panel_wanted and reading
            self.panel.display = panel and not self.source.display
            if self.focused is not None and not self.focused.display:
                self.article.focus()
        self.source.set_class(self._source_covers, "-over")
        self.source.set_class(self.library.display, "-beside-library")
        self._show_place()
        self._refresh_lines()

    def _room_for_rows(self) -> int:
        """Cells that the article's view will have once one is open and has the keys."""
        room = self.size.width
        if self._narrow:
            return room
        wide = self.size.width >= THREE_PANES
        source = self._source_wanted and wide
        panel = wide is not self._panel_wanted and not self._source_wanted
        beside = ((self.library, self._library_wanted), (self.panel, panel), (self.source, source))
        return room - sum(int(pane.styles.width.value) for pane, stands in beside if stands and pane.styles.width)

    @property
    def _source_covers(self) -> bool:
        """Whether the source stands over the article instead of beside it."""
        return self.source.display and self.size.width < THREE_PANES

    def _show_place(self) -> None:
        """Let panel and source show what is at the place."""
        reading = self.article.reading
        self.panel.show(reading)
        self.changed.show(reading if self.article.display else None)
        if reading is not None:
            self.source.show(reading, reading.row - self.article.scroll_offset.y)

    def _focus(self, pane: Pane) -> None:
        """Give a pane the keys, and show it."""
        self._front = type(pane)
        self._arrange()
        self.set_focus(pane)

    def _panes(self) -> list[Pane]:
        """The panes that Tab goes through."""
        if self.article.reading is None:
            return [self.library]
        panes: list[Pane] = [self.library, self.article, self.source, self.panel]
        if self._narrow:
            return [pane for pane in panes if pane is not self.source or self._source_wanted]
        return [pane for pane in panes if pane.display]

    def action_next_pane(self, step: int = 1) -> None:
        """Give the keys to the next pane; a line that something is typed into is left by its own keys only."""
        panes = self._panes()
        if self.focused is not None and self.focused not in panes:
            return
        at = next((index for index, pane in enumerate(panes) if pane.has_focus), 0)
        self._focus(panes[(at + step) % len(panes)])

    def action_previous_pane(self) -> None:
        """Give the keys to the pane before."""
        self.action_next_pane(-1)

    @property
    def _line_left_open(self) -> Widget | None:
        """What is being typed into, though a click gave the keys to a pane."""
        lines = ((self.prompt, self.prompt), (self.picker, self.picker.line), (self.note, self.note))
        return next((line for box, line in lines if box.display), None)

    def action_back(self, leave: bool) -> None:
        """One level back: selection, article, library; at the top, out where `leave` says so."""
        if (line := self._line_left_open) is not None:
            line.focus()
            return
        if self.article.has_focus and self.article.stop_selecting():
            return
        if self._source_covers:
            self.action_source()
        elif self.panel.has_focus or self.source.has_focus:
            self._focus(self.article)
        elif self.article.has_focus:
            self._library_wanted = True
            self._focus(self.library)
        elif leave:
            self.leave()

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
        if self.source.display:
            self._source_wanted = False
            self._panel_wanted = self.size.width < THREE_PANES
        else:
            self._panel_wanted = not self._panel_wanted
        if self.panel.has_focus:
            self.article.focus()
        self._arrange()

    def action_source(self) -> None:
        """Show the source at the place, or hide it: in the place of the panel, or over the article where that is narrow."""
        if self.article.reading is not None:
            self._source_wanted = not self.source.display
            self._focus(self.article)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys are likely now; a pane that got them by the mouse is in front."""
        if isinstance(event.widget, Pane):
            self._front = type(event.widget)
        self._refresh_lines()

    def _moved(self) -> None:
        if self._told_at != self._where:
            self._told = ""
        self.place_moved()
        self._show_place()
        self._refresh_lines()

    def _row_moved(self) -> None:
        if self.library.has_focus:
            self._told = ""
            self._refresh_lines()

    def place_moved(self) -> None:
        """The place in the article is another one."""

    @on(ArticleView.Told)
    def _told_by_article(self, event: ArticleView.Told) -> None:
        self._tell(say(event.code))

    def say_input_method(self) -> None:
        """Tell that keys cannot arrive while an input method is on."""
        self._tell(say("input-method-on"))

    def ask_line(self, purpose: Purpose, title: str, text: str = "", suggester: Suggester | None = None) -> None:
        """Ask for a line below the article; what was told before is done with."""
        self._tell("")
        self.prompt.ask(purpose, title, text, suggester)

    def _tell(self, message: str) -> None:
        """Say what happened, until the place moves."""
        self._told, self._told_at = message, self._where
        self._refresh_lines()

    @property
    def _where(self) -> tuple[object, ...] | None:
        """The article, what is searched in it, and the place."""
        reading = self.article.reading
        if reading is None:
            return None
        at = (reading.place, reading.anchor, reading.whole, reading.chosen, reading.lost)
        return (reading.opened.path, reading.query, *at)

    def _warn(self, message: str) -> None:
        """Say what went wrong, where it cannot be missed; the same thing only once while it is still shown.

        While a line is asked for, that is right below it: a toast would cover the line.
        """
        if self.prompt.display:
            self._tell(message)
            return
        now = monotonic()
        if message != self._warned or now - self._warned_at > WARNING:
            self._warned, self._warned_at = message, now
            self.notify(message, severity="error", markup=False, timeout=WARNING)

    def _refresh_lines(self) -> None:
        if self.is_mounted:
            self.status.tell(self._told or self._read_out(), self._right())
            self.hints.offer(*self.likely_keys())

    def likely_keys(self) -> Hints:
        """The keys that are likely next, with what they do."""
        hints = hints_for(self.focused, self.article.reading, self.tags)
        return with_source(hints) if self.source.display and self.article.has_focus else hints

    def _read_out(self) -> str:
        """What is selected, or the claim at the place, in words."""
        reading = self.article.reading
        if reading is None or self.library.has_focus:
            return self.library_state()
        return told_at(reading)

    def _right(self) -> str:
        reading = self.article.reading
        store = self.store_state()
        scarce = (
            self._narrow and store == self.desk.repository.path.name
        )  # then the room is for what is told, or read out
        if reading is None or (self._narrow and self.library.has_focus):
            return "" if scarce and self._told else store
        opened = reading.opened
        handled = opened.done
        counts = f"{handled}/{len(opened.countable)}"
        if scarce:
            return f"{counts} · {reading.percent}%"
        return f"{say('claims-handled', handled=handled, all=len(opened.countable))} · {reading.percent}% · {store}"
