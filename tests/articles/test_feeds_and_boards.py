"""Articles that were stored as items of feeds, or as posts of text boards."""

import time

import pytest

from reader.articles.article import Article, RemovedKind
from reader.articles.feed import read_feed
from reader.articles.reading import article_of
from reader.articles.source import Source

TITLE = "夜市一晚卖出多少碗粉"
FIRST = "晚上九点，夜市人声鼎沸，摊主一晚能卖出460碗粉，流水接近5000元。"
SECOND = "据统计，5月以来，全市6条夜市街日均客流8.2万人次，比去年同期增长37%。"
THIRD = "今年下半年，市里还将新开3条夜市街，预计新增摊位420个，带动就业1100人。"
HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>晨报</title>'
ITEM = (
    "<item><title><![CDATA[{title}]]></title><pubDate>Wed, 16 Jul 2025 08:00:00 +0800</pubDate>"
    "<dc:creator>卞之</dc:creator><description><![CDATA[<p>{brief}</p>]]></description>"
    "<content:encoded><![CDATA[{text}]]></content:encoded></item>"
)


def _read(text: str, name: str = "a.html") -> Article:
    return article_of(Source(name, text))


def _texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.repeats is None]


def test_an_item_of_a_feed_is_an_article() -> None:
    text = (
        HEAD + ITEM.format(title=TITLE, brief="夜市火了。", text=f"<p>{FIRST}</p><p>{SECOND}</p>") + "</channel></rss>"
    )
    article = _read(text)
    assert _texts(article) == [TITLE, FIRST, SECOND]
    assert (article.date, article.byline, article.publisher) == ("2025-07-16", "卞之", "晨报")
    assert RemovedKind.FRONT_MATTER in {gone.kind for gone in article.removed}
    for paragraph in article.paragraphs:
        for run in paragraph.content.runs:
            assert text[run.source_start : run.source_end] == paragraph.text[run.start : run.end]


def test_of_several_items_the_longest_is_the_article() -> None:
    short = ITEM.format(title="别的", brief="。", text="<p>短。</p>")
    article = _read(HEAD + short + ITEM.format(title=TITLE, brief="。", text=f"<p>{FIRST}</p><p>{SECOND}</p>") + short)
    assert _texts(article) == [TITLE, FIRST, SECOND]


@pytest.mark.parametrize("text", ["<html><item><title>a</title></item></html>", HEAD, f"{HEAD}<item><title>a", "正文"])
def test_what_holds_no_text_in_a_section_is_no_feed(text: str) -> None:
    assert read_feed(text) is None


@pytest.mark.parametrize("unit", ["<item>", "<item><content>", "<item><title><![CDATA[", "<entry></entry>"])
def test_hostile_feeds_take_time_in_proportion_to_their_length(unit: str) -> None:
    start = time.process_time()
    read_feed("<rss>" + unit * (400_000 // len(unit)))
    assert time.process_time() - start < 2.0


def test_a_post_of_a_text_board_ends_at_its_signature() -> None:
    post = (
        "发信人: pinghu (平湖), 信区: Green\n标  题: {title}\n发信站: 湖畔站 (Sun Jan 12 21:08:33 2025), 站内\n\n"
        "{text}\n\n--\n※ 来源:·湖畔站 http://bbs.example·[FROM: 218.0.0.*]\n\n"
    )
    text = post.format(title=TITLE, text=f"{TITLE}\n\n{FIRST}\n\n{SECOND}") + post.format(
        title=f"Re: {TITLE}", text="好吃"
    )
    assert _texts(_read(text, "a.txt")) == [TITLE, FIRST, SECOND]


def test_what_readers_push_below_a_post_is_no_text_of_it() -> None:
    text = (
        f"作者 noodle (粉) 看板 Food\n標題 [新聞] {TITLE}\n時間 Sun Jan 12 21:08:33 2025\n\n{FIRST}\n\n{SECOND}\n\n--\n"
        "※ 發信站: 湖畔站(bbs.example), 來自: 218.0.0.1\n推 abcd: 真的好吃 01/12 21:30\n→ efgh: 排隊太久了 01/12 21:31\n"
    )
    assert _texts(_read(text, "a.txt"))[1:] == [FIRST, SECOND]


def test_lines_that_others_padded_do_not_tell_how_a_post_is_wrapped() -> None:
    head = "作者  noodle (粉)                          看板  Food\n標題  [新聞] 夜市一晚賣出多少碗粉\n\n"
    lines = [text[at : at + 20] for text in (FIRST, SECOND, THIRD) for at in range(0, len(text), 20)]
    text = head + "\n".join(lines) + "\n\n--\n※ 發信站: 湖畔站\n"
    pushes = "".join(f"推 user{number}: {'好吃' * (number + 1):<40} 01/12 21:3{number}\n" for number in range(6))
    assert _texts(_read(text + pushes, "a.txt"))[1:] == [FIRST, SECOND, THIRD]
