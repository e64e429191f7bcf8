"""Widths in cells of the terminal."""

from __future__ import annotations

import pytest

from reader.text.cells import NARROW, CellWidths


@pytest.mark.parametrize(("text", "cells"), [("中文", 4), ("abc", 3), ("３％", 4), ("“—…", 3), ("e\u0301", 1), ("", 0)])
def test_counts_cells(text: str, cells: int):
    assert NARROW.of(text) == cells


def test_ambiguous_characters_may_take_two():
    assert CellWidths(ambiguous=2).of("“—…①℃中a") == 13


@pytest.mark.parametrize(
    ("text", "cells", "cut"),
    [("中文字", 6, "中文字"), ("中文字", 5, "中文…"), ("中文字", 4, "中…"), ("中", 1, "…"), ("中", 0, "")],
)
def test_cuts_to_fit(text: str, cells: int, cut: str):
    assert NARROW.cut(text, cells) == cut
