"""`reader completion`: what a shell needs to complete commands, options and files, made from the parsers."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import shtab

from reader.cli.arguments import COMMANDS, Parser, app_parser
from reader.languages import translated

if TYPE_CHECKING:
    from pathlib import Path

_FILES = frozenset({"FILE", "PATH"})
"""What arguments are called that name files."""


def execute(options: argparse.Namespace, cwd: Path) -> int:  # noqa: ARG001
    """Print the script for a shell."""
    print(shtab.complete(_whole_parser(), options.shell, root_prefix="reader"))
    return 0


def _whole_parser() -> argparse.ArgumentParser:
    """One parser with the commands below it: the command line itself keeps them apart, so that each starts fast."""
    parser = argparse.ArgumentParser(prog="reader", add_help=False)
    for action in app_parser()._actions:
        if action.option_strings:
            parser._add_action(action)
    commands = parser.add_subparsers(dest="command", parser_class=Parser)
    for word, command in COMMANDS.items():
        below = commands.add_parser(word, help=translated(command.summary))
        command.declare(below)
        for action in below._actions:
            _complete_files(action)
    for action in parser._actions:
        _complete_files(action)
    return parser


def _complete_files(action: argparse.Action) -> None:
    if action.metavar in _FILES:
        vars(action)["complete"] = shtab.FILE
