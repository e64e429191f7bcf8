"""What all tests share: a desk with a fixed clock, away from the developer's own settings and data."""

from __future__ import annotations

import gc
import os
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from reader.annotations.repository import Repository
from reader.desk.desk import Desk
from reader.settings import read_settings
from tests.annotations.machine import left_out

if TYPE_CHECKING:
    from collections.abc import Callable

os.environ["LC_ALL"] = "C.UTF-8"  # the developer's own locale would choose the language

START = 1_772_600_767_000
"""Milliseconds since 1970: 4 March 2026."""

settings.register_profile("shared machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared machine")  # what others do with its processors is no property of ours

SEEDS = Path(__file__).parents[1] / "seeds"


def pytest_collection_finish() -> None:
    """Leave alone what lives as long as the tests do: looking through it again and again took a sixth of their time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which trials of the store could not be made here, where all were asked for."""
    if "not thorough" not in config.option.markexpr:
        for line in left_out():
            terminalreporter.write_line(line)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's settings and data out, and what is copied out of the tmux that tests may run in."""
    monkeypatch.delenv("TMUX", raising=False)
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture
def seeds() -> list[Path]:
    """The five seed articles, in order."""
    return sorted(SEEDS.glob("*.txt"))


@pytest.fixture
def make_desk(tmp_path: Path) -> Callable[..., Desk]:
    """Makes a desk whose clock goes on by a second at each look, and whose randomness is a counter."""

    def make(files: list[Path], store: Path | None = None) -> Desk:
        ticks, numbers = count(START, 1000), count(1)
        clock = partial(next, ticks)
        return Desk(
            files=tuple(files),
            repository=Repository.open(
                store or tmp_path / "annotations.json",
                annotator="tester",
                clock=clock,
                random_bits=lambda _: next(numbers),
            ),
            settings=read_settings(tmp_path / "no-settings.toml"),
            annotator="tester",
        )

    return make
