"""Layouts of pages beyond the plain article: joined pages, newsletters, converters' output, data in scripts."""

import pytest

from reader.articles.article import Article, ParagraphKind
from reader.articles.dates import read_date
from reader.articles.frontmatter import read_front_matter
from reader.articles.mailhead import read_mail_head
from reader.articles.reading import article_of
from reader.articles.source import Source

TITLE = "夜市一晚卖出多少碗粉"
FIRST = "晚上九点，夜市人声鼎沸，摊主一晚能卖出460碗粉，流水接近5000元。"
SECOND = "据统计，5月以来，全市6条夜市街日均客流8.2万人次，比去年同期增长37%。"
THIRD = "今年下半年，市里还将新开3条夜市街，预计新增摊位420个，带动就业1100人。"


def _read(text: str, name: str = "a.html") -> Article:
    return article_of(Source(name, text))


def _texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.repeats is None]


def _kinds(article: Article) -> list[tuple[ParagraphKind, str]]:
    return [(paragraph.kind, paragraph.text) for paragraph in article.paragraphs]


@pytest.mark.parametrize("dashes", ["---", "-----", "----------"])
def test_front_matter_may_close_with_a_longer_line_of_dashes(dashes: str) -> None:
    found = read_front_matter(f"---\ntitle: {TITLE}\ntags: [夜市\n{dashes}\n{FIRST}\n")
    assert found is not None
    assert found.fields["title"].text == TITLE


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_front_matter_that_nothing_closes_ends_where_the_text_begins(between: str) -> None:
    article = _read(f"---\nlayout: post\ntitle: {TITLE}\ndate: 2024-03-01\n{between}{FIRST}\n\n{SECOND}\n", "a.md")
    assert _texts(article) == [TITLE, FIRST, SECOND]
    assert article.date == "2024-03-01"


def test_front_matter_may_be_toml() -> None:
    article = _read(
        f'+++\ntitle = "{TITLE}"\ndate = 2024-03-01T08:00:00+08:00\ntags = ["夜市"]\n+++\n{FIRST}\n\n{SECOND}\n', "a.md"
    )
    assert (_texts(article), article.date) == ([TITLE, FIRST, SECOND], "2024-03-01")


def test_dashes_above_prose_are_no_front_matter() -> None:
    assert read_front_matter(f"---\nNote: {FIRST}\n\n{SECOND}\n") is None


@pytest.mark.parametrize("label", ["{0}({1})", "{0}（{1}）", "{0}_{1}"])
def test_pages_of_one_article_are_read_as_one(label: str) -> None:
    pages = [
        f"<div class=nav><a href=1>首页</a></div><h1>{title}</h1><p>2024-08-22 10:05 来源：晨报</p><p>{text}</p>"
        "<div><a href=1>上一页</a> <a href=2>下一页</a></div><div class=foot>晨报 版权所有</div>"
        for title, text in ((TITLE, FIRST), (label.format(TITLE, 2), SECOND), (label.format(TITLE, 3), THIRD))
    ]
    assert _texts(_read("<html><body>" + "".join(pages) + "</body></html>")) == [TITLE, FIRST, SECOND, THIRD]


def test_a_sentence_cut_by_a_page_break_goes_on() -> None:
    text = (
        "年度报告\n\n夜市一晚卖出多少碗粉\n\n"
        "    去年全市共有夜市街六条，平均每晚接待游客八万二千人次，比前一年增长百分\n"
        "之三十七，其中外地游客占到四成，主要来自邻近的三个地市和省城，他们平均每\n"
        "人花费八十七元，比本地客人多花二十六元，以餐饮为主，购物只占一成左右，可\n"
        "\n                  第 1 页 共 2 页\n年度报告\n\n"
        "见夜市的主角还是吃。下一步将引入更多的手工艺摊位，让客人除了吃以外还能买\n"
        "到东西，并且在每条街设立两处休息区和一处卫生间，由街道统一管理。\n"
        "\n                  第 2 页 共 2 页\n"
    )
    texts = _texts(_read(text, "a.txt"))
    assert len(texts) == 2
    assert "可见夜市的主角还是吃" in texts[1]


def test_a_newsletter_is_read_without_its_mail_head_and_rules() -> None:
    head = f"From: 晨报 <a@b.example>\nTo: c@d.example\nDate: Fri, 27 Sep 2024 18:00:07 +0800\nSubject: {TITLE}\nX-Long: a\n b\n\n"
    rule = "=" * 60
    article = _read(f"{head}{rule}\n{TITLE}\n{rule}\n\n{FIRST}\n\n{SECOND}\n\n--\n退订：https://a.example/u\n", "a.txt")
    assert _texts(article) == [TITLE, FIRST, SECOND]
    assert article.date == "2024-09-27"


