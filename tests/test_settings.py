"""Settings: the shipped ones hold where the user's file is silent; what is wrong is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.errors import ReaderError
from reader.messages import explain
from reader.settings import DEFAULTS, read_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_the_shipped_settings_hold_without_a_file(tmp_path: Path):
    settings = read_settings(tmp_path / "settings.toml")
    assert [tag.key for tag in settings.tags] == list(range(1, 10))
    assert settings.tags[0].name == "key"
    assert all(tag.description for tag in settings.tags)


def test_every_setting_is_documented_in_the_shipped_file():
    lines = DEFAULTS.read_text("utf-8").splitlines()
    for at, line in enumerate(lines):
        if " = " in line and not line.startswith(("#", "name", "key", "colour", "description")):
            assert lines[at - 1].startswith("#"), line


def test_a_file_changes_only_what_it_names(tmp_path: Path):
    file = tmp_path / "settings.toml"
    file.write_text('column_width = 60\n[[tags]]\nname = "重点"\nkey = 1\ncolour = "red"\n', "utf-8")
    settings = read_settings(file)
    assert settings.column_width == 60
    assert settings.theme == "dark"
    assert [tag.name for tag in settings.tags] == ["重点"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("colum_width = 60", "there is no setting colum_width; perhaps column_width"),
        ('column_width = "60"', "column_width must be of type int"),
        ("column_width = true", "column_width must be of type int"),
        ("column_width = 3", "column_width must be 20 to 400"),
        ("ambiguous_width = 3", "ambiguous_width must be 0, 1 or 2"),
        ("tags = 3", "Tags must be [[tags]] tables"),
        ('[[tags]]\nname = "a|b"', "cannot hold “|”"),
        ('[[tags]]\nname = "a"\nkey = 12', "a digit from 1 to 9"),
        ('[[tags]]\nname = "a"\ncolour = "#fff"', "colour of a tag is one of"),
        ('[[tags]]\nname = "a"\nsize = 1', "size: a tag has no such field"),
        ('[[tags]]\nname = "a"\n[[tags]]\nname = "a"', "Two tags have the name a"),
        ("column_width = ", "Invalid value"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(tmp_path: Path, text: str, reason: str):
    file = tmp_path / "settings.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ReaderError) as caught:
        read_settings(file)
    message = explain(caught.value)
    assert message.startswith(str(file))
    assert reason in message
    assert "\n" not in message
