"""Pages of several shapes: what is the article, what goes, and why."""

import json
from pathlib import Path

import pytest

from reader.articles.article import Article, Format, ParagraphKind, RemovedKind
from reader.articles.library import load
from reader.articles.reading import article_of
from reader.articles.source import Source
from reader.controls import visible_line

DATA = Path(__file__).parent.parent / "data"
PAGES = DATA / "pages"

FIRST = "晚上九点，夜市人声鼎沸，摊主一晚能卖出460碗粉，流水接近5000元。"
SECOND = "据统计，5月以来，全市6条夜市街日均客流8.2万人次，比去年同期增长37%。"


def _read(text: str, name: str = "a.html") -> Article:
    return article_of(Source(name, text))


def _texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.repeats is None]


def _folded(line: str) -> str:
    return "".join(line.split())


def test_the_element_with_the_prose_is_the_article() -> None:
    page = f"""<html><head><title>夜市一晚卖出多少碗粉_晨报网</title></head><body>
    <div class="nav"><a href=1>首页</a><a href=2>要闻</a></div><div class="box"><p>夜市一晚卖出多少碗粉</p>
    <p>{FIRST}</p><script>var a = "<p>";</script><p>{SECOND}</p></div>
    <div class="comment"><p>网友：粉是真好吃，就是排队太久了，上次等了四十分钟。</p></div>
    <div class="footer">版权所有</div></body></html>"""
    assert _texts(_read(page)) == ["夜市一晚卖出多少碗粉", FIRST, SECOND]


def test_an_article_goes_on_behind_a_box_of_links() -> None:
    text = f"夜市一晚卖出多少碗粉\n\n{FIRST}\n\n延伸阅读\n高考成绩今日公布\n这座城市的早餐，凭什么火了三十年？\n\n{SECOND}\n\n相关新闻\n另一条新闻的标题\n"
    assert _texts(_read(text, "a.txt")) == ["夜市一晚卖出多少碗粉", FIRST, SECOND]


def test_unknown_words_one_a_line_are_navigation() -> None:
    text = f"首页\n甲网\n乙频\n丙库\n夜市一晚卖出多少碗粉\n{FIRST}\n{SECOND}\n丁站\n戊馆\n己社\n"
    assert _texts(_read(text, "a.txt")) == ["夜市一晚卖出多少碗粉", FIRST, SECOND]


def test_a_data_table_is_rows_and_a_layout_table_is_not() -> None:
    page = f"""<table><tr><td><a href=1>首页</a></td></tr><tr><td><h1>夜市一晚卖出多少碗粉</h1><p>{FIRST}</p>
    <table><tr><th>年份</th><th>客流</th></tr><tr><td><p>2022</p></td><td>6.0&nbsp;</td></tr></table><p>{SECOND}</p></td></tr></table>"""
    article = _read(page)
    assert _texts(article) == ["夜市一晚卖出多少碗粉", FIRST, "年份 客流", "2022 6.0", SECOND]
    assert article.paragraphs[2].kind is ParagraphKind.ROW


def test_line_breaks_part_paragraphs_and_entities_are_resolved() -> None:
    page = f"<div><h1>夜市一晚卖出多少碗粉</h1>&nbsp;&nbsp;{FIRST}<br><br>\n&emsp;&emsp;{SECOND}<br>R&amp;D&#20013;心说，增速>3%&lt;5%，符合预期。</div>"
    assert _texts(_read(page)) == ["夜市一晚卖出多少碗粉", FIRST, SECOND, "R&D中心说，增速>3%<5%，符合预期。"]


@pytest.mark.parametrize("style", ['style="display:none"', "hidden", 'style="position:absolute; left:-9999px"'])
def test_hidden_text_is_markup(style: str) -> None:
    page = f"<div><h1>夜市一晚卖出多少碗粉</h1><p>{FIRST}</p><p {style}>二手钢材价格，混凝土报价，压路机出租。</p><p>{SECOND}</p></div>"
    article = _read(page)
    assert _texts(article) == ["夜市一晚卖出多少碗粉", FIRST, SECOND]
    assert any(
        "二手钢材" in page[gone.source_start : gone.source_end]
        for gone in article.removed
        if gone.kind is RemovedKind.MARKUP
    )


def test_misleading_class_names_do_not_lose_the_article() -> None:
    page = f'<div class="comment share"><h1>夜市一晚卖出多少碗粉</h1><p>{FIRST}</p><p>{SECOND}</p></div>'
    assert _texts(_read(page))[-2:] == [FIRST, SECOND]


