"""What lies where in an open article: claims, annotations, and which handles which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.desk import acts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.desk.desk import Desk
    from reader.desk.opened import Opened


@pytest.fixture
def desk(make_desk: Callable[..., Desk], seeds: list[Path]) -> Desk:
    return make_desk(seeds)


@pytest.fixture
def opened(desk: Desk) -> Opened:
    return desk.open(desk.files[0])


def tagged(desk: Desk, opened: Opened, start: int, end: int, tag: str) -> Opened:
    desk.commit(acts.toggle_tag(desk, opened, start, end, tag))
    return desk.refreshed(opened)


def test_every_claim_is_found_at_each_of_its_characters(opened: Opened):
    for claim in opened.claims:
        assert opened.claim_at(claim.start) is claim
        assert opened.claim_at(claim.end - 1) is claim
        assert opened.claim_at(claim.end) is not claim


def test_the_next_untouched_claim_passes_over_handled_ones(desk: Desk, opened: Opened):
    first, second, third = opened.claims[:3]
    opened = tagged(desk, opened, second.start, second.end, "key")
    assert opened.next_claim(first.start, 1, untouched=True) == third
    assert opened.next_claim(first.start, 1, untouched=False) == second
    assert opened.next_claim(third.start, -1, untouched=True) == first
    assert opened.handled == {1}


def test_beyond_the_last_claim_there_is_none(opened: Opened):
    assert opened.next_claim(opened.claims[-1].start, 1, untouched=False) is None
    assert opened.next_claim(opened.claims[0].start, -1, untouched=False) is None


def test_a_span_handles_the_claim_it_covers_at_least_by_half(desk: Desk, opened: Opened):
    claim = next(claim for claim in opened.claims if claim.exact == "3000万美元")
    wider = tagged(desk, opened, claim.start - 2, claim.end, "key")
    assert wider.of_claim(claim) is not None


def test_a_span_much_wider_than_a_claim_does_not_handle_it(desk: Desk, opened: Opened):
    claim = next(claim for claim in opened.claims if claim.exact == "3000万美元")
    wide = tagged(desk, opened, claim.start - 20, claim.end, "key")
    assert wide.of_claim(claim) is None


def test_overlapping_annotations_are_all_at_their_common_place(desk: Desk, opened: Opened):
    claim = opened.claims[3]
    opened = tagged(desk, opened, claim.start, claim.end, "key")
    opened = tagged(desk, opened, claim.start - 4, claim.end + 4, "other")
    assert [one.annotation.tags for one in opened.at(claim.start)] == [("key",), ("other",)]
