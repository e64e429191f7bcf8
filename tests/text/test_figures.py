"""Spans that no line break may cut."""

import pytest

from reader.text.figures import figure_spans


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("总投资超450亿元，增长1.4个百分点", ["450亿元", "1.4个百分点"]),
        ("營收達2,406億5,000萬元", ["2,406億5,000萬元"]),
        ("截至2021年底", ["2021年"]),
        ("下跌-3.2%，报US$12.5亿", ["-3.2%", "US$12.5亿"]),
        ("近百名企业家、三十余户企业", ["百名", "三十余户"]),
        ("电话0816-2395666", ["0816-2395666"]),
        ("跃升至第44位，居第三位", ["第44位", "第三位"]),
        ("发电41.27亿千瓦时、3千克", ["41.27亿千瓦时", "3千克"]),
        ("售2萬9,500元", ["2萬9,500元"]),
        ("三分之一、百分之七点五", ["三分之一", "百分之七点五"]),
        ("六成企业、七成二居民", ["六成", "七成二"]),
        ("三年增两倍，历时一个多月", ["三年", "两倍", "一个多月"]),
        ("一批重大项目、一个国家、统一年份、一成不变", []),
    ],
)
def test_keeps_a_figure_with_what_belongs_to_it(text: str, figures: list[str]) -> None:
    assert [text[start:end] for start, end in figure_spans(text)] == figures


@pytest.mark.parametrize(
    "unit", ["1", "一", "，", "100亿元", "十百千万亿", "US$", "第", "1,", "1万", "一分之", "两", "第一"]
)
def test_long_monotony_takes_linear_time(unit: str) -> None:
    spans = figure_spans(unit * (100_000 // len(unit)))
    assert all(start < end for start, end in spans)
