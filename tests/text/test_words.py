"""Words: the likeliest division, in either script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.words import word_spans


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("科技创新活力不断迸发", ["科技", "创新", "活力", "不断", "迸发"]),
        ("固定資產投資增長", ["固定資產", "投資", "增長"]),
        ("研究生命的起源", ["研究", "生命", "的", "起源"]),
        ("采用OpenCC转换，2023年", ["采用", "OpenCC", "转换", "2023", "年"]),
        ("２０２３年增长＋５．６％", ["２０２３", "年", "增长", "＋５．６％"]),
        ("Café在二〇二三年", ["Café", "在", "二", "〇", "二三年"]),
        ("𠮷野家", ["𠮷", "野", "家"]),
        ("，。 ", []),
        ("", []),
    ],
)
def test_divides_text_into_words(text: str, expected: list[str]):
    assert words(text) == expected


@given(st.text("研究生命的起源中国a1é９〇，𠮷 \n", max_size=30))
def test_words_do_not_overlap_and_leave_out_only_marks(text: str):
    at = 0
    for start, end in [*word_spans(text), (len(text), len(text))]:
        assert at <= start <= end
        assert not any(character.isalnum() for character in text[at:start])
        at = end
