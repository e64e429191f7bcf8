"""A claim as JSON, and read out."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.claims.claim import Bound, Change, Claim, Kind, Status
from reader.claims.finding import find_claims
from reader.claims.reading import WORDS, read_out, read_value
from reader.claims.records import FIELDS, claim_lines, claim_record
from reader.text.script import Script


def test_a_record_has_the_keys_of_the_contract_in_order() -> None:
    (claim,) = find_claims("产值近500亿元。", script=Script.SIMPLIFIED)
    record = claim_record(claim, "a", "0123456789abcdef")
    assert tuple(record) == FIELDS
    assert json.loads(json.dumps(record))["value"] == 50_000_000_000
    assert record["sentence"] == "产值近500亿元。"


def test_a_value_that_is_not_whole_is_a_float() -> None:
    (claim,) = find_claims("占比56.9%", script=Script.SIMPLIFIED)
    assert claim_record(claim, "a", "b")["value"] == 56.9


TEXTS = st.text() | st.sampled_from(["", 'a"b\\', "\x00\x1f\x7f\n\t", "\u2028\ud800", "亿𠮷"])
MAYBE = st.none() | TEXTS
CLAIMS = st.builds(
    Claim,
    start=st.integers(0),
    end=st.integers(0),
    exact=TEXTS,
    prefix=TEXTS,
    suffix=TEXTS,
    value=st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)
    | st.sampled_from([Decimal("-0"), Decimal("1E+3"), Decimal("0.1")]),
    unit=TEXTS,
    kind=st.sampled_from(Kind),
    bound=st.sampled_from(Bound),
    change=st.none() | st.sampled_from(Change),
    status=st.sampled_from(Status),
    period=MAYBE,
    indicator=MAYBE,
    entity=MAYBE,
    sentence=TEXTS,
    doubt=MAYBE,
    repeat=st.booleans(),
)


@given(st.lists(CLAIMS, max_size=3), TEXTS, TEXTS)
def test_lines_are_what_an_encoder_makes_of_the_records(claims: list[Claim], article: str, content_id: str) -> None:
    records = (claim_record(claim, article, content_id) for claim in claims)
    encoded = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    assert list(claim_lines(claims, article, content_id)) == encoded


def test_the_panel_reads_a_claim_out() -> None:
    (claim,) = find_claims("产值近500亿元", script=Script.SIMPLIFIED)
    assert read_out(claim).startswith("500亿元 = 50,000,000,000 CNY · nearly · level · actual")


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        (
            "截至2021年底，规模以上工业产值近500亿元",
            "500亿元 = 50,000,000,000 CNY · nearly · level · actual · up to 2021-12-31 · 规模以上工业产值",
            "500亿元 = 50,000,000,000 元 · 近 · 水平值 · 实际 · 截至2021-12-31 · 规模以上工业产值",
        ),
        (
            "2021年至2025年，产量力争增长5个百分点以上",
            "5个百分点 = 5 pp · at least · increase · target · 2021 to 2025 · 产量",
            "5个百分点 = 5 个百分点 · 至少 · 增加 · 目标 · 2021至2025 · 产量",
        ),
        (
            "2021年以来，企业减少3家",
            "3家 = 3 家 · decrease · actual · since 2021 · 企业",
            "3家 = 3 家 · 减少 · 实际 · 2021以来 · 企业",
        ),
    ],
)
def test_a_claim_is_read_out_in_english_or_chinese(text: str, english: str, chinese: str) -> None:
    (claim,) = find_claims(text, script=Script.SIMPLIFIED, date="2022-06-01")
    assert read_out(claim) == english
    assert read_out(claim, language="zh") == chinese
    assert read_out(claim, language="fr") == english


def test_every_language_has_a_word_for_every_field() -> None:
    for words in WORDS.values():
        assert set(words.bounds) == set(Bound) - {Bound.EXACT}
        assert set(words.changes) == {None, *Change}
        assert set(words.statuses) == set(Status)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("卖地3亩", "3亩 = 2,000 平方米"), ("收入5美元", "5美元 = 5 美元"), ("出口3万吨", "3万吨 = 30,000,000 千克"),
        ("耗资5亿兰特", "5亿兰特 = 500,000,000 兰特"), ("占比三成", "三成 = 30%"), ("占比5%", "5%"),
    ],
)  # fmt: skip
def test_units_are_called_by_their_chinese_names_and_nothing_is_said_twice(text: str, figure: str) -> None:
    (claim,) = find_claims(text, script=Script.SIMPLIFIED)
    assert read_out(claim, language="zh").split(" · ")[0] == figure


@pytest.mark.parametrize("written", ["1E+999999999", "-1E+999999999", "1E-999999999"])
def test_a_figure_that_would_fill_the_memory_is_not_written_out(written: str) -> None:
    assert read_value(Decimal(written)) == written


def test_a_figure_of_any_text_is_written_out() -> None:
    assert read_value(Decimal("1.35E+20")) == "135,000,000,000,000,000,000"
