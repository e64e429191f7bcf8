"""`reader export`: into files that are whole or not there, with one line on stderr where something is amiss."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.annotations.repository import Repository
from reader.cli.main import main
from tests.annotations.examples import an_annotation, identifier
from tests.exchange.generating import fill


@dataclass
class Ran:
    code: int
    out: bytes
    err: str

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out.decode("utf-8-sig"), newline="")))


Export = Callable[..., Ran]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    repository = Repository.open(tmp_path / "annotations.json")
    fill(
        repository,
        [an_annotation(1), an_annotation(2, start=30, tags=("key",), note="=1+1"), an_annotation(3, start=40)],
    )
    repository.close()
    return tmp_path / "annotations.json"


@pytest.fixture
def export(capfdbinary: pytest.CaptureFixture[bytes], store: Path, monkeypatch: pytest.MonkeyPatch) -> Export:
    monkeypatch.chdir(store.parent)

    def call(*words: str | Path) -> Ran:
        try:
            code = main(["export", "--annotations", str(store), *map(str, words)])
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
        captured = capfdbinary.readouterr()
        return Ran(code, captured.out, captured.err.decode())

    return call


def as_user(*words: str | Path, **how: object) -> subprocess.CompletedProcess[str]:
    """Runs the program as a process of its own."""
    command = [sys.executable, "-m", "reader", *map(str, words)]
    return subprocess.run(command, text=True, stderr=subprocess.PIPE, timeout=60, **how)


def test_the_format_is_that_of_the_files_name(export: Export, tmp_path: Path):
    assert export("-o", tmp_path / "a.jsonl").code == 0
    assert [json.loads(line)["note"] for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()][1] == "=1+1"
    assert export("-o", tmp_path / "b.txt").code == 0
    assert (tmp_path / "b.txt").read_bytes().startswith(b"\xef\xbb\xbfannotation_id,")
    assert export("-o", tmp_path / "c.txt", "--format", "jsonl").code == 0
    assert (tmp_path / "c.txt").read_bytes() == (tmp_path / "a.jsonl").read_bytes()


def test_standard_output_gets_the_bytes_of_the_file(export: Export, tmp_path: Path):
    ran = export("-o", tmp_path / "a.csv")
    assert "3 rows" in ran.err
    assert export().out == export("-o", "-").out == (tmp_path / "a.csv").read_bytes()
    assert export("--encoding", "utf-8").out == (tmp_path / "a.csv").read_bytes().removeprefix(b"\xef\xbb\xbf")


def test_only_what_is_asked_for_is_written(export: Export):
    assert len(export().rows) == 3
    assert [row["note"] for row in export("--tag", "key").rows] == ["'=1+1"]
    assert len(export("--tag", "money", "--kind", "money", "--date", "2022", "--text", "工業").rows) == 2
    nothing = export("--verdict", "confirmed")
    assert (nothing.code, nothing.rows) == (0, [])


@pytest.mark.parametrize(
    "words",
    [("--verdict", "great"), ("--date", "soon"), ("--format", "doc"), ("--columns", "a"), ("--format", "jsonl", "--columns", "full")],
)  # fmt: skip
def test_wrong_words_are_told_in_a_line(export: Export, words: tuple[str, ...]):
    ran = export(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1)


def test_a_mistyped_tag_leaves_the_old_file(export: Export, tmp_path: Path):
    (tmp_path / "a.csv").write_text("mine")
    ran = export("--tag", "kye", "-o", tmp_path / "a.csv", "--force")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert (tmp_path / "a.csv").read_text() == "mine"
    assert not list(tmp_path.glob(".a.csv*"))


def test_what_the_format_cannot_hold_is_told(export: Export, store: Path):
    repository = Repository.open(store)
    fill(repository, [an_annotation(4, start=50, parent=identifier(99), extra={"colour": "red"})])
    repository.close()
    ran = export()
    assert "parent" not in ran.err
    assert "other fields (1)" in ran.err
    assert export("--format", "jsonl").err == ""


def test_what_somebody_edited_by_hand_is_written_where_it_can_be_read(export: Export, store: Path):
    data = json.loads(store.read_text("utf-8"))
    first, second, third = data["_default"].values()
    first["article_id"] = first["article_id"].upper()
    second["article_id"] = "nonsense"
    del third["note"]
    store.write_text(json.dumps({"_default": data["_default"], "articles": data["articles"]}), "utf-8")
    ran = export()
    assert ran.code == 0
    assert sorted(row["annotation_id"] for row in ran.rows) == [str(identifier(1)), str(identifier(3))]
    assert "cannot be shown (article_id" in ran.err


def test_a_link_is_followed_and_rights_stay(export: Export, tmp_path: Path):
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert export("-o", link, "--force").code == 0
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert real.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_store_is_never_the_target(export: Export, store: Path, tmp_path: Path):
    (tmp_path / "link").symlink_to(store)
    os.link(store, tmp_path / "hard")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    lock = store.with_name("annotations.json.lock")
    for target in (store, tmp_path / "link", tmp_path / "hard", lock, tmp_path / "x" / ".." / "annotations.json"):
        ran = export("-o", target, "--force")
        assert (ran.code, ran.err.count("\n")) == (1, 1), target
        assert "store" in ran.err or "No such" in ran.err
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_folder_is_no_target(export: Export, tmp_path: Path):
    ran = export("-o", tmp_path, "--force")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "is a folder" in ran.err


def test_a_folder_that_is_not_there_is_told(export: Export, tmp_path: Path):
    ran = export("-o", tmp_path / "no" / "a.csv")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "cannot be written" in ran.err


def test_what_may_not_be_written_is_told(export: Export, tmp_path: Path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    (tmp_path / "locked.csv").touch(mode=0o444)
    for target in (folder / "a.csv", tmp_path / "locked.csv"):
        ran = export("-o", target, "--force")
        assert (ran.code, ran.err.count("\n")) == (1, 1)
        assert "cannot be written" in ran.err


@pytest.mark.parametrize("form", ["csv", "html", "xlsx"])
def test_a_full_disk_is_told_in_a_line(store: Path, form: str):
    for words in (["-o", "/dev/full", "--format", form], ["--format", form]):
        with Path("/dev/full").open("wb") as full:
            ran = as_user("export", "--annotations", store, *words, stdout=full)
        assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
        assert "No space left" in ran.stderr


def test_a_file_that_grows_too_large_leaves_nothing(store: Path, tmp_path: Path):
    def limit() -> None:
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    (tmp_path / "a.csv").write_text("old")
    ran = as_user(
        "export", "--annotations", store, "-o", tmp_path / "a.csv", "--force", stdout=subprocess.PIPE, preexec_fn=limit
    )
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "too large" in ran.stderr
    assert (tmp_path / "a.csv").read_text() == "old"
    assert not list(tmp_path.glob(".a.csv*"))


def test_a_closed_pipe_is_quiet(store: Path):
    repository = Repository.open(store)
    fill(repository, [an_annotation(number, start=number * 10, note="长" * 3000) for number in range(10, 110)])
    repository.close()
    for form in ("csv", "xlsx"):
        ran = subprocess.run(
            f"'{sys.executable}' -m reader export --annotations '{store}' --format {form} | head -c 9",
            shell=True, capture_output=True, timeout=60,
        )  # fmt: skip
        assert ran.stderr == b""
        assert len(ran.stdout) == 9


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("\n", 1), ("no\n", 1)])
def test_asks_before_replacing_where_there_is_somebody_to_ask(store: Path, tmp_path: Path, answer: str, code: int):
    import pty

    (tmp_path / "a.csv").write_text("old")
    terminal, line = pty.openpty()
    os.write(terminal, answer.encode())
    command = [sys.executable, "-m", "reader", "export", "--annotations", str(store), "-o", str(tmp_path / "a.csv")]
    ran = subprocess.run(command, stdin=line, stdout=line, stderr=line, timeout=60)
    said = os.read(terminal, 10_000).decode()
    os.close(terminal)
    os.close(line)
    assert ran.returncode == code
    assert "Replace it?" in said
    assert ((tmp_path / "a.csv").read_text("utf-8") == "old") is bool(code)


def test_a_schema_lies_beside_the_table(export: Export, tmp_path: Path):
    assert export("-o", "a.csv", "--schema", "--tag", "money", "--columns", "basic").code == 0
    schema = json.loads((tmp_path / "a.schema.json").read_text("utf-8"))
    data = (tmp_path / "a.csv").read_bytes()
    assert schema["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert (schema["bytes"], schema["rows"], schema["articles"]) == (len(data), 2, 1)
    assert (schema["path"], schema["encoding"], schema["filter"]) == ("a.csv", "utf-8-sig", {"tag": "money"})
    assert [field["name"] for field in schema["fields"]] == data.decode("utf-8-sig").split("\r\n")[0].split(",")


def test_a_schema_that_is_there_is_not_replaced_unasked(export: Export, tmp_path: Path):
    (tmp_path / "a.schema.json").write_text("mine")
    ran = export("-o", "a.csv", "--schema")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert (tmp_path / "a.schema.json").read_text() == "mine"
    assert not (tmp_path / "a.csv").exists()
    assert export("-o", "a.csv", "--schema", "--force").code == 0


def test_a_schema_goes_with_a_table_in_a_file(export: Export):
    assert export("--schema").code == 2
    assert export("--schema", "-o", "a.jsonl").code == 2
