"""Getting text into the clipboard of the user's own machine, also out of tmux and over SSH.

A terminal takes it by an escape sequence (OSC 52). tmux passes such a sequence on only when it is wrapped in one of its own.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DEAF = ("Apple_Terminal",)
"""Values of TERM_PROGRAM of terminals that are known not to listen."""

LARGEST = 74_994
"""Bytes that terminals take at least, in base64 under 100,000 (the limit of xterm)."""


def can_take(text: str, environment: Mapping[str, str]) -> bool:
    """Whether the terminal is likely to put this text into a clipboard."""
    if environment.get("TERM_PROGRAM") in DEAF and "TMUX" not in environment:
        return False
    return environment.get("TERM", "dumb") not in ("linux", "dumb") and len(text.encode()) <= LARGEST


def sequence(text: str, environment: Mapping[str, str]) -> str:
    """The escape sequence that puts a text into the clipboard, wrapped where tmux or screen stands in between."""
    plain = f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"
    if "TMUX" in environment:
        doubled = plain.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{doubled}\x1b\\"
    if environment.get("TERM", "").startswith("screen"):
        return f"\x1bP{plain}\x1b\\"
    return plain
