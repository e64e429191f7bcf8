"""Finding annotations again: nothing is taken for granted that a look-alike could pretend, and a figure never changes unnoticed."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.anchoring import Anchoring, Placed
from reader.annotations.anchoring_approximate import matches
from reader.annotations.anchoring_diff import Alignment
from reader.annotations.anchoring_figures import figures
from reader.annotations.anchoring_key import FoldedText, folded
from reader.annotations.annotation import Anchor, AnchorStatus, Target
from reader.text.script import Script, converted
from tests.annotations.examples import an_annotation

OLD = (
    "石湾县公布上半年经济运行情况\n"
    "上半年，石湾县规模以上工业产值近500亿元，同比增长11.6%。其中，出口1.2亿元，同比增长5.0%；进口3.4亿元，同比增长5.0%。\n"
    "县统计局说，固定资产投资增长三成，新开工项目120个，比去年多出两成。\n"
    "“我们不看一时的快慢。”该局局长这样解释，居民收入的增长比产值更要紧，全年目标是七万元。"
)
OK, MOVED, REVIEW = AnchorStatus.OK, AnchorStatus.MOVED, AnchorStatus.REVIEW
CHANGED, ORPHAN = AnchorStatus.FIGURE_CHANGED, AnchorStatus.ORPHAN


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def target(quote: str, text: str = OLD, nth: int = 1) -> Target:
    start = -1
    for _ in range(nth):
        start = text.index(quote, start + 1)
    end = start + len(quote)
    return Target(start, end, quote, text[max(0, start - 32) : start], text[end : end + 32], sha256(text))


def found(quote: str, new: str, *, nth: int = 1, kept: bool = True) -> tuple[str | None, AnchorStatus]:
    """What the quote's annotation stands on in the new text, and how surely."""
    placed = Anchoring(new, sha256(new), lambda _: OLD if kept else None).place(
        an_annotation(target=target(quote, nth=nth))
    )
    return (None if placed.start is None else new[placed.start : placed.end]), placed.status


def test_in_its_own_text_it_stands_where_it_stood():
    assert found("5.0%", OLD, nth=2) == ("5.0%", OK)


@pytest.mark.parametrize("quote", ["500亿元", "同比增长11.6%", "三成", "“我们不看一时的快慢。”"])
def test_widths_blanks_quotation_marks_and_script_make_no_difference(quote):
    new = OLD.replace("，", ",").replace("%", "％").replace("“", "「").replace("”", "」").replace("\n", "\n\n　　")
    place, status = found(quote, converted(new, Script.TRADITIONAL))
    assert status is OK
    assert folded(place) == folded(quote)


def test_words_that_were_put_in_elsewhere_change_nothing():
    assert found("三成", "【本报讯】" + OLD.replace("\n县", "\n（广告）点击查看\n县")) == ("三成", OK)


@pytest.mark.parametrize(
    ("quote", "old", "new", "now"),
    [
        ("500亿元", "500亿", "530亿", "530亿元"),
        ("5.0%", "出口1.2亿元，同比增长5.0%", "出口1.2亿元，同比增长15.0%", "5.0%"),
        ("三成", "三成", "四成", "四成"),
        ("七万元", "七万元", "七亿元", "七亿元"),
        ("120个", "120个", "1200个", "1200个"),
        ("1.2亿元", "1.2亿元", "1.2亿美元", "1.2亿美元"),
        ("11.6%", "11.6%", "11.6个百分点", "11.6个百分点"),
        ("上半年，石湾县规模以上工业产值近500亿元", "500亿", "50亿", "上半年，石湾县规模以上工业产值近50亿元"),
        ("120个", "120个", "一百三十个", "一百三十个"),
    ],
)
def test_a_figure_that_was_corrected_is_never_a_match(quote, old, new, now):
    assert found(quote, OLD.replace(old, new)) == (now, CHANGED)


@pytest.mark.parametrize(
    ("old", "new"), [("1.2亿元", "12000万元"), ("11.6%", "百分之十一点六"), ("120个", "一百二十个")]
)
def test_the_same_figure_written_otherwise_is_no_other_figure(old, new):
    assert found(old, OLD.replace(old, new)) == (new, REVIEW)


def test_another_word_in_its_clause_wants_a_look():
    assert found("11.6%", OLD.replace("增长11.6%", "下降11.6%")) == ("11.6%", REVIEW)


def test_a_deleted_sentence_leaves_an_orphan_beside_its_look_alike():
    new = OLD.replace("其中，出口1.2亿元，同比增长5.0%；", "其中，")
    assert found("出口1.2亿元，同比增长5.0%", new) == (None, ORPHAN)
    assert found("5.0%", new, nth=2) == ("5.0%", OK)


def test_a_sentence_that_moved_is_found_where_it_went():
    lines = OLD.split("\n")
    new = "\n".join([lines[0], lines[2], lines[1], lines[3]])
    both = {found(quote, new)[1] for quote in ("500亿元", "三成", "新开工项目120个")}
    assert both == {OK, MOVED}
    assert found("新开工项目120个", new)[0] == "新开工项目120个"


