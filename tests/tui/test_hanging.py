"""Text behind a head: its rows stand below one another, whole, and never wider than there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.text.cells import NARROW
from reader.tui.hanging import hung


def test_further_rows_are_set_in_as_far_as_the_first():
    assert hung("1 ", "初步统计，全年产值达1086亿元", 20) == "1 初步统计，全年产值\n  达1086亿元"


def test_where_there_is_little_room_the_text_begins_below_its_head():
    assert hung("  j ↓               ", "Go to the next article", 24) == "  j ↓\n    Go to the next\n    article"


@given(st.text("统计数字。“”，a1 ", min_size=1).filter(str.strip), st.integers(10, 60))
def test_nothing_is_lost_and_no_row_is_too_wide(text: str, width: int):
    shown = hung("12 ", text, width)
    assert "".join(shown.removeprefix("12").split()) == "".join(text.split())
    assert all(NARROW.of(row) <= width for row in shown.split("\n"))
