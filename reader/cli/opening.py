"""`reader` alone: open the app."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import traceback
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.library import iter_files
from reader.cli.terminal import ambiguous_width
from reader.desk.background import Background
from reader.desk.desk import library_paths, open_desk
from reader.desk.index import Index, version_of_code
from reader.desk.library import FIRST, Library
from reader.errors import ReaderError
from reader.messages import explain, say
from reader.paths import cache_file, keys_file, settings_file, state_file
from reader.settings import read_settings

if TYPE_CHECKING:
    import argparse

    from reader.tui.key_file import Keys

SESSION = "session.json"
"""The file that remembers how the app was left."""

INDEX = "library.sqlite"
"""The file that remembers what is in the library's articles."""

_SWITCHES = {"TEXTUAL_FPS": "240", "ESCDELAY": "25"}
"""Textual reads these when it is imported; the user's own values win."""


def open_app(options: argparse.Namespace, cwd: Path) -> int:
    """Open the app on files and folders, and run it until the user quits."""
    sys.setswitchinterval(0.001)  # a key waits no longer for a thread
    gc.disable()  # until the first paint, which needs all that is loaded for it
    paths = [Path(word) for word in options.paths]
    roots = library_paths(paths, cwd)
    library = Library(iter_files(roots), Background(), Index(cache_file(INDEX), version_of_code()), roots)
    if sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty():
        library.background.start()  # it loads what reads articles while we load what shows them
    library.begin(FIRST)
    keys = _own_keys(keys_file())
    desk = open_desk((), options.annotations, read_settings(settings_file()), cwd, library)
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        raise ReaderError("no-terminal")
    for name, value in _SWITCHES.items():
        os.environ.setdefault(name, value)
    if os.environ.get("LC_TERMINAL", os.environ.get("TERM_PROGRAM", "")).startswith("iTerm"):
        # iTerm2 loses what input methods commit when keys are reported in kitty's way.
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from reader.tui.app import ReaderApp
    from reader.tui.themes import LOOKS, theme_of

    if theme_of(desk.settings.theme) is None:
        reason = say("theme-unknown", theme=desk.settings.theme, known=", ".join(LOOKS))
        raise ReaderError("settings-invalid", file=settings_file(), reason=reason)

    if desk.settings.ambiguous_width == 0:
        desk.settings = replace(desk.settings, ambiguous_width=ambiguous_width(sys.stdin.fileno()))
    app = ReaderApp(desk, None if options.no_session else state_file(SESSION), keys)
    app.run()
    told = len(desk.repository.notices)
    desk.repository.close()
    for notice in desk.repository.notices[told:]:
        print(f"reader: {explain(notice)}", file=sys.stderr)
    if app.mistake is not None:
        raise ReaderError("mistake", file=_written(app.mistake), reason=f"{type(app.mistake).__name__}: {app.mistake}")
    return app.return_code or 0


def _own_keys(file: Path) -> Keys:
    """The user's own keys; only where there are any, the table of actions is read before the app."""
    if not file.exists():
        return {}
    from reader.tui.key_file import read_keys

    return read_keys(file)


def _written(mistake: Exception) -> Path:
    """Write a mistake of ours down, for a report."""
    file = Path(tempfile.gettempdir()) / f"reader-mistake-{os.getpid()}.txt"
    file.write_text("".join(traceback.format_exception(mistake)), "utf-8")
    return file
