"""Conversion: OpenCC's result to the character, in one scan, and 着 where OpenCC forgets it."""

from __future__ import annotations

import random
import subprocess
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from reader.text.conversion import Conversion, convert

DATA = Path(__file__).parents[1] / "data"


@cache
def opencc(conversion: Conversion) -> OpenCC:
    return OpenCC(str(conversion))


def assert_same(text: str, conversion: Conversion):
    theirs, ours = opencc(conversion).convert(text), convert(text, conversion)
    assert len(ours) == len(text)
    differing = {(mine, other) for mine, other in zip(ours, theirs, strict=True) if mine != other}
    assert differing <= ({("着", "著")} if conversion is Conversion.T2S else set())


def phrases(name: str) -> list[str]:
    lines = (files("opencc") / "dictionary" / name).read_text("utf-8").splitlines()
    return [line.split("\t")[0] for line in lines]


def torn_phrases(seed: int, count: int) -> list[str]:
    """Phrases of the dictionaries, whole and torn, run into each other so that they overlap."""
    source = random.Random(seed)
    words = (
        phrases("TSPhrases.txt") * 40
        + phrases("STPhrases.txt")
        + phrases("TSCharacters.txt")
        + phrases("STCharacters.txt")
    )
    words += ["，", "。", " ", "\n", "1.2亿", "a"] * 500
    texts = []
    for _ in range(count):
        parts = [source.choice(words) for _ in range(source.randint(1, 7))]
        texts.append("".join(part[source.randint(0, 1) :] if source.random() < 0.4 else part for part in parts))
    return texts


@pytest.mark.parametrize("conversion", Conversion)
def test_gives_what_opencc_gives_on_articles(conversion: Conversion):
    for file in sorted((DATA / "gold" / "clean").glob("*.txt")):
        assert_same(file.read_text("utf-8"), conversion)


@pytest.mark.parametrize("conversion", Conversion)
def test_gives_what_opencc_gives_where_phrases_overlap(conversion: Conversion):
    for text in torn_phrases(8, 1_000):
        assert_same(text, conversion)


@pytest.mark.thorough
@pytest.mark.parametrize("conversion", Conversion)
def test_gives_what_opencc_gives_on_25_000_strings_each(conversion: Conversion):
    for text in torn_phrases(2022, 25_000):
        assert_same(text, conversion)


CROSSING = st.text("乾隆坤干净淨於是乎藉口憑瞭解望覆反复徵鍾情沈船麼著着後后發发里裡面，。 a1𠮷", max_size=30)


@settings(max_examples=200)
@given(CROSSING, st.sampled_from(Conversion))
def test_gives_what_opencc_gives_on_any_string(text: str, conversion: Conversion):
    assert_same(text, conversion)


@pytest.mark.parametrize(
    ("conversion", "written", "expected"),
    [
        (Conversion.T2S, "乾隆年間的乾淨", "乾隆年间的干净"),
        (Conversion.T2S, "反覆瞭解，瞭望塔", "反复了解，瞭望塔"),
        (Conversion.S2T, "头发发展，皇后之后", "頭髮發展，皇后之後"),
        (Conversion.S2TW, "为了看着面粉", "為了看著麵粉"),
        (Conversion.S2HK, "说明税务", "説明税務"),
        (Conversion.T2S, "", ""),
    ],
)
def test_converts_by_phrases(conversion: Conversion, written: str, expected: str):
    assert convert(written, conversion) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("看著產值隨著出口增長", "看着产值随着出口增长"),
        ("著手建設，意味著著名品牌顯著增加", "着手建设，意味着著名品牌显著增加"),
        ("看著名山大川", "看著名山大川"),
        ("著", "著"),
    ],
)
def test_writes_zhe_where_traditional_does_not_tell_it_apart(written: str, expected: str):
    assert convert(written, Conversion.T2S) == expected


def test_other_words_of_the_tw2s_kind_are_never_put():
    assert convert("什麼都增添", Conversion.T2S) == "什么都增添"


def test_a_long_text_without_any_separator_takes_time_in_proportion():
    assert convert("乾隆" * 50_000, Conversion.T2S) == "乾隆" * 50_000


def test_only_the_tables_that_are_used_are_read():
    code = (
        "import reader.text.conversion as c; c.convert('國', c.Conversion.T2S); print(c._tables.cache_info().currsize)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "1\n"
