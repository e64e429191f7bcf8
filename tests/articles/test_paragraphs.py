"""Paragraphs: what was broken is joined, what repeats is folded, verse and items stay."""

import pytest

from reader.articles.article import Paragraph, ParagraphKind
from reader.articles.mending import mend
from reader.articles.page import blocks_of_lines
from reader.articles.repeats import fold_repeats
from reader.articles.wraps import unwrap
from reader.text.traced import TracedText

BODY, TITLE, CAPTION = ParagraphKind.BODY, ParagraphKind.TITLE, ParagraphKind.CAPTION


def _paragraphs(*texts: str, kind: ParagraphKind = BODY) -> list[Paragraph]:
    return [Paragraph(kind, TracedText.of_source(text)) for text in texts]


def _mended(*texts: str) -> list[str]:
    return [paragraph.text for paragraph in mend(_paragraphs(*texts))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "记者在现场看到，园区里的新项目正在建设，预计今年年底建成。这个园区的定位是建设成为全省的科技创",
            "新高地，带动就业两千人。",
        ),
        ("当年签单一万亩，今年扩大到五万亩。全县的订单率因此达到了", "77.9%。"),
        ("他说，鲜椒最低跌到每斤六毛钱，连工钱都不够付，", "只好眼看着辣椒烂在地里。"),
        ("“我们从需求出发，进行筛选和培育，构建新的模式（包括中试和孵化", "两个环节），目标是成为平台。”他说。"),
    ],
)
def test_a_sentence_broken_across_paragraphs_is_joined(first: str, second: str) -> None:
    assert _mended(first, second) == [first + second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("园区把创新摆在首位，走出一条新路。", "今年以来，又有十家企业落户。"),
        ("井水清，照娘亲，", "照见白发一根根；"),
        ("“今年收了1.6万斤，能卖3万多元。”种植户李大姐笑着说", "近年来，全镇发展柿子种植四千多亩。"),
        ("受欢迎的课程，按报名人数排列，前三名分别是：", "1.中式面点，报名人数是名额的三十倍。"),
        ("营商环境持续优化 创新企业规模壮大", "近日，项目建设现场一派忙碌，工人正在赶工。"),
        ("数据可在网上查到，地址是http://water.example/data", "近十年的观测显示，流量减少约14%。"),
        ("主要工作，包括以下两个方面的内容和要求，各单位照此执行", "（一）抓好落实，按时完成。"),
    ],
)
def test_verse_items_headings_and_whole_sentences_are_not_joined(first: str, second: str) -> None:
    assert _mended(first, second) == [first, second]


def test_halves_are_joined_across_a_caption_and_keep_their_trace() -> None:
    source = "项目建设进展顺利，预计今年年底投产。全部达产后，年产值可以达到图：工地上（张三 摄）三十亿元，带动就业。"
    caption = source.index("图：")
    rest = source.index("三十亿")
    texts = TracedText.of_source(source)
    mended = mend(
        [
            Paragraph(BODY, texts.slice(0, caption)),
            Paragraph(CAPTION, texts.slice(caption, rest)),
            Paragraph(BODY, texts.slice(rest)),
        ]
    )
    assert [paragraph.kind for paragraph in mended] == [BODY, CAPTION]
    assert mended[0].content.source_span(caption, caption + 3) == (rest, rest + 3)


WRAPPED = """　　截至去年年底，全市共有闲置和低效利用的工业厂房二百一十四处，建筑面积
合计三百八十六万平方米，其中建成年限超过三十年的占六成多。与此同时，全市
租房需求旺盛，缺口很大。
一、样本与方法
　　我们选取三处已经完成改造的项目作为样本，分别是原第二棉纺厂、原青柏电机
厂和原红星印刷厂，共形成房源一千一百多套，平均每套使用面积二十六平方米。
　　结果表明，改造成本平均为每平方米三千一百八十元，其中结构加固占两成七，
消防和机电占三成四。
"""


def test_hard_wrapped_lines_become_paragraphs_again() -> None:
    texts = [block.text for block in unwrap(list(blocks_of_lines(WRAPPED)))]
    assert len(texts) == 4
    assert texts[0].endswith("租房需求旺盛，缺口很大。")
    assert "建筑面积合计三百八十六万" in texts[0]
    assert texts[1] == "一、样本与方法"
    assert "电机厂和原红星" in texts[2]


def test_lines_of_several_lengths_are_left_alone() -> None:
    lines = "新闻发布会上午举行\n多部门回应社会关切的热点问题\n就业形势总体稳定向好\n下一步将出台十项措施促进消费\n"
    assert len(unwrap(list(blocks_of_lines(lines)))) == 4


DIGEST = "半年来，全市新增食堂146家，日均就餐1.9万人次，但近三成处于亏损状态。"


def test_a_digest_is_folded_onto_the_text_it_was_made_from() -> None:
    text = DIGEST + "如何让食堂办得下去，考验治理能力。记者近日走访了其中的8家，听到不少实话。"
    folded = fold_repeats(
        [*_paragraphs("食堂如何长久", kind=TITLE), *_paragraphs("摘要：" + DIGEST, "中午，窗口前排起长队。", text)]
    )
    assert [paragraph.repeats for paragraph in folded] == [None, 3, None, None]


def test_a_digest_of_two_paragraphs_is_folded_and_they_stay() -> None:
    first = "去年，全区地区生产总值增长9.4%，高于全市1.4个百分点，占全市的28.4%。"
    second = "日前，从经济工作会议上传来好消息，这个区成为全市首个产值突破千亿的园区。"
    folded = fold_repeats([*_paragraphs("千亿园区诞生", kind=TITLE), *_paragraphs(first + second, first, second)])
    assert [paragraph.repeats for paragraph in folded] == [None, 2, None, None]


def test_of_two_equal_paragraphs_the_later_one_is_folded() -> None:
    folded = fold_repeats(_paragraphs("题目", DIGEST, "另一段话，说的是别的事情。", DIGEST))
    assert [paragraph.repeats for paragraph in folded] == [None, None, None, 1]


def test_the_title_said_again_is_folded_even_with_a_label() -> None:
    title = "千亿元园区诞生"
    folded = fold_repeats([*_paragraphs(title, kind=TITLE), *_paragraphs("【新区】千亿元园区诞生", DIGEST)])
    assert [paragraph.repeats for paragraph in folded] == [None, 0, None]


def test_a_refrain_is_no_repeat() -> None:
    folded = fold_repeats(_paragraphs("歌", "月儿弯弯照九州，", "几家欢乐几家愁。", "月儿弯弯照九州，"))
    assert all(paragraph.repeats is None for paragraph in folded)
