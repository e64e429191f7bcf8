"""Suggestions in the place of damaged text: a way of showing, on which nothing can be anchored wrongly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.articles.library import load
from reader.desk.opened import Opened
from reader.text.script import Script
from reader.tui.article_rows import RowKind
from reader.tui.reading import Reading
from reader.tui.restored import offset_of, shown_span, stretches

if TYPE_CHECKING:
    from tests.tui.conftest import Start

MIRROR = Path(__file__).parents[1] / "data" / "source" / "mirror.txt"


@pytest.fixture(scope="module")
def opened() -> Opened:
    from reader.claims.of_article import claims_of

    source, article = load(MIRROR)
    return Opened(MIRROR, source, article, claims_of(article))


def reading_of(opened: Opened, width: int = 60, script: Script | None = None) -> Reading:
    return Reading(opened, width, script, restoring=True)


def rows_of(reading: Reading) -> list[str]:
    """What each row of text shows."""
    found = []
    for row in reading.layout.rows:
        if row.kind is RowKind.TEXT:
            text, start, end = reading.stretch_of(row)
            found.append(text[start:end])
    return found


def test_a_suggestion_stands_in_the_place_of_the_damage_between_marks(opened: Opened):
    shown = "".join(rows_of(reading_of(opened)))
    assert "6.8%,高〔校科研的投入？〕,比去年" in shown
    assert "年底〔。”全區？〕新增企業47家" in shown
    assert "?蒲械耐度" not in shown
    assert "校科研的投入" not in "".join(rows_of(Reading(opened, 60, None)))


def test_a_suggestion_is_shown_in_the_script_of_the_text(opened: Opened):
    assert "年底〔。”全区？〕新增企业47家" in "".join(rows_of(reading_of(opened, script=Script.SIMPLIFIED)))


@pytest.mark.parametrize("width", [2, 5, 13, 60])
def test_every_offset_is_on_a_row_that_shows_it(opened: Opened, width: int):
    reading = reading_of(opened, width)
    for offset, character in enumerate(reading.shown):
        row = reading.layout.rows[reading.layout.row_at(offset)]
        text, first, last = reading.stretch_of(row)
        start, end = reading.span_in(row, offset, offset + 1)
        if reading.damaged.within(offset, offset + 1):
            assert text[start:end].startswith("〔")
            assert text[start:end].endswith("？〕")
        elif character != "\n":
            assert text[start:end] == character
            assert first <= start < last


def test_the_map_goes_there_and_back(opened: Opened):
    for paragraph, content in reading_of(opened).restored.items():
        begin = opened.article.starts[paragraph]
        for stretch in stretches(content):
            assert shown_span(content, stretch.start, stretch.end) == stretch[:2]
            assert shown_span(content, stretch.start + 1, stretch.start + 2) == stretch[:2]
            within = [offset_of(content, at) for at in range(*stretch[:2])]
            assert within == sorted(within)
            assert stretch.start == within[0] <= within[-1] < stretch.end
        assert offset_of(content, len(content)) == begin + len(opened.article.paragraphs[paragraph].text)


def test_a_selection_that_touches_a_suggestion_takes_the_damaged_stretch_whole(opened: Opened):
    spot = reading_of(opened).damaged.spots[0]
    for start in range(spot.start - 2, spot.end):
        for end in range(max(start, spot.start) + 1, spot.end + 3):
            reading = reading_of(opened)
            reading.select((start, end))
            assert reading.selection == (min(start, spot.start), max(end, spot.end))
            assert reading.target == reading.selection


def test_a_selection_beside_a_suggestion_stays_as_it_is(opened: Opened):
    reading = reading_of(opened)
    spot = reading.damaged.spots[0]
    for span in ((spot.start - 3, spot.start), (spot.end, spot.end + 2)):
        reading.select(span)
        assert reading.selection == span


def test_keys_step_over_a_suggestion_as_over_one_character(opened: Opened):
    reading = reading_of(opened)
    spot = reading.damaged.spots[0]
    reading.go(spot.start - 1)
    reading.go_characters(1)
    assert reading.here == (spot.start, spot.end)
    reading.go_characters(1)
    assert reading.place == spot.end
    reading.go_characters(-1)
    assert reading.here == (spot.start, spot.end)
    reading.go_characters(-1)
    assert reading.place == spot.start - 1


@pytest.mark.parametrize("width", [2, 3, 4, 7, 60])
def test_rows_can_be_gone_through_in_both_directions_at_any_width(opened: Opened, width: int):
    reading = reading_of(opened, width)
    presses = 2 * len(reading.layout.rows)
    for _ in range(presses):
        reading.go_rows(1)
    assert reading.row >= len(reading.layout.rows) - 1
    for _ in range(presses):
        reading.go_rows(-1)
    assert reading.row == 0


def test_no_row_cuts_a_suggestion_that_fits(opened: Opened):
    for width in range(20, 60, 3):
        for row in rows_of(reading_of(opened, width)):
            assert row.count("〔") == row.count("？〕")


# In the app


def shown(session: Any) -> str:
    view = session.article
    lines = ("".join(segment.text for segment in view.render_line(y)) for y in range(view.size.height))
    return "\n".join(line.rstrip() for line in lines)


async def test_a_key_shows_suggestions_and_hides_them_and_the_place_stays(start: Start):
    async with start(files=[MIRROR], size=(100, 30)) as session:
        await session.press("enter", "exclamation_mark", "exclamation_mark")
        place, before = session.article.reading.place, shown(session)
        await session.press("S")
        assert "〔。”全区？〕新增企业47家" in shown(session)
        assert "Suggestions stand for damaged text" in session.status
        assert session.article.reading.place == place
        await session.press("S")
        assert shown(session) == before
        assert session.article.reading.place == place


async def test_the_status_tells_how_sure_it_is_and_what_stands_there(start: Start):
    async with start(files=[MIRROR], size=(140, 30)) as session:
        await session.press("enter", "S", "exclamation_mark")
        said = "A suggestion, 63% sure; what stands there: ??蒲械耐度?"
        assert said in session.status
        assert said in " ".join(str(session.screen.query_one("#panel-text").render()).split())


async def test_a_suggestion_is_told_from_text_without_colours(start: Start):
    async with start(files=[MIRROR], size=(100, 30)) as session:
        await session.press("enter", "S")
        segments = [segment for y in range(28) for segment in session.article.render_line(y)]
        suggestion = next(segment for segment in segments if segment.text.startswith("〔"))
        assert suggestion.style.underline
        assert suggestion.style.italic


async def test_what_is_tagged_on_a_suggestion_quotes_what_stands_in_the_article(start: Start):
    async with start(files=[MIRROR], size=(100, 30)) as session:
        await session.press("enter", "S", "exclamation_mark", "v", "1")
        text = session.article.reading.opened.article.text
        spot = session.article.reading.damaged.spots[0]
        assert session.annotations[0][0] == text[spot.start : spot.end]
        await session.press("S")
        assert session.article.reading.opened.placed[0].start == spot.start


async def test_claims_are_marked_where_they_stand_beside_suggestions(start: Start):
    async with start(files=[MIRROR], size=(100, 30)) as session:
        await session.press("enter", "S")
        for _ in range(20):
            await session.press("right_parenthesis")
            claim = session.article.reading.claim
            segments = [one for y in range(28) for one in session.article.render_line(y)]
            reversed_ = "".join(one.text for one in segments if one.style and one.style.reverse)
            assert reversed_ == session.article.reading.shown[claim.start : claim.end]


async def test_suggestions_stay_on_in_the_next_article(start: Start, seeds: list[Path]):
    async with start(files=[seeds[0], MIRROR], size=(100, 30)) as session:
        await session.press("enter", "S")
        assert "Nothing can be suggested" in session.status
        await session.press("right_square_bracket")
        assert "〔校科研的投入？〕" in shown(session)


async def test_the_mouse_on_a_suggestion_takes_it_whole(start: Start):
    async with start(files=[MIRROR], size=(100, 30)) as session:
        await session.press("enter", "S", "exclamation_mark")
        reading, view = session.article.reading, session.article
        row = reading.layout.rows[reading.row]
        spot = reading.damaged.spots[0]
        at = (view._margin + 2 + reading.cell_of(row, spot.start) + 5, reading.row - view.scroll_offset.y)
        await session.press("g")
        await session.pilot.click(view, offset=at)
        assert reading.here == (spot.start, spot.end)
