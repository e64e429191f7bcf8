"""A claim's context points at one place."""

from __future__ import annotations

import pytest

from reader.claims.finding import find_claims
from reader.text.script import Script

FILLER = "记者在现场看到，工人们正在忙碌，机器的声音此起彼伏，一派繁忙的景象。" * 4


def contexts(text: str) -> list[str]:
    return [one.prefix + one.exact + one.suffix for one in find_claims(text, script=Script.SIMPLIFIED)]


@pytest.mark.parametrize(
    "text",
    [
        "全市产值增长9.4%。\n去年，全市产值增长9.4%。\n昨天公布，全市产值增长9.4%，高于预期。",
        f"导语。\n全年产值达500亿元，增长9.4%。\n{FILLER}\n全年产值达500亿元，增长9.4%。\n结尾。",
    ],
)
def test_repeated_figures_are_told_apart_by_more_context(text):
    found = contexts(text)
    assert len(found) == len(set(found))
    assert all(text.count(one) == 1 for one in found)


def test_a_figure_that_stands_once_keeps_its_short_context():
    assert contexts("全年产值达500亿元。\n增长9.4%。") == ["全年产值达500亿元。", "增长9.4%。"]


def test_a_text_of_one_figure_over_and_over_keeps_the_short_contexts():
    found = find_claims("100亿元，" * 1000, script=Script.SIMPLIFIED)
    assert len(found) == 1000
    assert max(len(one.prefix) for one in found) == 32


def test_the_words_of_its_own_paragraph_tell_a_figure_apart_before_those_of_others():
    """A page read in another way has other paragraphs beside it: a title that moved up, a caption that went."""
    told = "本市作为先行区，去年实现地区生产总值增长9.4%、增速高于全省1.4个百分点，工业总产值占全省的28.4%"
    claims = find_claims(f"摘要：{told}。昨天公布。\n图片说明\n{told}！\n记者手记", script=Script.SIMPLIFIED)
    of_paragraph = [one for one in claims if one.exact == "9.4%"][1]
    assert of_paragraph.prefix + of_paragraph.exact + of_paragraph.suffix == f"{told}！"
