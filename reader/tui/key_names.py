"""How keys are written for people: Textual's `right_parenthesis` is `)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    "number_sign": "#",
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


_PUNCTUATION = {
    ".": "full_stop", ",": "comma", ";": "semicolon", '"': "quotation_mark", "#": "number_sign", "$": "dollar_sign",
    "&": "ampersand", "*": "asterisk", "@": "at", "\\": "backslash", "^": "circumflex_accent", "_": "underscore",
    "`": "grave_accent", "|": "vertical_line", "~": "tilde",
}  # fmt: skip
"""What Textual calls the marks that `SHOWN` does not have."""

_NAMED = {shown.lower(): name for name, shown in SHOWN.items() if len(shown) > 1}
_SINGLE = {shown: name for name, shown in SHOWN.items() if len(shown) == 1} | _PUNCTUATION
_FUNCTION = re.compile("f([1-9]|1[0-9]|2[0-4])")
_MODIFIED = re.compile(r"(?:(?:ctrl|alt|shift)\+){1,3}")

_changed: dict[str, tuple[str, ...]] = {}


def use_keys(changed: Mapping[str, tuple[str, ...]]) -> None:
    """Let actions be shown with other keys from now on (see `key_file`)."""
    _changed.clear()
    _changed.update(changed)


def keys_of(action: Action) -> tuple[str, ...]:
    """The keys of an action: the user's own, else the shipped ones."""
    return _changed.get(action.id, action.keys)


def named_key(written: str) -> str | None:
    """What Textual calls a key that is written as people do (`)`, `Ctrl+D`, `PgDn`, `F2`); None where there is none such."""
    if len(written) == 1:
        return _SINGLE.get(written) or (written if written.isalnum() and written.isascii() else None)
    lower = written.lower()
    if lower in _NAMED:
        return _NAMED[lower]
    if lower in SHOWN or lower in _PUNCTUATION.values() or _FUNCTION.fullmatch(lower):
        return lower
    modified = _MODIFIED.match(lower)
    rest = named_key(lower[modified.end() :]) if modified else None
    return f"{modified[0]}{rest}" if modified and rest else None


def shown_key(key: str) -> str:
    """A key as the user knows it: `right_parenthesis` is `)`, `ctrl+d` is `Ctrl+D`, `f2` is `F2`."""
    if key in SHOWN:
        return SHOWN[key]
    if len(key) == 1:
        return key
    return "+".join(part.upper() if len(part) < 3 else part.capitalize() for part in key.split("+"))


def shown_keys(action: Action) -> str:
    """All keys of an action, as the user knows them."""
    return " ".join(map(shown_key, keys_of(action)))
