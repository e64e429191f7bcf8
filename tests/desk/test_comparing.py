"""Two versions of a sentence, for two columns: what is other in them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.desk.comparing import LONGEST, Part, compared


def test_figures_are_the_same_as_a_whole_or_not_at_all():
    was, now = compared("同比增长10.0%，为全市第一", "同比增长16.0%，全市第一")
    assert was == [
        Part("同比增长", False),
        Part("10.0%", True),
        Part("，", False),
        Part("为", True),
        Part("全市第一", False),
    ]
    assert now == [
        Part("同比增长", False),
        Part("16.0%", True),
        Part("，", False),
        Part("", True),
        Part("全市第一", False),
    ]


def test_a_character_that_stayed_between_two_changes_does_not_tear_them_apart():
    was, now = compared("增长6.8%，增速高于全省；箱量", "增长增加7.1%；箱量")
    assert [part.text for part in was if part.differs] == ["6.8%，增速高于全省"]
    assert [part.text for part in now if part.differs] == ["增加7.1%"]


def test_of_long_sentences_what_stands_around_the_first_difference_is_shown():
    was, now = compared("甲" * 500 + "1亿" + "乙" * 500, "甲" * 500 + "2亿" + "乙" * 500)
    assert [part.text for part in was if part.differs] == ["1"]
    assert [part.text for part in now if part.differs] == ["2"]
    assert sum(len(part.text) for part in was) == LONGEST + 2


@given(st.text("增长5.0%，亿", max_size=40), st.text("增长5.0%，亿", max_size=40))
@settings(max_examples=60)
def test_each_side_is_the_sentence_itself(was, now):
    old, new = compared(was, now)
    assert "".join(part.text for part in old) == was
    assert "".join(part.text for part in new) == now
    assert [part.text for part in old if not part.differs] == [part.text for part in new if not part.differs]
