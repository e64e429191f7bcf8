"""`reader claims` into tables: guarded, whole or not there, never over the store."""

from __future__ import annotations

import csv
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from reader.cli.main import main

EVIL = "=cmd()标题\n\n=HYPERLINK(1)全年产值达500亿元，@增长9.4%。\n"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "=a.txt").write_text(EVIL, "utf-8")
    return tmp_path / "=a.txt"


def test_the_format_is_that_of_the_files_name_and_cells_are_guarded(article: Path, tmp_path: Path):
    assert main(["claims", str(article), "-o", "a.csv"]) == 0
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfarticle,content_id,")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["exact"] for row in rows] == ["500亿元", "9.4%"]
    assert {row["article"] for row in rows} == {"'=a"}
    assert all(not cell.startswith(("=", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_the_store_is_never_the_target(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str):
    store = tmp_path / "annotations.json"
    store.write_text("{}", "utf-8")
    words = ["claims", str(article), "--annotations", str(store), "-o", str(store), "--force", "--format", form]
    assert main(words) == 1
    assert "store" in capsys.readouterr().err
    assert store.read_text("utf-8") == "{}"


def test_a_full_disk_is_told_in_a_line(article: Path):
    with Path("/dev/full").open("wb") as full:
        words = [sys.executable, "-m", "reader", "claims", str(article), "--format", "csv"]
        ran = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "No space left" in ran.stderr
