"""The pages of commands and settings say what the program takes."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from reader.cli.arguments import COMMANDS
from reader.cli.reference import commands_page
from reader.cli.settings_reference import settings, with_settings
from reader.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "commands.md"


def test_the_page_of_commands_is_made_from_the_parsers():
    assert PAGE.read_text("utf-8") == commands_page(), "python -m reader.cli.reference > docs/commands.md"


def test_every_option_is_explained():
    assert not [line for line in commands_page().splitlines() if line.startswith("| `") and line.endswith("|  |")]
    assert all(f"## reader {word}" in commands_page() for word in COMMANDS)


def test_the_page_of_settings_is_made_from_the_shipped_ones():
    page = (DOCS / "settings.md").read_text("utf-8")
    assert page == with_settings(page), "python -m reader.cli.settings_reference docs/settings.md"


def test_every_setting_is_explained():
    told = {name: (default, meaning) for name, default, meaning in settings()}
    assert told.keys() == {field.name for field in fields(Settings)}
    assert all(default and meaning for default, meaning in told.values())
    assert all(f"| `{name}` |" in (DOCS / "settings.md").read_text("utf-8") for name in told)
