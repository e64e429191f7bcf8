"""The app: its theme, its style sheets, its first screens."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.command import CommandPalette
from textual.keys import KEY_NAME_REPLACEMENTS

from reader.controls import visible
from reader.desk.session import read_session
from reader.messages import say
from reader.text.cells import CellWidths
from reader.text.lines import rows_of
from reader.tui.folding import folded_key, is_han
from reader.tui.front_screen import FrontScreen
from reader.tui.key_names import use_keys
from reader.tui.keys_in_turn import LOOK, KeysInTurn
from reader.tui.mixing import mixed
from reader.tui.opening import Opening
from reader.tui.themes import CONTRAST, theme_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import SystemCommand
    from textual.command import Provider
    from textual.filter import LineFilter
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from reader.desk.desk import Desk
    from reader.tui.adding_screen import AddingScreen
    from reader.tui.key_file import Keys

WIDE = 2
"""Cells of a character of ambiguous width on terminals that Textual does not know of."""

STYLES = Path(__file__).with_name("reader.tcss")
"""What is only needed once the desk is open; `front.tcss` is read before."""

_TOAST, _BESIDE_TOAST, _AROUND_TOAST = 60, 2, 3
"""Cells that a toast takes at most, beside half the screen; of the bar that Textual keeps beside; of its border and padding."""

PALETTE_COLUMNS = 30
"""Narrower windows have no room for the palette."""


NO_KEY = "no-key"
"""Stands for the key of an action that has none: no terminal sends it."""


def _actions() -> type[Provider]:
    """What the palette offers; loaded when it is opened."""
    from reader.tui.palette import ActionProvider

    return ActionProvider


class ReaderApp(KeysInTurn):
    """Reading and annotating on a desk."""

    TITLE = "reader"
    CSS_PATH = "front.tcss"
    COMMANDS: ClassVar = {_actions}
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, desk: Desk | Opening, session: Path | None = None, keys: Keys | None = None) -> None:
        """An app on a desk.

        Args:
            desk: The desk, or how to open it: then its library is shown first.
            session: The file that remembers how the app was left; None to remember nothing.
            keys: The user's own keys.
        """
        self._begins_with = desk
        self._session = session
        self._own_keys = keys or {}
        self._held: list[events.Event] | None = [] if isinstance(desk, Opening) else None
        self.main: AddingScreen | None = None
        self.mistake: Exception | None = None
        self._wide: tuple[LineFilter, ...] = ()
        super().__init__()
        self.animation_level = "none"

    @property
    def desk(self) -> Desk | None:
        """The desk; None while it is not open."""
        return self.main.desk if self.main is not None else None

    def get_default_screen(self) -> Screen[None]:
        """The library of a desk that is still to be opened: the desk will stand on top of it."""
        if isinstance(self._begins_with, Opening):
            return FrontScreen(self._begins_with, self._opened)
        return super().get_default_screen()

    def on_load(self) -> None:
        """Put on the theme of the settings, before there is anything to see."""
        begins_with = self._begins_with
        if begins_with.settings.ambiguous_width == WIDE:
            from reader.tui.wide_filter import WideFilter

            self._wide = (WideFilter(CellWidths(WIDE)),)
        use_keys(self._own_keys)
        self.set_keymap({id_: ",".join(keys) or NO_KEY for id_, keys in self._own_keys.items()})
        self.register_theme(CONTRAST)
        set_look = begins_with.settings.theme
        remembered = read_session(self._session).look_over(set_look) if self._session else None
        self.theme = theme_of(remembered or "") or theme_of(set_look) or self.theme

    def on_mount(self) -> None:
        """Show the desk, where it is open."""
        if not isinstance(self._begins_with, Opening):
            self.push_screen(self._main_on(self._begins_with))

    def post_display_hook(self) -> None:
        """Something was painted."""
        if self.garbage is not None:
            self.garbage.painted()
        if isinstance(self.screen, FrontScreen):
            self.screen.displayed()

    def _main_on(self, desk: Desk) -> AddingScreen:
        """The screen for everything that is done on a desk."""
        from reader.tui.adding_screen import AddingScreen

        self.stylesheet.read(STYLES)
        self.main = AddingScreen(desk, self._session)
        return self.main

    def _opened(self, result: Desk | Exception) -> None:
        """Show the desk in the place of its library alone, and pass on the keys that had to wait for it."""
        if isinstance(result, Exception):
            self._handle_exception(result)
            return
        self.is_catching_up = bool(self._held)
        self.push_screen(self._main_on(result))
        self.call_after_refresh(self._release)

    def _release(self) -> None:
        held, self._held = self._held or [], None
        for event in held:
            self.post_message(event)
        if self.is_catching_up:
            self.set_timer(LOOK, self.keys_done)

    def keys_done(self) -> None:
        """Paint what the keys that had to wait have led to."""
        if self.is_catching_up and self._held is None:
            self.is_catching_up = False
            self.screen.refresh()

    def meant(self, event: events.Key) -> events.Key:
        """Take a key that an input method has changed for what it was meant, except where text is typed."""
        if not self._is_typing:
            character = event.character or ""
            meant = folded_key(character)
            if meant is not None:
                return events.Key(key_name(meant), meant)
            if is_han(character):
                self._say_input_method()
        return event

    async def on_event(self, event: events.Event) -> None:
        """Make what is pasted visible before any line shows it. While the desk is not open, keys wait."""
        if self._held is not None and isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._held.append(event)
            return
        if isinstance(event, events.Paste) and not event.is_forwarded:
            from reader.annotations.validation import LINE_ENDS

            event = events.Paste(visible(LINE_ENDS.sub("\n", event.text)))
        await super().on_event(event)

    @property
    def _is_typing(self) -> bool:
        from textual.widgets import Input, TextArea  # the first screen has none

        return isinstance(self.focused, (Input, TextArea))

    def _say_input_method(self) -> None:
        if self.main is not None and self.screen is self.main:
            self.main.say_input_method()

    def on_resize(self, event: events.Resize) -> None:
        """Close the palette in a window too small for it: Textual 8.2.8 fails at paging a list without room."""
        if event.size.width < PALETTE_COLUMNS and isinstance(self.screen, CommandPalette):
            self.pop_screen()

    async def action_quit(self) -> None:
        """Leave by way of the screen, which waits until everything is saved."""
        if self.main is not None:
            self.main.action_quit()
        else:
            self.exit()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something beside what is shown, in rows of our own: Textual takes a run of Han characters for one word."""
        width = min(_TOAST, (self.size.width - _BESIDE_TOAST) // 2) - _AROUND_TOAST
        rows = "\n".join(message[start:end] for start, end in rows_of(message, width))
        super().notify(rows, title=title, severity=severity, timeout=timeout, markup=markup)

    def action_command_palette(self) -> None:
        """Find an action by name: all of them work on the desk, so only there."""
        if self.screen is self.main and self.size.width >= PALETTE_COLUMNS:
            self.push_screen(CommandPalette(placeholder=say("palette-ask"), id="--command-palette"))

    def _handle_exception(self, error: Exception) -> None:
        """End the app at a mistake of ours without showing a traceback: whoever opened it tells, in one line."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.mistake = error
        self.exit(return_code=1)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What changes rows last; first their width, on terminals that draw some characters wider than Textual counts."""
        return [*self._wide, *super().get_line_filters()]

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, and our own that are mixed from them (see `mixed`)."""
        variables = super().get_css_variables()
        variables.update(mixed(variables))  # in place: Textual keeps what it returned
        return variables

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: the palette offers the actions of the registry."""
        del screen
        return ()


def key_name(character: str) -> str:
    """What Textual calls the key of an ASCII character: `a`, `full_stop`, `slash`."""
    if character.isalnum():
        return character
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)
