"""Sentences end with their mark and the quotation marks that close after it."""

from __future__ import annotations

import pytest

from reader.text.sentences import sentence_around, sentence_spans


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
