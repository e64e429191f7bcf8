"""Nothing is imported that the first screen does not show: `python -m benchmarks.imports` tells what takes how long."""

from __future__ import annotations

import subprocess
import sys

import pytest

START = """
import reader.cli.main, sys
from reader.cli.opening import without_ssl
with without_ssl():
    import reader.tui.app, reader.tui.opening
print(*sys.modules)
"""

LATER = [
    "reader.annotations.repository",  # the store is opened after the first paint
    "reader.desk.desk",
    "reader.tui.reading_screen",
    "tinydb",
    "ssl",  # asyncio can do without
    "reader.articles.reading",  # articles are read in a process of its own
    "reader.claims.finding",
    "reader.desk.tasks",
    "reader.desk.exporting",
    "reader.desk.importing",
    "reader.exchange.registry",
    "reader.annotations.anchoring_diff",
    "reader.tui.claims_screen",
    "reader.tui.export_screen",
    "reader.tui.hits_screen",
    "reader.tui.keys_screen",
    "opencc",
    "rapidfuzz",
    "xlsxwriter",
    "babel",
    "multiprocessing",
    "tree_sitter",
]

MOST = 64
"""Modules of our own; a new one that the first screen needs may raise it."""


@pytest.fixture(scope="module")
def modules() -> set[str]:
    ran = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("name", LATER)
def test_what_the_first_screen_does_not_show_is_not_imported(modules: set[str], name: str):
    assert name not in modules


def test_the_list_of_our_own_modules_stays_short(modules: set[str]):
    ours = [name for name in modules if name.partition(".")[0] == "reader"]
    assert len(ours) <= MOST
