"""What holds for any text at all."""

import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.claims.correcting import value_of
from reader.claims.finding import find_claims
from reader.claims.records import claim_record
from reader.text.script import Script
from reader.text.sentences import LONGEST_QUOTE

PIECES = (
    "0",
    "1",
    "23",
    "456.7",
    "1,200",
    "一",
    "二",
    "三",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "两",
    "半",
    "几",
    "数",
    "余",
    "多",
    "第",
    "点",
    "分之",
    "成",
    "折",
    "倍",
    "番",
    "翻",
    "%",
    "元",
    "美元",
    "个",
    "家",
    "年",
    "月",
    "日",
    "个月",
    "小时",
    "平方米",
    "至",
    "到",
    "—",
    "-",
    "、",
    "，",
    "。",
    "（",
    "）",
    "“",
    "”",
    "近",
    "超",
    "约",
    "以上",
    "左右",
    "增长",
    "下降",
    "分别",
    "其中",
    "由",
    "从",
    "比",
    "较",
    "2021年",
    "今年",
    "截至",
    "目前",
    "预计",
    "企业",
    "产值",
    "\n",
    "𠀀",
    "😀",
    "A",
    "$",
    "\u3000",
    "○",
    "０",
    "９",
)


def check(text: str) -> None:
    end = 0
    for claim in find_claims(text, script=Script.SIMPLIFIED, date="2024-02-29"):
        assert text[claim.start : claim.end] == claim.exact
        assert end <= claim.start < claim.end
        assert text[: claim.start].endswith(claim.prefix)
        assert text[claim.end :].startswith(claim.suffix)
        claim_record(claim, "a", "b")
        end = claim.end


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_claims_stand_where_they_say(text: str) -> None:
    check(text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_the_search(text: str) -> None:
    check(text)


TIMES = (
    "0", "2", "12", "28", "31", "99", "2021", "2024", "23", "十", "〇", "年", "月", "日", "年度", "学年", "至", "/", "、", "底", "末",
    "起", "前", "后", "以来", "上半年", "第三季度", "近", "过去", "未来", "去年", "上年", "同期", "明年", "当月", "次日", "上周三", "下周",
    "本季", "年底", "“十五五”", "截至", "目前", "全年", "较", "民国", "半年报", "，", "。", "\n", "2月30日", "12月28日", "1月3日", "收入5亿元",
)  # fmt: skip


@pytest.mark.parametrize("day", ["1000-01-01", "1100-03-05", "2024-02-29", "9899-12-31", "9999-12-31", None])
def test_every_period_is_of_days_that_exist_in_their_order(day: str | None) -> None:
    """What a person may type as a period is checked: what is found must pass, too."""
    rnd = random.Random(day)
    for _ in range(1_000):
        text = "".join(rnd.choices(TIMES, k=rnd.randint(2, 14))) + "增长5%。"
        for claim in find_claims(text, script=Script.SIMPLIFIED, date=day, currency=rnd.choice(["CNY", "TWD"])):
            assert value_of("period", claim.period or "") == claim.period, text


@pytest.mark.thorough
def test_a_hundred_thousand_random_strings() -> None:
    rnd = random.Random(20240229)
    for _ in range(100_000):
        check("".join(rnd.choices(PIECES, k=rnd.randint(1, 40))))


@pytest.mark.parametrize("unit", ["1", "一", "，", "100亿元", "十百千万亿", "5%、", "2020年", "万"])
def test_monotony_breaks_nothing(unit: str) -> None:
    check(unit * (20_000 // len(unit)))


@pytest.mark.parametrize("size", [200_000, pytest.param(1_000_000, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("unit", ["1", "一", "，", "十百千万亿", "第一", "1.2,", "数百"])
def test_much_of_one_thing_takes_no_time_that_anybody_notices(unit: str, size: int) -> None:
    """A megabyte takes a second or two of one core here; what is quadratic takes minutes."""
    text = unit * (size // len(unit.encode()))
    began = time.process_time()
    find_claims(text, script=Script.SIMPLIFIED)
    assert time.process_time() - began < size / 100_000


def size_of_records(text: str) -> int:
    """Characters that the records of a text take as JSON lines."""
    claims = find_claims(text, script=Script.SIMPLIFIED)
    assert all(len(claim.sentence) <= LONGEST_QUOTE and claim.exact in claim.sentence for claim in claims)
    assert len({id(claim.sentence) for claim in claims}) <= len(text) / 20 + 1
    return sum(len(json.dumps(claim_record(claim, "a", "b"), ensure_ascii=False)) for claim in claims)


@pytest.mark.parametrize("unit", ["100亿元", "产值100亿元，", "5%、", "共3个，另有4家（5%）；"])
def test_a_sentence_without_end_gives_records_of_bounded_size(unit: str) -> None:
    """100 kB in one sentence: quoting it beside each of its claims took gigabytes, and minutes to write."""
    text = unit * (100_000 // len(unit.encode()))
    size, half = size_of_records(text), size_of_records(text[: len(text) // 2])
    assert size < 2.1 * half
    assert size < 300 * len(text)
