"""Units: the data file, and what may follow a number."""

from decimal import Decimal

import pytest

from reader.claims.claim import Kind
from reader.claims.finding import find_claims
from reader.claims.place import currency_of
from reader.claims.units import unit_at, units
from reader.text.script import Script


def test_there_are_two_hundred_measure_words_and_more() -> None:
    assert sum(unit.kind is Kind.COUNT for unit in units().values()) >= 200


def test_the_longest_unit_is_taken() -> None:
    unit = unit_at("平方公里", 0)
    assert unit is not None
    assert unit.factor == 1_000_000


def test_a_latin_symbol_ends_where_the_word_ends() -> None:
    assert unit_at("mm", 0) == units()["mm"]
    assert unit_at("model", 0) is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("面积3亩", "2000", "m2"),
        ("面积1.5亿亩", "100000000000", "m2"),
        ("建筑面积121坪", "400", "m2"),
        ("用电量8.73亿千瓦时", "873000000000", "Wh"),
        ("装机240兆瓦", "240000000", "W"),
        ("收粮18.5亿斤", "925000000", "kg"),
        ("浓度28微克/立方米", "28", "微克/立方米"),
        ("气温零下22摄氏度", "-22", "℃"),
        ("售价3元5角", "3.5", "CNY"),
        ("平均失业周期19.6周", "19.6", "week"),
    ],
)
def test_values_are_exact_in_the_base_unit(text: str, value: str, unit: str) -> None:
    (claim,) = find_claims(text, script=Script.SIMPLIFIED)
    assert (claim.value, claim.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("url", "publisher", "text", "script", "currency"),
    [
        ("https://news.example.com.hk/1", None, "", Script.SIMPLIFIED, "HKD"),
        (None, "澳門日報", "", Script.TRADITIONAL, "MOP"),
        (None, None, "行政院主計總處公布，全國失業率", Script.TRADITIONAL, "TWD"),
        (None, None, "差估署公布，本港樓價", Script.TRADITIONAL, "HKD"),
        (None, None, "香港和台湾的企业来川投资", Script.SIMPLIFIED, "CNY"),
        ("https://example.com/", None, "綿陽高新區", Script.TRADITIONAL, "CNY"),
    ],
)
def test_a_bare_yuan_is_the_currency_of_the_articles_place(
    url: str | None, publisher: str | None, text: str, script: Script, currency: str
) -> None:
    assert currency_of(publisher, url, text, script) == currency
