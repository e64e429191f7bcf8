"""All words that the program shows, from the tables that hold them: what a catalogue must translate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.articles.binary import KINDS
from reader.cli.arguments import COMMANDS, app_parser, command_parser
from reader.cli.reasons import REASONS
from reader.cli.speaking import ARGPARSE
from reader.exchange.formats.as_xlsx import CUT
from reader.exchange.leaving import LEFT_OUT
from reader.exchange.registry import all_formats
from reader.languages import choose, chosen
from reader.messages import MESSAGES
from reader.reasons import FAULTS, FORMS
from reader.settings import DEFAULTS, read_settings
from reader.tui.action import Room, Topic
from reader.tui.actions import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def shown_words() -> Sequence[str]:
    """The English words, each once, in the order of their tables."""
    before = chosen()
    choose("en")
    try:
        return list(dict.fromkeys(words for words in _all() if words))
    finally:
        choose(before)


def _all() -> Iterator[str]:
    yield from MESSAGES.values()
    yield from (*REASONS, *FAULTS, *FORMS)
    yield from KINDS
    for tag in read_settings(DEFAULTS).tags:
        yield f"#{tag.name}"
        yield tag.description
    for action in ACTIONS:
        yield action.label
        yield action.summary
    yield from map(str, (*Topic, *Room))
    yield from (*LEFT_OUT, CUT)
    yield from (form.summary for form in all_formats().values())
    yield from (command.summary for command in COMMANDS.values())
    for parser in (app_parser(), *map(command_parser, COMMANDS)):
        yield from (action.help or "" for action in parser._actions)
    yield app_parser().description or ""
    yield from ARGPARSE
