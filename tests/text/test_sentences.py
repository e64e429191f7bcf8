"""Sentences end with their mark and the quotation marks that close after it."""

from __future__ import annotations

import pytest

from reader.text.sentences import LONGEST_QUOTE, quoted_part, sentence_around, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长5%。下降3%！", ["增长5%。", "下降3%！"]),
        ("他说：“很好。”然后走了。", ["他说：“很好。”", "然后走了。"]),
        ("没有句号", ["没有句号"]),
        ("一行\n二行。", ["一行", "二行。"]),
        ("真的吗？！是。", ["真的吗？！", "是。"]),
        ("等等……后来。", ["等等……", "后来。"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_splits_text_into_sentences(text: str, expected: list[str]):
    assert sentences(text) == expected


def test_a_span_over_two_sentences_takes_both():
    text = "标题\n甲有3个。乙有4个。丙有5个。"
    start, end = text.index("3个"), text.index("4个") + 2
    assert text[slice(*sentence_around(text, start, end))] == "甲有3个。乙有4个。"


def test_an_offset_between_sentences_is_its_own_place():
    assert sentence_around("\n\n", 1, 1) == (1, 1)


def quoted(text: str, start: int, end: int) -> str:
    return text[slice(*quoted_part(text, sentence_around(text, start, end), start, end))]


def test_a_sentence_of_ordinary_length_is_quoted_whole():
    text = "甲" * (LONGEST_QUOTE - 1) + "。下一句。"
    assert quoted(text, 0, 1) == text[:LONGEST_QUOTE]


def test_of_an_endless_sentence_the_clauses_around_the_span_are_quoted():
    text = "".join(f"第{number}项支出{number}万元，" for number in range(1000, 2000))
    start = text.index("1500万元")
    part = quoted(text, start, start + 6)
    assert "第1500项支出1500万元，" in part
    assert part.startswith("第")
    assert part.endswith("，")
    assert len(part) < LONGEST_QUOTE


def test_without_clause_marks_as_much_is_quoted_on_either_side():
    text = "甲" * 400 + "乙" + "丙" * 400
    part = quoted(text, 400, 401)
    assert min(part.count("甲"), part.count("丙")) >= 60
    assert len(part) < LONGEST_QUOTE


def test_neighbours_in_an_endless_sentence_share_a_quotation():
    text = "甲" * 2000
    parts = {quoted_part(text, (0, 2000), at, at + 2) for at in range(1000)}
    assert len(parts) < 60


def test_of_a_span_that_is_longer_than_a_quotation_its_beginning_is_quoted():
    text = "甲" * 2000
    assert quoted_part(text, (0, 2000), 600, 1900) == (540, 540 + LONGEST_QUOTE)
