"""The interface in Chinese: nothing untranslated, nothing wrongly filled in, nothing too wide for a screen."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from reader.cli.words import shown_words
from reader.languages import DOMAIN, LANGUAGES, LOCALES, catalogue, choose, chosen, language_of, translated
from reader.messages import MESSAGES, say
from reader.paths import APP
from reader.text.cells import NARROW
from reader.tui.action import Topic
from reader.tui.actions import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PLACEHOLDER = re.compile(r"\{\w+\}|%\(\w+\)[rs]|%[rs]")
HOW = """

Give each its translation (terms: docs/languages.md) in one step, then commit the two files under reader/locales:
    .venv/bin/python scripts/catalogue.py "English words" "中文"
Conflicts in these files: take either side, and run `make catalogue`."""


@pytest.fixture
def in_chinese() -> Iterator[None]:
    choose("zh")
    yield
    choose("en")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_everything_that_is_shown_is_translated(language: str):
    known = catalogue(language)
    missing = [words for words in shown_words() if not known.get(words)]
    assert not missing, "\n".join(missing) + HOW


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_translations_name_the_same_parameters(language: str):
    wrong = [
        f"{words} | {said}"
        for words, said in catalogue(language).items()
        if words and sorted(PLACEHOLDER.findall(words)) != sorted(PLACEHOLDER.findall(said))
    ]
    assert not wrong, "\n".join(wrong) + HOW


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_the_compiled_catalogue_says_what_the_written_one_says(language: str):
    with (LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        written = {str(one.id): str(one.string) for one in read_po(file) if one.id and one.string}
    compiled = {words: said for words, said in catalogue(language).items() if words}
    assert compiled == written, "run `make catalogue`"


def test_reasons_are_translated_but_never_what_a_user_wrote(in_chinese: None):
    assert say("store-not-saved", file="a.json", reason="File exists").startswith("a.json：未能保存（同名文件已存在）")
    read_only = say("store-read-only", file="a.json", reason=say("reason-newer", format=9))
    assert "由更新版本的 reader 写入，格式为 9" in read_only
    assert "missing" in say("tag-exists", tag="missing")


def test_no_translation_says_words_that_are_not_shown():
    shown = set(shown_words())
    extra = [words for words in catalogue("zh") if words and words not in shown]
    assert not extra, "\n".join(extra) + "\n\nrun `make catalogue`"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_SG"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_locale_tells_the_language(environment: dict[str, str], language: str):
    assert language_of(environment) == language


def test_messages_are_said_in_the_chosen_language(in_chinese: None):
    assert chosen() == "zh"
    assert say("no-article-after") == "已是最后一篇文章。"
    assert say("tagged", tag="{x}") == "已加标签“{x}”。"
    assert translated("no such words") == "no such words"


def test_a_language_that_is_unknown_is_english():
    choose("tlh")
    assert chosen() == "en"


# Nothing is cut on a screen of 80 columns

STATUS = 54
"""Cells of the status line that are left beside counts and store."""

BOX = 72
"""Cells in the frame of the narrowest box."""


def test_no_chinese_message_of_the_status_line_is_longer_than_the_english_one_or_the_line(in_chinese: None):
    told = re.compile(r"^(?:no-|nothing-|script-|suggestions-|(?:un)?folded|all-saved|verdict-which|tag)")
    wide = [
        words
        for code in MESSAGES
        if told.match(code) and "{" not in MESSAGES[code] and NARROW.of(words := translated(MESSAGES[code])) > STATUS
        if NARROW.of(words) > NARROW.of(MESSAGES[code])
    ]
    assert not wide


def test_no_chinese_title_of_a_box_is_wider_than_the_box(in_chinese: None):
    titles = [code for code in MESSAGES if code.endswith(("-title", "-keys")) and "{" not in MESSAGES[code]]
    assert len(titles) > 15
    assert not [words for code in titles if NARROW.of(words := say(code)) > BOX]


def test_no_chinese_line_of_the_help_is_broken(in_chinese: None):
    assert not [action.does for action in ACTIONS if NARROW.of(action.does) > 54]
    assert all(NARROW.of(translated(topic)) < BOX for topic in Topic)


def test_labels_of_keys_are_short_enough_for_five_on_a_row(in_chinese: None):
    assert not [action.name for action in ACTIONS if NARROW.of(action.name) > 10]


# The command line


def reader(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "reader", *words]
    return subprocess.run(
        command, env=clean | environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_the_command_line_answers_in_the_language_of_option_settings_or_locale(tmp_path: Path):
    assert "没有这个文件" in reader("list", "nothing.txt", LANG="zh_CN.UTF-8").stderr
    assert "no such file" in reader("--lang", "en", "clean", "nothing.txt", LANG="zh_CN.UTF-8").stderr
    assert "没有这个文件" in reader("clean", "nothing.txt", "--lang=zh").stderr
    settings = tmp_path / APP / "settings.toml"
    settings.parent.mkdir()
    settings.write_text('lang = "zh"\n', "utf-8")
    assert "没有这个文件" in reader("clean", "nothing.txt", XDG_CONFIG_HOME=str(tmp_path)).stderr


def test_help_and_complaints_are_translated():
    help_ = reader("claims", "--help", "--lang", "zh").stdout
    assert "用法" in help_
    assert "显示本帮助并退出" in help_
    assert "打印文章中的数据。" in help_
    assert not re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", help_)
    wrong = reader("claims", "--lang", "zh", "--format", "x", "a")
    assert wrong.returncode == 2
    assert "无效的选择" in wrong.stderr
