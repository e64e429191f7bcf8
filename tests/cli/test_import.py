"""`reader import`: says what changes, names every bad row, and changes all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from reader.annotations.repository import Repository
from reader.cli.main import main
from tests.annotations.examples import an_annotation, identifier
from tests.exchange.generating import fill

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def call(*words: str | Path) -> Ran:
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def table(run: Run, tmp_path: Path) -> Path:
    repository = Repository.open(tmp_path / "a.json")
    fill(repository, [an_annotation(1), an_annotation(2, start=30, note="meins")])
    repository.close()
    assert run("export", "--annotations", "a.json", "-o", "a.csv").code == 0
    return tmp_path / "a.csv"


def test_an_export_goes_into_another_store_and_out_again_unchanged(run: Run, table: Path, tmp_path: Path):
    ran = run("import", table, "--annotations", "b.json")
    assert (ran.code, ran.err) == (0, "")
    assert "2 new" in ran.out
    assert run("export", "--annotations", "b.json", "-o", "b.csv").code == 0
    assert (tmp_path / "b.csv").read_bytes() == table.read_bytes()


def test_a_dry_run_says_what_would_change_and_changes_nothing(run: Run, table: Path, tmp_path: Path):
    ran = run("import", table, "--annotations", "b.json", "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    assert "would be 2 new" in ran.out
    assert not (tmp_path / "b.json").exists()
    table.write_bytes(table.read_bytes().replace(b",meins,", b",edited,"))
    before = (tmp_path / "a.json").read_bytes()
    ran = run("import", table, "--annotations", "a.json", "--dry-run")
    assert "1 changed" in ran.out
    assert str(identifier(2)) in ran.out
    assert (tmp_path / "a.json").read_bytes() == before


def test_every_bad_row_is_named_and_nothing_is_saved(run: Run, table: Path, tmp_path: Path):
    table.write_bytes(table.read_bytes().replace(b",unchecked,", b",\x1b[2Jgreat,"))
    ran = run("import", table, "--annotations", "b.json")
    assert ran.code == 1
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == ["reader"] * 3
    assert "line 2: not a valid annotation (verdict" in ran.err
    assert "line 4: " in ran.err
    assert "Nothing was imported: 2 rows are bad." in ran.err
    assert "\x1b" not in ran.err
    assert not (tmp_path / "b.json").exists()


@pytest.mark.parametrize("name", ["nowhere.csv", ".", "a.png"])
def test_what_cannot_be_read_is_told_in_a_line(run: Run, tmp_path: Path, name: str):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01")
    ran = run("import", name, "--annotations", "b.json")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert name in ran.err


def test_a_store_that_cannot_be_written_is_told(run: Run, table: Path, tmp_path: Path):
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o555)
    ran = run("import", table, "--annotations", locked / "b.json")
    assert ran.code == 1
    assert "can only be read" in ran.err
    assert ran.err.count("\n") == 1
