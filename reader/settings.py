"""The settings: what the user may change, read from TOML and checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from reader.errors import ReaderError

COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "grey")
"""What a tag may be painted in; the app gives each a shade that suits its theme."""

DEFAULTS = Path(__file__).with_name("settings.toml")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that can be given to a claim or a span.

    Attributes:
        name: What it is called, on the screen and in exports.
        key: The digit that gives it, 1 to 9, or None.
        colour: One of `COLOURS`.
        description: When to give it.
    """

    name: str
    key: int | None
    colour: str
    description: str


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each documented in `settings.toml`.

    Attributes:
        annotator: Who makes the annotations; empty for the login name.
        column_width: Widest column of article text, in cells.
        theme: Name of a Textual theme.
        ambiguous_width: Cells of a character of ambiguous width, 1 or 2; 0 to ask the terminal.
        hanging_punctuation: Whether closing marks may hang beyond the end of a row.
        tags: In the order of the file.
    """

    annotator: str
    column_width: int
    theme: str
    ambiguous_width: int
    hanging_punctuation: bool
    tags: tuple[Tag, ...]

    def tag_of_key(self, key: int) -> Tag | None:
        """The tag that the digit gives, if any."""
        return next((tag for tag in self.tags if tag.key == key), None)

    def tag_named(self, name: str) -> Tag | None:
        """The tag of that name, if the settings know it."""
        return next((tag for tag in self.tags if tag.name == name), None)


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
        raise ReaderError("settings-invalid", file=file, reason=f"unknown setting {unknown[0]!r}")
    checked: dict[str, Any] = {}
    for name, value in values.items():
        if name == "tags":
            checked[name] = _tags_of(value, file)
        elif type(value).__name__ != names[name]:
            raise ReaderError("settings-invalid", file=file, reason=f"{name} must be of type {names[name]}")
        else:
            checked[name] = value
    settings = Settings(**checked) if under is None else replace(under, **checked)
    if settings.ambiguous_width not in (0, 1, 2):
        raise ReaderError("settings-invalid", file=file, reason="ambiguous_width must be 0, 1 or 2")
    if not 20 <= settings.column_width <= 400:
        raise ReaderError("settings-invalid", file=file, reason="column_width must be 20 to 400")
    return settings


def _tags_of(values: Any, file: Path) -> tuple[Tag, ...]:
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise ReaderError("settings-invalid", file=file, reason="tags must be [[tags]] tables")
    tags = tuple(_tag_of(value, file) for value in values)
    for attribute in ("name", "key"):
        seen = [getattr(tag, attribute) for tag in tags if getattr(tag, attribute) is not None]
        if twice := [value for value in seen if seen.count(value) > 1]:
            raise ReaderError("settings-invalid", file=file, reason=f"two tags have the {attribute} {twice[0]!r}")
    return tags


def _tag_of(value: dict[str, Any], file: Path) -> Tag:
    def wrong(reason: str) -> ReaderError:
        return ReaderError("settings-invalid", file=file, reason=f"tag {value.get('name')!r}: {reason}")

    if unknown := sorted(value.keys() - {"name", "key", "colour", "description"}):
        raise wrong(f"unknown setting {unknown[0]!r}")
    name, key = value.get("name"), value.get("key")
    if not isinstance(name, str) or not name.strip() or "|" in name or "\n" in name or len(name) > 64:
        raise wrong("a name is 1 to 64 characters on one line, without '|'")
    if key is not None and (type(key) is not int or not 1 <= key <= 9):
        raise wrong("key must be a digit from 1 to 9")
    colour = value.get("colour", "grey")
    if colour not in COLOURS:
        raise wrong(f"colour must be one of {', '.join(COLOURS)}")
    description = value.get("description", "")
    if not isinstance(description, str):
        raise wrong("description must be text")
    return Tag(name.strip(), key, colour, description)
