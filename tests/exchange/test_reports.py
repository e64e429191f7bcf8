"""Reports are for reading, and every text in them stays text: no markup, no link, no script of others."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader import languages
from reader.annotations.annotation import Annotation, Response, Target, Verdict
from reader.exchange.format import Wishes
from reader.exchange.formats.as_html import highlighted
from reader.exchange.formats.as_markdown import escaped
from reader.exchange.registry import format_named
from tests.annotations.examples import an_annotation, identifier
from tests.exchange.generating import TEXTS, annotations

EVIL = "</mark><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;[x](javascript:alert(1))`*_~~|$#@http://e.vil www.e.vil"
TEXT = "标题\n全市规模以上工业产值近500亿元，同比增长11.6%。\n末段"
MARKS = st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~&$=:@/w1a汉\"' \t"), max_size=12)
MARKDOWN = [MarkdownIt("commonmark", {"html": True}), MarkdownIt("gfm-like", {"html": True})]


def written(word: str, things: list[Annotation], **wishes: object) -> str:
    out = BytesIO()
    format_named(word).write(out, iter(things), Wishes(**wishes))  # type: ignore[arg-type]
    return out.getvalue().decode()


def on(text: str, start: int, end: int, **changes: object) -> Annotation:
    return an_annotation(start + 1, target=Target(start, end, text[start:end], "", "", "ab" * 32), **changes)


def shown(markdown: MarkdownIt, source: str) -> str:
    """The text that a reader of the rendered Markdown sees; fails where it is anything but a paragraph of text."""
    tokens = markdown.parse(source)
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}, source
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special", "softbreak"}, source
    return "".join(child.content for child in children)


@pytest.mark.parametrize("markdown", MARKDOWN, ids=["commonmark", "gfm"])
@given(TEXTS.map(lambda text: text.replace("\n", " ")) | MARKS)
@settings(max_examples=150, deadline=None)
@example("1. x")
@example("- x")
@example("---")
@example("===")
@example("    code")
@example("a  ")
@example("&copy;")
@example("http://e.vil/x www.e.vil a@e.vil mailto:a@e.vil")
@example("\\")
def test_markdown_shows_the_text_and_nothing_else(markdown: MarkdownIt, text: str):
    for line in (escaped(text), f"甲\n{escaped(text)}"):
        seen = shown(markdown, line).removeprefix("甲")
        assert seen.split() == re.sub(r"[ \t]+", " ", text).split()


def test_a_markdown_report_has_quotes_values_verdicts_and_notes():
    report = written(
        "markdown", [an_annotation(verdict=Verdict.CONFIRMED), an_annotation(2, start=30, claim=None, response=None)]
    )
    assert report.startswith(
        "# Annotations\n\n## 标题\n\n某报 · 2022-05-26 · a.md\n\n<https://example.com/a>\n\n### 500亿元\n\n> 去年"
    )
    assert (
        "- value: 50,000,000,000 CNY · nearly · increase · actual · 2021 · 规模以上工业产值\n- verdict: confirmed\n"
        in report
    )
    assert (
        "- note: 第一行\\\n  第二行\n- evidence: <https://example.com/来源>\n- by: 李, 2026-01-02T03:04:05+08:00\n"
        in report
    )
    assert report.count("## 标题") == 1


@pytest.mark.parametrize(("word", "said"), [("markdown", "- response: {}\n"), ("html", "<strong>claim {}</strong>")])
def test_a_report_says_which_claims_were_rejected_or_corrected(word: str, said: str):
    for response in (Response.REJECTED, Response.CORRECTED):
        assert said.format(response) in written(word, [an_annotation(response=response)])
    for other in (Response.ACCEPTED, None):
        assert said.split("{}")[0] not in written(word, [an_annotation(response=other)])


@pytest.mark.parametrize("word", ["markdown", "html"])
def test_an_address_that_is_none_of_the_web_is_no_link(word: str):
    of = an_annotation().provenance
    evil = an_annotation(
        provenance=replace(of, url="javascript:alert(1)"), evidence=("data:text/html,x", "https://a.b/<x>\"'")
    )
    report = written(word, [evil])
    links = (
        [href for _, attributes in tags_of(report) for name, href in attributes if name == "href"]
        if word == "html"
        else re.findall("(?<!\\\\)<(.*?)>", report)
    )
    assert [link for link in links if not link.startswith("#")] == (
        ["https://a.b/<x>\"'"] if word == "html" else ["https://a.b/%3Cx%3E\"'"]
    )


def tags_of(page: str) -> list[tuple[str, list[tuple[str, str]]]]:
    found: list[tuple[str, list[tuple[str, str]]]] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, [(name, value or "") for name, value in attrs]))

    Tags().feed(page)
    return found


def text_of(page: str) -> str:
    pieces: list[str] = []

    class Words(HTMLParser):
        def handle_data(self, data: str) -> None:
            pieces.append(data)

    Words().feed(page)
    return "".join(pieces)


ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "article", "h1", "p", "mark", "sup", "a", "ol", "li", "strong", "br",
    "blockquote", "div", "span",
}  # fmt: skip


@given(st.lists(annotations(), min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_html_has_no_tag_or_attribute_but_ours(things: list[Annotation]):
    page = written("html", things, text_of=lambda _: TEXT + EVIL)
    for tag, attributes in tags_of(page):
        assert tag in ALLOWED
        for name, value in attributes:
            assert not name.startswith("on")
            if name == "href":
                assert re.match("https?://|#a[0-9]+$", value)
    for annotation in things:
        assert annotation.note in text_of(page)


def test_html_escapes_every_field():
    evil = an_annotation(note=EVIL, sentence=EVIL, tags=(EVIL[:60],), annotator=EVIL, evidence=(EVIL,))
    evil = replace(evil, provenance=replace(evil.provenance, title=EVIL, publisher=EVIL, url=EVIL, file=EVIL))
    page = written("html", [evil])
    assert {tag for tag, _ in tags_of(page)} <= ALLOWED
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_html_shows_the_article_with_its_highlights():
    things = [on(TEXT, 14, 19, verdict=Verdict.CONFIRMED), on(TEXT, 24, 29)]
    page = written("html", things, text_of={"ab" * 32: TEXT}.get)
    assert "<p>标题</p>" in page
    assert '近<mark class="confirmed">500亿元</mark><sup><a href="#a1">1</a></sup>，同比增长<mark' in page
    assert '<li id="a2"><strong>11.6%</strong>' in page


def test_html_marks_the_quote_that_is_meant_of_several_in_a_sentence():
    sentence = "产值增长5%，出口增长5%，投资下降5%。"
    target = Target(13, 15, "5%", "出口增长", "，投资", "ab" * 32)
    page = written("html", [an_annotation(target=target, sentence=sentence, claim=None)])
    assert '<blockquote>产值增长5%，出口增长<mark class="unchecked">5%</mark>，投资下降5%。</blockquote>' in page


def test_html_takes_a_quote_that_somebody_emptied_by_hand():
    assert "<blockquote>去年" in written("html", [an_annotation(target=Target(3, 3, "", "", "", "ab" * 32))])


def test_html_without_the_article_shows_the_sentences():
    page = written("html", [an_annotation()])
    assert (
        '<blockquote>去年全市规模以上工业产值近<mark class="unchecked">500亿元</mark>，同比增长11.6%。</blockquote>'
        in page
    )


@given(
    st.lists(
        st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda span: span[0] < span[1]),
        max_size=6,
    )
)
@settings(deadline=None)
def test_highlights_change_no_character(spans: list[tuple[int, int]]):
    marked = highlighted(TEXT, [(number, on(TEXT, *span)) for number, span in enumerate(spans, 1)])
    assert text_of(re.sub("<sup>.*?</sup>", "", marked)) == TEXT
    assert marked.count("<mark") == marked.count("</mark>")
    for paragraph in marked.split("\n"):
        assert paragraph.count("<mark") == paragraph.count("</mark>")
    assert all(marked.count(f'"#a{number}"') == 1 for number in range(1, len(spans) + 1))


def test_reports_speak_the_language_of_the_interface_and_data_never_does(monkeypatch: pytest.MonkeyPatch):
    things = [an_annotation(verdict=Verdict.CONFIRMED, tags=("key", "港口"))]
    data = [written(word, things) for word in ("csv", "jsonl", "jsonld")]
    monkeypatch.setattr(languages, "_chosen", "zh")
    markdown, html = written("markdown", things), written("html", things)
    assert markdown.startswith("# 批注\n")
    assert (
        "- 数值：50,000,000,000 元 · 近 · 增加 · 实际 · 2021 · 规模以上工业产值\n- 核查结论：属实\n- 标签：关键、港口\n"
        in markdown
    )
    assert "- 署名：李, " in markdown
    assert "<title>批注</title>" in html
    assert '<strong>属实</strong> <span class="tag">关键</span> <span class="tag">港口</span>' in html
    assert '<mark class="confirmed">' in html
    assert [written(word, things) for word in ("csv", "jsonl", "jsonld")] == data


@pytest.mark.parametrize("word", ["markdown", "html"])
def test_reports_go_article_by_article(word: str):
    of = an_annotation().provenance
    other = an_annotation(2, article_id=identifier(7), provenance=replace(of, title="第二篇"), target=None)
    report = written(word, [an_annotation(), other])
    assert 0 < report.index("标题") < report.index("第二篇")
    assert "the whole article" in report


@given(st.lists(annotations(), min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_a_markdown_report_has_no_structure_but_ours(things: list[Annotation]):
    tokens = MARKDOWN[1].parse(written("markdown", things))
    inner = [child for token in tokens for child in token.children or ()]
    assert not {token.type for token in tokens} & {
        "html_block",
        "fence",
        "code_block",
        "hr",
        "table_open",
        "ordered_list_open",
    }
    assert {child.type for child in inner} <= {
        "text",
        "text_special",
        "softbreak",
        "hardbreak",
        "link_open",
        "link_close",
    }
    allowed = sum(len(one.evidence) + (one.provenance.url is not None) for one in things)
    assert sum(child.type == "link_open" for child in inner) <= allowed
    assert sum(token.type == "heading_open" and token.tag == "h3" for token in tokens) == len(things)
