"""The looks of the app: dark, light, high contrast, and the terminal's own colours; any theme of Textual's may be set, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from reader.tags import COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHADES = {"teal": "darkcyan", "orange": "darkorange", "pink": "deeppink", "grey": "gray", "yellow": "gold"}
"""The named colour that a tag's colour is mixed from, where it is another."""

_OWN = "ansi_default"

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
        "footer-key-foreground": "yellow",
        "block-cursor-background": "yellow",
        "block-cursor-foreground": "black",
    },
)
"""Nothing dim, nothing blended: text has a contrast of 7 to 1 and more (WCAG 2, level AAA)."""


def mixed(variables: Mapping[str, str]) -> dict[str, str]:
    """Colours of our own, by the name of their variable: a tint for each tag colour, and what lies under marked text.

    The terminal's own colours cannot be mixed, and nobody knows which they are: there annotations are bold, and other marks
    black on a colour.

    Args:
        variables: Those of the theme.
    """
    ground = Color.parse(variables["background"])
    if ground.ansi is not None:
        return dict.fromkeys([f"tag-{name}" for name in COLOURS], _OWN) | {
            "selection-ground": "ansi_yellow",
            "selection-text": "ansi_black",
            "jump-text": "ansi_black",
            "hit-ground": "ansi_cyan",
            "hit-text": "ansi_black",
            "damage-ground": _OWN,
            "suggestion-ground": _OWN,
            "here-ground": _OWN,
        }
    selection = ground.blend(Color.parse(variables["accent"]), 0.65)
    hit = ground.blend(Color.parse(variables["warning"]), 0.35)
    return {f"tag-{name}": ground.blend(Color.parse(_SHADES.get(name, name)), 0.4).hex for name in COLOURS} | {
        "selection-ground": selection.hex,
        "selection-text": selection.get_contrast_text(1.0).hex,
        "jump-text": Color.parse(variables["warning"]).get_contrast_text(1.0).hex,
        "hit-ground": hit.hex,
        "hit-text": hit.get_contrast_text(1.0).hex,
        "damage-ground": variables["error-muted"],
        "suggestion-ground": variables["warning-muted"],
        "here-ground": ground.blend(Color.parse(variables["primary"]), 0.3).hex,
    }


def theme_of(look: str) -> str | None:
    """What Textual calls a look, or a theme of its own; None where nobody knows it."""
    name = LOOKS.get(look, look)
    return name if name in BUILTIN_THEMES or name == CONTRAST.name else None


def look_after(theme: str) -> str:
    """The look that follows a theme when one goes through them."""
    names = list(LOOKS)
    at = list(LOOKS.values()).index(theme) if theme in LOOKS.values() else -1
    return names[(at + 1) % len(names)]