@pytest.mark.parametrize("text", ["From: 甲\nTo: 乙\n\n正文", "To be: 甲\n正文", "", "Date: 2024\n"])
def test_two_fields_are_no_mail_head(text: str) -> None:
    assert read_mail_head(text) is None


def test_a_title_of_two_lines_is_one_title() -> None:
    page = f"<h1>{TITLE}<br>How Many Bowls a Night</h1><p>{FIRST}</p><p>{SECOND}</p>"
    assert _texts(_read(page))[0] == f"{TITLE} How Many Bowls a Night"


def test_a_subtitle_behind_dashes_is_not_the_title() -> None:
    page = f"<title>晨报-{TITLE}</title><td>{TITLE}</td><td>——六条夜市街的调查</td><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    article = _read(page)
    assert article.title == TITLE
    assert "——六条夜市街的调查" in _texts(article)


def test_a_thread_title_is_read_without_its_label_and_button() -> None:
    text = f"[经验分享] {TITLE} [复制链接]\n发表于 2024-3-18 21:07 | 只看该作者\n{FIRST}\n{SECOND}\n沙发\n发表于 2024-3-18 21:30\n{THIRD}\n"
    article = _read(text, "a.txt")
    assert _texts(article) == [TITLE, FIRST, SECOND]
    assert article.byline is None


def test_what_a_site_generator_fills_in_goes() -> None:
    text = f"---\ntitle: {TITLE}\n---\n[TOC]\n\n{FIRST}[^1]\n\n## 六条街 {{#streets}}\n\n{SECOND}\n\n[^1]: {THIRD}\n"
    assert _texts(_read(text, "a.md")) == [TITLE, FIRST, "六条街", SECOND, THIRD]


@pytest.mark.parametrize(
    ("data", "byline", "publisher"),
    [
        ('"author":{"@type":"Person","name":"王小五"},"publisher":{"name":"晨报"}', "王小五", "晨报"),
        ('"author":[{"name":"\\u738b\\u5c0f\\u4e94"}],"publisher":"晨报"', "王小五", "晨报"),
        ('"author":{"name":"晨报"},"publisher":{"name":"晨报"}', None, "晨报"),
        ('"author":{"name":"坏', None, None),
    ],
)
def test_data_in_scripts_tell_who_wrote_and_published(data: str, byline: str | None, publisher: str | None) -> None:
    page = f'<script type="application/ld+json">{{"datePublished":"2023-12-09T07:12:33+08:00",{data}}}</script><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>'
    article = _read(page)
    assert (article.byline, article.publisher, article.date) == (byline, publisher, "2023-12-09")


def test_names_in_brackets_behind_the_last_sentence_are_the_byline() -> None:
    assert _read(f"{TITLE}\n\n{FIRST}\n\n{SECOND}(王小五 赵六)\n", "a.txt").byline == "王小五 赵六"


def test_names_below_the_title_are_a_byline_and_signatures_are_no_headings() -> None:
    text = f"{TITLE}\n王小五　赵六\n\n{FIRST}\n\n六条街\n\n{SECOND}\n\n云岭县商务局\n2024年3月11日\n"
    assert _kinds(_read(text, "a.txt")) == [
        (ParagraphKind.TITLE, TITLE), (ParagraphKind.BYLINE, "王小五　赵六"), (ParagraphKind.BODY, FIRST),
        (ParagraphKind.HEADING, "六条街"), (ParagraphKind.BODY, SECOND), (ParagraphKind.BODY, "云岭县商务局"),
        (ParagraphKind.DATELINE, "2024年3月11日"),
    ]  # fmt: skip


@pytest.mark.parametrize("anchor", ["<a>", "<a href=1>", "<a onclick='go(1)'>"])
def test_links_by_address_or_script_are_navigation(anchor: str) -> None:
    page = f"<div><h1>关于夜市管理的公告</h1><p>{FIRST}</p><p>{SECOND}</p></div><div>·{anchor}关于早市管理的公告</a> 04-20</div>"
    assert _texts(_read(page)) == ["关于夜市管理的公告", FIRST, SECOND]


@pytest.mark.parametrize("written", ["Fri, 27 Sep 2024 18:00:07", "September 27, 2024", "Updated: Sep. 27, 2024 09:40"])
def test_english_dates_are_read(written: str) -> None:
    assert read_date(written) == "2024-09-27"


def test_entities_left_in_a_text_without_tags_are_resolved() -> None:
    text = f"{TITLE}\n&nbsp;&nbsp;&nbsp;{FIRST}\n&nbsp;&nbsp;&ldquo;真香&rdquo;，他说R&amp;D也要跟上。{SECOND}\n"
    article = _read(text, "a.txt")
    assert _texts(article) == [TITLE, FIRST, f"“真香”，他说R&D也要跟上。{SECOND}"]
    quote = article.paragraphs[2].content
    assert quote.source_span(0, 1) == (text.index("&ldquo;"), text.index("&ldquo;") + len("&ldquo;"))


