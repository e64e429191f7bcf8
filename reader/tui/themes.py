"""The looks of the app: dark, light, high contrast, and the terminal's own colours; any theme of Textual's may be set, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES, Theme

from reader.errors import ReaderError
from reader.messages import say

if TYPE_CHECKING:
    from pathlib import Path

LOOKS: dict[str, str] = {
    "dark": "textual-dark",
    "light": "textual-light",
    "contrast": "reader-contrast",
    "terminal": "ansi-dark",
}
"""By the names that settings know, in the order that the key goes through them: what Textual calls them."""

CONTRAST = Theme(
    name="reader-contrast",
    primary="aqua",
    secondary="fuchsia",
    accent="yellow",
    foreground="white",
    background="black",
    surface="black",
    panel="#303030",
    success="lime",
    warning="yellow",
    error="#ff8080",
    variables={
        "text-muted": "white",
        "text-disabled": "silver",
        "faint": "silver",
        "footer-key-foreground": "yellow",
        "block-cursor-background": "yellow",
        "block-cursor-foreground": "black",
    },
)
"""Nothing dim, nothing blended: text has a contrast of 7 to 1 and more (WCAG 2, level AAA)."""


def theme_of(look: str) -> str | None:
    """What Textual calls a look, or a theme of its own; None where nobody knows it."""
    name = LOOKS.get(look, look)
    return name if name in BUILTIN_THEMES or name == CONTRAST.name else None


def check_look(look: str, file: Path) -> None:
    """Make sure that the settings name a look.

    Args:
        look: What they name.
        file: Where they stand.

    Raises:
        ReaderError: `settings-invalid`.
    """
    if theme_of(look) is None:
        reason = say("theme-unknown", theme=look, known=", ".join(LOOKS))
        raise ReaderError("settings-invalid", file=file, reason=reason)


def look_after(theme: str) -> str:
    """The look that follows a theme when one goes through them."""
    names = list(LOOKS)
    at = list(LOOKS.values()).index(theme) if theme in LOOKS.values() else -1
    return names[(at + 1) % len(names)]
