"""How keys are written for people: Textual's `right_parenthesis` is `)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.action import Action

SHOWN: dict[str, str] = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "right_parenthesis": ")",
    "left_parenthesis": "(",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "apostrophe": "'",
    "full_stop": ".",
    "asterisk": "*",
    "exclamation_mark": "!",
    "question_mark": "?",
    "colon": ":",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "percent_sign": "%",
    "alt+left": "Alt+←",
    "alt+right": "Alt+→",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "backspace": "Backspace",
}
"""How keys are shown, where not by their own name."""


def shown_key(key: str) -> str:
    """A key as the user knows it: `right_parenthesis` is `)`, `ctrl+d` is `Ctrl+D`, `f2` is `F2`."""
    if key in SHOWN:
        return SHOWN[key]
    if len(key) == 1:
        return key
    return "+".join(part.upper() if len(part) < 3 else part.capitalize() for part in key.split("+"))


def shown_keys(action: Action) -> str:
    """All keys of an action, as the user knows them."""
    return " ".join(map(shown_key, action.keys))
