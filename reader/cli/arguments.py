"""The words that the command line understands."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, cast

from reader import __version__
from reader.languages import LANGUAGES, translated
from reader.messages import say

STDIN = "-"
"""Stands for standard input where a file is named."""

Execute = Callable[[argparse.Namespace, Path], int]
"""Runs a command with its options in a current folder, and returns the exit code."""


class Parser(argparse.ArgumentParser):
    """A parser that speaks the language of the interface, and whose complaints show the user's words harmlessly."""

    def __init__(self, *, description: str | None = None, **rest: Any) -> None:
        rest.setdefault("formatter_class", _rows)
        super().__init__(description=description and translated(description), **rest)

    def add_argument(self, *names: str, **facts: Any) -> argparse.Action:
        """Add an argument, its help in the language of the interface."""
        if "help" in facts:
            facts["help"] = translated(facts["help"])
        return super().add_argument(*names, **facts)

    def format_help(self) -> str:
        """The help, each group of arguments headed as the language of the interface does it."""
        told = super().format_help()
        for group in self._action_groups:
            told = told.replace(f"\n{group.title}:\n", f"\n{say('help-heading', name=group.title)}\n")
        return told

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong and how to get help, and exit with 2."""
        self.exit(2, f"reader: {say('wrong-usage', complaint=message, program=self.prog)}\n")


def _rows(prog: str) -> argparse.HelpFormatter:
    from reader.cli.help_rows import HelpRows  # the app, which shows no help, is parsed here, too

    return HelpRows(prog)


def _rows_as_given(prog: str) -> argparse.HelpFormatter:
    from reader.cli.help_rows import RowsAsGiven

    return RowsAsGiven(prog)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of `reader`.

    Attributes:
        summary: What it does, in a line.
        room: The module of `reader.cli` that holds its `execute`; imported only when it is called.
        declare: Adds its own arguments to a parser.
    """

    summary: str
    room: str
    declare: Callable[[argparse.ArgumentParser], None]

    def load(self) -> Execute:
        """The function that runs the command."""
        return cast("Execute", importlib.import_module(f"reader.cli.{self.room}").execute)


def _declare_list(parser: argparse.ArgumentParser) -> None:
    _add_paths(parser, "*")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, also on a terminal")


