"""`reader` alone: open the app."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.library import iter_files
from reader.cli.refusals import complain
from reader.desk.background import Background
from reader.desk.index import Index, version_of_code
from reader.desk.library import FIRST, Library, library_paths
from reader.errors import ReaderError
from reader.paths import cache_file, default_store, keys_file, settings_file, state_file
from reader.settings import read_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reader.desk.desk import Desk
    from reader.settings import Settings
    from reader.tui.app import ReaderApp
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
    roots = library_paths([Path(word) for word in options.paths], cwd)
    library = Library(iter_files(roots), Background(), Index(cache_file(INDEX), version_of_code()), roots)
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        raise ReaderError("no-terminal")
    library.background.start()  # it loads what reads articles while we load what shows them
    library.begin(FIRST)
    keys = _own_keys(keys_file())
    settings = read_settings(settings_file())
    for name, value in _SWITCHES.items():
        os.environ.setdefault(name, value)
    if os.environ.get("LC_TERMINAL", os.environ.get("TERM_PROGRAM", "")).startswith("iTerm"):
        # iTerm2 loses what input methods commit when keys are reported in kitty's way.
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    with without_ssl():
        from reader.tui.app import ReaderApp
    from reader.tui.lenient_input import tolerate_bad_bytes
    from reader.tui.opening import Opening

    settings = _fitting(settings)
    store = options.annotations or default_store(cwd)
    opening = Opening(library, settings, store, partial(_open_desk, store, settings, cwd, library))
    app = ReaderApp(opening, None if options.no_session else state_file(SESSION), keys)
    tolerate_bad_bytes()
    app.run()
    return _ended(app)


@contextmanager
def without_ssl() -> Iterator[None]:
    """Let asyncio do without `ssl`, as it can: that takes as long to load as the whole library of articles."""
    modules = vars(sys)["modules"]
    loaded = "ssl" in modules
    modules.setdefault("ssl", None)
    try:
        yield
    finally:
        if not loaded:
            del modules["ssl"]


def _fitting(settings: Settings) -> Settings:
    """The settings with what the terminal says where they leave it open.

    Raises:
        ReaderError: There is no such theme.
    """
    from reader.cli.terminal import ambiguous_width
    from reader.tui.themes import check_look

    check_look(settings.theme, settings_file())
    if settings.ambiguous_width == 0:
        return replace(settings, ambiguous_width=ambiguous_width(sys.stdin.fileno()))
    return settings


def _open_desk(store: Path, settings: Settings, cwd: Path, library: Library) -> Desk:
    from reader.desk.desk import open_desk

    return open_desk((), store, settings, cwd, library)


def _ended(app: ReaderApp) -> int:
    """The exit code, once what has to be told is told.

    Raises:
        ReaderError: Why the app could not go on.
    """
    if app.desk is not None:
        repository = app.desk.repository
        told = len(repository.notices)
        repository.close()
        complain(*repository.notices[told:])
    if isinstance(app.mistake, ReaderError):
        raise app.mistake
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
    import tempfile
    import traceback

    # A name that nobody can guess: in a folder of all users, somebody may have put a link under one that they can.
    handle, name = tempfile.mkstemp(prefix="reader-mistake-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("".join(traceback.format_exception(mistake)))
    return Path(name)
