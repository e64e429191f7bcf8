"""The command `reader`: which words call what, and how it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reader.cli.arguments import COMMANDS, STDIN, app_parser, command_parser, split_command
from reader.cli.refusals import complain, drop_output, told
from reader.cli.speaking import speak_as_asked
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence


def run() -> NoReturn:
    """Run the command line of this process, and end with its exit code."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command line.

    Args:
        arguments: The words after `reader`.

    Returns:
        The exit code: 0, 1 (it failed, and said why in one line on stderr) or 2 (wrong usage).
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    speak_as_asked(arguments)
    try:
        return _dispatch(arguments)
    except ReaderError as error:
        complain(error)
        return 2 if isinstance(error, UsageError) else 1
    except BrokenPipeError:
        drop_output()  # whoever read it has seen enough
        return 1
    except OSError as error:
        complain(told(error))
        return 1
    except KeyboardInterrupt:
        return 130


def _dispatch(arguments: Sequence[str]) -> int:
    command, rest = split_command(arguments)
    if command is None:
        options = app_parser().parse_args(rest)
        if sys.stdin is None or STDIN in options.paths or not sys.stdin.isatty():
            from reader.cli.piped import taken_up

            options.paths = taken_up(options.paths)
        from reader.cli.opening import open_app

        return open_app(options, Path.cwd())
    options = command_parser(command).parse_args(rest)
    status = COMMANDS[command].load()(options, Path.cwd())
    sys.stdout.flush()
    return status
