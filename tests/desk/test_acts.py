"""The acts on annotations: saved before they return, saying what they did, undone one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import Origin, Response
from reader.annotations.repository import Repository
from reader.desk import acts
from reader.desk.desk import Desk
from reader.errors import ReaderError
from reader.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from reader.desk.opened import Opened

MakeDesk = Callable[..., Desk]


@pytest.fixture
def desk(make_desk: MakeDesk, seeds: list[Path]) -> Desk:
    return make_desk(seeds)


@pytest.fixture
def opened(desk: Desk) -> Opened:
    return desk.open(desk.files[0])


def span_of(opened: Opened, words: str) -> tuple[int, int]:
    start = opened.article.text.index(words)
    return start, start + len(words)


def stored(desk: Desk) -> Repository:
    """The store as another program would read it now."""
    return Repository.open(desk.repository.path)


def test_tagging_a_claim_keeps_everything_an_export_needs(desk: Desk, opened: Opened):
    span = span_of(opened, "3000万美元")
    outcome = acts.toggle_tag(desk, opened, *span, "money")
    assert say(outcome.code, **outcome.parameters) == "Tagged money."
    [annotation] = stored(desk).annotations()
    assert annotation == outcome.annotation
    assert annotation.tags == ("money",)
    assert annotation.target is not None
    assert annotation.target.exact == "3000万美元"
    assert annotation.claim is not None
    assert (annotation.claim.value, annotation.claim.unit) == (30_000_000, "USD")
    assert (annotation.origin, annotation.response) == (Origin.CLAIM, Response.ACCEPTED)
    assert annotation.sentence.startswith("今年该公司已接到巴基斯坦订单")
    assert annotation.provenance.title.startswith("自贡高新区")
    assert annotation.provenance.date == "2022-05-26"
    assert annotation.annotator == "tester"
    source = opened.source.text
    assert source[annotation.target.source_start : annotation.target.source_end] == "3000万美元"


def test_an_annotation_stands_in_the_same_place_when_the_article_is_opened_again(desk: Desk, opened: Opened):
    span = span_of(opened, "3000万美元")
    acts.toggle_tag(desk, opened, *span, "money")
    [placed] = desk.open(desk.files[0]).placed
    assert (placed.start, placed.end) == span


def test_giving_a_tag_twice_takes_it_away_and_leaves_nothing(desk: Desk, opened: Opened):
    span = span_of(opened, "3000万美元")
    opened = acts.toggle_tag(desk, opened, *span, "money").opened
    outcome = acts.toggle_tag(desk, opened, *span, "money")
    assert outcome.code == "untagged-deleted"
    assert stored(desk).annotations() == []


def test_an_annotation_with_a_note_survives_its_last_tag(desk: Desk, opened: Opened):
    span = span_of(opened, "3000万美元")
    opened = acts.toggle_tag(desk, opened, *span, "money").opened
    opened = acts.write_note(desk, opened, *span, "查海关数据").opened
    assert acts.toggle_tag(desk, opened, *span, "money").code == "untagged"
    [annotation] = stored(desk).annotations()
    assert (annotation.tags, annotation.note) == ((), "查海关数据")


def test_each_revision_knows_the_one_before(desk: Desk, opened: Opened):
    span = span_of(opened, "3000万美元")
    first = acts.toggle_tag(desk, opened, *span, "money")
    second = acts.toggle_tag(desk, first.opened, *span, "key")
    assert first.annotation is not None
    assert second.annotation is not None
    assert second.annotation.id == first.annotation.id
    assert second.annotation.parent == first.annotation.revision
    assert second.annotation.tags == ("money", "key")


def test_any_span_can_be_tagged(desk: Desk, opened: Opened):
    span = span_of(opened, "兴储世纪")
    acts.toggle_tag(desk, opened, *span, "people")
    [annotation] = stored(desk).annotations()
    assert annotation.origin is Origin.HAND
    assert annotation.claim is None


def test_annotations_of_one_article_share_its_record(desk: Desk, opened: Opened):
    for words in ("3000万美元", "7500万元"):
        opened = acts.toggle_tag(desk, opened, *span_of(opened, words), "money").opened
    assert len({annotation.article_id for annotation in stored(desk).annotations()}) == 1
    assert len(stored(desk).articles()) == 1


def test_undo_takes_back_one_act_at_a_time_and_says_which(desk: Desk, opened: Opened):
    span = span_of(opened, "3000万美元")
    opened = acts.toggle_tag(desk, opened, *span, "money").opened
    opened = acts.write_note(desk, opened, *span, "查").opened
    outcome = acts.undo(desk, opened)
    assert "3000万美元" in say(outcome.code, **outcome.parameters)
    assert stored(desk).annotations()[0].note == ""
    outcome = acts.undo(desk, outcome.opened)
    assert stored(desk).annotations() == []
    assert outcome.opened.placed == ()


def test_a_deletion_can_be_undone_and_done_again(desk: Desk, opened: Opened):
    opened = acts.toggle_tag(desk, opened, *span_of(opened, "3000万美元"), "money").opened
    opened = acts.delete(desk, opened, opened.placed[0].annotation).opened
    assert stored(desk).annotations() == []
    opened = acts.undo(desk, opened).opened
    assert [one.tags for one in stored(desk).annotations()] == [("money",)]
    acts.redo(desk, opened)
    assert stored(desk).annotations() == []


def test_nothing_to_undo_is_said(desk: Desk, opened: Opened):
    with pytest.raises(ReaderError) as caught:
        acts.undo(desk, opened)
    assert caught.value.code == "nothing-to-undo"


def test_an_empty_note_on_nothing_makes_no_annotation(desk: Desk, opened: Opened):
    assert acts.write_note(desk, opened, *span_of(opened, "3000万美元"), "  \n").code == "nothing-noted"
    assert stored(desk).annotations() == []


@pytest.mark.parametrize("tag", ["a|b", "", " "])
def test_a_tag_that_cannot_be_one_changes_nothing(desk: Desk, opened: Opened, tag: str):
    with pytest.raises(ReaderError):
        acts.toggle_tag(desk, opened, *span_of(opened, "3000万美元"), tag)
    assert not desk.repository.path.exists()
