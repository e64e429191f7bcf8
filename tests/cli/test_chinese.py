"""The command line in Chinese: its help, what it says of wrong input, and its tables have no English left to read."""

from __future__ import annotations

import os
import pty
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from reader.cli.arguments import COMMANDS
from reader.languages import choose
from reader.text.cells import NARROW
from tests.cli.conftest import PNG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run

FILES = {
    "bad.json": b'{"a":',
    "bad.jsonl": b'{"id": 1}\n{bad\n',
    "bad.csv": b"annotation_id,quote\nno id,x\n",
    "bad.toml": b"[[tags]\nname=",
    "colour.toml": b'[[tags]]\nname="a"\ncolour="mauve"\n',
    "latin.toml": b"\x89",
    "picture.txt": PNG,
    "empty.txt": b"",
    "here.csv": b"",
}

WRONG = [
    "list nowhere", "list --json=3 a", "clean", "clean nowhere", "clean picture.txt", "clean empty.txt", "clean .",
    "clean --script x a", "clean a b", "claims", "claims --jobs 0 a", "claims --date 2024-13-01 a", "claims --format x a",
    "claims --jobs", "annotations x", "annotations history", "annotations history 123", "annotations prune x",
    "annotations merge nowhere", "annotations merge bad.json", "annotations agree a", "annotations agree nowhere bad.json",
    "annotations --tag zzz", "annotations --article zzz", "annotations recover", "--annotations bad.json annotations",
    "export --format x", "export --columns x", "export --date x", "export --verdict x", "export --kind x", "export --schema",
    "export -o nowhere/x.csv", "export --format jsonl --columns full", "export -o .", "export -o here.csv",
    "import", "import nowhere", "import bad.csv", "import bad.jsonl", "import picture.txt", "import empty.txt", "import .",
    "tags x", "tags load", "tags load nowhere", "tags load bad.toml", "tags load colour.toml", "tags load latin.toml",
    "tags load bad.json", "tags rename zzz a", "tags rename key checked", "tags merge key zzz", "tags merge key key",
    "tags delete zzz", "tags rename key a|b", "config x", "keys --x", "completion csh",
]  # fmt: skip
"""Words after `reader --lang zh`, each wrong in its own way."""


@pytest.fixture(autouse=True)
def _english_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    yield
    choose("en")


def english_in(said: str) -> list[str]:
    """Words of English prose: two or more on end. Names of files, columns, options and metavariables are no prose."""
    plain = re.sub(r"`[^`]*`|/[\w./-]+|\w+, (?=\w+[,。])|（可选 [^）]*）", "", said)
    return re.findall(r"[a-z]{2,} [a-z]{2,}(?: [a-z]{2,})*", plain.replace("reader", "").replace("history ID", ""))


@pytest.mark.parametrize("words", WRONG)
def test_what_is_wrong_is_said_in_chinese(run: Run, tmp_path: Path, words: str):
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    ran = run("--lang", "zh", *words.split())
    last = ran.err.splitlines()[-1] if ran.err else ran.out
    assert ran.code in (1, 2) or "error" in ran.out or words.endswith("zzz"), ran
    assert re.search(r"[\u4e00-\u9fff]", last), last
    assert english_in(last.removeprefix(f"reader: {words.split()[-1]}")) == [], last
    assert "<" not in last


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_rows_that_fit_and_headed_in_chinese(run: Run, monkeypatch: pytest.MonkeyPatch, command: str):
    monkeypatch.setenv("COLUMNS", "80")
    told = run("--lang", "zh", command, "--help").out
    assert "\n选项：\n" in told
    prose = [row for row in told.splitlines() if "{" not in row and "[" not in row]
    assert [row for row in prose if NARROW.of(row) > 78] == []
    assert [row for row in prose if row.strip()[:1] in set("，。、；：）")] == []


def test_a_shipped_tag_is_asked_for_by_what_the_screen_calls_it(run: Run, store: Path):
    by_name = run("--annotations", store, "--lang", "zh", "annotations", "--tag", "key")
    by_word = run("--annotations", store, "--lang", "zh", "annotations", "--tag", "关键")
    assert by_word.out == by_name.out != ""
    assert "不再" not in run("--annotations", store, "--lang", "zh", "tags", "rename", "关键", "要点").err
    assert run("--annotations", store, "annotations", "--tag", "要点").records[0]["tags"] == ["要点"]


def on_a_terminal(*words: str | Path) -> str:
    """What a command prints where people read it."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "reader", "--lang", "zh", *map(str, words)])
    told = b""
    with suppress(OSError):  # Linux says so where the other end is closed
        while piece := os.read(terminal, 65536):
            told += piece
    os.waitpid(child, 0)
    return told.decode()


def test_tables_call_tags_and_colours_in_chinese(store: Path):
    tags = on_a_terminal("--annotations", store, "tags")
    assert re.search(r"1 +关键 +黄 +1 +文章立论所据的数据", tags), tags
    assert english_in(tags) == []
    annotations = on_a_terminal("--annotations", store, "annotations")
    assert "关键" in annotations
    assert "key" not in annotations
