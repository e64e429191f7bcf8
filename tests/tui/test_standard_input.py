"""The app on a terminal: an article may come through a pipe, and what cannot be opened is told in a line."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.tui.test_terminal_bytes import output_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "港口运行平稳\n\n今年货物吞吐量达到500亿吨，同比增长9.4%。\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}


@pytest.mark.parametrize(
    "line",
    [
        "cat a.txt | {reader}",
        pytest.param("{reader} < a.txt", marks=pytest.mark.thorough),
        pytest.param("cat a.txt | {reader} -", marks=pytest.mark.thorough),
        pytest.param("echo 空 | {reader} a.txt", marks=pytest.mark.thorough),
    ],
)
def test_what_is_piped_in_is_read_and_tagged(
    tmp_path: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, line: str
):
    monkeypatch.chdir(tmp_path)
    reader = f"{shlex.quote(sys.executable)} -m reader --no-session --annotations kept.json"
    command = ["sh", "-c", line.format(reader=reader)]
    written = output_of(command, [b"\r", b"n", b"1", b"q", b"q"], environment)
    assert "港口运行平稳".encode() in written
    assert "500亿吨" in (tmp_path / "kept.json").read_text("utf-8")
    assert list(tmp_path.glob("reader-*")) == []


def test_bytes_that_are_no_text_do_not_end_the_app(
    tmp_path: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    command = [sys.executable, "-m", "reader", "a.txt", "--no-session", "--annotations", "kept.json"]
    written = output_of(command, [b"\r", b"\xed\xa0\x80\xff", b"n", b"1", b"q", b"q"], environment)
    assert b"UnicodeDecodeError" not in written
    assert "500亿吨" in (tmp_path / "kept.json").read_text("utf-8")


def test_nothing_is_told_in_a_line(tmp_path: Path, environment: dict[str, str]):
    reader = f"{shlex.quote(sys.executable)} -m reader --annotations {shlex.quote(str(tmp_path / 'kept.json'))}"
    written = output_of(["sh", "-c", f"{reader} < /dev/null"], [], environment)
    assert written.decode().strip() == "reader: stdin: empty, there is nothing to read."


@pytest.mark.parametrize("name", ["empty", "./list"])
def test_a_folder_without_articles_is_told_in_a_line(
    tmp_path: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, name: str
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).mkdir()
    written = output_of([sys.executable, "-m", "reader", name], [], environment).decode()
    assert "no articles" in written
    assert written.count("\n") == 1


def test_without_a_screen_nothing_is_waited_for(environment: dict[str, str]):
    ran = subprocess.run(
        [sys.executable, "-m", "reader"], input=TEXT, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("reader: The app needs a terminal")
