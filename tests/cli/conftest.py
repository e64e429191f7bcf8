"""The command line as its tests run it, and a store to run it on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.cli.main import main
from reader.desk import acts

if TYPE_CHECKING:
    from reader.desk.desk import Desk

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


@dataclass
class Ran:
    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str | Path) -> Ran:
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def store(make_desk: Callable[..., Desk], tmp_path: Path) -> Path:
    """A store with two annotations, one with a dangerous note."""
    desk = make_desk(SEEDS)
    opened = desk.open(SEEDS[0])
    first, second = opened.claims[:2]
    for claim, tag in ((first, "key"), (second, "growth")):
        desk.commit(acts.toggle_tag(desk, opened, claim.start, claim.end, tag))
    opened = desk.refreshed(opened)
    desk.commit(acts.write_note(desk, opened, second.start, second.end, '=HYPERLINK("x")\nzwei'))
    desk.repository.close()
    return tmp_path / "annotations.json"
