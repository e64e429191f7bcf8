"""Finding annotations again: nothing is taken for granted that a look-alike could pretend, and a figure never changes unnoticed."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.anchoring import Anchoring, Placed
from reader.annotations.anchoring_diff import Alignment
from reader.annotations.anchoring_figures import figures
from reader.annotations.anchoring_grams import Occurrences
from reader.annotations.anchoring_key import FoldedText, folded
from reader.annotations.annotation import Anchor, AnchorStatus, Target
from reader.annotations.surroundings import surroundings
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
    assert found("5.0%", new, kept=False) == ("5.0%", MOVED)
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


FILLER = "天地玄黄宇宙洪荒日月盈昃辰宿列张" * 1300


@pytest.mark.parametrize("filler", ["", FILLER])
@given(
    text=st.text("甲乙丙丁", max_size=60), words=st.text("甲乙丙丁", min_size=1, max_size=12), expected=st.booleans()
)
@settings(max_examples=40)
def test_words_are_found_wherever_they_stand_in_short_texts_and_long_ones(filler, text, words, expected):
    key = filler + text
    there = Occurrences(key)
    if expected:
        there.expect([words])
    assert there.exactly(words) == [at for at in range(len(key)) if key.startswith(words, at)]


@pytest.mark.parametrize("filler", ["", FILLER])
def test_words_with_errors_are_found_where_most_of_them_stand(filler):
    text = filler + "上半年固定资产投入增长了三成，民间占四成" + filler
    [(start, end), *_] = Occurrences(text).nearly("上半年固定资产投资增长三成，民间占四成")
    assert start <= len(filler) < end


def test_where_the_usual_context_stands_twice_more_of_it_is_kept():
    line = "大家都关心的消息来了：据县统计局公布的数字，今年上半年全县规模以上工业企业的总产值接近五百亿元，同比增长了百分之十一点六，全县上下都说这一年来之不易，往后的日子还要再加一把劲才行。"
    text = f"快讯\n{line}\n详情\n{line}\n完"
    start = text.rindex("五百亿元")
    assert surroundings("只有一处五百亿元在这里", 4, 8) == ("只有一处", "在这里")
    prefix, suffix = surroundings(text, start, start + 4)
    assert text.count(prefix + "五百亿元" + suffix) == 1
    assert len(prefix) > 32


def test_of_two_copies_the_other_one_is_no_match_where_one_was_corrected_and_the_old_text_is_lost():
    line = "大家都关心的消息来了：据县统计局公布的数字，今年上半年全县规模以上工业企业的总产值接近五百亿元，同比增长了百分之十一点六，全县上下都说这一年来之不易，往后的日子还要再加一把劲才行。"
    text = f"快讯\n{line}\n详情\n{line}\n完"
    start = text.rindex("五百亿元")
    there = Target(start, start + 4, "五百亿元", *surroundings(text, start, start + 4), sha256(text))
    new = f"快讯\n{line}\n详情\n{line.replace('五百', '六百')}\n完"
    placed = Anchoring(new, sha256(new)).place(an_annotation(target=there))
    assert placed.needs_review


def test_a_paragraph_that_follows_the_copy_of_another_does_not_tell_which_one_it_was():
    first = "石湾县统计局在一年一度的通报里对记者们解释说，全县上半年新开工的项目一共有120个。"
    text = f"{first}\n县长说，居民收入的增长比产值更要紧，我们不看一时的快慢。"
    start = text.index("120个")
    there = Target(start, start + 4, "120个", *surroundings(text, start, start + 4), sha256(text))
    new = text.replace(first, f"{first}\n{first}")
    assert Anchoring(new, sha256(new)).place(an_annotation(target=there)).status is REVIEW


def test_a_sentence_that_moved_is_found_by_the_sentence_that_was_stored_though_the_old_text_is_lost():
    lines = OLD.split("\n")
    new = "\n".join(["别处来的话，说了很多，说了又说，没有数字。" * 3, lines[2], "还有别的话。" * 20])
    placed = Anchoring(new, sha256(new)).place(an_annotation(target=target("县统计局"), sentence=lines[2]))
    assert (new[placed.start : placed.end], placed.status) == ("县统计局", REVIEW)


def test_a_sentence_that_moved_and_ends_in_a_full_stop_needs_no_look():
    one, other = "“我们不看一时的快慢，一切都要从长远去看。”", "今天下着很大很大的雨，街上没有几个人在走动。"
    old = f"标题。{one}{other}{'再说别的话也没有用处。' * 2}"
    new = f"标题。{other}{'再说别的话也没有用处。' * 2}{one}"
    placed = Anchoring(new, sha256(new), lambda _: old).place(an_annotation(target=target(one, old)))
    assert (new[placed.start : placed.end], placed.status) == (one, MOVED)


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
