"""`reader annotations merge|conflicts|agree`: the stores of others."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.annotations.repository import Repository
from reader.cli.main import main
from reader.languages import choose
from tests.annotations.examples import an_annotation, revised

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST = an_annotation(1)


@pytest.fixture
def stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two copies of a store, one annotation changed in both of them."""
    monkeypatch.chdir(tmp_path)
    mine, theirs = tmp_path / "li.json", tmp_path / "wang.json"
    store = Repository.open(mine)
    store.save(FIRST)
    store.close()
    shutil.copy(mine, theirs)
    for path, number, note in ((mine, 500, "ours"), (theirs, 501, "theirs")):
        store = Repository.open(path)
        store.save(revised(FIRST, number, note=note))
        store.save(an_annotation(number, start=number, tags=("key",)))
        store.close()
    return mine, theirs


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*words: str) -> tuple[int, str, str]:
        code = main(["annotations", *words])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_merging_says_what_came_and_lists_what_waits(run, stores):
    code, out, err = run("merge", "wang.json", "--annotations", "li.json")
    assert code == 0
    assert "wang.json: 1 added, 1 changed, 0 deleted, 1 new conflicts" in out
    assert "both versions are kept" in err
    code, out, _ = run("conflicts", "--annotations", "li.json")
    (pair,) = map(json.loads, out.splitlines())
    assert (pair["present"]["note"], pair["waiting"]["note"]) == ("theirs", "ours")
    code, out, _ = run("merge", "wang.json", "--annotations", "li.json")
    assert "0 added, 0 changed, 0 deleted, 0 new conflicts" in out


def test_merging_leaves_the_other_store_as_it_is(run, stores):
    before = stores[1].read_bytes()
    run("merge", "wang.json", "--annotations", "li.json")
    assert stores[1].read_bytes() == before
    assert (
        not (stores[1].parent / "wang.json.lock").exists() or (stores[1].parent / "wang.json.lock").read_bytes() == b""
    )


def test_a_store_that_is_not_there_is_told(run, stores):
    code, _, err = run("merge", "nobody.json", "--annotations", "li.json")
    assert (code, err.count("\n")) == (1, 1)
    assert not (stores[0].parent / "nobody.json").exists()


@pytest.mark.parametrize("words", [("merge",), ("agree", "li.json"), ("merge-driver", "li.json")])
def test_missing_words_are_told(run, stores, words):
    assert run(*words, "--annotations", "li.json")[0] == 2


def test_agreement_is_told_as_a_table_and_as_json(run, stores):
    code, out, _ = run("agree", "li.json", "wang.json")
    assert code == 0
    assert "all spans" in out
    assert "Cohen's kappa" in out
    code, out, _ = run("agree", "li.json", "wang.json", "--json")
    found = json.loads(out)
    assert found["spans"] == {
        "first": 2, "second": 2, "exact": 1, "overlapping": 2, "exact_f1": 0.5, "overlapping_f1": 1.0,
    }  # fmt: skip
    assert [one["on"] for one in found["disagreements"]] == [["borders"]]


def test_tables_for_people_speak_the_language_of_the_interface(run, stores):
    try:
        _, out, _ = run("agree", "li.json", "wang.json", "--lang", "zh")
    finally:
        choose("en")
    assert "标签" in out
    assert "边界" in out
    assert not {"overlapping", "differ", "borders", "first"} & set(out.split())


@pytest.mark.thorough
def test_git_merges_two_branches_by_our_driver(stores, tmp_path, monkeypatch):
    mine, theirs = stores
    work = tmp_path / "team"

    def git(*words: str) -> str:
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com", *words]
        return subprocess.run(command, cwd=work, check=True, capture_output=True, text=True).stdout

    work.mkdir()
    git("init", "-q", "-b", "main")
    git("config", "merge.reader.driver", f"{sys.executable} -m reader annotations merge-driver %A %B")
    (work / ".gitattributes").write_text("*.json merge=reader\n")
    store = Repository.open(work / "a.json")
    store.save(FIRST)
    store.close()
    git("add", ".gitattributes", "a.json")
    git("commit", "-qm", "first")
    git("checkout", "-qb", "theirs")
    shutil.copy(theirs, work / "a.json")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "main")
    shutil.copy(mine, work / "a.json")
    git("commit", "-qam", "mine")
    git("merge", "-q", "-m", "both", "theirs")
    held = Repository.open(work / "a.json")
    assert [one.note for one in held.conflicts()] == ["ours"]
    assert {one.id for one in held.annotations()} == {FIRST.id, an_annotation(500).id, an_annotation(501).id}
