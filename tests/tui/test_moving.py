"""Moving through an article by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start


async def test_rows_pages_and_ends(start: Start):
    async with start() as session:
        await session.press("enter")
        reading = session.article.reading
        await session.press("j")
        assert reading.row > 0
        below = reading.place
        await session.press("space")
        assert reading.place > below
        await session.press("b", "k")
        assert reading.place == 0
        await session.press("G")
        assert reading.place == len(reading.shown) - 1
        await session.press("g")
        assert reading.place == 0
        await session.press("ctrl+d", "ctrl+u", "pagedown", "pageup", "end", "home")
        assert reading.place == 0


async def test_the_place_stays_in_sight(start: Start):
    async with start(size=(80, 24)) as session:
        await session.press("enter")
        view, reading = session.article, session.article.reading
        for key in ("n", "n", "space", "j", "j", "n", "ctrl+d", "right_curly_bracket", "k", "b", "G", "N", "g"):
            await session.press(key)
            assert 0 <= reading.row - view.scroll_offset.y < view.size.height, key


async def test_the_column_is_kept_over_short_rows(start: Start):
    async with start() as session:
        await session.press("enter", "j", *("l",) * 12)
        reading = session.article.reading
        begin = reading.layout.rows[reading.row].start
        assert reading.place - begin == 12
        await session.press("j", "j", "j", "k", "k", "k")
        assert reading.place - begin == 12


async def test_paragraphs(start: Start):
    async with start() as session:
        await session.press("enter", "right_curly_bracket", "right_curly_bracket", "l")
        reading = session.article.reading
        starts = reading.opened.article.starts
        assert reading.place == starts[2] + 1
        await session.press("left_curly_bracket")
        assert reading.place == starts[2]
        await session.press("left_curly_bracket")
        assert reading.place == starts[1]


async def test_claims_handled_and_not(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "N")
        claims = session.article.reading.opened.claims
        assert session.article.reading.place == claims[1].start  # nothing untouched above: it stays and says so
        assert "above" in session.status
        await session.press("left_parenthesis")
        assert session.article.reading.place == claims[0].start
        await session.press("right_parenthesis", "right_parenthesis")
        assert session.article.reading.place == claims[2].start


async def test_annotations(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "n", "2", "g", "greater_than_sign")
        claims = session.article.reading.opened.claims
        assert session.article.reading.place == claims[0].start
        await session.press("greater_than_sign", "greater_than_sign")
        assert session.article.reading.place == claims[2].start
        assert "No annotation below" in session.status
        await session.press("less_than_sign")
        assert session.article.reading.place == claims[0].start


async def test_a_letter_jumps_to_a_claim_in_sight(start: Start):
    async with start() as session:
        await session.press("enter", "apostrophe")
        assert len(session.article.letters) > 3
        await session.press("d")
        assert session.article.reading.place == session.article.reading.opened.claims[2].start
        assert session.article.letters == {}
        await session.press("apostrophe", "escape")
        assert session.article.letters == {}
        assert session.article.has_focus


async def test_selecting_what_is_at_the_place(start: Start):
    async with start() as session:
        await session.press("enter", "n")
        quote = session.present
        reading = session.article.reading
        await session.press("c")
        assert reading.shown[slice(*reading.selection)] == quote
        await session.press("s")
        sentence = reading.shown[slice(*reading.selection)]
        assert quote in sentence
        assert sentence.endswith("。")
        await session.press("p")
        assert len(reading.shown[slice(*reading.selection)]) >= len(sentence)
        end = reading.place
        await session.press("o")
        assert reading.place < end
        await session.press("escape", "n", "i")
        assert any(character.isdigit() for character in session.present)


async def test_resizing_keeps_the_place(start: Start):
    async with start() as session:
        await session.press("enter", "n", "n", "n", "n", "n")
        place = session.article.reading.place
        for size in ((60, 20), (140, 40), (20, 8), (3, 2), (1, 1), (100, 30)):
            await session.pilot.resize_terminal(*size)
            await session.pilot.pause()
        assert session.article.reading.place == place
        view = session.article
        assert 0 <= view.reading.row - view.scroll_offset.y < view.size.height


async def test_repeated_paragraphs_are_folded_and_opened(start: Start, tmp_path: Path):
    again = "全市工业总产值达到1023亿元，同比增长9.4%，增速高于全省1.4个百分点，居全省第一位。"
    file = tmp_path / "twice.txt"
    file.write_text(f"全市工业开门红\n\n{again}\n\n记者从会上了解到，新开工项目36个。\n\n{again}\n", "utf-8")
    async with start(files=[file]) as session:
        await session.press("enter")
        reading = session.article.reading
        assert any(paragraph.repeats is not None for paragraph in reading.opened.article.paragraphs)
        folded = len(reading.layout.rows)
        rows = ["".join(segment.text for segment in session.article.render_line(y)) for y in range(folded)]
        assert sum(row.lstrip().startswith("⋯ repeats (z opens): 全市工业") for row in rows) == 1
        await session.press("z")
        assert len(reading.layout.rows) > folded
        await session.press("z")
        assert len(reading.layout.rows) == folded


async def test_a_click_moves_the_place(start: Start):
    async with start() as session:
        await session.press("enter")
        reading = session.article.reading
        claim = reading.opened.claims[0]
        row = reading.layout.row_at(claim.start)
        cells = 2 * (claim.start - reading.layout.rows[row].start)
        await session.pilot.click("#article", offset=(2 + cells, row))
        assert reading.row == row


def at(session: Any, offset: int) -> tuple[int, int]:
    """Where a character is painted in the article's widget."""
    view, reading = session.article, session.article.reading
    row = reading.layout.row_at(offset)
    cells = reading.setting.widths.of(reading.shown[reading.layout.rows[row].start : offset])
    return view._margin + 2 + cells, row - view.scroll_offset.y


