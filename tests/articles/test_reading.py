"""Whole files read into articles."""

import pytest

from reader.articles.article import Article, Format, ParagraphKind, RemovedKind
from reader.articles.reading import article_of
from reader.articles.records import article_record
from reader.articles.removal import stretches
from reader.articles.source import Source
from reader.errors import ReaderError

JEKYLL = """---
layout: post
title: "产业园：建设"三区"，再造引擎"
date: 2022-05-26 22:56:22 +0800
tags: 晚报新闻
---
<p>过去5年，产业园取得丰硕成果，研发(R&amp;D)投入年均增长11.6%，综合实力居全省前列。</p>
 <p>面对新征程，产业园将加快建设，为全市贡献力量，努力走在前列。</p><p class="src">（文章来源：晚报）</p>

<http://news.example/share?id=1>
"""
PLAIN = """首页
登录
园区新闻：产值创新高
2024-03-05 09:30  来源：晨报
今年一季度，园区产值达到12亿元，同比增长8%，企业普遍看好全年形势。
记者在现场看到，生产线开足马力，订单已经排到年底，工人们正在加班。
相关阅读
上一篇：旧闻一则
Copyright 2024 某某网 版权所有
"""


def _read(text: str) -> Article:
    return article_of(Source("a.txt", text))


def _assert_traced(article: Article, source: str) -> None:
    for paragraph in article.paragraphs:
        for run in paragraph.content.runs:
            assert 0 <= run.source_start < run.source_end <= len(source)
            if run.is_direct:
                assert paragraph.text[run.start : run.end].split() == source[run.source_start : run.source_end].split()


def test_a_post_with_broken_front_matter_is_read() -> None:
    article = _read(JEKYLL)
    assert article.format is Format.JEKYLL
    assert article.title == '产业园：建设"三区"，再造引擎'
    assert article.date == "2022-05-26"
    assert article.publisher == "晚报"
    assert [paragraph.kind for paragraph in article.paragraphs[:3]] == [
        ParagraphKind.TITLE,
        ParagraphKind.BODY,
        ParagraphKind.BODY,
    ]
    assert "研发(R&D)投入年均增长11.6%" in article.paragraphs[1].text
    _assert_traced(article, JEKYLL)


def test_an_entity_points_at_where_it_is_written() -> None:
    body = _read(JEKYLL).paragraphs[1].content
    at = body.text.index("&")
    start, end = body.source_span(at, at + 1) or (0, 0)
    assert JEKYLL[start:end] == "&amp;"


def test_head_and_tail_of_a_copied_page_go() -> None:
    article = _read(PLAIN)
    assert article.format is Format.TEXT
    assert [paragraph.kind for paragraph in article.paragraphs] == [
        ParagraphKind.TITLE,
        ParagraphKind.BODY,
        ParagraphKind.BODY,
    ]
    assert article.title == "园区新闻：产值创新高"
    assert article.date == "2024-03-05"
    assert article.publisher == "晨报"
    assert {removed.kind for removed in article.removed} == {
        RemovedKind.NAVIGATION,
        RemovedKind.METADATA,
        RemovedKind.FOOTER,
    }
    _assert_traced(article, PLAIN)


def test_the_stretches_of_a_source_are_the_whole_source_in_order() -> None:
    article = _read(JEKYLL)
    found = list(stretches(article, JEKYLL))
    assert "".join(JEKYLL[stretch.start : stretch.end] for stretch in found) == JEKYLL
    removed = "".join(JEKYLL[stretch.start : stretch.end] for stretch in found if stretch.kind is not None)
    assert "http://news.example" in removed
    assert "产业园" not in removed


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n第一段写得很长，有二十多个字，并且以句号结尾。\n\n---\n\n第二段也写得很长，并且以句号结尾。\n",
        "---\n第一段：很长的一段话，以句号结尾。\n---\n",
    ],
)
def test_lines_of_dashes_are_no_front_matter(text: str) -> None:
    assert _read(text).format is Format.TEXT


def test_control_characters_become_visible_one_for_one() -> None:
    text = "标题\x1b]52;c;aGk=\x07完\n\n第一段\x00里有控制字符\u202e和\x9b颠倒，以句号结尾。\n"
    article = _read(text)
    assert article.paragraphs[0].text == "标题␛]52;c;aGk=␇完"
    assert article.paragraphs[1].text == "第一段␀里有控制字符�和�颠倒，以句号结尾。"
    assert article.paragraphs[1].content.source_span(3, 4) == (text.index("\x00"), text.index("\x00") + 1)


def test_markup_of_a_terminal_library_is_only_text() -> None:
    article = _read("标题[/]\n\n正文里有[@click=app.quit]x[/]，照原样显示，以句号结尾。\n")
    assert article.title == "标题[/]"
    assert article.paragraphs[1].text == "正文里有[@click=app.quit]x[/]，照原样显示，以句号结尾。"


def test_a_page_without_any_text_is_refused() -> None:
    with pytest.raises(ReaderError, match="file-without-article"):
        _read("<html><body><script>var a = 1;</script><div><br></div></body></html>")


def test_the_record_is_plain_values() -> None:
    record = article_record(_read(PLAIN))
    assert list(record) == [
        "content_id", "file", "encoding", "format", "script", "title", "byline", "date", "publisher", "url",
        "paragraphs", "removed", "damage",
    ]  # fmt: skip
    assert record["paragraphs"][0]["kind"] == "title"
    start, end, source_start, source_end = record["paragraphs"][0]["runs"][0]
    assert record["title"][start:end] == PLAIN[source_start:source_end]
