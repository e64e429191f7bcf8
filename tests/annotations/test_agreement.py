"""How far two annotators agree: worked out by hand here."""

from __future__ import annotations

from sys import float_info

import pytest

from reader.annotations.agreement import Difference, agreement, cohens_kappa
from reader.annotations.annotation import Response, Target, Verdict
from tests.annotations.examples import an_annotation

C, D, U = Verdict.CONFIRMED, Verdict.DISPUTED, Verdict.UNCHECKED


def span(number: int, start: int, end: int, *tags: str, text: str = "a", verdict: Verdict = U):
    target = Target(start, end, "字" * (end - start), "", "", text * 64)
    return an_annotation(number, target=target, tags=tags, verdict=verdict)


FIRST = [span(1, 0, 5, "key"), span(2, 10, 20, "key", "money", verdict=C), span(3, 30, 34), span(4, 0, 5, text="b")]
SECOND = [span(11, 0, 5, "key"), span(12, 12, 22, "key", verdict=D), span(13, 50, 55)]


def test_spans_count_where_both_annotated_the_text():
    found = agreement(FIRST, SECOND)
    assert (found.texts, found.apart) == (1, 1)
    assert (found.spans.first, found.spans.second, found.spans.exact, found.spans.overlapping) == (3, 3, 1, 2)
    assert found.spans.exact_f1 == pytest.approx(1 / 3)
    assert found.spans.overlapping_f1 == pytest.approx(2 / 3)


def test_tags_are_scored_each_by_itself():
    tags = agreement(FIRST, SECOND).tags
    assert (tags["key"].exact_f1, tags["key"].overlapping_f1) == (0.5, 1.0)
    assert tags["money"].exact_f1 == 0.0


def test_disagreements_are_listed_with_what_they_are_on():
    found = agreement(FIRST, SECOND).disagreements
    assert [one.kinds for one in found] == [
        (Difference.BORDERS, Difference.TAGS, Difference.VERDICT),
        (Difference.ONLY_FIRST,),
        (Difference.ONLY_SECOND,),
    ]
    rejected = an_annotation(11, target=FIRST[0].target, tags=("key",), response=Response.REJECTED)
    assert [one.kinds for one in agreement(FIRST[:1], [rejected]).disagreements] == [(Difference.RESPONSE,)]


def test_a_long_span_is_matched_with_the_one_that_shares_most():
    found = agreement([span(1, 0, 20)], [span(11, 0, 5), span(12, 2, 20)])
    assert found.spans.overlapping == 1
    assert [one.second.target.start for one in found.disagreements] == [2, 0] or [
        one.second.target.start for one in found.disagreements
    ] == [0, 2]


def test_who_agrees_with_himself_agrees_wholly():
    found = agreement(FIRST, FIRST)
    assert (found.spans.exact_f1, found.spans.overlapping_f1, found.disagreements) == (1.0, 1.0, ())
    assert found.kappa == pytest.approx(1.0, abs=float_info.epsilon)


def test_kappa_takes_away_what_chance_gives():
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed 0.7, by chance 0.5.
    pairs = [(C, C)] * 20 + [(C, D)] * 5 + [(D, C)] * 10 + [(D, D)] * 15
    assert cohens_kappa(pairs) == pytest.approx(0.4)


@pytest.mark.parametrize("pairs", [[], [(U, U)] * 3])
def test_kappa_of_nothing_to_tell_apart_is_none(pairs):
    assert cohens_kappa(pairs) is None
