"""Opening and folding paragraphs that repeat others gives the rows that laying all of them out gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Article, Format, Paragraph, ParagraphKind
from reader.text.script import Script
from reader.text.traced import TracedText
from reader.tui.breaking import PLAIN, BrokenParagraphs
from reader.tui.layout import lay_out, refolded

KINDS = st.sampled_from([ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.BYLINE, ParagraphKind.DATELINE])
WORDS = st.text("产值达500亿元，增长9.4%。", min_size=1, max_size=60)
PARAGRAPHS = st.lists(st.tuples(KINDS, WORDS, st.booleans()), min_size=1, max_size=12)


def article_of(paragraphs: list[tuple[ParagraphKind, str, bool]]) -> Article:
    title = Paragraph(ParagraphKind.TITLE, TracedText.of_source("标题"), None)
    made = [Paragraph(kind, TracedText.of_source(words), 0 if repeats else None) for kind, words, repeats in paragraphs]
    return Article(
        "a.txt", "0" * 16, "utf-8", Format.TEXT, Script.SIMPLIFIED, "标题", None, None, None, None, (title, *made)
    )


@given(PARAGRAPHS, st.integers(2, 30), st.booleans())
def test_rows_after_folding_are_those_of_a_new_layout(paragraphs, width: int, unfolded: bool):
    article = article_of(paragraphs)
    broken = BrokenParagraphs(article, PLAIN)
    before = lay_out(article, broken, width, unfolded=not unfolded, restored={})
    expected = lay_out(article, broken, width, unfolded=unfolded, restored={})
    assert refolded(before, article, broken, width, unfolded=unfolded) == expected
