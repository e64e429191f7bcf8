"""The settings: what the user may change, read from TOML and checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from reader.errors import ReaderError
from reader.languages import LANGUAGES
from reader.messages import explain, say
from reader.tags import Tag, tags_of

DEFAULTS = Path(__file__).with_name("settings.toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each documented in `settings.toml`.

    Attributes:
        lang: Language of the interface, one of `LANGUAGES`; empty for that of the locale.
        annotator: Who makes the annotations; empty for the login name.
        column_width: Widest column of article text, in cells.
        theme: A look (`dark`, `light`, `contrast`, `terminal`), or the name of a Textual theme.
        ambiguous_width: Cells of a character of ambiguous width, 1 or 2; 0 to ask the terminal.
        hanging_punctuation: Whether closing marks may hang beyond the end of a row.
        tags: In the order of the file; they hold until a store has tags of its own.
    """

    lang: str
    annotator: str
    column_width: int
    theme: str
    ambiguous_width: int
    hanging_punctuation: bool
    tags: tuple[Tag, ...]


def read_settings(file: Path) -> Settings:
    """The settings of a file over the shipped ones.

    Args:
        file: The user's settings; where it does not exist, the shipped ones hold.

    Raises:
        ReaderError: `settings-invalid`, naming the file and what is wrong with it.
    """
    settings = _settings_of(_parsed(DEFAULTS), DEFAULTS, None)
    try:
        exists = file.is_file()
    except OSError as error:
        raise ReaderError("settings-invalid", file=file, reason=error.strerror) from error
    return _settings_of(_parsed(file), file, settings) if exists else settings


def names_set_in(file: Path) -> frozenset[str]:
    """The settings that a file sets; none where it does not exist.

    Raises:
        ReaderError: `settings-invalid`.
    """
    return frozenset(_parsed(file)) if file.is_file() else frozenset()


def _parsed(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReaderError("settings-invalid", file=file, reason=error.strerror) from error
    except ValueError as error:
        raise ReaderError("settings-invalid", file=file, reason=error) from error


def _settings_of(values: dict[str, Any], file: Path, under: Settings | None) -> Settings:
    """Settings of a parsed file, over others where it says nothing."""
    names = {field.name: str(field.type) for field in fields(Settings)}
    if unknown := sorted(values.keys() - names.keys()):
        from difflib import get_close_matches  # every start reads settings; few have such a mistake

        like = get_close_matches(unknown[0], names, 1)
        reason = say("setting-unknown-but" if like else "setting-unknown", name=unknown[0], like="".join(like))
        raise ReaderError("settings-invalid", file=file, reason=reason)
    checked: dict[str, Any] = {}
    for name, value in values.items():
        if name == "tags":
            checked[name] = _tags_of(value, file)
        elif type(value).__name__ != names[name]:
            raise ReaderError("settings-invalid", file=file, reason=say("setting-type", name=name, type=names[name]))
        else:
            checked[name] = value
    settings = Settings(**checked) if under is None else replace(under, **checked)
    if settings.lang not in ("", *LANGUAGES):
        raise ReaderError("settings-invalid", file=file, reason=say("setting-lang", known=", ".join(LANGUAGES)))
    if settings.ambiguous_width not in (0, 1, 2):
        raise ReaderError("settings-invalid", file=file, reason=say("setting-width"))
    if not 20 <= settings.column_width <= 400:
        raise ReaderError("settings-invalid", file=file, reason=say("setting-column"))
    return settings


def _tags_of(values: Any, file: Path) -> tuple[Tag, ...]:
    try:
        return tags_of(values)
    except ReaderError as error:
        raise ReaderError("settings-invalid", file=file, reason=explain(error).rstrip(".。")) from error
