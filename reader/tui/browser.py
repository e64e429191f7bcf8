"""Opening web pages in the system's browser, where there is one that does not take over the terminal."""

from __future__ import annotations

import subprocess
import sys
import webbrowser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FAR_AWAY = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
"""Where one of them is set, a browser would open on another machine than the user's."""

_SHOWN_BY = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
"""On Linux and the like, one of them is set where a browser can be seen."""

_IN_TERMINALS = frozenset({"lynx", "links", "elinks", "w3m", "www-browser"})


def has_browser(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a page can be opened where the user sees it.

    Args:
        environ: The environment.
        platform: As in `sys.platform`.
    """
    if any(name in environ for name in _FAR_AWAY):
        return False
    if platform not in ("darwin", "win32", "cygwin") and not any(environ.get(name) for name in _SHOWN_BY):
        return False
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return getattr(browser, "name", "") not in _IN_TERMINALS


def browse(url: str) -> None:
    """Open a page; returns at once.

    In a process of its own: some browsers talk, and what they say would end up on the screen of the app.

    Args:
        url: A valid address (see `reader.annotations.validation.valid_url`), so that it is no option of a program.
    """
    subprocess.Popen(  # noqa: S603 (our own interpreter, a checked address)
        [sys.executable, "-m", "webbrowser", url],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
