"""Paths are completed while one types them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.desk.path_completion import completed

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".txt", ".html")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "新闻").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("a.txt", "ab.TXT", "b.png", "新闻/一月.html", ".hidden.txt", "c\x1b[2J.txt", "d\n.txt"):
        (tmp_path / name).write_text("一", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("a", "a.txt"),
        ("a.txt", None),
        ("ab", "ab.TXT"),
        ("b", None),
        ("新", "新闻/"),
        ("新闻/", "新闻/一月.html"),
        (".h", ".hidden.txt"),
        (".g", ".git/"),
        ("c", None),
        ("d", None),
        ("nowhere/x", None),
        ("\x00", None),
        ("字" * 5000 + "/a", None),
    ],
)
def test_the_first_name_that_begins_so_is_completed(folder: Path, typed: str, rest: str | None):
    assert completed(f"{folder}/{typed}", SUFFIXES) == (None if rest is None else f"{folder}/{rest}")


def test_a_tilde_is_the_home_folder_and_stays(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(folder))
    assert completed("~/a", SUFFIXES) == "~/a.txt"
    assert completed("~nobody-of-that-name/a", SUFFIXES) is None


def test_names_of_the_current_folder_are_completed_too(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    assert completed("ab", SUFFIXES) == "ab.TXT"
