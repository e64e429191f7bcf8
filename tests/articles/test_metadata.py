"""Dates, bylines, publishers and front matter."""

import pytest

from reader.articles.dates import read_date
from reader.articles.frontmatter import read_front_matter
from reader.articles.reading import article_of
from reader.articles.source import Source

BODY = "\n\n今年一季度，园区产值达到12亿元，同比增长8%，企业普遍看好全年形势。\n\n生产线开足马力，订单已经排到年底。\n"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022-05-26 22:56:22 +0800", "2022-05-26"),
        ("2024年3月5日", "2024-03-05"),
        ("2024/3/5 09:12", "2024-03-05"),
        ("2024.03.05", "2024-03-05"),
        ("民國113年5月20日", "2024-05-20"),
        ("中華民國112年10月5日", "2023-10-05"),
        ("更新日期：112-10-06", "2023-10-06"),
        ("二〇二四年一月十八日", "2024-01-18"),
        ("二○二三年十二月三十一日", "2023-12-31"),
        ("20240305", "2024-03-05"),
        ("2024-13-45", None),
        ("编号2021-99-12，2022年5月26日印发", "2022-05-26"),
        ("5月6日", None),
        ("", None),
    ],
)
def test_days_are_read_as_chinese_news_writes_them(written: str, day: str | None) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize(
    ("head", "byline", "date", "publisher"),
    [
        ("题目是这样写的\n\n2024-03-05 09:30 来源：晨报 作者：王小五", "王小五", "2024-03-05", "晨报"),
        ("题目是这样写的\n\n发稿时间:2024-02-02 10:11   来源: 綿陽日報", None, "2024-02-02", "綿陽日報"),
        ("题目是这样写的\n\n本报记者 王五\n\n更新时间:2025-09-06", "本报记者 王五", "2025-09-06", None),
        ("題目是這樣寫的\n\n2021-10-21 00:42 聯合島報 記者 林小青／台北報導", "林小青", "2021-10-21", None),
    ],
)
def test_what_the_lines_above_the_text_say(
    head: str, byline: str | None, date: str | None, publisher: str | None
) -> None:
    article = article_of(Source("a.txt", head + BODY))
    assert (article.byline, article.date, article.publisher) == (byline, date, publisher)


def test_a_source_tail_names_the_publisher() -> None:
    article = article_of(Source("a.txt", "题目是这样写的" + BODY + "\n（文章来源：科技晚报）\n"))
    assert article.publisher == "科技晚报"


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_front_matter_is_read_whatever_ends_its_lines(line_break: str) -> None:
    text = f"---\ntitle: 题目\ndate: 2024-03-05\n---\n{BODY}".replace("\n", line_break)
    found = read_front_matter(text)
    assert found is not None
    assert {key: value.text for key, value in found.fields.items()} == {"title": "题目", "date": "2024-03-05"}
    assert text[found.end :] == BODY.replace("\n", line_break)


def test_front_matter_knows_where_its_values_stand() -> None:
    text = '\n---\ntitle: "建设\'三区\'："再造"引擎"\ndate:\ntags: [a, b]\nlist:\n  - 甲\n  - 乙\n---\n正文\n'
    front = read_front_matter(text)
    assert front is not None
    assert text[front.end :] == "正文\n"
    assert front.fields["title"].text == "建设'三区'：\"再造\"引擎"
    assert front.fields["list"].text == "甲, 乙"
    assert front.fields["date"].text == ""
    start, end = front.fields["title"].source_span(0, 2) or (0, 0)
    assert text[start:end] == "建设"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "---\n---\n",
        "---\ntitle: a\n",
        "---\n这是一段话，不是字段。\n---\n",
        "正文\n---\ntitle: a\n---\n",
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert read_front_matter(text) is None


def test_an_escaped_quote_points_at_its_escape() -> None:
    text = '---\ntitle: "说\\"是\\"的人"\n---\n'
    front = read_front_matter(text)
    assert front is not None
    assert front.fields["title"].text == '说"是"的人'
    start, end = front.fields["title"].source_span(1, 2) or (0, 0)
    assert text[start:end] == '\\"'


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("发信站: 湖畔站 (Sun Jan 12 21:08:33 2025), 站内", "2025-01-12"),
        ("Tue Jul  8 09:12:41 CST 2025", "2025-07-08"),
        ("July 8, 2025", "2025-07-08"),
        ("8 July 2025", "2025-07-08"),
    ],
)
def test_days_are_read_as_clocks_and_boards_print_them(line: str, day: str) -> None:
    assert read_date(line) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("http://paper.example/html/2025-07/19/content_1.htm", "2025-07-19"),
        ("https://news.example/a/20250719/123.html", "2025-07-19"),
        ("https://gov.example/zwgk/202507/t20250719_33.html", "2025-07-19"),
        ("https://news.example/n1/2025/0719/c1001-4.html", "2025-07-19"),
        ("https://news.example/a/123456789.html", None),
        ("https://news.example/a/20259919/1.html", None),
    ],
)
def test_an_address_tells_the_day_where_the_page_does_not(address: str, day: str | None) -> None:
    text = f"夜市一晚卖出多少碗粉\n\n晚上九点，夜市人声鼎沸，摊主一晚能卖出460碗粉，流水接近5000元。\n\n原文链接：{address}\n"
    assert article_of(Source("a.txt", text)).date == day


def test_a_long_line_with_the_time_of_day_tells_the_day() -> None:
    line = "http://www.wealth-hotline.example　2024年12月04日 19:47　财富热线 微博 我有话说(56人参与) 收藏本文 订阅快讯"
    body = "晚上九点，夜市人声鼎沸，摊主一晚能卖出460碗粉，流水接近5000元。"
    page = f"<h1>夜市一晚卖出多少碗粉</h1><p>{line}</p><p>{body}</p><p>{body[::-1]}</p>"
    assert article_of(Source("a.html", page)).date == "2024-12-04"


def test_labels_that_follow_without_a_blank_are_no_part_of_names() -> None:
    page = (
        "<h1>夜市一晚卖出多少碗粉</h1><div><span>2025-04-11 07:36</span><span>来源：汀洲日报</span><span>记者：甘小满</span>"
        "<span>字号：大中小</span></div><p>晚上九点，夜市人声鼎沸，摊主一晚能卖出460碗粉，流水接近5000元。</p>"
    )
    article = article_of(Source("a.html", page))
    assert (article.publisher, article.byline, article.date) == ("汀洲日报", "甘小满", "2025-04-11")
