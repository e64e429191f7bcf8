"""Spans that no line break may cut."""

import pytest

from reader.text.figures import figure_spans


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("总投资超450亿元，增长1.4个百分点", ["450亿元", "1.4个百分点"]),
        ("營收達2,406億5,000萬元", ["2,406億", "5,000萬元"]),
        ("截至2021年底", ["2021年"]),
        ("下跌-3.2%，报US$12.5亿", ["-3.2%", "US$12.5亿"]),
        ("近百名企业家、三十余户企业", ["百名", "三十余户"]),
        ("电话0816-2395666", ["0816-2395666"]),
        ("一批重大项目", []),
    ],
)
def test_keeps_a_figure_with_what_belongs_to_it(text: str, figures: list[str]) -> None:
    assert [text[start:end] for start, end in figure_spans(text)] == figures


@pytest.mark.parametrize("unit", ["1", "一", "，", "100亿元", "十百千万亿", "US$", "第", "1,"])
def test_long_monotony_takes_linear_time(unit: str) -> None:
    spans = figure_spans(unit * (100_000 // len(unit)))
    assert all(start < end for start, end in spans)
