"""`reader completion`: the script that each shell needs, with all commands and their options."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from reader.cli.arguments import COMMANDS
from reader.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


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
        return set(subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout.split())

    assert completed("reader", "cla") == {"claims"}
    assert completed("reader", "clean", "--rest") == {"--restore"}
    assert completed("reader", "export", "--format", "js") == {"jsonl", "jsonld"}
    assert "news.md" in completed("reader", "clean", "ne")
    assert completed("reader", "--lang", "z") == {"zh"}
