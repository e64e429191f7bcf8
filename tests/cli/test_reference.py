"""The page of commands says what the parsers take."""

from __future__ import annotations

from pathlib import Path

from reader.cli.arguments import COMMANDS
from reader.cli.reference import commands_page

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def test_the_page_of_commands_is_made_from_the_parsers():
    assert PAGE.read_text("utf-8") == commands_page(), "python -m reader.cli.reference > docs/commands.md"


def test_every_option_is_explained():
    assert not [line for line in commands_page().splitlines() if line.startswith("| `") and line.endswith("|  |")]
    assert all(f"## reader {word}" in commands_page() for word in COMMANDS)
