"""Pinyin that a mirror engine put in goes; what a writer put in parentheses stays."""

from __future__ import annotations

import pytest

from reader.articles.article import RemovedKind
from reader.articles.pinyin import annotated_characters, drop_pinyin, is_reading
from reader.articles.reading import article_of
from reader.articles.source import Source
from reader.text.traced import TracedText

TABLE = {"區": "(qū)", "業": "(yè)", "經": "(jing)(jing)", "規": "(guī)", "數": "(shù)"}
CLEAN = (
    "園區企業規模不斷擴大，開發區經濟總量達到1.2億元，企業數超過200家。\n"
    "研發(R&D)經費占營業收入的3%，規上企業購置設備約3000台(套)，數據中心落戶亳(bó)州園區。\n"
    "全區經營主體總數(2021-2025年)翻了一番，六(lù)安、園區與企業按規劃推進，數字經濟占比過半。\n"
)
"""Each annotated character several times, and what must stay."""


def annotated(text: str) -> str:
    """The text as the engine leaves it."""
    return "".join(character + TABLE.get(character, "") for character in text)


def cleaned(text: str) -> str:
    characters = annotated_characters(text.splitlines())
    return drop_pinyin(TracedText.of_source(text), characters).text


def test_pinyin_after_every_occurrence_goes_toned_toneless_and_doubled():
    assert "經(jing)(jing)營" in annotated(CLEAN)
    assert cleaned(annotated(CLEAN)) == CLEAN


def test_clean_text_stays():
    assert cleaned(CLEAN) == CLEAN
    assert annotated_characters(CLEAN.splitlines()) == frozenset()


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("one character only", "區(qū)" * 20),
        ("two characters only", "區(qū)業(yè)" * 20),
        ("few spots", "區(qū)業(yè)規(guī)"),
        ("not everywhere", "區(qū)業(yè)規(guī)" * 6 + "區業規" * 3),
        ("no readings of theirs", "區(abc)業(re)規(max)" * 9),
        ("both scripts have them", "亳(bó)安(ān)台(tái)" * 9),
        ("full-width, as writers do it", "區（qū）業（yè）規（guī）" * 9),
        ("upper case", "區(A)業(B)規(C)" * 9),
    ],
)
def test_parentheses_with_another_reason_stay(why: str, text: str):
    assert cleaned(text) == text, why


def test_an_engine_that_spared_some_occurrences_is_still_recognised():
    text = annotated(CLEAN) * 3 + "開發區"
    assert cleaned(text) == CLEAN * 3 + "開發區"


def test_what_stays_points_at_its_source():
    text = annotated(CLEAN)
    after = drop_pinyin(TracedText.of_source(text), annotated_characters([text]))
    assert all(
        after.text[run.start : run.end] == text[run.source_start : run.source_end]
        for run in after.runs
        if run.is_direct
    )
    assert after.source_span(0, len(after.text)) == (0, len(text))


def test_an_article_says_what_was_removed_as_pinyin():
    text = "園區產值創新高\n\n" + annotated(CLEAN).replace("\n", "\n\n")
    article = article_of(Source("a.txt", text))
    assert "(qū)" not in article.text
    removed = [text[each.source_start : each.source_end] for each in article.removed if each.kind is RemovedKind.PINYIN]
    assert set(removed) == set(TABLE.values())
    assert "(R&D)" in article.text
    assert "亳(bó)" in article.text


@pytest.mark.parametrize(
    ("character", "syllable", "valid"),
    [
        ("區", "qū", True),
        ("區", "qu", True),
        ("綠", "lǜ", True),
        ("綠", "lu", True),
        ("區", "qú", False),
        ("區", "shù", False),
        ("北", "běi", False),
        ("", "qū", False),
    ],
)
def test_knows_the_readings_of_traditional_only_characters(character: str, syllable: str, valid: bool):
    assert is_reading(character, syllable) is valid
