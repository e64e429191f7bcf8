"""`docs/commands.md`, made from the parsers: `python -m reader.cli.reference > docs/commands.md` renews it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.arguments import COMMANDS, Parser, app_parser, command_parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

_PREAMBLE = """# Commands

Made by `python -m reader.cli.reference`; a test keeps it so.

The first word is a command if it is one; a file or folder of that name needs `./` before it. What other programs may read goes to
standard output, all else to standard error; `-` is standard input or output. Exit codes: 0, 1 (it failed, and says why in one line),
2 (wrong usage)."""

_COMMON = ("--annotations", "--version", "--help", "--lang")


def commands_page() -> str:
    """All commands with their arguments and options, as a Markdown document."""
    parts = [_PREAMBLE, *_section("reader", app_parser(), "Open the app.", all_options=True)]
    for word, command in COMMANDS.items():
        parts += _section(f"reader {word}", command_parser(word), f"{command.summary.capitalize()}.", all_options=False)
    return "\n\n".join(parts) + "\n"


def _section(name: str, parser: Parser, summary: str, *, all_options: bool) -> Iterator[str]:
    yield f"## {name}"
    yield summary
    # argparse has no other way to tell what a parser takes.
    shown = [action for action in parser._actions if all_options or action.option_strings[-1:] not in _AS_LISTS]
    if shown:
        rows = "\n".join(f"| {_words(action)} | {_meaning(action)} |" for action in shown)
        yield f"| argument | what it says |\n|---|---|\n{rows}"


_AS_LISTS = [[option] for option in _COMMON]


def _words(action: argparse.Action) -> str:
    value = _value(action)
    if not action.option_strings:
        return f"`{value}`"
    return " ".join(
        f"`{option}{f' {value}' if value and option.startswith('--') else ''}`" for option in action.option_strings
    )


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    shown = action.metavar or "{" + ",".join(map(str, action.choices or ())) + "}"
    repeated = " …" if action.nargs in ("*", "+") else ""
    return f"{shown}{repeated}".replace("|", "\\|")


def _meaning(action: argparse.Action) -> str:
    return (action.help or "").replace("|", "\\|")


if __name__ == "__main__":
    print(commands_page(), end="")
