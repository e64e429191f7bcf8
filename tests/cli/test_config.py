"""`reader config`: each place, each setting with its value and whence, and mistakes told in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.cli.main import main
from reader.languages import choose
from reader.paths import APP

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's settings."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / APP
    folder.mkdir()
    yield folder
    choose("en")


def lines(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str]:
    assert main(["config", *words]) == 0
    said = capsys.readouterr().out.splitlines()
    return {line[:22].strip(): line[22:].strip() for line in said}


def test_tells_each_setting_with_its_value_and_whence(home: Path, capsys: pytest.CaptureFixture[str]):
    (home / "settings.toml").write_text('theme = "light"\n', "utf-8")
    (home / "keys.toml").write_text('"claim.next" = "F9"\n"work.undo" = []\n', "utf-8")
    said = lines(capsys)
    assert said["theme"] == "light  (your settings)"
    assert said["column_width"] == "88  (as shipped)"
    assert said["lang"] == "en  (your locale)"
    assert said["claim.next"] == "F9  (keys.toml)"
    assert said["work.undo"] == "no key  (keys.toml)"
    assert said["settings"] == str(home / "settings.toml")
    assert lines(capsys, "--lang", "en")["lang"] == "en  (--lang)"


def test_tells_the_tags_of_the_store_that_hold_in_place_of_those_of_the_settings(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    store = tmp_path / "annotations.json"
    where = ("--annotations", str(store))
    assert "tags of the store" not in lines(capsys, *where)
    assert main(["tags", "rename", "money", "金额", *where]) == 0
    capsys.readouterr()
    said = lines(capsys, *where)
    assert "6:money" in said["tags"]
    assert "6:金额" in said["tags of the store"]
    assert said["tags of the store"].endswith("(in place of the settings')")
    store.write_text("{", "utf-8")
    assert ": damaged (" in lines(capsys, *where)["tags of the store"]


@pytest.mark.parametrize("store", ["x" * 300, ".", "settings.toml/x"])
def test_a_store_that_cannot_be_read_is_told_in_its_place(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], store: str
):
    (home / "settings.toml").write_text("", "utf-8")
    monkeypatch.chdir(home)
    said = lines(capsys, "--annotations", store)
    assert ": cannot be read (" in said["tags of the store"]
    assert said["theme"] == "dark  (as shipped)"


def test_says_which_files_are_not_there(home: Path, capsys: pytest.CaptureFixture[str]):
    said = lines(capsys)
    assert said["settings"].endswith("(not there)")
    assert said["keys"].endswith("(not there)")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("settings.toml", 'thme = "light"', "there is no setting thme; perhaps theme"),
        ("settings.toml", "theme = 3", "theme must be of type str"),
        ("settings.toml", 'theme = "drak"', "there is no theme drak; themes: dark, light"),
        ("settings.toml", 'lang = "de"', "lang must be one of en, zh"),
        ("settings.toml", "theme = ", "settings.toml"),
        ("keys.toml", '"claim.nex" = "m"', "perhaps claim.next"),
    ],
)
def test_mistakes_of_the_files_are_told(
    home: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, reason: str
):
    (home / name).write_text(text, "utf-8")
    assert main(["config"]) == 1
    said = capsys.readouterr()
    assert reason in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
