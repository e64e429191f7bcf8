"""What goes wrong on the command line is told in one line, with an exit code that tells."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


@pytest.mark.parametrize("command", ["list", "clean", "claims"])
@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("missing.txt", None, "no such file"),
        ("picture.txt", PNG, "PNG"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\n \n", ""),
    ],
)
def test_bad_input_is_told_in_one_line(
    run: Run, tmp_path: Path, command: str, name: str, data: bytes | None, word: str
):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    ran = run(command, tmp_path / name)
    assert ran.code == 1
    said = ran.err or ran.records[0]["error"] + "\n"
    assert word in said
    assert name in said
    assert said.count("\n") == 1


def test_a_folder_without_articles_is_told(run: Run, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    for words in (["list"], ["claims"]):
        ran = run(*words, tmp_path / "empty")
        assert ran.code == 1
        assert ran.err.count("\n") == 1
        assert "no articles" in ran.err


@pytest.mark.parametrize("content", ["not json", "[1, 2]", '{"mine": {"1": {"a": 1}}}', "{", '{"_default": 3}'])
def test_a_file_that_is_no_store_of_ours_is_left_alone(run: Run, tmp_path: Path, content: str):
    store = tmp_path / "annotations.json"
    store.write_text(content, "utf-8")
    for words in (["annotations"], ["export"], ["list", SEEDS[0]]):
        ran = run(*words, "--annotations", store)
        assert ran.code == 1
        assert ran.err.count("\n") == 1
        assert "annotations.json" in ran.err
    assert store.read_text("utf-8") == content
    assert sorted(path.name for path in tmp_path.iterdir()) == ["annotations.json"]


def test_reading_never_makes_a_store(run: Run, tmp_path: Path):
    run("list", SEEDS[0], "--annotations", tmp_path / "deep" / "annotations.json")
    run("export", "--annotations", tmp_path / "deep" / "annotations.json")
    assert list(tmp_path.iterdir()) == []


def test_a_store_of_an_unreadable_folder_is_told(run: Run, tmp_path: Path):
    ran = run("annotations", "--annotations", tmp_path)
    assert ran.code == 1
    assert ran.err.count("\n") == 1


TOO_LONG = "x" * 300
"""What no file can be called: the system refuses to look for it, as it does in a folder that one may not enter."""


@pytest.mark.parametrize(
    "words",
    [
        ["annotations", "--annotations", f"{TOO_LONG}/a.json"], ["annotations", "merge", TOO_LONG],
        ["annotations", "agree", TOO_LONG, TOO_LONG], ["annotations", "merge-driver", TOO_LONG, TOO_LONG],
        ["export", "-o", TOO_LONG], ["export", "-o", f"{TOO_LONG}.csv", "--schema"], ["tags", "save", TOO_LONG],
        ["tags", "--annotations", TOO_LONG], ["list", TOO_LONG], ["claims", TOO_LONG],
    ],
    ids=lambda words: " ".join(words).replace(TOO_LONG, "…"),
)  # fmt: skip
def test_what_the_system_refuses_to_look_for_is_told_in_a_line(run: Run, words: list[str]):
    ran = run(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert TOO_LONG in ran.err
    assert "File name too long" in ran.err


def test_a_full_disk_is_told_in_a_line_by_each_command():
    with Path("/dev/full").open("wb") as full:
        words = [sys.executable, "-m", "reader", "keys"]
        ran = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert (ran.returncode, ran.stderr) == (1, "reader: The output cannot be written (No space left on device).\n")


def test_wrong_words_are_wrong_usage(run: Run):
    for words in (
        ["clean"],
        ["claims", "--format", "xml", SEEDS[0]],
        ["list", "--nope"],
        ["claims", SEEDS[0], "--date", "x"],
    ):
        ran = run(*words)
        assert ran.code == 2
        assert ran.err.count("\n") == 1
