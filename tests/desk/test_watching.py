"""Noticing what happens to files: changed, gone, there again, new in a folder; a look takes no longer than it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.desk.watching import Watch, same_place

if TYPE_CHECKING:
    from pathlib import Path

LONG = 10.0


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(4)]
    for path in paths:
        path.write_text("一", "utf-8")
    return paths


def test_the_first_look_only_remembers(files: list[Path]):
    assert not any(Watch().files(files))


def test_a_file_that_changes_goes_and_comes_back_is_noticed_each_time_once(files: list[Path]):
    watch = Watch()
    watch.files(files)
    files[1].write_text("一二", "utf-8")
    files[2].unlink()
    noticed = watch.files(files)
    assert (noticed.changed, noticed.gone) == ((files[1],), (files[2],))
    assert not any(watch.files(files))
    files[2].write_text("一", "utf-8")
    assert watch.files(files).changed == (files[2],)


def test_what_a_look_has_no_time_for_the_next_ones_come_to(files: list[Path]):
    watch = Watch()
    for _ in files:
        assert not any(watch.some(files, 0))
    files[3].write_text("一二", "utf-8")
    found = [watch.some(files, 0).changed for _ in files]
    assert found == [(), (), (), (files[3],)]


def test_new_files_of_folders_and_of_new_folders_are_noticed_but_no_others(tmp_path: Path, files: list[Path]):
    watch = Watch()
    assert not any(watch.folders([tmp_path], files, LONG))
    (tmp_path / "new").mkdir()
    inner, hidden = tmp_path / "new" / "a.md", tmp_path / ".b.txt"
    for path in (inner, hidden, tmp_path / "README.md", tmp_path / "c.png", tmp_path / "d.html"):
        path.write_text("一", "utf-8")
    assert watch.folders([tmp_path], files, LONG).new == (tmp_path / "d.html", inner)
    assert not any(watch.folders([tmp_path], files, LONG))
    (tmp_path / "new" / "e.txt").write_text("一", "utf-8")
    assert watch.folders([tmp_path], files, LONG).new == (tmp_path / "new" / "e.txt",)


def test_folders_that_a_look_has_no_time_for_are_looked_at_by_and_by(tmp_path: Path):
    for name in "abc":
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text("一", "utf-8")
    watch = Watch()
    found = [path for _ in range(4) for path in watch.folders([tmp_path], [], 0).new]
    assert sorted(path.parent.name for path in found) == ["a", "b", "c"]


def test_a_folder_that_is_gone_is_no_trouble(tmp_path: Path, files: list[Path]):
    watch = Watch()
    assert not any(watch.folders([tmp_path / "nowhere", files[0]], files, LONG))


@pytest.mark.parametrize(
    ("old", "place", "new", "now"),
    [
        ("甲乙丙丁戊己庚辛", 2, "甲乙丙丁戊己庚辛", 2),
        ("甲乙丙丁戊己庚辛", 2, "新的话，甲乙丙丁戊己庚辛", 6),
        ("甲乙丙丁戊己庚辛", 2, "全是别的", 2),
        ("甲乙丙丁戊己庚辛", 7, "全是", 1),
        ("甲乙丙丁戊己庚辛", 2, "", 0),
    ],
)
def test_one_goes_on_reading_at_the_same_words(old: str, place: int, new: str, now: int):
    assert same_place(old, place, new) == now