async def test_dragging_selects_and_a_digit_tags_it(start: Start):
    async with start() as session:
        await session.press("enter")
        claim = session.article.reading.opened.claims[0]
        await session.pilot.mouse_down("#article", offset=at(session, claim.start))
        await session.pilot.hover("#article", offset=at(session, claim.start + 6))
        await session.pilot.mouse_up("#article", offset=at(session, claim.start + 6))
        assert session.article.reading.selection == (claim.start, claim.start + 7)
        await session.press("1")
        assert len(session.annotations) == 1


async def test_dragging_to_the_row_between_paragraphs_selects_to_the_end_of_the_first(start: Start):
    async with start(size=(100, 30)) as session:
        await session.press("enter")
        reading = session.article.reading
        first = reading.shown.index("\n", reading.opened.article.starts[1])
        column, row = at(session, first - 1)
        for begin, end in (((column - 4, row), (column, row + 1)), ((column, row + 1), (column - 4, row))):
            await session.pilot.mouse_down("#article", offset=begin)
            await session.pilot.hover("#article", offset=end)
            await session.pilot.mouse_up("#article", offset=end)
            assert reading.selection == (first - 3, first)


async def test_a_double_click_takes_the_word_and_a_third_the_sentence(start: Start):
    async with start() as session:
        await session.press("enter")
        reading = session.article.reading
        place = reading.shown.index("节能环保")
        await session.pilot.click("#article", offset=at(session, place), times=2)
        assert reading.shown[slice(*reading.selection)] == "节能"
        await session.pilot.click("#article", offset=at(session, place), times=3)
        assert reading.shown[slice(*reading.selection)].startswith("作为四川省")


async def test_the_wheel_scrolls(start: Start):
    async with start(size=(60, 12)) as session:
        await session.press("enter")
        view = session.article
        view.post_message(events.MouseScrollDown(view, 5, 5, 0, 1, 0, False, False, False))
        await session.pilot.pause()
        assert view.scroll_offset.y > 0


async def test_the_selection_survives_another_script(start: Start):
    async with start() as session:
        await session.press("enter", "n", "v", "l", "l")
        before = session.article.reading.selection
        await session.press("T")
        assert session.article.reading.selection == before


async def test_paging_the_library_in_a_window_too_small_for_it_does_nothing(start: Start):
    async with start(size=(1, 1)) as session:
        await session.press("pageup", "pagedown", "space", "b", "G", "g")
        assert session.app.is_running
