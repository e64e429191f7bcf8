"""Corrections and rejections: annotations that last, and what they make of the claims that were found."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import Response
from reader.desk import acts, claim_acts
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.desk.act import Act
    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


@pytest.fixture
def desk(make_desk: Callable[..., Desk], seeds: list[Path]) -> Desk:
    return make_desk(seeds)


@pytest.fixture
def opened(desk: Desk) -> Opened:
    return desk.open(desk.files[0])


def do(desk: Desk, act: Act, opened: Opened) -> Opened:
    desk.commit(act)
    return desk.refreshed(opened)


def test_a_correction_is_an_annotation_that_embeds_the_corrected_claim(desk: Desk, opened: Opened):
    claim = opened.claims[0]
    opened = do(desk, claim_acts.correct_claim(desk, opened, claim, value="1.1亿", indicator="产值"), opened)
    (annotation,) = desk.repository.annotations()
    assert annotation.response is Response.CORRECTED
    assert annotation.claim is not None
    assert (annotation.claim.value, annotation.claim.indicator) == (Decimal(110_000_000), "产值")
    assert opened.corrected(claim).value == Decimal(110_000_000)
    assert opened.corrected(claim).exact == claim.exact
    assert 0 in opened.handled


def test_a_correction_lasts_when_the_article_is_opened_again(desk: Desk, opened: Opened):
    do(desk, claim_acts.correct_claim(desk, opened, opened.claims[0], unit="USD"), opened)
    again = desk.open(desk.files[0])
    assert again.corrected(again.claims[0]).unit == "USD"


def test_one_field_after_the_other_is_corrected_in_one_annotation(desk: Desk, opened: Opened):
    claim = opened.claims[0]
    opened = do(desk, claim_acts.correct_claim(desk, opened, claim, unit="USD"), opened)
    opened = do(desk, claim_acts.correct_claim(desk, opened, claim, period="2021"), opened)
    assert len(desk.repository.annotations()) == 1
    assert (opened.corrected(claim).unit, opened.corrected(claim).period) == ("USD", "2021")


def test_correcting_keeps_tags_and_notes(desk: Desk, opened: Opened):
    claim = opened.claims[0]
    opened = do(desk, acts.toggle_tag(desk, opened, claim.start, claim.end, "key"), opened)
    opened = do(desk, claim_acts.correct_claim(desk, opened, claim, unit="USD"), opened)
    (annotation,) = desk.repository.annotations()
    assert annotation.tags == ("key",)


def test_a_correction_stays_when_its_last_tag_goes(desk: Desk, opened: Opened):
    claim = opened.claims[0]
    opened = do(desk, claim_acts.correct_claim(desk, opened, claim, unit="USD"), opened)
    for _ in range(2):
        opened = do(desk, acts.toggle_tag(desk, opened, claim.start, claim.end, "key"), opened)
    assert opened.corrected(claim).unit == "USD"


def test_correcting_back_to_what_was_found_takes_the_correction_away(desk: Desk, opened: Opened):
    claim = opened.claims[0]
    opened = do(desk, claim_acts.correct_claim(desk, opened, claim, unit="USD"), opened)
    opened = do(desk, claim_acts.correct_claim(desk, opened, claim, unit=claim.unit), opened)
    assert desk.repository.annotations() == []
    assert opened.corrected(claim) == claim


def test_a_correction_that_changes_nothing_saves_nothing(desk: Desk, opened: Opened):
    claim = opened.claims[0]
    act = claim_acts.correct_claim(desk, opened, claim, unit=claim.unit)
    assert act.code == "nothing-corrected"
    assert not act.changes_something


def test_what_a_field_cannot_be_is_refused(desk: Desk, opened: Opened):
    with pytest.raises(ReaderError):
        claim_acts.correct_claim(desk, opened, opened.claims[0], kind="colour")


def test_a_correction_is_undone_like_any_act(desk: Desk, opened: Opened):
    claim = opened.claims[0]
    opened = do(desk, claim_acts.correct_claim(desk, opened, claim, unit="USD"), opened)
    desk.undo()
    assert desk.refreshed(opened).corrected(claim) == claim


def test_a_claim_is_rejected_and_taken_up_again(desk: Desk, opened: Opened):
    claim = opened.claims[0]
    opened = do(desk, claim_acts.reject_claim(desk, opened, claim), opened)
    assert opened.response_to(claim) is Response.REJECTED
    assert 0 in opened.handled
    opened = do(desk, claim_acts.reject_claim(desk, opened, claim), opened)
    assert opened.response_to(claim) is None
    assert desk.repository.annotations() == []


def test_a_corrected_claim_that_is_rejected_and_taken_up_again_is_still_corrected(desk: Desk, opened: Opened):
    claim = opened.claims[0]
    opened = do(desk, claim_acts.correct_claim(desk, opened, claim, unit="USD"), opened)
    opened = do(desk, claim_acts.reject_claim(desk, opened, claim), opened)
    assert opened.response_to(claim) is Response.REJECTED
    opened = do(desk, claim_acts.reject_claim(desk, opened, claim), opened)
    assert opened.corrected(claim).unit == "USD"


def test_a_correction_counts_also_where_a_longer_annotation_lies_over_the_claim(desk: Desk, opened: Opened):
    claim = opened.claims[0]
    opened = do(desk, claim_acts.correct_claim(desk, opened, claim, unit="USD"), opened)
    opened = do(desk, acts.write_note(desk, opened, claim.start - 1, claim.end, "a note"), opened)
    assert opened.corrected(claim).unit == "USD"
