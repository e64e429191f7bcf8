"""What the app needs of exports: a look at the first rows, and the last choice remembered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import Response
from reader.annotations.repository import Repository
from reader.desk.exporting import Order, export_to, left_out_words, order_of, order_record, preview
from reader.desk.selection import Selection
from reader.errors import ReaderError
from reader.exchange.columns import BASIC, columns_named
from reader.exchange.registry import format_named
from tests.annotations.examples import an_annotation
from tests.exchange.generating import fill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository.open(tmp_path / "annotations.json")
    fill(repository, [an_annotation(number, start=number * 10, tags=(f"t{number}",)) for number in range(1, 6)])
    return repository


def test_the_first_rows_are_shown_before_anything_is_written(repository: Repository):
    order = Order(columns=("quote", "tags"))
    assert [list(row) for row in preview(repository, order, 2)] == [["500亿元", "t1"], ["500亿元", "t2"]]
    assert [list(row) for row in preview(repository, Order(selection=Selection(tag="t5"), columns=("tags",)), 2)] == [
        ["t5"]
    ]


def test_an_order_is_remembered(repository: Repository):
    order = Order(format_named("xlsx"), Selection(tag="x", date="2022"), BASIC, "utf-8")
    assert order_of(json.loads(json.dumps(order_record(order)))) == order


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"format": "doc", "columns": 7, "encoding": "ebcdic", "selection": {"colour": "red"}},
        {"format": [], "selection": {"date": "x"}},
    ],
)
def test_what_has_no_meaning_any_more_is_as_by_default(record: dict[str, object]):
    assert order_of(record) == Order()


def test_what_was_written_is_told(repository: Repository, tmp_path: Path):
    done = export_to(repository, Order(), tmp_path / "a.csv", replace=False)
    assert (done.count, done.articles, done.left_out) == (5, 1, {"claim position": 5})
    with pytest.raises(ReaderError, match="target-exists"):
        export_to(repository, Order(), tmp_path / "a.csv", replace=False)
    assert export_to(repository, Order(columns=columns_named("basic")), tmp_path / "a.csv", replace=True).count == 5


def test_a_rejected_claim_looks_like_no_other_row(repository: Repository, tmp_path: Path):
    fill(repository, [an_annotation(6, start=60, response=Response.REJECTED)])
    target = tmp_path / "a.csv"

    def exported(columns: str) -> tuple[str, str]:
        order = Order(columns=columns_named(columns), encoding="utf-8")
        done = export_to(repository, order, target, replace=True)
        return target.read_text("utf-8"), left_out_words(order, done)

    for columns in ("full", "quote,response"):
        rows, told = exported(columns)
        assert rows.count("rejected") == 1
        assert "rejected" not in told
    for columns in ("basic", "quote,value"):
        rows, told = exported(columns)
        assert "rejected" not in rows
        assert "that a claim was rejected (1)" in told
