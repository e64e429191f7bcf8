"""What holds for every input: no crash, runs inside the source, nothing forbidden, nothing lost without a reason."""

import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.articles.article import Article
from reader.articles.decoding import decode
from reader.articles.reading import article_of
from reader.articles.removal import stretches
from reader.articles.source import Source
from reader.controls import FORBIDDEN
from reader.errors import ReaderError

THOROUGH = int(os.environ.get("READER_THOROUGH_INPUTS", "100000"))

_FRAGMENTS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div",
        'class="article">',
        "</div>",
        "<br>",
        "<a",
        "href=x>",
        "</a>",
        "<h1>",
        "</h1>",
        "<table><tr><td>",
        "</td>",
        "</tr></table>",
        "<li>",
        "</li>",
        "<ul>",
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<title>",
        "</title>",
        "<nav>",
        "</nav>",
        "&amp;",
        "&nbsp;",
        "&#x4e2d;",
        "&#0;",
        "&bogus;",
        "<http://a.cn/b>",
        "<a",
        "<b",
        '"',
        "'",
        ">",
        "<",
        "---",
        "title:",
        "date:",
        '"坏"引号"',
        "2024-03-05",
        "http://x.cn/?a=b&c=d",
        "#",
        "**",
        "*",
        "[链接](http://x.cn)",
        "![图](x.png)",
        ">",
        "-",
        "1.",
        "|",
        "标签：财经",
        "相关阅读",
        "责任编辑：王五",
        "版权所有",
        "首页",
        "登录",
        "分享到",
        "上一篇",
        "来源：晨报",
        "记者",
        "张三",
        "第一季度，园区产值达到12亿元，同比增长8%。",
        "今年以来，全市上下一心，努力工作，取得了新的成绩，为下一步打好了基础，",
        "(jing)",
        "??松履茉错椖?",
        "區(qū)",
        "規(guī)模",
        "十四五",
        "30万元",
        "民國113年5月20日",
        "二〇二四年三月五日",
        "-",
        "3",
        "-",
        "第3页",
        "————",
        "沙发",
        "发表于",
        "2021-9-12",
        "20:33",
    ]
)
_BREAKS = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "",
        "\t",
        "\u3000\u3000",
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\u200b",
        "\u2028",
        "\x85",
        "\ufeff",
    ]
)
_MIXED = st.lists(st.one_of(_FRAGMENTS, _BREAKS, st.text(max_size=8)), max_size=60).map("".join)
_FRONT = st.builds("---\n{}\n---\n{}".format, _MIXED, _MIXED)
_TEXTS = st.one_of(_MIXED, _FRONT, st.text(max_size=200))
_BYTES = st.one_of(
    st.binary(max_size=300),
    _TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    _TEXTS.map(lambda text: text.encode("gb18030", "replace")),
)


def _assert_sound(article: Article, source: str) -> None:
    assert article.paragraphs
    for index, paragraph in enumerate(article.paragraphs):
        text = paragraph.text
        assert text.strip()
        assert not FORBIDDEN.search(text)
        assert "\n" not in text
        assert paragraph.repeats is None or (
            0 <= paragraph.repeats < len(article.paragraphs) and paragraph.repeats != index
        )
        at = 0
        for run in paragraph.content.runs:
            assert at <= run.start < run.end <= len(text)
            assert 0 <= run.source_start < run.source_end <= len(source)
            at = run.end
    for field in (article.title, article.byline, article.publisher, article.url):
        assert field is None or not FORBIDDEN.search(field)
    found = list(stretches(article, source))
    assert "".join(source[stretch.start : stretch.end] for stretch in found) == source


def _read(text: str) -> None:
    try:
        article = article_of(Source("a.txt", text))
    except ReaderError as error:
        assert error.code == "file-without-article"  # noqa: PT017
    else:
        _assert_sound(article, text)


def _decode_and_read(data: bytes) -> None:
    try:
        source = decode(data, "a.md")
    except ReaderError as error:
        assert error.code in ("file-empty", "file-not-text")  # noqa: PT017
    else:
        _read(source.text)


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_every_text_is_read_soundly(text: str) -> None:
    _read(text)


@settings(max_examples=100, deadline=None)
@given(_BYTES)
def test_every_file_is_read_or_refused(data: bytes) -> None:
    _decode_and_read(data)


@pytest.mark.thorough
@settings(max_examples=THOROUGH // 2, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(_TEXTS)
def test_very_many_texts_are_read_soundly(text: str) -> None:
    _read(text)


@pytest.mark.thorough
@settings(max_examples=THOROUGH // 2, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(_BYTES)
def test_very_many_files_are_read_or_refused(data: bytes) -> None:
    _decode_and_read(data)


_HOSTILE = (
    "这是一行没有句号的话而且比较长大约有二十多个字的样子，\n\n", "<a ", "<a>", "<![", "<p>一", "x<br>", "一\n", "（\n", "1\n", "，\n", "<table><tr><td>一", "- a\n", "|a|b|\n", "[a](", "**a ", "“一，",
    "<div class='a'><a href=x>", "相关阅读\n", "标签：", "一、一\n", "<title>", "&#", "\u3000", "a  b  1\n", "发表于 2021-9-1\n一二三，四五六七八九十一二三四五。\n",
    "<h1>一<br>", '<script type="application/ld+json">"author":{', "一二三四五六七八九(2)\n", "From: a\n", "<h1>一二三四五六七八九</h1><p>一二三，四五六七八九十一二三四五。</p>",
)  # fmt: skip


@pytest.mark.parametrize("length", [15_000, pytest.param(60_000, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("unit", _HOSTILE)
def test_hostile_input_is_read_in_linear_time(unit: str, length: int) -> None:
    begin = time.process_time()
    _read(unit * (length // len(unit)))
    assert time.process_time() - begin < length / 30_000


@pytest.mark.thorough
@pytest.mark.parametrize("unit", ["<a ", "<a>", "<!["])
def test_a_megabyte_of_hostile_markup_is_read_in_three_seconds(unit: str) -> None:
    begin = time.process_time()
    _read(unit * (1_000_000 // len(unit)))
    assert time.process_time() - begin < 3


def test_a_long_menu_above_a_long_text_is_read_in_linear_time() -> None:
    menu = "".join(f"某个栏目的名字{number}号\n" for number in range(4000))
    begin = time.process_time()
    _read(menu + "今年全市生产总值增长5.8%，形势很好。\n" * 4000)
    assert time.process_time() - begin < 3
