"""Claims as rows of a table: what a line of words finds, and in which order they stand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.annotation import Response
from reader.claims.claim import Change, Claim, Kind, Status
from reader.controls import FORBIDDEN
from reader.desk.claim_list import COLUMNS, ListedClaim, listed, matching, ordered
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.desk.desk import Desk

FILE = Path("yearbook.txt")


def claim(at: int, exact: str, value: str, unit: str, kind: Kind, **fields: object) -> Claim:
    return replace(Claim(at, at + len(exact), exact, "", "", Decimal(value), unit, kind), **fields)


OUTPUT = claim(10, "1.2亿元", "120000000", "CNY", Kind.MONEY, indicator="产值", entity="新区", period="2021")
GROWTH = claim(20, "11.6%", "11.6", "%", Kind.PERCENT, change=Change.INCREASE, indicator="产值", period="../2021-12-31")
GOAL = claim(30, "500家", "500", "家", Kind.COUNT, status=Status.TARGET, indicator="高新技术企业", period="2025")
TAX = claim(40, "１２０００萬元", "120000000", "CNY", Kind.MONEY, indicator="稅收")
ROWS = listed(FILE, "年鉴", [(OUTPUT, None), (GROWTH, Response.ACCEPTED), (GOAL, Response.REJECTED), (TAX, None)])


def found(query: str) -> list[Claim]:
    return [row.claim for row in matching(ROWS, query)]


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        ("", [OUTPUT, GROWTH, GOAL, TAX]),
        ("产值", [OUTPUT, GROWTH]),
        ("產值 新區", [OUTPUT]),
        ("新区 产值", [OUTPUT]),
        ("税收", [TAX]),
        ("年鉴 500", [GOAL]),
        ("120,000,000", [OUTPUT, TAX]),
        ("120000000", [OUTPUT, TAX]),
        ("1.2亿", [OUTPUT, TAX]),
        ("一亿二千万", [OUTPUT, TAX]),
        ("kind:money", [OUTPUT, TAX]),
        ("KIND：Money", [OUTPUT, TAX]),
        ("k:money|percent", [OUTPUT, GROWTH, TAX]),
        ("kind:", [OUTPUT, GROWTH, GOAL, TAX]),
        ("status:target", [GOAL]),
        ("s:actual c:increase", [GROWTH]),
        ("change:level i:产值", [OUTPUT]),
        ("period:2021", [OUTPUT, GROWTH]),
        ("unit:cny period:2021", [OUTPUT]),
        ("done:rejected", [GOAL]),
        ("done:open", [OUTPUT, TAX]),
        ("entity:新", [OUTPUT]),
        ("类别:金额", [OUTPUT, TAX]),
        ("類別：金額｜百分比", [OUTPUT, GROWTH, TAX]),
        ("类:money kind:金额", [OUTPUT, TAX]),
        ("状态:目标", [GOAL]),
        ("变化:水平值 指标:产值", [OUTPUT]),
        ("完成:未处理", [OUTPUT, TAX]),
        ("完成:已排除", [GOAL]),
        ("数值:1.2亿", [OUTPUT, TAX]),
        ("产值新区", []),
        ("kind:indicator", []),
        ("colour:red", []),
    ],
)
def test_every_word_of_a_query_must_stand_in_the_row(query: str, claims: list[Claim]):
    assert found(query) == claims


@given(st.text(max_size=12), st.text(max_size=12))
def test_more_words_never_find_more(one: str, other: str):
    both = matching(ROWS, f"{one} {other}")
    assert set(map(id, both)) <= set(map(id, matching(ROWS, one)))
    assert set(map(id, both)) <= set(map(id, matching(ROWS, other)))


@pytest.mark.parametrize(
    ("column", "descending", "claims"),
    [
        (None, False, [OUTPUT, GROWTH, GOAL, TAX]),
        (None, True, [TAX, GOAL, GROWTH, OUTPUT]),
        ("value", False, [GROWTH, GOAL, OUTPUT, TAX]),
        ("value", True, [OUTPUT, TAX, GOAL, GROWTH]),
        ("period", False, [OUTPUT, GROWTH, GOAL, TAX]),
        ("period", True, [GOAL, GROWTH, OUTPUT, TAX]),
        ("change", False, [GROWTH, OUTPUT, GOAL, TAX]),
        ("status", True, [GOAL, OUTPUT, GROWTH, TAX]),
    ],
)
def test_rows_are_sorted_by_a_column_and_what_is_empty_comes_last(
    column: str | None, descending: bool, claims: list[Claim]
):
    assert [row.claim for row in ordered(ROWS, column, descending=descending)] == claims


@pytest.mark.parametrize("column", COLUMNS)
def test_sorting_loses_no_row(column: str):
    assert sorted(map(id, ordered(ROWS, column))) == sorted(map(id, ROWS))


def test_claims_of_folded_repeats_are_left_out():
    assert listed(FILE, "年鉴", [(replace(OUTPUT, repeat=True), None)]) == []


def test_rows_are_shown_in_the_script_that_is_asked_for():
    (row,) = listed(FILE, "年鑑", [(TAX, None)], Script.SIMPLIFIED)
    assert row.cells[COLUMNS.index("indicator")] == "税收"
    assert row.cells[COLUMNS.index("article")] == "年鉴"


@given(st.text())
def test_no_control_character_of_an_article_is_shown(words: str):
    told = replace(OUTPUT, exact=words, indicator=words, entity=words)
    (row,) = listed(FILE, words, [(told, None)], Script.SIMPLIFIED)
    assert len(row.cells) == len(COLUMNS)
    assert not any(FORBIDDEN.search(cell) or "\n" in cell for cell in row.cells)


def test_the_claims_of_a_real_article_are_all_found_by_their_own_words(
    make_desk: Callable[..., Desk], seeds: list[Path]
):
    opened = make_desk(seeds).open(seeds[0])
    rows = listed(opened.path, opened.article.title, [(claim, None) for claim in opened.claims])
    assert len(rows) == len(opened.countable)
    for row in rows:
        assert row in matching(rows, f"kind:{row.claim.kind} {row.claim.exact}")
        assert isinstance(row, ListedClaim)
