"""The app: its theme, its style sheet, its one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.color import Color

from reader.settings import COLOURS
from reader.tui.palette import ActionProvider
from reader.tui.reading_screen import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from reader.desk.desk import Desk

_SHADES = {"teal": "darkcyan", "orange": "darkorange", "pink": "deeppink", "grey": "gray", "yellow": "gold"}
"""The named colour that a tag's colour is mixed from, where it is another."""


class ReaderApp(App[None]):
    """Reading and annotating on a desk."""

    TITLE = "reader"
    CSS_PATH = "reader.tcss"
    COMMANDS: ClassVar = {ActionProvider}
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        super().__init__()
        self.animation_level = "none"

    def on_mount(self) -> None:
        """Put on the theme of the settings and show the desk."""
        if self.desk.settings.theme in self.available_themes:
            self.theme = self.desk.settings.theme
        self.push_screen(ReadingScreen(self.desk))

    async def action_quit(self) -> None:
        """Leave by way of the screen, which waits until everything is saved."""
        screen = self.screen_stack[1] if len(self.screen_stack) > 1 else None
        if isinstance(screen, ReadingScreen):
            screen.action_quit()
        else:
            self.exit()

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, and a tint of the background for each tag colour (`$tag-red`)."""
        variables = super().get_css_variables()
        ground = Color.parse(variables["background"])
        for name in COLOURS:
            shade = Color.parse(_SHADES.get(name, name))
            variables[f"tag-{name}"] = ground.blend(shade, 0.4).hex if ground.ansi is None else shade.hex
        return variables

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: the palette offers the actions of the registry."""
        del screen
        return ()
