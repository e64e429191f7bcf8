"""Temporary files that a crash left behind go with the next compaction; those of others stay."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from reader.annotations.repository import Repository
from reader.annotations.sweeping import AGE
from tests.annotations.examples import an_annotation

FOLDERS = ("texts", "backups", "quarantine")


@pytest.fixture(scope="module")
def dead() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def compacted_with(tmp_path):
    """Puts files in a folder of a store, of some age in seconds; says which are there after the next compaction."""

    def compact(folder: str, names: dict[str, float]) -> set[str]:
        there = tmp_path / folder
        there.mkdir(exist_ok=True)
        for name, age in names.items():
            (there / name).write_bytes(b"half")
            os.utime(there / name, (time.time() - age,) * 2)
        repository = Repository.open(tmp_path / "annotations.json")
        repository.save(an_annotation())
        repository.close()
        return {path.name for path in there.iterdir()} & names.keys()

    return compact


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_dead_process_left_behind_goes(compacted_with, folder, dead):
    assert compacted_with(folder, {f"annotations.json.x.gz.{dead}.tmp": AGE + 9}) == set()


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_living_process_writes_stays_however_long_it_takes(compacted_with, folder):
    names = {f"annotations.json.x.gz.{process}.tmp": 9 * AGE for process in (os.getpid(), 1)}
    assert compacted_with(folder, names) == names.keys()


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_young_stays_for_its_process_may_run_on_another_machine(compacted_with, folder, dead):
    names = {f"annotations.json.x.gz.{dead}.tmp": AGE - 60}
    assert compacted_with(folder, names) == names.keys()


def test_what_is_no_temporary_file_of_ours_stays(compacted_with, dead):
    for folder in FOLDERS:
        names = {"annotations.json.note.tmp": 9 * AGE, f"annotations.json.{dead}.tmp.gz": 9 * AGE, "note.txt": 9 * AGE}
        assert compacted_with(folder, names) == names.keys()
    other = {f"other.json.x.gz.{dead}.tmp": 9 * AGE}
    assert compacted_with("backups", other) == other.keys()
