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
