"""`reader completion`: what a shell needs to complete commands, options, tags and files, made from the parsers."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import shtab

from reader.cli.arguments import COMMANDS, Parser, app_parser, command_parser
from reader.cli.shell_words import AFTER, BEFORE, COLUMNS, STORE_WORDS, TAG_WORDS, TAGS
from reader.languages import translated

if TYPE_CHECKING:
    from pathlib import Path

_BY_METAVAR: dict[str, Any] = {
    "FILE": shtab.FILE, "PATH": shtab.FILE, "ARTICLE": shtab.FILE, "TAG": TAGS, "COLUMNS": COLUMNS,
}  # fmt: skip
"""What completes the values of arguments, by what these are called."""

_WORDS: dict[str, Any] = {"tags": TAG_WORDS, "annotations": STORE_WORDS}
"""What completes the words after a command that has words of its own."""


def execute(options: argparse.Namespace, cwd: Path) -> int:  # noqa: ARG001
    """Print the script for a shell; to zsh, shtab says of what may be repeated that it stands once."""
    shell = options.shell
    script = shtab.complete(_whole_parser(), shell, root_prefix="reader", preamble=BEFORE.get(shell, ""))
    print(script.replace('"(*)::', '"*:').replace('"(*):', '"*:') if shell == "zsh" else script)
    print(AFTER.get(shell, ""))
    return 0


def _whole_parser() -> argparse.ArgumentParser:
    """One parser with the commands below it: the command line itself keeps them apart, so that each starts fast."""
    parser = argparse.ArgumentParser(prog="reader", add_help=False)
    for action in app_parser()._actions:
        if action.option_strings:
            _add(parser, action)
    commands = parser.add_subparsers(dest="command", parser_class=Parser)
    for word, command in COMMANDS.items():
        below = commands.add_parser(word, help=translated(command.summary), add_help=False)
        for action in command_parser(word)._actions:
            _add(below, action, _WORDS.get(word))
    return parser


def _add(parser: argparse.ArgumentParser, action: argparse.Action, words: Any = None) -> None:
    """Give a parser an argument of another one, with what completes it."""
    if action.metavar == "WORD":
        vars(action)["complete"] = words
        action.help = ""  # fish would show it beside each word
    elif action.metavar in _BY_METAVAR:
        vars(action)["complete"] = _BY_METAVAR[str(action.metavar)]
    parser._add_action(action)