def test_a_text_that_speaks_of_an_entity_keeps_it() -> None:
    assert (
        _read(f"{TITLE}\n{FIRST}\n在网页里，&nbsp;是一个空格，{SECOND}\n", "a.txt")
        .paragraphs[2]
        .text.startswith("在网页里，&nbsp;")
    )


@pytest.mark.parametrize(
    "line",
    [
        "[图片]",
        "【视频】",
        "正文：",
        "URL：http://a.example/1",
        "本文来源：晨报 责任编辑：田七_NF12",
        "发布于：某省",
        "[ 图片1 ]",
    ],
)
def test_what_dumps_put_around_a_text_goes(line: str) -> None:
    assert _texts(_read(f"{TITLE}\n{line}\n{FIRST}\n{SECOND}\n{THIRD}\n{line}\n", "a.txt")) == [
        TITLE,
        FIRST,
        SECOND,
        THIRD,
    ]


@pytest.mark.parametrize("line", ["（图/视觉中国）", "晨报记者 王小五摄", "图片：晨报资料"])
def test_who_took_the_picture_is_no_byline(line: str) -> None:
    article = _read(f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n", "a.txt")
    assert (ParagraphKind.CAPTION, line) in _kinds(article)
    assert article.byline is None


def test_a_wire_head_begins_a_paragraph_however_short_its_line() -> None:
    text = f"{TITLE}\n\n晨报3月4日电（记者 王小五）3月3日，瑶光\n\n{FIRST}\n\n{SECOND}\n"
    assert ParagraphKind.HEADING not in [kind for kind, _ in _kinds(_read(text, "a.txt"))]


def test_boxes_of_adverts_that_amp_fills_are_not_shown() -> None:
    text = f"<h1>{TITLE}</h1><p>{FIRST}</p><amp-ad><div fallback>广告加载失败</div></amp-ad><p>{SECOND}</p>"
    assert _texts(_read(f"<html><body>{text}</body></html>")) == [TITLE, FIRST, SECOND]


def test_a_button_behind_the_last_sentence_goes() -> None:
    text = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}<a href=/>返回晨网，查看更多</a></p>"
    assert _texts(_read(f"<html><body>{text}</body></html>")) == [TITLE, FIRST, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "设为星标⭐，精彩不迷路",
        "加薇心：xs88990 领取优惠",
        "請同意我們的隱私權規範，才能啟用聽新聞的功能。",
        "Story continues below",
    ],
)
def test_prompts_and_adverts_between_paragraphs_go(line: str) -> None:
    assert _texts(_read(f"{TITLE}\n{FIRST}\n{line}\n{SECOND}\n{THIRD}\n", "a.txt")) == [TITLE, FIRST, SECOND, THIRD]


def test_lines_cut_at_one_number_of_characters_are_joined() -> None:
    paragraphs = ["　　" + text * 3 for text in (FIRST, SECOND, THIRD)]
    lines = [text[at : at + 34] for text in paragraphs for at in range(0, len(text), 34)]
    assert _texts(_read(f"{TITLE}\n\n" + "\n".join(lines) + "\n", "a.txt")) == [
        TITLE,
        *(text[2:] for text in paragraphs),
    ]


@pytest.mark.parametrize(
    "tail", ["本文转自http://www.a.example/news/123.html，转载请注明出处！", "原文链接：https://a.example/1"]
)
def test_an_address_of_origin_behind_a_sentence_goes(tail: str) -> None:
    assert _texts(_read(f"{TITLE}\n\n{FIRST}{tail}\n\n{SECOND}\n", "a.txt")) == [TITLE, FIRST, SECOND]


def test_an_address_within_a_sentence_stays() -> None:
    sentence = "报名请登录https://a.example/1填写。"
    assert _texts(_read(f"{TITLE}\n\n{FIRST}{sentence}\n\n{SECOND}\n", "a.txt"))[1] == FIRST + sentence


@pytest.mark.parametrize("line", ["128 人赞同了该文章", "—— END ——", "-完-"])
def test_counters_and_end_marks_go(line: str) -> None:
    assert line not in _texts(_read(f"{TITLE}\n{line}\n{FIRST}\n\n{SECOND}\n{line}\n", "a.txt"))


def test_a_numbered_figure_has_a_caption_and_a_numbered_table_a_heading() -> None:
    kinds = _kinds(_read(f"{TITLE}\n\n{FIRST}\n\n图1 园区航拍\n\n表1 主要指标\n\n{SECOND}\n", "a.txt"))
    assert (ParagraphKind.CAPTION, "图1 园区航拍") in kinds
    assert (ParagraphKind.HEADING, "表1 主要指标") in kinds
