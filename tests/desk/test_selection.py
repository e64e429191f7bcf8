"""Which annotations are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import Annotation, Verdict
from reader.annotations.repository import Repository
from reader.claims.claim import Kind
from reader.desk.selection import Selection, chosen_from
from reader.errors import ReaderError, UsageError
from tests.annotations.examples import a_claim, an_annotation, identifier
from tests.exchange.generating import fill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        ({}, True),
        ({"tag": "money"}, True),
        ({"tag": "mone"}, False),
        ({"article": "a"}, True),
        ({"article": "a.md"}, True),
        ({"article": "0123"}, True),
        ({"article": "b"}, False),
        ({"verdict": "unchecked"}, True),
        ({"verdict": "confirmed"}, False),
        ({"kind": "money"}, True),
        ({"kind": "percent"}, False),
        ({"date": "2022"}, True),
        ({"date": "2022-05"}, True),
        ({"date": "2022-05-26"}, True),
        ({"date": "2022-05-27"}, False),
        ({"date": "2021/2022-04"}, False),
        ({"date": "../2022-05"}, True),
        ({"date": "2022-05-26/.."}, True),
        ({"date": "2022-06/.."}, False),
        ({"modified": "2026-01-02"}, True),
        ({"modified": "../2025"}, False),
        ({"text": "工業產值"}, True),
        ({"text": "５００亿"}, True),
        ({"text": "MONEY"}, True),
        ({"text": "農業"}, False),
        ({"tag": "money", "verdict": "confirmed"}, False),
    ],
)
def test_takes_what_has_all_that_is_asked(asked: dict[str, str], taken: bool):
    assert Selection(**asked).takes(an_annotation()) is taken
    assert Selection(**asked).asked == asked


def test_an_article_without_a_date_is_of_no_day():
    undated = an_annotation()
    undated = Annotation(**{name: getattr(undated, name) for name in Annotation.__slots__} | {
        "provenance": type(undated.provenance)("0" * 16, "", None, None, None, "a.md", "simplified")})  # fmt: skip
    assert not Selection(date="../2030").takes(undated)


@pytest.mark.parametrize(
    "words", ["yesterday", "2022-13", "2022-02-30", "2022/", "/", "2022/2023/2024", "２０２２", ""]
)
def test_a_span_that_is_none_is_wrong_usage(words: str):
    with pytest.raises(UsageError):
        Selection(date=words)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository.open(tmp_path / "annotations.json")
    fill(
        repository,
        [
            an_annotation(3, article_id=identifier(7), verdict=Verdict.CONFIRMED),
            an_annotation(2, start=20, claim=a_claim(kind=Kind.COUNT)),
            an_annotation(1),
        ],
    )
    return repository


def test_annotations_come_by_article_and_place(repository: Repository):
    assert list(chosen_from(repository, Selection())) == repository.annotations()
    assert [one.id for one in chosen_from(repository, Selection(kind="count"))] == [identifier(2)]


def test_a_mistyped_article_or_tag_is_told_but_an_empty_answer_is_one(repository: Repository):
    assert list(chosen_from(repository, Selection(verdict="disputed"))) == []
    assert list(chosen_from(repository, Selection(tag="money", verdict="disputed"))) == []
    with pytest.raises(ReaderError, match="no-such-tag"):
        list(chosen_from(repository, Selection(tag="nothing")))
    with pytest.raises(ReaderError, match="no-such-article"):
        list(chosen_from(repository, Selection(article="nowhere", verdict="confirmed")))
