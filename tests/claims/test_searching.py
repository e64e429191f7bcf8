"""Searching: in either script, in any width, and by value."""

from __future__ import annotations

import pytest

from reader.claims.finding import find_claims
from reader.claims.searching import find, folded
from reader.text.script import Script

TEXT = "全年投资12000万元，比上年的一亿二千万元持平；贷款1.2亿，占比12%。GDP增长。"
TRADITIONAL = "全年投資1.2億元，實現產值１２０００萬元。"


def found(text: str, query: str, script: Script = Script.SIMPLIFIED) -> list[str]:
    return [text[start:end] for start, end in find(folded(text), find_claims(text, script=script), query)]


@pytest.mark.parametrize("query", ["1.2亿", "12000万", "1.2億", "一亿二千万", "120000000", "1.20亿"])
def test_a_figure_is_found_however_it_is_written(query: str):
    assert len(found(TEXT, query)) == 3
    assert len(found(TRADITIONAL, query, Script.TRADITIONAL)) == 2


def test_a_figure_with_its_unit_finds_only_that_unit():
    assert found(TEXT, "12%") == ["12%"]
    assert found(TEXT, "1.2亿元") == ["12000万元", "一亿二千万元", "1.2亿"] or found(TEXT, "1.2亿元") == [
        "12000万元",
        "一亿二千万元",
    ]


@pytest.mark.parametrize(
    ("query", "hits"), [("投資", ["投资"]), ("gdp", ["GDP"]), ("ＧＤＰ", ["GDP"]), ("没有", []), ("", []), ("  ", [])]
)
def test_words_are_found_in_either_script_and_any_width(query: str, hits: list[str]):
    assert found(TEXT, query) == hits


def test_folding_keeps_every_length():
    for text in (TEXT, TRADITIONAL, "İ ß ﬁ ＡＢ　㎡ 𠮷", ""):
        assert len(folded(text)) == len(text)
