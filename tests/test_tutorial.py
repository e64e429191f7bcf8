"""The tutorials, every step of them, in a real terminal.

A step is a list item: the `code` before the word "See" are keys to press (or words to type), those behind it must come on the
screen. A block `start` is run in the terminal, a block `console` beside it; `…` in its output stands for anything.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from benchmarks.terminal_session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PATIENCE = 20.0
"""Seconds to wait for words on the screen: far more than it takes, for machines that do other work."""

KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Backspace": "\x7f",
    "Space": " ",
    "F10": "\x1b[21~",
    **{f"Ctrl+{letter}": chr(ord(letter) & 31) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
}

BLOCK = re.compile(r"^```(start|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\* (.*?)(?=^\*|^$|^#|\Z)", re.MULTILINE | re.DOTALL)
CODES = re.compile(r"`([^`]+)`")
SEE = re.compile(r"\bSee\b|看到")


@dataclass(frozen=True)
class Step:
    """What a reader of the tutorial does, and what he should see.

    Attributes:
        kind: `keys`, `start` or `console`.
        does: Keys and words, or the block.
        sees: Words on the screen.
    """

    kind: str
    does: tuple[str, ...]
    sees: tuple[str, ...] = ()


def steps(tutorial: str) -> list[Step]:
    """The steps of a tutorial, in order."""
    found = [(block.start(), Step(block[1], tuple(block[2].splitlines()))) for block in BLOCK.finditer(tutorial)]
    for item in STEP.finditer(tutorial):
        does, sees = (*SEE.split(item[1], maxsplit=1), "")[:2]
        found.append((item.start(), Step("keys", tuple(CODES.findall(does)), tuple(CODES.findall(sees)))))
    return [step for _, step in sorted(found, key=lambda pair: pair[0])]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout as a new user has it, without annotations."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "annotations").mkdir()
    shutil.copy(ROOT / "annotations" / ".reader", tmp_path / "annotations")
    return tmp_path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Of a user without settings, whose `reader` is ours."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    home = tmp_path / "home"
    return {"PATH": path, "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8", "USER": "you"}


@pytest.mark.parametrize("tutorial", ["tutorial.md", "tutorial.zh.md"])
@pytest.mark.parametrize("size", [(120, 40), pytest.param((100, 30), marks=pytest.mark.thorough)])
def test_every_step_of_the_tutorial_shows_what_it_says(tutorial, size, folder, environment):
    run = steps((ROOT / "docs" / tutorial).read_text("utf-8"))
    assert sum(step.kind == "keys" for step in run) > 20
    walk = iter(run)
    for step in walk:
        if step.kind == "console":
            check_console(step.does, folder, environment)
        elif step.kind == "start":
            command = shutil.which(step.does[0].split()[0], path=environment["PATH"])
            assert command is not None
            arguments = [command, *step.does[0].split()[1:]]
            with Session(arguments, environment, folder, *size) as session:
                run_keys(walk, session)


def run_keys(walk: Iterator[Step], session: Session) -> None:
    """Do the steps until the program ends."""
    for step in walk:
        assert step.kind == "keys"
        for key in step.does:
            for press in [KEYS[key]] if key in KEYS else key:
                session.press(press.encode(), quiet=0.05)
        for word in step.sees:
            assert comes(word, session), f"{step}: {word} is not on\n{session.shown}"
        if "F10" in step.does:
            session.settle(quiet=1, limit=10)
            assert session.ended
            return


def comes(word: str, session: Session) -> bool:
    """Whether a word stands on the screen, at last."""
    until = monotonic() + PATIENCE
    while word not in session.shown and monotonic() < until and not session.ended:
        session.settle(quiet=0.1, limit=0.5)
    return word in session.shown


def check_console(lines: tuple[str, ...], folder: Path, environment: dict[str, str]) -> None:
    """Run each command of a block, and compare what it says."""
    for part in "\n".join(lines).split("$ ")[1:]:
        command, _, wanted = part.partition("\n")
        done = subprocess.run(
            command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
        said = (done.stdout + done.stderr).replace("\r\n", "\n").strip("\ufeff\n")
        pattern = re.escape(wanted.strip("\n")).replace("…", ".*")
        assert re.fullmatch(pattern, said, re.DOTALL), f"$ {command}\n{said}"
