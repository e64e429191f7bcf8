"""The word and the figure at the place, in paragraphs of any length."""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING

import pytest

from reader.articles.library import load
from reader.desk.opened import Opened
from reader.tui.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "采用OpenCC转换固定资产投资并研究生命的起源达到12.5亿元、"


def reading_of(sentences: int, folder: Path) -> Reading:
    """A reading of an article whose one paragraph is as long as so many sentences."""
    file = folder / f"{sentences}.txt"
    file.write_text("标题\n\n" + SENTENCE * sentences + "。\n", "utf-8")
    reading = Reading(Opened(file, *load(file), ()), 60, None)
    reading.go(reading.shown.index(SENTENCE) + sentences // 2 * len(SENTENCE))
    return reading


def words_from(reading: Reading, count: int) -> list[str]:
    found = []
    for _ in range(count):
        start, end = reading.word()
        found.append(reading.shown[start:end])
        reading.go(end)
    return found


@pytest.mark.parametrize("sentences", [1, 40, 2_000])
def test_words_are_the_same_in_a_short_paragraph_and_in_a_long_one(sentences: int, tmp_path: Path):
    reading = reading_of(sentences, tmp_path)
    assert words_from(reading, 7) == ["采用", "OpenCC", "转换", "固定资产", "投资", "并", "研究"]


@pytest.mark.parametrize("sentences", [1, 40, 2_000])
def test_the_next_figure_is_found_however_far_it_is(sentences: int, tmp_path: Path):
    reading = reading_of(sentences, tmp_path)
    start, end = reading.figure() or (0, 0)
    assert reading.shown[start:end] == "12.5亿元"
    assert 0 < start - reading.place < len(SENTENCE)


def test_a_figure_beyond_a_long_stretch_without_one_is_found(tmp_path: Path):
    file = tmp_path / "far.txt"
    file.write_text("标题\n\n" + "研究生命的起源、" * 300 + "达到12.5亿元。\n", "utf-8")
    reading = Reading(Opened(file, *load(file), ()), 60, None)
    reading.go(reading.shown.index("研究"))
    start, end = reading.figure() or (0, 0)
    assert reading.shown[start:end] == "12.5亿元"


def test_the_word_at_the_place_takes_no_longer_where_the_paragraph_is_a_hundred_times_as_long(tmp_path: Path):
    taken = []
    for sentences in (60, 6_000):
        reading = reading_of(sentences, tmp_path)
        reading.word()  # reads the list of words
        start = thread_time()
        for _ in range(5):
            reading.word()
        taken.append(thread_time() - start)
    assert taken[1] < 10 * taken[0]
