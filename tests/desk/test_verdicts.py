"""Verdicts, evidence, borders, and doing an act once more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from reader.annotations.annotation import Annotation, Response, Verdict
from reader.desk import acts, claim_acts
from reader.desk.act import several
from reader.desk.border_acts import move_borders
from reader.desk.desk import Desk
from reader.desk.verdict_acts import add_evidence, judge, judged, with_evidence, without_evidence
from reader.errors import ReaderError
from reader.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from reader.desk.act import Act
    from reader.desk.opened import Opened

MakeDesk = Callable[..., Desk]
URL = "https://example.com/a"


@pytest.fixture
def desk(make_desk: MakeDesk, seeds: list[Path]) -> Desk:
    return make_desk(seeds)


@pytest.fixture
def opened(desk: Desk) -> Opened:
    return desk.open(desk.files[0])


def span(opened: Opened, number: int = 0) -> tuple[int, int]:
    claim = opened.claims[number]
    return claim.start, claim.end


def do(desk: Desk, act: Act, opened: Opened) -> Opened:
    desk.commit(act)
    return desk.refreshed(opened)


def only(desk: Desk) -> Annotation:
    [annotation] = desk.repository.annotations()
    return annotation


@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not Verdict.UNCHECKED])
def test_a_verdict_on_a_claim_keeps_the_record_of_the_claim(desk: Desk, opened: Opened, verdict: Verdict):
    do(desk, judge(desk, opened, *span(opened), verdict=verdict), opened)
    assert (only(desk).verdict, only(desk).claim, only(desk).response) == (verdict, opened.claims[0], Response.ACCEPTED)


def test_taking_the_only_verdict_away_leaves_no_annotation_and_undo_brings_it_back(desk: Desk, opened: Opened):
    opened = do(desk, judge(desk, opened, *span(opened), verdict=Verdict.DISPUTED), opened)
    opened = do(desk, judge(desk, opened, *span(opened), verdict=Verdict.UNCHECKED), opened)
    assert desk.repository.annotations() == []
    assert desk.undo().act.endswith("unchecked again.")
    assert only(desk).verdict is Verdict.DISPUTED


def test_the_same_verdict_twice_and_none_where_there_is_none_change_nothing(desk: Desk, opened: Opened):
    assert not judge(desk, opened, *span(opened), verdict=Verdict.UNCHECKED).changes_something
    opened = do(desk, judge(desk, opened, *span(opened), verdict=Verdict.CONFIRMED), opened)
    assert not judge(desk, opened, *span(opened), verdict=Verdict.CONFIRMED).changes_something


def test_evidence_is_added_changed_and_removed(desk: Desk, opened: Opened):
    opened = do(desk, add_evidence(desk, opened, *span(opened), url=f"  {URL} "), opened)
    desk.commit(with_evidence(desk, only(desk), "http://example.org/二"))
    assert only(desk).evidence == (URL, "http://example.org/二")
    desk.commit(with_evidence(desk, only(desk), "https://b.example", instead_of=URL))
    assert only(desk).evidence == ("https://b.example", "http://example.org/二")
    assert not with_evidence(desk, only(desk), "https://b.example").changes_something
    for url in only(desk).evidence:
        desk.commit(without_evidence(desk, only(desk), url))
    assert desk.repository.annotations() == []


@pytest.mark.parametrize(
    "url",
    [
        "", "   ", "example.com", "javascript:alert(1)", "file:///etc/passwd", "ftp://example.com", "https://", "https://a b",
        "https://a\x1b]52;c;aGk=\x07", "https://a/\ud800", "https://a/" + "x" * 100_000, "https://[", "[/]", "-P https://a",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused_and_nothing_changes(desk: Desk, opened: Opened, url: str):
    with pytest.raises(ReaderError):
        add_evidence(desk, opened, *span(opened), url=url)


def test_an_annotation_has_room_for_fifty_addresses(desk: Desk, opened: Opened):
    opened = do(desk, add_evidence(desk, opened, *span(opened), url=URL), opened)
    for number in range(49):
        desk.commit(with_evidence(desk, only(desk), f"{URL}/{number}"))
    with pytest.raises(ReaderError, match="too-many-urls"):
        with_evidence(desk, only(desk), f"{URL}/more")


def test_each_act_can_be_told_to_another_claim(desk: Desk, opened: Opened):
    first, second = span(opened), span(opened, 1)
    for act in (
        acts.toggle_tag(desk, opened, *first, "key"),
        acts.write_note(desk, opened, *first, "查"),
        judge(desk, opened, *first, verdict=Verdict.CONFIRMED),
        add_evidence(desk, opened, *first, url=URL),
        claim_acts.reject_claim(desk, opened, opened.claims[0]),
    ):
        assert act.again is not None
        again = act.again(desk, opened, *second)
        assert (again.code, again.after.target.exact) == (act.code, opened.claims[1].exact)


def test_an_act_told_again_gives_and_never_takes_back(desk: Desk, opened: Opened):
    act = acts.toggle_tag(desk, opened, *span(opened), "key")
    opened = do(desk, act, opened)
    assert act.again(desk, opened, *span(opened)).code == "tagged-already"
    act = claim_acts.reject_claim(desk, opened, opened.claims[1])
    opened = do(desk, act, opened)
    assert act.again(desk, opened, *span(opened, 1)).code == "rejected-already"


def test_several_changes_are_saved_and_taken_back_as_one(desk: Desk, opened: Opened):
    for number in range(3):
        opened = do(desk, acts.toggle_tag(desk, opened, *span(opened, number), "key"), opened)
    everything = desk.repository.annotations()
    act = several("judged", {"quote": "3", "verdict": "x"}, [judged(desk, one, Verdict.DISPUTED) for one in everything])
    desk.unsaved.append(act)
    assert {one.annotation.verdict for one in desk.refreshed(opened).placed} == {Verdict.DISPUTED}
    desk.unsaved.clear()
    desk.commit(act)
    assert {one.verdict for one in desk.repository.annotations()} == {Verdict.DISPUTED}
    assert desk.undo().act == say(act.code, **act.parameters)
    assert {one.verdict for one in desk.repository.annotations()} == {Verdict.UNCHECKED}
    assert len(desk.redo().changes) == 3


def test_where_one_of_several_was_changed_elsewhere_none_is_saved(desk: Desk, opened: Opened, make_desk: MakeDesk):
    for number in range(2):
        opened = do(desk, acts.toggle_tag(desk, opened, *span(opened, number), "key"), opened)
    everything = desk.repository.annotations()
    act = several("judged", {"quote": "", "verdict": ""}, [judged(desk, one, Verdict.DISPUTED) for one in everything])
    other = make_desk([desk.files[0]])
    other.commit(judged(other, everything[0], Verdict.CONFIRMED))
    with pytest.raises(ReaderError, match="annotation-changed"):
        desk.commit(act)
    desk.repository.refresh()
    assert [one.verdict for one in desk.repository.annotations()] == [Verdict.CONFIRMED, Verdict.UNCHECKED]


def test_moved_borders_keep_what_was_said_and_take_quote_context_and_claim_anew(desk: Desk, opened: Opened):
    start, end = span(opened)
    opened = do(desk, acts.toggle_tag(desk, opened, start, end, "key"), opened)
    before = only(desk)
    opened = do(desk, move_borders(desk, opened, before, start - 4, end), opened)
    after = only(desk)
    text = opened.article.text
    assert (after.id, after.tags, after.parent) == (before.id, ("key",), before.revision)
    assert after.target.exact == text[start - 4 : end]
    assert after.target.prefix.endswith(text[start - 6 : start - 4])
    assert [(placed.start, placed.end) for placed in opened.placed] == [(start - 4, end)]
    assert opened.source.text[after.target.source_start : after.target.source_end].endswith(text[start:end])
    desk.undo()
    assert only(desk).target == before.target


def test_borders_on_another_claim_embed_that_one_but_a_correction_stays(desk: Desk, opened: Opened):
    opened = do(desk, acts.toggle_tag(desk, opened, *span(opened), "key"), opened)
    opened = do(desk, move_borders(desk, opened, only(desk), *span(opened, 1)), opened)
    assert only(desk).claim == opened.claims[1]
    opened = do(desk, claim_acts.correct_claim(desk, opened, opened.claims[1], unit="XYZ"), opened)
    do(desk, move_borders(desk, opened, only(desk), *span(opened, 2)), opened)
    assert (only(desk).claim.unit, only(desk).response) == ("XYZ", Response.CORRECTED)
