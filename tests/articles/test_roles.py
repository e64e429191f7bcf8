"""What a line is to the page, whoever's page it is, in both scripts."""

import time

import pytest
from opencc import OpenCC

from reader.articles import vocabulary
from reader.articles.block import Block
from reader.articles.folding import folded
from reader.articles.roles import KEPT_ROLES, Role, role_of
from reader.text.traced import TracedText


def _role(text: str, **facts: object) -> Role:
    return role_of(Block(TracedText.of_source(text), **facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("首页 | 新闻 | 财经 | 登录", Role.NAVIGATION),
        ("您现在的位置：首页 > 要闻 > 正文", Role.NAVIGATION),
        ("您現在的位置：首頁 > 要聞 > 內文", Role.NAVIGATION),
        ("分享到：微信 微博", Role.NAVIGATION),
        ("阅读(1234) 评论(5)", Role.NAVIGATION),
        ("扫一扫，手机看新闻", Role.NAVIGATION),
        ("1 2 3 4 5 下一页", Role.NAVIGATION),
        ("财经早餐 | 3小时前", Role.NAVIGATION),
        ("https://news.example/2024/1.html", Role.NAVIGATION),
        ("相关阅读", Role.TAIL),
        ("延伸閱讀：", Role.TAIL),
        ("上一篇：旧闻一则", Role.TAIL),
        ("网友评论(36)", Role.COMMENTS),
        ("标签：经济 园区 招商", Role.INFO),
        ("索引号：0001/2023-00012", Role.INFO),
        ("2024-03-05 09:30  来源：晨报  作者：王五  字号：大 中 小", Role.INFO),
        ("2024年3月5日", Role.DATELINE),
        ("发布时间：2024-03-05 09:30", Role.DATELINE),
        ("来源：晨报", Role.DATELINE),
        ("中華民國113年5月20日", Role.DATELINE),
        ("本报记者 丁小满 通讯员 王大河", Role.BYLINE),
        ("（記者林小雨／台北報導）", Role.BYLINE),
        ("责任编辑：王五", Role.STAFF),
        ("（编辑 李四 校对 张三）", Role.STAFF),
        ("Copyright © 2024 晨报 All Rights Reserved", Role.FOOTER),
        ("粤ICP备00000000号 粤公网安备00000000号", Role.FOOTER),
        ("免责声明：本文仅代表作者本人观点，与本网无关。", Role.NOTICE),
        ("图为生产车间。（张三 摄）", Role.CAPTION),
        ("▲ 清晨的市场", Role.CAPTION),
        ("图①：繁忙的码头。", Role.CAPTION),
        ("（本组图片由晨报记者 王小二摄）", Role.CAPTION),
        ("记者调查发现，三家平台的起步价均已调高", Role.SHORT),
        ("索引号 0001-2024 发布机构 公安局", Role.INFO),
        ("三、违规的，处100元以上罚款。举报电话：110。", Role.PROSE),
        ("【广告】专业搬家，加微信 abc123 立减50元", Role.SPAM),
        ("装修公司哪家好 装修公司排名 装修公司电话 装修公司报价 装修公司口碑", Role.SPAM),
        ("教育", Role.SECTION),
        ("新旧动能加快转换 产业能级不断跃升", Role.SHORT),
        ("谋", Role.SHORT),
        ("今年前三季度，全市生产总值增长5.8%。", Role.PROSE),
        ("他说：“关注民生，就要从小事做起。”随后他介绍了来源广泛的资料，并请大家核对其中的数字。", Role.PROSE),
    ],
)
def test_a_line_is_known_for_what_it_is(line: str, role: Role) -> None:
    assert _role(line) is role


def test_links_are_navigation_and_a_linked_word_is_not() -> None:
    text = "青禾港一季度吞吐量增长两成"
    assert _role(text, linked=len(text)) is Role.NAVIGATION
    assert _role(text, linked=3) in KEPT_ROLES


def test_a_heading_element_is_a_heading() -> None:
    assert _role("便宜，是第一理由", tag="h2") is Role.HEADING


def test_cells_of_a_table_are_a_row() -> None:
    assert _role("粮食 15.13 1.3", tag="tr", row=3) is Role.ROW


def test_folding_keeps_the_length_of_everything() -> None:
    text = "Ｑ：聯絡我們（İ）ǅ㍿"
    assert len(folded(text)) == len(text)


def test_every_word_of_furniture_is_known_in_traditional_as_well() -> None:
    to_traditional = OpenCC("s2t")
    for word in vocabulary.ACTIONS | vocabulary.SECTIONS:
        assert folded(to_traditional.convert(word)) == folded(word)


@pytest.mark.parametrize(
    "unit",
    [
        "报",
        "网",
        "社",
        "本报",
        "特约",
        "记者",
        "图",
        "摄",
        "(",
        "来源",
        "5",
        "1 ",
        "首页 > ",
        "文/",
        "发布",
        "大 ",
        "评论",
        "编辑:",
        " ",
        "年",
        "a",
        "，",
    ],
)
def test_a_line_of_one_word_again_and_again_is_judged_at_once(unit: str) -> None:
    begin = time.process_time()
    for length in range(10, 160, 10):
        _role((unit * length)[:length] + "x")
    assert time.process_time() - begin < 0.5