def test_of_two_copies_nobody_knows_which_it_is():
    line = OLD.split("\n")[2]
    assert found("三成", OLD.replace(line, f"{line}\n{line}"))[1] is REVIEW


def test_without_the_old_text_it_is_known_by_what_stood_around_it():
    new = "某网讯　" + OLD
    assert found("三成", new, kept=False) == ("三成", MOVED)
    assert found("500亿元", OLD.replace("500亿", "530亿"), kept=False) == ("530亿元", CHANGED)
    assert found("5.0%", new, kept=False)[1] is REVIEW
    assert found("三成", "全是别的话。" * 20, kept=False) == (None, ORPHAN)


def test_what_a_person_said_of_this_very_text_stands():
    new = OLD.replace("500亿", "530亿")
    start = new.index("530亿元")
    there = Target(start, start + 5, "530亿元", "", "", sha256(new))
    confirmed = an_annotation(target=target("500亿元"), anchor=Anchor(sha256(new), there), anchor_status=CHANGED)
    placed = Anchoring(new, sha256(new)).place(confirmed)
    assert placed == Placed(confirmed, start, start + 5, CHANGED, settled=True)
    assert not placed.needs_review


def test_a_later_text_is_compared_with_the_one_a_person_looked_at_last():
    first, second = OLD.replace("500亿", "530亿"), "【更正】" + OLD.replace("500亿", "530亿")
    start = first.index("530亿元")
    anchor = Anchor(sha256(first), Target(start, start + 5, "530亿元", "", "", sha256(first)))
    confirmed = an_annotation(target=target("500亿元"), anchor=anchor, anchor_status=CHANGED)
    placed = Anchoring(second, sha256(second), {sha256(OLD): OLD, sha256(first): first}.get).place(confirmed)
    assert (placed.status, placed.needs_review) == (OK, False)


def test_an_annotation_of_the_whole_article_stands_in_any_text():
    placed = Anchoring("别的", sha256("别的")).place(replace(an_annotation(), target=None))
    assert (placed.start, placed.status) == (None, OK)


def test_a_damaged_target_does_not_mislead():
    wrong = replace(target("三成"), start=5, end=7)
    placed = Anchoring(OLD, sha256(OLD), lambda _: OLD).place(an_annotation(target=wrong))
    assert OLD[placed.start : placed.end] == "三成"


@given(st.text("去年增长5.0%，。\n 　ＡＢ萬億…①㎡", max_size=60))
def test_every_key_comes_from_a_place_in_the_text(text):
    key = FoldedText(text)
    for index in range(len(key.key)):
        start, end = key.span(index, index + 1)
        assert 0 <= start < end <= len(text)
        assert key.key[index] in folded(text[start:end]) or key.key[index] == " "
        assert key.key_at(start) <= index


def test_a_blank_between_two_digits_keeps_them_apart():
    assert folded("增长 5 6") == "增长5 6"
    assert folded("１ ２３４\u200b．５") == "1 234.5"


@given(st.text("增长5.0%，。亿", min_size=1, max_size=80), st.text("增长5.0%，。亿", max_size=80), st.data())
@settings(max_examples=60)
def test_a_stretch_that_is_all_there_maps_to_its_words(old, new, data):
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    image = Alignment(old, new).image(start, end)
    assert image is not None
    assert 0 <= image.start <= image.end <= len(new)
    if old == new:
        assert (image.start, image.end) == (start, end)


@given(st.text("甲乙丙丁", min_size=1, max_size=12), st.text("甲乙丙丁", max_size=40), st.integers(0, 3))
@settings(max_examples=80)
def test_searching_with_errors_finds_what_is_near_and_nothing_else(pattern, text, limit):
    from rapidfuzz.distance import Levenshtein

    got = matches(pattern, text, limit)
    for match in got:
        assert Levenshtein.distance(pattern, text[match.start : match.end]) == match.errors <= limit
    spans = [(a, b) for a in range(len(text) + 1) for b in range(a + 1, len(text) + 1)]
    best = min((Levenshtein.distance(pattern, text[a:b]) for a, b in spans), default=limit + 1)
    assert bool(got) == (best <= limit) or len(pattern) <= limit
    if best <= limit and len(pattern) > limit:
        assert min(match.errors for match in got) == best


def test_a_long_text_is_searched_around_the_pieces_it_holds():
    text = "无关的话说了又说，" * 4000 + "固定资产投资增长了三成" + "还有别的话，" * 4000
    [match] = matches("固定资产投资增长三成", text, 2)
    assert text[match.start : match.end] == "固定资产投资增长了三成"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.2亿元", "12000万元"),
        ("5%", "百分之五"),
        ("5.0％", "5%"),
        ("三成", "30%"),
        ("1,234人", "1234人"),
        ("兩萬元", "2万元"),
    ],
)
def test_figures_are_compared_as_they_are_read(one, other):
    assert figures(one, 0, len(one)) == figures(other, 0, len(other))


@pytest.mark.parametrize(
    ("one", "other"), [("5%", "5‰"), ("12亿元", "12亿美元"), ("2021年", "2022年"), ("007号", "7号"), ("5%", "-5%")]
)
def test_other_figures_are_told_apart(one, other):
    assert figures(one, 0, len(one)) != figures(other, 0, len(other))
