"""The torture scripts of `benchmarks/torture`, on our database: a few trials here, all of them in `make thorough`.

Scripts that need what this machine lacks (strace; root and loop devices for power cuts and full disks) are left to
`docs/store.md`, which says how to run them and what they gave.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCHMARKS = ROOT / "benchmarks"


@pytest.fixture
def torture(tmp_path):
    """Runs a script on an adapter of ours; returns its reports, one a line."""
    places = os.pathsep.join(map(str, (ROOT, BENCHMARKS)))

    def run(script: str, adapter: str, *arguments: object) -> list[dict]:
        environment = {**os.environ, "PYTHONPATH": places, "TORTURE_DIR": str(tmp_path)}
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


if shutil.which("strace"):

    @pytest.mark.thorough
    @pytest.mark.parametrize("adapter", ["ReaderStore", "Compacting"])
    def test_no_failing_system_call_loses_anything(torture, adapter):
        [report] = torture("fault_inject.py", adapter)
        assert set(report["kill"]) <= {"ok", "ok+"}
        assert set(report["error"]) <= {"ok", "ok+", "told user"}
