"""Pinyin: what one types finds Han text."""

from __future__ import annotations

import pytest

from reader.text.pinyin import spells


@pytest.mark.parametrize(
    "typed",
    ["zczx", "zhichengzhongxin", "zhicheng", "zhchzx", "zx", "chengzhong", "zhi cheng", "zhi'cheng", "x", "zhongxi"],
)
def test_pinyin_spells_by_syllables_and_their_beginnings(typed: str):
    assert spells(typed, "支撑中心")


@pytest.mark.parametrize("typed", ["zxc", "zzx", "zhix", "支", "", " ", "zczxz", "n", "zczx1"])
def test_what_spells_nothing_there_is_not_found(typed: str):
    assert not spells(typed, "支撑中心")


def test_a_character_with_several_readings_is_found_by_each():
    assert spells("zengzhang", "增长")
    assert spells("zengchang", "增长")
    assert spells("zengchang", "增長")


def test_latin_and_digits_stand_for_themselves():
    assert spells("gdpzs", "gdp增速")
    assert spells("4jzd", "4级自动")
    assert not spells("gdzs", "gdp增速")


def test_the_umlaut_is_typed_as_v():
    assert spells("lvse", "绿色")
    assert spells("lüse", "绿色")


def test_only_the_beginning_counts_where_that_is_asked_for():
    assert spells("zhong", "中心", anywhere=False)
    assert not spells("xin", "中心", anywhere=False)


def test_long_names_cost_little():
    assert not spells("z" * 63 + "x", "支" * 64)
