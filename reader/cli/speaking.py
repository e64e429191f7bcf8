"""Which language a command line is answered in."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.languages import LANGUAGES, choose, language_of, translated
from reader.paths import settings_file
from reader.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

ARGPARSE = (
    "usage: ", "positional arguments", "options", "show this help message and exit", "show program's version number and exit",
    "the following arguments are required: %s", "unrecognized arguments: %s", "argument %(argument_name)s: %(message)s",
    "expected one argument", "expected at most one argument", "expected at least one argument", "expected %s argument",
    "expected %s arguments", "invalid choice: %(value)r (choose from %(choices)s)", "invalid %(type)s value: %(value)r",
    "ambiguous option: %(option)s could match %(matches)s", "ignored explicit argument %r", "not allowed with argument %s",
)  # fmt: skip
"""What argparse says of its own to users."""


def speak_as_asked(arguments: Sequence[str]) -> None:
    """Choose the language: that of `--lang`, else that of the settings, else that of the locale.

    Args:
        arguments: The words after `reader`; what else is wrong with them is told later.
    """
    choose(_asked(arguments) or _set() or language_of(os.environ))
    # argparse looks its own words up by these names, in gettext's catalogue; ours is another one.
    vars(argparse)["_"] = translated
    vars(argparse)["ngettext"] = lambda one, many, count: translated(one if count == 1 else many)


def _asked(arguments: Sequence[str]) -> str:
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    parser.add_argument("--lang", choices=LANGUAGES)
    try:
        return parser.parse_known_args(arguments)[0].lang or ""
    except argparse.ArgumentError:
        return ""


def _set() -> str:
    """The language of the settings; empty where they do not say, or cannot be read (which is told by whoever needs them)."""
    try:
        return read_settings(settings_file()).lang
    except ReaderError:
        return ""
