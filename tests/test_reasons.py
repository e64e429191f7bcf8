"""Reasons that parsers give are told in the language of the interface, with their numbers; in English as they are."""

from __future__ import annotations

import csv
import json
import re
import shlex
import tomllib
from typing import TYPE_CHECKING

import pytest

from reader.languages import choose
from reader.messages import say
from reader.reasons import told_reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOML = [
    "[[tags]\nname=", "a=1\na=2", "a = ", "x", 'a="\n', "a=[1,", "a={b=1", "[a]\n[a]", "a=1 b", r'a="\q"', "=1", 'a = "x',
    "a='x", "[a", "[]", r'a="\uD800"', "a={b=1,b=2}", "#\x00", "a.b=1\n[a.b]", 'a=1\na.b=2', r'a="\uZZZZ"', "a=2020-02-31",
    "a={b=1}\na.c=2", "a='''x", "[\"a'\"]\n[\"a'\"]",
]  # fmt: skip
JSON = [
    "", "{", '{"a"', '{"a":1', '{"a":1,}', "[1,", '"x', r'"\q"', '"\x01"', "1 2", "nul", r'"\u12"', "[1 2]", "[1,]",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    choose("zh")
    yield
    choose("en")


def refusal(parse: Callable[[str], object], text: str) -> str:
    """What a parser says of a text that it refuses."""
    try:
        parse(text)
    except (ValueError, csv.Error) as error:
        return str(error)
    raise AssertionError(text)


def words_in(told: str) -> list[str]:
    """English words of a reason: none of one letter, and none in quotes."""
    return re.findall(r"[A-Za-z]{2,}", re.sub(r"'[^']*'|\"[^\"]*\"", "", told))


@pytest.mark.parametrize("text", TOML)
def test_what_is_wrong_with_toml_is_told_in_chinese(text: str):
    assert words_in(told_reason(refusal(tomllib.loads, text)).replace("Unicode", "")) == []


@pytest.mark.parametrize("text", JSON)
def test_what_is_wrong_with_json_is_told_in_chinese(text: str):
    assert words_in(told_reason(refusal(json.loads, text))) == []


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Expected ']]' at the end of an array declaration (at line 1, column 7)", "第 1 行第 7 列：表名之后缺少 ]]"),
        ("Cannot declare ('a',) twice (at line 2, column 3)", "第 2 行第 3 列：重复定义了 'a'"),
        ("Invalid value (at end of document)", "文件末尾：缺少有效的值"),
        ("Expecting value: line 1 column 6 (char 5)", "第 1 行第 6 列：缺少值"),
        ("field larger than field limit (131072)", "超过 131072 个字符"),
        ("3..9 is no span of the text", "3 到 9 不是正文中的一段"),
        ("longer than 5000 characters", "超过 5000 个字符"),
        ("No closing quotation", "引号没有配对"),
    ],
)
def test_numbers_and_names_stay_in_their_places(reason: str, told: str):
    assert told_reason(reason) == told


def test_bytes_that_are_no_text_and_command_lines_are_told_of_too():
    assert (
        told_reason(refusal(lambda text: text.encode("latin-1").decode("utf-8"), "ab\x89")) == "第 2 字节处不是 utf-8"
    )
    assert told_reason(refusal(lambda text: str(text.encode("ascii")), "中")) == "含有 ascii 无法表示的字符"
    assert words_in(told_reason(refusal(shlex.split, "vi 'x"))) == []


def test_what_nobody_knows_stays_as_it_is_and_so_does_all_in_english():
    assert told_reason("Something new (at line 3, column 4)") == "第 3 行第 4 列：Something new"
    assert told_reason("quota of {weird} braces") == "quota of {weird} braces"
    choose("en")
    assert told_reason("Expecting value: line 1 column 6 (char 5)") == "Expecting value: line 1 column 6 (char 5)"


def test_messages_tell_their_reasons_so():
    told = say("import-not-json", reason="Expecting value: line 1 column 6 (char 5)")
    assert told == "不是 JSON（第 1 行第 6 列：缺少值）。"