def _declare_clean(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    parser.add_argument("--json", action="store_true", help="one JSON object with runs, removals and damage")
    parser.add_argument("--diff", action="store_true", help="show the source with what was taken out, and why")
    parser.add_argument(
        "--restore", action="store_true", help="show what damaged text may have been, as 〔suggestion？〕"
    )
    _add_script(parser)


def _declare_claims(parser: argparse.ArgumentParser) -> None:
    _add_paths(parser, "+")
    parser.add_argument("--format", choices=("table", "jsonl", "csv"), help="table on a terminal, else jsonl")
    _add_script(parser)
    parser.add_argument("--jobs", type=_count, default=1, metavar="N", help="find claims in so many processes")
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the articles' date, where they do not say it")
    _add_output(parser)


def _declare_annotations(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="*", metavar="WORD",
        help="check, compact, backup, recover (a damaged store), history ID, prune YYYY-MM-DD (forget older history), merge OTHER…, conflicts, agree A B, or merge-driver OURS THEIRS (for git)",
    )  # fmt: skip
    _add_filters(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line, also on a terminal")


def _declare_export(parser: argparse.ArgumentParser) -> None:
    from reader.annotations.annotation import Verdict
    from reader.claims.claim import Kind
    from reader.exchange.registry import all_formats

    words = tuple(all_formats())
    parser.add_argument("--format", choices=words, help="what to write (default: as the file's name ends, else csv)")
    parser.add_argument("--columns", metavar="COLUMNS", help="of a table: full, basic, or names joined by commas")
    parser.add_argument(
        "--encoding", choices=("utf-8-sig", "utf-8"), default="utf-8-sig", help="of CSV: with or without BOM"
    )
    _add_filters(parser)
    parser.add_argument("--schema", action="store_true", help="beside a CSV file, write a Frictionless schema of it")
    parser.add_argument("--verdict", choices=tuple(map(str, Verdict)), help="only what has this verdict")
    parser.add_argument("--kind", choices=tuple(map(str, Kind)), help="only claims of this kind")
    parser.add_argument("--date", metavar="SPAN", help="only articles of these days: 2022-05, 2021/2022-03, 2022/..")
    parser.add_argument("--modified", metavar="SPAN", help="only what was changed on these days")
    parser.add_argument("--text", metavar="WORDS", help="only what says this, in either script")
    _add_output(parser)


def _declare_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="CSV or JSON lines that reader exported, or - for standard input")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")


def _declare_tags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="*", metavar="WORD",
        help="load FILE, save FILE (TOML, or JSON as its name ends), rename OLD NEW, merge GONE INTO, delete TAG",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON object a line, also on a terminal")
    parser.add_argument("--force", action="store_true", help="replace the file to save to where it exists")


def _declare_keys(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--markdown", action="store_true", help="as a page of the docs")


def _declare_completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "shell", choices=("bash", "zsh", "fish"), help="the shell; docs/settings.md says where its script goes"
    )


def _declare_nothing(_: argparse.ArgumentParser) -> None:
    pass


COMMANDS: dict[str, Command] = {
    "list": Command("list articles with their claims and annotations", "listing", _declare_list),
    "clean": Command("print an article as clean text", "cleaning", _declare_clean),
    "claims": Command("print the numeric claims of articles", "claiming", _declare_claims),
    "annotations": Command("list what was annotated", "annotating", _declare_annotations),
    "export": Command("write annotations for other programs", "exporting", _declare_export),
    "import": Command("read an export back", "importing", _declare_import),
    "tags": Command("list the tags; load, save, rename, merge, delete them", "tagging", _declare_tags),
    "config": Command("tell where settings and data lie", "configuring", _declare_nothing),
    "keys": Command("print the keys of the app", "keys", _declare_keys),
    "completion": Command("print a script that completes words in a shell", "completing", _declare_completion),
}
"""The commands, by their word."""


def split_command(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command that the arguments call and the rest of them; None where they open the app.

    The first word that is no common option (or the value of one) is the command, if it is one. A file or folder of that
    name needs `./` before it.
    """
    _, others = _common().parse_known_args([word for word in arguments if word not in ("-h", "--help")])
    first = others[0] if others else None
    rest = list(arguments)
    if first in COMMANDS:
        rest.remove(first)
        return first, rest
    return None, rest


def app_parser() -> Parser:
    """The parser of `reader` itself, which opens the app."""
    commands = "\n".join(f"  {word:<12} {translated(command.summary)}" for word, command in COMMANDS.items())
    parser = Parser(
        prog="reader",
        description="Read Chinese news for its figures. Without a command, the app opens on the articles.",
        epilog=f"{say('commands')}\n{commands}\n\n{say('more-of-each')}",
        parents=[_common()],
        formatter_class=_rows_as_given,
    )
    _add_paths(parser, "*")
    parser.add_argument("--no-session", action="store_true", help="begin anew instead of where you left off")
    return parser


def command_parser(word: str) -> Parser:
    """The parser of a command."""
    command = COMMANDS[word]
    parser = Parser(
        prog=f"reader {word}",
        description=say("command-does", words=capitalized(translated(command.summary))),
        parents=[_common()],
    )
    command.declare(parser)
    return parser


def capitalized(words: str) -> str:
    """Words as a sentence begins."""
    return words[:1].upper() + words[1:]


def _common() -> Parser:
    parser = Parser(prog="reader", add_help=False)
    parser.add_argument("--annotations", type=Path, metavar="FILE", help="the store of annotations")
    parser.add_argument("--lang", choices=LANGUAGES, help="the language of the program (default: as your locale says)")
    parser.add_argument(
        "--version", action="version", version=f"reader {__version__}", help="show program's version number and exit"
    )
    return parser


def _add_paths(parser: argparse.ArgumentParser, count: str) -> None:
    parser.add_argument("paths", nargs=count, metavar="PATH", help="files or folders, or - for standard input")


def _add_script(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--script", choices=("original", "simplified", "traditional"), default="original",
        help="show the text in this script (default: as written)",
    )  # fmt: skip


def _add_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tag", metavar="TAG", help="only what has this tag")
    parser.add_argument("--article", metavar="ARTICLE", help="only this article: an id or its start, a name, a path")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to a file instead")
    parser.add_argument("--force", action="store_true", help="replace that file where it exists")


def _count(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= 256:
        raise argparse.ArgumentTypeError(say("no-count", word=word))
    return int(word)


def _day(word: str) -> str:
    import datetime  # the app, which needs no dates, is parsed here, too

    try:
        return datetime.date.fromisoformat(word).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(say("no-date", word=word).rstrip(".。")) from error
