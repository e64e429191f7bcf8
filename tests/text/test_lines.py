"""Rows of Chinese text: marks where they may stand, figures and words whole, rows full."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cells import NARROW, CellWidths
from reader.text.figures import figure_spans
from reader.text.lines import NEVER_FIRST, NEVER_LAST, rows_of

GOLD = Path(__file__).parents[1] / "data" / "gold" / "clean"
PARAGRAPHS = [line for file in sorted(GOLD.glob("00?.txt")) for line in file.read_text("utf-8").splitlines()]

DATA = Path(__file__).parents[1] / "data"
OTHERS = [
    line
    for folder in ("pages/dev/ideal", "claims/dev", "articles")
    for file in sorted((DATA / folder).glob("*.txt"))
    for line in file.read_text("utf-8").splitlines()
]


def broken(text: str, width: int, *keep: str, widths: CellWidths = NARROW) -> list[str]:
    spans = sorted((text.index(words), text.index(words) + len(words)) for words in keep)
    return [text[start:end] for start, end in rows_of(text, width, spans, widths)]


def test_a_short_text_is_one_row():
    assert broken("增长9.4%", 20) == ["增长9.4%"]
    assert broken("", 20) == [""]


def test_han_text_fills_the_row():
    assert broken("一二三四五六七", 6) == ["一二三", "四五六", "七"]


@pytest.mark.parametrize("mark", "。，、；：？！）》」”’％")
def test_no_row_begins_with_a_closing_mark(mark: str):
    assert broken(f"一二三{mark}四五", 6) == ["一二", f"三{mark}四", "五"] or NARROW[mark] == 1


@pytest.mark.parametrize("mark", "（《「“‘")
def test_no_row_ends_with_an_opening_mark(mark: str):
    assert broken(f"一二{mark}三四五", 6)[0] == "一二"


def test_a_figure_stays_with_its_unit():
    assert broken("投资约106亿元的项目", 10, "106亿元") == ["投资约", "106亿元的", "项目"]


def test_a_latin_word_stays_whole():
    assert broken("采用OpenCC转换", 10) == ["采用OpenCC", "转换"]
    assert broken("他们采用OpenCC转换", 10) == ["他们采用", "OpenCC转换"]


def test_a_word_wider_than_the_row_is_cut():
    assert broken("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_a_dash_and_an_ellipsis_stay_whole():
    rows = broken("一二三——四五……六", 7)
    assert not any(row.endswith("—") and not row.endswith("——") for row in rows)


def test_blanks_hang_at_the_end_of_a_row():
    assert broken("一二三 四五", 6) == ["一二三 ", "四五"]


def test_combining_marks_stay_with_their_letter():
    assert broken("e\u0301" * 6, 4) == ["e\u0301" * 4, "e\u0301" * 2]


def test_ambiguous_characters_take_two_cells_where_the_terminal_draws_them_so():
    assert broken("“一二”三", 8, widths=CellWidths(ambiguous=2)) == ["“一二”", "三"]


def test_a_closing_mark_may_hang_where_that_is_wanted():
    assert [("一二三，四"[a:b]) for a, b in rows_of("一二三，四", 6, hang=True)] == ["一二三，", "四"]
    assert [("一二三四"[a:b]) for a, b in rows_of("一二三四", 6, hang=True)] == ["一二三", "四"]
    assert [("一二三，"[a:b]) for a, b in rows_of("一二三，", 6, hang=True)] == ["一二三，"]


@pytest.mark.parametrize("width", [30, 39, 52, 88, 120])
def test_real_articles_break_no_rule(width: int):
    check_rules(PARAGRAPHS, width)


@pytest.mark.thorough
@pytest.mark.parametrize("width", range(30, 121))
def test_real_articles_break_no_rule_at_any_width(width: int):
    check_rules(PARAGRAPHS + OTHERS, width)


def check_rules(paragraphs: list[str], width: int) -> None:
    for text in paragraphs:
        keep = figure_spans(text)
        rows = rows_of(text, width, keep)
        for start, end in keep:
            if NARROW.of(text[start:end]) <= width:
                assert not any(start < stop < end for _, stop in rows), text[start:end]
        assert "".join(text[start:end] for start, end in rows) == text
        for (start, end), (after, _) in itertools.pairwise(rows):
            assert end == after
            assert text[after] not in NEVER_FIRST, text[start : after + 5]
            assert text[end - 1] not in NEVER_LAST, text[start : after + 5]
            assert NARROW.of(text[start:end].rstrip()) <= width


@given(st.text("一二，。（“”）a1.% \u0301😀\u3000-", max_size=60), st.integers(2, 20))
def test_rows_cover_any_text_and_fit(text: str, width: int):
    rows = rows_of(text, width)
    assert "".join(text[start:end] for start, end in rows) == text
    assert all(start < end for start, end in rows) or text == ""
    assert all(NARROW.of(text[start:end].rstrip()) <= width for start, end in rows)
