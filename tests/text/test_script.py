"""Script: told apart by characters that only one of them has; conversion never changes the length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.script import Script, converted, detect_script


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("綿陽高新區實現工業總產值1023億元", Script.TRADITIONAL),
        ("绵阳高新区实现工业总产值1023亿元", Script.SIMPLIFIED),
        ("您现在的位置：首頁。綿陽高新區實現工業總產值，園區與產業發展。", Script.TRADITIONAL),
        (
            "您现在的位置：首页 > 新闻 > 正文。綿陽高新區實現工業總產值，園區與產業發展，企業營收與科研經費雙雙增長。",
            Script.TRADITIONAL,
        ),
        ("2023", Script.SIMPLIFIED),
        ("綿陽", Script.TRADITIONAL),
        ("皇后", Script.SIMPLIFIED),
    ],
)
def test_detects_the_script(text: str, script: Script):
    assert detect_script(text) is script


def test_converts_to_simplified_and_back():
    assert converted("實現增長9.4%", Script.SIMPLIFIED) == "实现增长9.4%"
    assert converted("实现增长9.4%", Script.TRADITIONAL) == "實現增長9.4%"


@given(st.text("國国着著麼么頭发發髮后後，。1a𠮷 \n", max_size=40), st.sampled_from(Script))
def test_conversion_keeps_the_length(text: str, to: Script):
    assert len(converted(text, to)) == len(text)
