"""The completion scripts run by real shells; collected only where these are installed (CONTRIBUTING.md tells how)."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.main import main

LINES = {
    "reader cla": "claims",
    "reader clean --rest": "--restore",
    "reader export --format js": "jsonl",
    "reader --lang z": "zh",
    "reader clean ne": "news.md",
    "reader ne": "news.md",
    "reader claims news.md ot": "other.md",
    "reader claims --lang z": "zh",
    "reader export --columns ba": "basic",
    "reader export --tag gro": "growth",
    "reader tags ren": "rename",
    "reader tags delete gro": "growth",
    "reader tags load ne": "news.md",
    "reader annotations comp": "compact",
    "reader annotations merge ne": "news.md",
}
"""What is typed before Tab, and what must come of its last word."""

pytestmark = pytest.mark.thorough


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with the scripts and two articles."""
    for name in ("news.md", "other.md"):
        (tmp_path / name).write_text("x", "utf-8")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for shell in ("zsh", "fish"):
        main(["completion", shell])
        (tmp_path / f"_{shell}").mkdir()
        (tmp_path / f"_{shell}" / "_reader").write_text(capsys.readouterr().out, "utf-8")
    return tmp_path


def typed_in_zsh(home: Path, line: str) -> str:
    """What stands on the line after Tab."""
    setup = f"fpath=({home}/_zsh $fpath); autoload -Uz compinit; compinit -u -D; PS1='ready '; setopt NO_BEEP\n"
    (home / ".zshrc").write_text(setup, "utf-8")
    child, master = pty.fork()
    if child == 0:
        os.chdir(home)
        os.execvpe("zsh", ["zsh", "-i"], {**os.environ, "ZDOTDIR": str(home), "HOME": str(home), "TERM": "dumb"})
    read_until(master, b"ready ")
    os.write(master, line.encode() + b"\t")
    written = read_until(master, None)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(master)
    return written.decode()


def read_until(terminal: int, mark: bytes | None) -> bytes:
    """All that is written up to a mark, or until nothing more comes for three seconds."""
    written = b""
    while select.select([terminal], [], [], 3.0 if mark is None else 30.0)[0]:
        written += os.read(terminal, 65536)
        if mark is not None and mark in written:
            break
    return written


def typed_in_fish(home: Path, line: str) -> str:
    """What is offered for a line."""
    order = f"source _fish/_reader; complete -C'{line}'"
    command = ["fish", "--no-config", "-c", order]
    return subprocess.run(command, cwd=home, env={**os.environ, "HOME": str(home)}, capture_output=True, text=True, check=True).stdout  # fmt: skip


if shutil.which("zsh"):

    @pytest.mark.parametrize(("line", "word"), LINES.items())
    def test_zsh_completes_commands_options_choices_and_files(folder: Path, line: str, word: str):
        assert typed_in_zsh(folder, line).split()[-1] == word


if shutil.which("fish"):

    @pytest.mark.parametrize(("line", "word"), LINES.items())
    def test_fish_completes_commands_options_choices_and_files(folder: Path, line: str, word: str):
        assert word in typed_in_fish(folder, line).split()
