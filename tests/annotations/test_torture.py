"""The torture scripts of `benchmarks/torture`, on our database: a few trials here, all of them in `make thorough`.

Trials that need what a machine lacks (strace; the right to mount loop devices for power cuts and full disks) are not
collected there, and the last lines of the run say so (see `machine.py`, and `docs/store.md` for what they gave).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.annotations.machine import lacking

ROOT = Path(__file__).parents[2]
BENCHMARKS = ROOT / "benchmarks"


@pytest.fixture
def torture(tmp_path):
    """Runs a script on an adapter of ours; returns its reports, one a line."""
    places = os.pathsep.join(map(str, (ROOT, BENCHMARKS)))

    def run(script: str, adapter: str, *arguments: object, place: object = tmp_path) -> list[dict]:
        environment = {**os.environ, "PYTHONPATH": places, "TORTURE_DIR": str(place)}
        command = [sys.executable, BENCHMARKS / "torture" / script, f"store_adapter:{adapter}", *map(str, arguments)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


def killed(torture, adapter, trials):
    [report] = torture("fault_kill.py", adapter, trials, 300, "mixed", 150)
    assert report["ok"] == trials
    assert "post_write_err" not in report


def test_a_killed_writer_loses_nothing_that_it_reported(torture):
    killed(torture, "ReaderStore", 5)


def test_two_writers_at_once_keep_everything(torture, monkeypatch):
    monkeypatch.setenv("NOREADER", "1")
    [writers, *_] = torture("fault_two.py", "ReaderStore", 60, 50)
    assert writers["survive"] == writers["reported_saved"] == 120
    assert writers["base_survive"] == 50


@pytest.mark.thorough
@pytest.mark.parametrize(("adapter", "trials"), [("ReaderStore", 1000), ("Compacting", 200)])
def test_a_thousand_killed_writers_lose_nothing_that_they_reported(torture, adapter, trials):
    killed(torture, adapter, trials)


@pytest.mark.thorough
@pytest.mark.parametrize("adapter", ["ReaderStore", "Compacting"])
def test_writers_and_readers_at_once_never_fail(torture, adapter):
    writers, reader = torture("fault_two.py", adapter, 500, 100)
    assert writers["survive"] == writers["reported_saved"] == 1000
    assert writers["errors"] == [{}, {}]
    assert reader["err"] == {}


@pytest.mark.thorough
def test_one_writer_killed_beside_another_loses_nothing(torture):
    [report] = torture("fault_pair.py", "ReaderStore", 50)
    assert (report["trials"], report["lost"], report["base lost"]) == (50, 0, 0)
    assert not {"unreadable", "survivor hung", "survivor failed"} & set(report)


@pytest.mark.thorough
@pytest.mark.parametrize("adapter", ["ReaderStore", "JournalStays"])
def test_damage_is_never_silent(torture, adapter):
    reports = torture("fault_corrupt.py", adapter)
    assert reports
    assert not [report for report in reports if report.get("silent_wrong")]


if not lacking("failing system calls"):

    @pytest.mark.thorough
    @pytest.mark.parametrize("adapter", ["ReaderStore", "Compacting"])
    def test_no_failing_system_call_loses_anything(torture, adapter):
        [report] = torture("fault_inject.py", adapter)
        assert report["points"] > 0
        assert set(report["kill"]) <= {"ok", "ok+"}
        assert set(report["error"]) <= {"ok", "ok+", "told user"}


if not lacking("power cuts"):

    @pytest.mark.thorough
    @pytest.mark.parametrize(("adapter", "trials"), [("ReaderStore", 200), ("Compacting", 100)])
    def test_no_power_cut_loses_what_was_reported(torture, tmp_path, adapter, trials):
        try:
            [report] = torture("fault_kill.py", adapter, trials, 1000, "mixed", 250, "cut")
        finally:
            subprocess.run(["umount", tmp_path / "mnt_outer"], check=True)
        assert report["ok"] == trials
        assert report["acked_total"] > trials
        assert "post_write_err" not in report


if not lacking("full disks"):

    @pytest.mark.thorough
    def test_a_disk_without_room_or_rights_is_told_and_loses_nothing(torture):
        # Another user must reach the store, and pytest's own folders are closed to others.
        with tempfile.TemporaryDirectory(prefix="torture-") as place:
            Path(place).chmod(0o755)
            reports = torture("fault_full.py", "ReaderStore", place=place)
        for report in reports:
            told = report["first_err"] or report["later_msg"]
            assert ("store-read-only" if report["test"] in ("read_only_mount", "no_permission") else "[Errno") in told
            assert report["read_after"] == 500 + report["acked"]
            after = report.get("after", {"readable": True, "base_ok": 500, "acked_lost": 0, "writable": True})
            assert after == {"readable": True, "base_ok": 500, "acked_lost": 0, "writable": True}
