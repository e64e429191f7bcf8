"""Messages: every code that is raised or told has words, and no parameter can do harm."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from reader import messages
from reader.controls import FORBIDDEN
from reader.messages import MESSAGES, say

PACKAGE = Path(__file__).parents[1] / "reader"
CODE = re.compile(r'(?:ReaderError|UsageError|say|Told)\(\s*"([a-z-]+)"')


def test_every_code_has_a_message():
    used = {code for file in PACKAGE.rglob("*.py") for code in CODE.findall(file.read_text("utf-8"))}
    assert len(used) > 10
    assert used <= MESSAGES.keys(), used - MESSAGES.keys()


def test_every_code_stands_in_one_table_only():
    tables = [import_module(f"{messages.__name__}.{module.name}") for module in iter_modules(messages.__path__)]
    codes = [code for table in tables for code in getattr(table, table.__name__.rpartition(".")[2].upper())]
    assert sorted(codes) == sorted(MESSAGES)


def test_every_message_is_one_line():
    assert not [template for template in MESSAGES.values() if "\n" in template]


def test_parameters_are_shown_harmlessly():
    said = say("file-missing", file="a\x1b]52;c;aGk=\x07\n[/]\u202e{file}.txt")
    assert not FORBIDDEN.search(said)
    assert "\n" not in said
    assert "[/]" in said
    assert "{file}" in said


@pytest.mark.parametrize(("count", "said"), [(1, "1 row written to a.csv."), ("1", "1 row written to a.csv."), (2, "2 rows written to a.csv."), (0, "0 rows written to a.csv."), ("1,001", "1,001 rows written to a.csv.")])  # fmt: skip
def test_one_is_said_as_one(count: int | str, said: str):
    assert say("exported", count=count, file="a.csv") == said


def test_what_is_said_of_one_names_a_count_and_stands_beside_what_is_said_of_more():
    ones = [code.removesuffix("-one") for code in MESSAGES if code.endswith("-one")]
    assert ones
    assert all("{count}" in MESSAGES[code] and "{count}" in MESSAGES[f"{code}-one"] for code in ones)
