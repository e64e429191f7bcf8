"""`reader config`: where settings and data lie, what is set, and whence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.repository import Repository
from reader.annotations.tag_table import TagTable
from reader.cli.refusals import told
from reader.controls import visible_line
from reader.errors import ReaderError
from reader.languages import chosen
from reader.messages import explain, say
from reader.paths import default_library, default_store, keys_file, settings_file
from reader.settings import DEFAULTS, names_set_in, read_settings
from reader.text.cells import NARROW
from reader.tui.key_file import read_keys
from reader.tui.key_names import shown_key
from reader.tui.themes import check_look

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reader.settings import Settings
    from reader.tags import Tag

_NAME = 22
"""Cells of the names."""


def execute(options: argparse.Namespace, cwd: Path) -> int:
    """Print each place, and each setting with its value and whence it comes."""
    for name, value, whence in list(_lines(options, cwd)):  # all of them, or only what is wrong
        told = f"  {say('config-whence', whence=whence)}" if whence else ""
        print(f"{name}{' ' * max(1, _NAME - NARROW.of(name))}{visible_line(value)}{told}")
    return 0


def _lines(options: argparse.Namespace, cwd: Path) -> Iterator[tuple[str, str, str]]:
    own, keys = settings_file(), keys_file()
    settings, given = read_settings(own), names_set_in(own)
    check_look(settings.theme, own)
    for name, file in (("settings", own), ("keys", keys)):
        yield say(f"config-{name}"), str(file), "" if file.is_file() else say("config-missing")
    yield say("config-shipped"), str(DEFAULTS), ""
    yield say("config-articles"), str(default_library(cwd)), ""
    asked = "--annotations" if options.annotations else ""
    yield say("config-annotations"), str(options.annotations or default_store(cwd)), asked
    for name, value in _values(settings):
        whence = say("config-yours") if name in given else say("config-default")
        if name == "lang" and (options.lang or not settings.lang):
            value, whence = chosen(), "--lang" if options.lang else say("config-locale")
        yield name, value, whence
    yield from _stored_tags(options.annotations or default_store(cwd))
    for id_, changed in read_keys(keys).items():
        yield id_, " ".join(map(shown_key, changed)) or say("config-no-key"), keys.name


def _values(settings: Settings) -> Iterator[tuple[str, str]]:
    """Each setting as words."""
    yield "lang", settings.lang
    yield "annotator", settings.annotator or say("config-login")
    yield "column_width", str(settings.column_width)
    yield "theme", settings.theme
    yield "ambiguous_width", str(settings.ambiguous_width)
    yield "hanging_punctuation", str(settings.hanging_punctuation).lower()
    yield "tags", _listed(settings.tags)


def _stored_tags(store: Path) -> Iterator[tuple[str, str, str]]:
    """The tags of the store, if it has its own: then these hold."""
    try:
        known = TagTable(Repository.open(store), "").set()
    except (ReaderError, OSError) as error:
        yield say("config-store-tags"), explain(told(error) if isinstance(error, OSError) else error), ""
        return
    if known is not None:
        yield say("config-store-tags"), _listed(known.tags), say("config-store-tags-hold")


def _listed(tags: Iterable[Tag]) -> str:
    return " ".join(f"{tag.key or '-'}:{tag.name}" for tag in tags)
