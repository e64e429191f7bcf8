"""`reader tags …`: the tags from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from reader.cli.main import main
from reader.desk import acts

if TYPE_CHECKING:
    from pathlib import Path

    from reader.desk.desk import Desk

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def desk(make_desk: Callable[..., Desk], seeds: list[Path]) -> Desk:
    """A desk with an annotation that has a tag of the settings and one that nobody listed."""
    desk = make_desk(seeds)
    for tag in ("money", "[/]自由"):
        opened = desk.open(seeds[0])
        desk.commit(acts.toggle_tag(desk, opened, 0, 4, tag))
    desk.repository.close()
    return desk


@pytest.fixture
def run(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: str) -> tuple[int, str, str]:
        code = main(["tags", *words, "--annotations", str(desk.repository.path)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def listed(run: Run) -> dict[str, dict[str, object]]:
    code, out, err = run()
    assert (code, err) == (0, "")
    return {record["name"]: record for record in map(json.loads, out.splitlines())}


def test_lists_what_can_be_given_and_what_only_annotations_know(run: Run):
    tags = listed(run)
    assert len(tags) == 10
    assert tags["money"] == {
        "name": "money", "key": 6, "colour": "orange", "uses": 1, "known": True,
        "description": "An amount: output, investment, income, price.",
    }  # fmt: skip
    assert (tags["[/]自由"]["known"], tags["[/]自由"]["uses"]) == (False, 1)


def test_a_set_goes_from_store_to_store_by_a_file(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "team.toml"
    assert run("rename", "money", "金额")[0] == 0
    assert run("save", str(file)) == (0, f"9 tags written to {file}.\n", "")
    other = str(tmp_path / "other" / "annotations.json")
    assert main(["tags", "load", str(file), "--annotations", other]) == 0
    assert capsys.readouterr().out == f"Loaded the tags of {file}: 1 new, 0 changed, 8 as they were.\n"
    assert main(["tags", "--annotations", other]) == 0
    assert "金额" in capsys.readouterr().out


def test_a_file_that_is_there_is_replaced_only_on_request(run: Run, tmp_path: Path):
    file = tmp_path / "team.json"
    file.write_text("mine")
    code, out, err = run("save", str(file))
    assert (code, out) == (1, "")
    assert "--force" in err
    assert run("save", str(file), "--force")[0] == 0
    assert len(json.loads(file.read_text("utf-8"))["tags"]) == 9


def test_a_set_goes_to_standard_output(run: Run):
    code, out, err = run("save", "-")
    assert (code, err) == (0, "")
    assert out.startswith('[[tags]]\nname = "key"\nkey = 1\n')


def test_renames_merges_and_deletes_with_the_number_of_uses(run: Run):
    assert run("rename", "money", "金额") == (0, "Renamed the tag money to 金额, on 1 annotation.\n", "")
    assert run("merge", "[/]自由", "key") == (0, "Merged the tag [/]自由 into key, on 1 annotation.\n", "")
    assert run("delete", "金额") == (0, "Deleted the tag 金额, taken from 1 annotation.\n", "")
    tags = listed(run)
    assert tags["key"]["uses"] == 1
    assert tags["key"]["aliases"] == ["[/]自由"]
    assert "金额" not in tags


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["delete", "nothing"], 1, "nothing: there is no such tag."),
        (["rename", "money", "a|b"], 1, "cannot hold “|”"),
        (["rename", "money", "key"], 1, "merge the two"),
        (["merge", "money", "money"], 1, "that is the tag itself"),
        (["load", "none.toml"], 1, "none.toml: No such file"),
        (["load"], 2, "not understood"),
        (["rename", "money"], 2, "not understood"),
        (["paint", "money"], 2, "not understood"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run: Run, words: list[str], code: int, says: str):
    got, out, err = run(*words)
    assert (got, out) == (code, "")
    assert says in err
    assert err.count("\n") == 1
