"""Written numbers and what they are worth."""

import re
from decimal import Decimal

import pytest

from reader.text.numerals import CHINESE, MIXED, narrowed, read_number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2,406亿5,000万", 240_650_000_000),
        ("1.2亿", 120_000_000),
        ("27万8000", 278_000),
        ("3千万", 30_000_000),
        ("1万亿5000亿", 1_500_000_000_000),
        ("一百二十", 120),
        ("一千零五", 1005),
        ("一万二", 12_000),
        ("两千六", 2600),
        ("廿五", 25),
        ("十二万五千亿", 12_500_000_000_000),
        ("二○八点六亿", 20_860_000_000),
        ("二〇二一", 2021),
        ("壹万贰仟叁佰", 12_300),
        ("千亿", 100_000_000_000),
    ],
)
def test_numbers_are_worth_what_chinese_means_by_them(written: str, value: int) -> None:
    assert re.fullmatch(f"{MIXED}|{CHINESE}", written)
    read = read_number(written)
    assert read is not None
    assert read.value == Decimal(value)


@pytest.mark.parametrize("written", ["300余", "10多万", "数十", "十多", "几百万", "三百多"])
def test_a_number_can_say_that_there_is_more(written: str) -> None:
    read = read_number(written)
    assert read is not None
    assert read.more


def test_two_digits_side_by_side_are_no_number() -> None:
    assert read_number("三五") is None


def test_wide_digits_become_narrow_one_for_one() -> None:
    assert narrowed("增长１２．５％") == "增长12.5%"
