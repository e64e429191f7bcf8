"""Getting text into the clipboard of the user's own machine, also out of tmux and over SSH.

A terminal takes it by an escape sequence (OSC 52). tmux, as it is set up when it is installed, drops such a sequence, wrapped in
one of its own or not; but its command `load-buffer -w` keeps a text for pasting and passes it on to the terminal around it.
"""

from __future__ import annotations

import base64
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DEAF = ("Apple_Terminal",)
"""Values of TERM_PROGRAM of terminals that are known not to listen."""

LARGEST = 74_994
"""Bytes that terminals take at least, in base64 under 100,000 (the limit of xterm)."""

_PATIENCE = 1.0
"""Seconds that tmux is waited for; it answers after some milliseconds."""


def can_take(text: str, environment: Mapping[str, str]) -> bool:
    """Whether the terminal is likely to put this text into a clipboard."""
    if environment.get("TERM_PROGRAM") in DEAF and "TMUX" not in environment:
        return False
    return environment.get("TERM", "dumb") not in ("linux", "dumb") and len(text.encode()) <= LARGEST


def give_to_tmux(text: str, environment: Mapping[str, str]) -> bool:
    """Let tmux keep a text and pass it on to the terminal around it; False where that is not to be had (before tmux 3.2)."""
    if "TMUX" not in environment:
        return False
    try:
        done = subprocess.run(
            ["tmux", "load-buffer", "-w", "-"],  # noqa: S607 (wherever it lies)
            input=text.encode(),
            env=dict(environment),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def sequence(text: str, environment: Mapping[str, str]) -> str:
    """The escape sequence that puts a text into the clipboard.

    Where tmux or screen stands in between, first the sequence wrapped for it, then the bare one: which of them is passed on
    depends on how it is set up.
    """
    plain = f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"
    if "TMUX" in environment:
        doubled = plain.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{doubled}\x1b\\{plain}"
    if environment.get("TERM", "").startswith("screen"):
        return f"\x1bP{plain}\x1b\\{plain}"
    return plain
