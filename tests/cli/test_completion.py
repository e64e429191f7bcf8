"""`reader completion`: the script that each shell needs, with all commands and their options."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.arguments import COMMANDS, command_parser
from reader.cli.main import main
from reader.cli.shell_words import STORE_WORDS, TAG_WORDS


def script(capsys: pytest.CaptureFixture[str], shell: str) -> str:
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_knows_all_commands_and_options(capsys: pytest.CaptureFixture[str], shell: str):
    said = script(capsys, shell)
    assert all(word in said for word in COMMANDS)
    assert all(option in said for option in ("restore", "dry-run", "no-session", "lang"))


def test_another_shell_is_wrong_usage(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as left:
        main(["completion", "csh"])
    assert left.value.code == 2
    assert "csh" in capsys.readouterr().err


def test_bash_completes_commands_options_choices_and_files(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    (tmp_path / "news.md").write_text("x", "utf-8")
    file = tmp_path / "reader.bash"
    file.write_text(script(capsys, "bash"), "utf-8")

    def completed(*words: str) -> set[str]:
        given = " ".join(f"'{word}'" for word in words)
        order = f"COMP_WORDS=({given}); COMP_CWORD={len(words) - 1}; _shtab_reader 2>/dev/null; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        command = ["bash", "--norc", "-c", f"source {file}; {order}"]
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        home = {**os.environ, "HOME": str(tmp_path), "PATH": path}
        ran = subprocess.run(command, cwd=tmp_path, env=home, capture_output=True, text=True, check=False)
        return set(ran.stdout.split())

    assert completed("reader", "cla") == {"claims"}
    assert completed("reader", "clean", "--rest") == {"--restore"}
    assert completed("reader", "export", "--format", "js") == {"jsonl", "jsonld"}
    assert "news.md" in completed("reader", "clean", "ne")
    assert completed("reader", "--lang", "z") == {"zh"}
    assert completed("reader", "claims", "--lang", "z") == {"zh"}
    assert completed("reader", "tags", "") == {"load", "save", "rename", "merge", "delete"}
    assert completed("reader", "tags", "load", "ne") == {"news.md"}
    assert completed("reader", "tags", "--json", "delete", "gro") == {"growth"}
    assert completed("reader", "export", "--tag", "gro") == {"growth"}
    assert completed("reader", "export", "--columns", "") == {"full", "basic"}
    assert completed("reader", "annotations", "comp") == {"compact"}
    assert completed("reader", "annotations", "merge", "ne") == {"news.md"}
    assert completed("reader", "annotations", "history", "ne") == set()


@pytest.mark.parametrize("words", [TAG_WORDS, STORE_WORDS])
def test_the_words_of_commands_are_those_that_their_help_names(words: dict[str, dict[str, str]]):
    command = "tags" if words is TAG_WORDS else "annotations"
    offered = words["preamble"]["fish"].rpartition("printf '%s\\n' ")[2].split()[:-1]
    help_of_words = next(action.help for action in command_parser(command)._actions if action.metavar == "WORD")
    assert set(offered) == {named.split()[0] for named in re.split(", or |, ", re.sub(r" ?\(.*?\)", "", help_of_words))}
