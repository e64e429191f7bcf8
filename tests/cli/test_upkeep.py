"""`reader annotations …`: looking after the store from the command line."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from reader.cli.main import main
from reader.desk import acts
from reader.paths import settings_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.desk.desk import Desk


@pytest.fixture
def desk(make_desk: Callable[..., Desk], seeds: list[Path]) -> Desk:
    """A desk with one annotation that was tagged, noted, and its note taken back."""
    desk = make_desk(seeds)
    opened = desk.open(seeds[0])
    claim = opened.claims[0]
    desk.commit(acts.toggle_tag(desk, opened, claim.start, claim.end, "key"))
    desk.commit(acts.write_note(desk, desk.refreshed(opened), claim.start, claim.end, "note"))
    desk.undo()
    return desk


@pytest.fixture
def run(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*words: str) -> tuple[int, str, str]:
        code = main(["annotations", *words, "--annotations", str(desk.repository.path)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_history_tells_who_did_what_and_what_it_was_before(desk: Desk, run: Callable[..., tuple[int, str, str]]):
    [annotation] = desk.repository.annotations()
    code, out, _ = run("history", str(annotation.id)[:16])
    entries = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(entry["act"], entry["undo"], entry["by"]) for entry in entries] == [
        ("Tagged key.", False, "tester"),
        ("Note saved.", False, "tester"),
        ("Note saved.", True, "tester"),
    ]
    assert entries[0]["before"] is None
    assert [entry["after"]["note"] for entry in entries] == ["", "note", ""]


def test_an_annotation_without_history_is_told_of(desk: Desk, run: Callable[..., tuple[int, str, str]]):
    [annotation] = desk.repository.annotations()
    desk.repository.close()
    shutil.rmtree(desk.repository.path.parent / "history")
    code, out, err = run("history", str(annotation.id))
    assert (code, out) == (1, "")
    assert "nothing is on record" in err
    code, out, err = run("history", str(uuid4()))
    assert (code, out) == (1, "")
    assert "no annotation has an id that begins so" in err


def test_check_counts_what_is_there(run: Callable[..., tuple[int, str, str]]):
    code, out, err = run("check")
    assert (code, err) == (0, "")
    assert "1 annotations of 1 articles" in out


def test_compacting_puts_everything_into_the_main_file(desk: Desk, run: Callable[..., tuple[int, str, str]]):
    assert run("compact")[0] == 0
    table = json.loads(desk.repository.path.read_text("utf-8"))["_default"]
    assert [document["tags"] for document in table.values()] == [["key"]]


def test_a_backup_is_a_copy_that_opens(desk: Desk, run: Callable[..., tuple[int, str, str]]):
    code, out, _ = run("backup")
    assert code == 0
    assert "Copy written to" in out
    assert "1 backups" in run("check")[1]


def test_pruning_is_signed_as_the_settings_say(
    desk: Desk, run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('annotator = "李"\n', "utf-8")
    [annotation] = desk.repository.annotations()
    desk.repository.delete(annotation.id, revision=annotation.revision)
    desk.repository.compact()
    assert run("prune", "2999-01-01")[0] == 0
    [journal] = desk.repository.path.parent.glob("*.j[0-9]*")
    assert '"by":"李","act":"pruned"' in journal.read_text("utf-8")


def test_pruning_forgets_what_is_older(run: Callable[..., tuple[int, str, str]]):
    run("compact")
    assert run("prune", "2030-01-01")[0] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [(["history"], 2), (["polish"], 2), (["check", "x"], 2), (["prune", "soon"], 2), (["history", "zzzz"], 1)],
)
def test_what_is_not_understood_is_told_in_one_line(
    run: Callable[..., tuple[int, str, str]], words: list[str], code: int
):
    ran, _, err = run(*words)
    assert ran == code
    assert err.count("\n") == 1


def test_a_damaged_store_says_how_it_is_put_together_again(desk: Desk, run: Callable[..., tuple[int, str, str]]):
    before = [one.tags for one in desk.repository.annotations()]
    desk.repository.compact()
    desk.repository.close()
    store = desk.repository.path
    store.write_bytes(store.read_bytes()[:-40])
    code, _, err = run()
    assert code == 1
    assert "annotations recover" in err
    code, out, _ = run("recover")
    assert code == 0
    assert "put together again" in out
    code, out, _ = run()
    assert [json.loads(line)["tags"] for line in out.splitlines()] == [list(tags) for tags in before]