def test_the_first_post_of_a_thread_is_the_article() -> None:
    text = f"论坛 » 茶座\n夜市一晚卖出多少碗粉\n老王\n帖子 12  积分 30\n发表于 2021-9-12 20:33\n{FIRST}\n{SECOND}\n------------\n我的签名，是一句话。\n沙发\n发表于 2021-9-12 20:41\n{FIRST.replace('九', '八')}\n"
    assert _texts(_read(text, "a.txt")) == ["夜市一晚卖出多少碗粉", FIRST, SECOND]


def test_markdown_marks_go_and_what_they_mark_stays() -> None:
    text = f"""---
title: 夜市
---
![图](a.png)

**晨报讯** {FIRST}

## 谁在*买*单

> {SECOND}

- 第一条[链接](http://a.cn/(b))。
1. 第二条
| 年份 | 客流 |
|---|---:|
| 2022 | 6.0 |

[上一篇](a.html) | [下一篇](b.html)
"""
    article = _read(text, "a.md")
    assert article.format is Format.JEKYLL
    assert _texts(article) == [
        "夜市", f"晨报讯 {FIRST}", "谁在买单", SECOND, "第一条链接。", "1. 第二条", "年份 客流", "2022 6.0",
    ]  # fmt: skip


def test_a_notice_keeps_its_issuer_salutation_signature_and_attachment() -> None:
    text = f"""首页 > 公告
索引号：0001/2022-0031
云岭县人民政府办公室
关于夜市管理的通知
云政办〔2022〕9号

各镇人民政府，县直各单位：
{FIRST}
{SECOND}

附件：夜市管理办法
云岭县人民政府办公室
2022年3月11日
（此件公开发布）
主办：云岭县人民政府办公室
"""
    assert _texts(_read(text, "a.txt")) == [
        "云岭县人民政府办公室关于夜市管理的通知", "云政办〔2022〕9号", "各镇人民政府，县直各单位：", FIRST, SECOND,
        "附件：夜市管理办法", "云岭县人民政府办公室", "2022年3月11日", "（此件公开发布）",
    ]  # fmt: skip


def test_page_numbers_and_running_heads_go() -> None:
    text = f"年度报告\n夜市一晚卖出多少碗粉\n{FIRST}\n- 1 -\n年度报告\n{SECOND}\n- 2 -\n"
    assert _texts(_read(text, "a.txt")) == ["夜市一晚卖出多少碗粉", FIRST, SECOND]


def test_a_sentence_that_comes_again_near_page_numbers_is_no_running_head() -> None:
    text = f"夜市一晚卖出多少碗粉\n{FIRST}\n- 1 -\n{FIRST}\n- 2 -\n{SECOND}\n"
    assert _texts(_read(text, "a.txt")) == ["夜市一晚卖出多少碗粉", FIRST, SECOND]


def test_a_page_of_links_above_its_text_is_html() -> None:
    links = "".join(f"<li><a href={number}>某个栏目的名字{number}号</a></li>" for number in range(40))
    assert _texts(_read(f"{links}<p>{FIRST}</p><p>{SECOND}</p>")) == [FIRST, SECOND]


def test_a_poem_of_short_lines_is_kept() -> None:
    text = "春晓\n春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少\n"
    assert _texts(_read(text, "a.txt")) == text.split()


def test_zero_width_characters_go_with_their_trace() -> None:
    text = f"题目是这样写的\n\n总长64.\u200b3公里，\ufeff{FIRST}\n\n{SECOND}\n"
    article = _read(text, "a.txt")
    body = article.paragraphs[1]
    assert body.text.startswith("总长64.3公里，晚上")
    at = body.text.index("3公里")
    assert body.content.source_span(at, at + 1) == (text.index("3公里"), text.index("3公里") + 1)
    assert RemovedKind.CONTROL in {gone.kind for gone in article.removed}


def _ideal_pages() -> list[Path]:
    return sorted(
        file
        for group in ("dev", "unseen", "blind", "unseen3", "unseen4")
        for file in (PAGES / group).iterdir()
        if file.is_file()
    )


@pytest.mark.parametrize("file", _ideal_pages(), ids=lambda file: file.stem)
def test_a_page_reads_as_a_person_would_have_copied_it(file: Path) -> None:
    ideal = file.parent / "ideal"
    meta = json.loads((ideal / f"{file.stem}.meta.json").read_text("utf-8"))
    optional = {_folded(line) for line in (*meta.get("optional", ()), *meta.get("captions", ()))}
    source, article = load(file)
    wanted = [line for line in map(_folded, (ideal / f"{file.stem}.txt").read_text("utf-8").splitlines()) if line]
    found = [_folded(text) for text in _texts(article)]
    assert [line for line in found if line not in optional] == [line for line in wanted if line not in optional]
    for paragraph in article.paragraphs:
        for run in paragraph.content.runs:
            if run.is_direct:
                stretch = visible_line(source.text[run.source_start : run.source_end])
                assert paragraph.text[run.start : run.end].split() == stretch.split()
