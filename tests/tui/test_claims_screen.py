"""The table of claims, and correcting and rejecting them in the article."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from reader.annotations.annotation import Response
from reader.controls import FORBIDDEN
from reader.desk.claim_list import COLUMNS
from reader.text.cells import NARROW
from reader.tui.claim_editor import ClaimEditor
from reader.tui.claims_columns import SHAPE, SORTING_KEYS
from reader.tui.claims_screen import ClaimsScreen
from reader.tui.table_columns import GAP, columns_for, set_cells

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start


async def whole_library(session: Any) -> ClaimsScreen:
    """Wait until the claims of the library are listed."""
    await session.settle()
    await session.pilot.pause()
    return table_of(session)


def table_of(session: Any) -> ClaimsScreen:
    screen = session.app.screen
    assert isinstance(screen, ClaimsScreen)
    return screen


# The table


async def test_the_claims_of_the_article_are_listed_and_enter_goes_to_one(start: Start):
    async with start() as session:
        await session.press("enter", "C")
        screen = table_of(session)
        opened = session.article.reading.opened
        assert [row.claim for row in screen.table.rows] == [opened.claims[at] for at in opened.countable]
        await session.press("j", "j", "j", "enter")
        assert session.app.screen is session.screen
        assert session.present == opened.claims[3].exact
        assert session.article.has_focus


async def test_the_table_begins_at_the_claim_that_one_reads(start: Start):
    async with start() as session:
        await session.press("enter", "n", "n", "n", "C")
        assert table_of(session).table.present.claim == session.article.reading.claim


async def test_escape_goes_back_to_where_one_was(start: Start):
    async with start() as session:
        await session.press("enter", "n", "n")
        place = session.article.reading.place
        await session.press("C", "j", "j", "escape")
        assert session.app.screen is session.screen
        assert session.article.reading.place == place


async def test_the_palette_stays_on_the_desk_and_f10_leaves_from_the_table(start: Start):
    async with start() as session:
        await session.press("enter", "C", "ctrl+p")
        assert isinstance(session.app.screen, ClaimsScreen)
        await session.pilot.press("f10")
        await session.pilot.pause()
        assert session.app._exit


async def test_a_second_c_lists_the_library_and_enter_opens_the_article(start: Start):
    async with start() as session:
        await session.press("enter", "C", "C")
        screen = await whole_library(session)
        assert {row.path for row in screen.table.rows} == set(session.app.desk.files)
        await session.press("G")
        last = screen.table.present
        await session.press("enter")
        assert session.article.reading.opened.path == last.path == session.app.desk.files[1]
        assert session.article.reading.place == last.claim.start
        assert session.library.highlighted == 1


async def test_without_an_open_article_the_library_is_listed(start: Start):
    async with start() as session:
        await session.press("C")
        screen = await whole_library(session)
        assert len({row.path for row in screen.table.rows}) == 2
        await session.press("l")
        assert len({row.path for row in screen.table.rows}) == 2


async def test_rows_are_filtered_while_one_types(start: Start):
    async with start() as session:
        await session.press("enter", "C", "slash")
        await session.type("kind:money 亿")
        screen = table_of(session)
        assert screen.table.rows
        assert all(row.claim.kind == "money" and "亿" in row.everything for row in screen.table.rows)
        assert f"{len(screen.table.rows)} of {len(screen._article.rows)}" in str(screen.line.border_title)
        await session.press("enter", "enter")
        assert session.article.reading.claim.kind == "money"


async def test_a_filter_that_nothing_passes_says_so_and_escape_clears_it(start: Start):
    async with start() as session:
        await session.press("enter", "C", "slash")
        await session.type("zzz")
        assert "No claim has all of these words" in session.painted
        await session.press("enter", "enter")
        screen = table_of(session)
        await session.press("slash", "escape")
        assert screen.table.rows
        await session.press("escape", "escape")
        assert session.app.screen is session.screen


async def test_s_sorts_by_one_column_after_the_other_and_r_turns_round(start: Start):
    async with start() as session:
        await session.press("enter", "C", "s", "s", "s")
        screen = table_of(session)
        values = [row.claim.value for row in screen.table.rows]
        assert values == sorted(values)
        assert "value↑" in session.painted
        await session.press("r")
        assert [row.claim.value for row in screen.table.rows] == sorted(values, reverse=True)
        await session.press("S", "S", "S", "r")
        starts = [row.claim.start for row in screen.table.rows]
        assert starts == sorted(starts)


async def test_a_digit_sorts_by_its_column_and_again_turns_round(start: Start):
    async with start(size=(160, 45)) as session:
        await session.press("enter", "C", "2")
        screen = table_of(session)
        values = [row.claim.value for row in screen.table.rows]
        assert values == sorted(values)
        assert "2 value↑" in session.painted
        await session.press("2")
        assert [row.claim.value for row in screen.table.rows] == sorted(values, reverse=True)
        await session.press("5")
        changes = [str(row.claim.change or "~") for row in screen.table.rows]
        assert changes == sorted(changes)
        assert "5 change" in session.painted
        await session.press("0")
        starts = [row.claim.start for row in screen.table.rows]
        assert starts == sorted(starts)


def test_every_column_but_the_marks_has_a_key_of_its_own():
    assert set(SORTING_KEYS) == set(COLUMNS) - {"done"}
    assert len(set(SORTING_KEYS.values())) == len(SORTING_KEYS)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (160, 45)])
async def test_the_table_fits_any_screen_and_pages_through_all_rows(start: Start, size: tuple[int, int]):
    async with start(size=size) as session:
        await session.press("enter", "C", "C")
        screen = await whole_library(session)
        rows = screen.table.rows
        for keys in (["space"], ["pagedown"], ["G"], ["b"], ["g"], ["end"], ["k"]):
            await session.press(*keys)
            present = screen.table.present
            assert present.cells[2][:3] in session.painted
        assert screen.table.present is rows[-2]


async def test_hostile_words_of_an_article_are_listed_harmlessly(start: Start, tmp_path: Path):
    evil = "[/]坏[@click=app.quit]x[/]"
    file = tmp_path / "evil.txt"
    file.write_text(f"{evil}\x1b[2J标题\n\n{evil}\u202e产值达500亿元\x9b2J。\n", "utf-8")
    async with start(files=[file], size=(160, 30)) as session:
        await session.press("enter", "C", "C")
        await whole_library(session)
        assert "500亿元" in session.painted
        assert not FORBIDDEN.search(session.painted)
        await session.press("slash")
        await session.type("[/]")
        assert session.app.is_running


@pytest.mark.parametrize("width", [1, 8, 20, 40, 79, 80, 119, 160, 300])
@pytest.mark.parametrize("articles", [False, True])
def test_columns_never_take_more_than_the_row(width: int, articles: bool):
    columns = columns_for(width, SHAPE, () if articles else ("article",))
    assert sum(column.cells + GAP for column in columns) - GAP <= width
    texts = set_cells(["四川自贡高新技术产业开发区的产值"] * len(columns), columns, NARROW)
    assert [NARROW.of(text) for text in texts] == [column.cells for column in columns]


# Correcting


async def test_e_corrects_a_field_and_the_correction_lasts(start: Start, tmp_path: Path):
    store = tmp_path / "store.json"
    async with start(store=store) as session:
        await session.press("enter", "n", "e")
        assert isinstance(session.app.screen, ClaimEditor)
        await session.press("enter", "ctrl+u")
        await session.type("1.1")
        await session.press("亿", "enter", "escape")
        claim = session.article.reading.claim
        assert session.article.reading.opened.corrected(claim).value == Decimal(110_000_000)
        await session.press("l", "h")
        assert "corrected:" in session.status
        assert "110,000,000" in session.status
        session.app.desk.repository.close()
    async with start(store=store) as session:
        await session.press("enter", "greater_than_sign")
        assert "110,000,000" in session.status
        await session.press("C")
        assert table_of(session).table.present.claim.value == Decimal(110_000_000)
        assert table_of(session).table.present.response is Response.CORRECTED


async def test_a_field_of_a_few_words_is_offered_and_taken_by_its_beginning(start: Start):
    async with start() as session:
        await session.press("enter", "n", "e", "j", "j", "enter", "ctrl+u")
        await session.type("mon")
        await session.press("enter")
        (annotation,) = session.stored
        assert annotation.claim.kind == "money"


async def test_what_a_field_cannot_be_is_told_and_nothing_is_saved(start: Start):
    async with start() as session:
        await session.press("enter", "n", "e", "j", "j", "enter", "ctrl+u")
        await session.type("colour")
        await session.press("enter")
        assert "money, percent" in session.painted
        await session.press("escape", "escape")
        assert session.annotations == []
        assert session.app.screen is session.screen


async def test_a_correction_is_taken_back(start: Start):
    async with start() as session:
        await session.press("enter", "n", "e", "j", "enter", "ctrl+u")
        await session.type("USD")
        await session.press("enter", "escape", "u")
        reading = session.article.reading
        assert reading.opened.corrected(reading.claim) == reading.claim


async def test_while_selecting_e_goes_to_the_end_of_the_word(start: Start):
    async with start() as session:
        await session.press("enter", "j", "j", "v", "e")
        assert session.app.screen is session.screen
        assert len(session.present) > 1


async def test_without_a_claim_e_and_x_say_so(start: Start):
    async with start() as session:
        await session.press("enter", "e")
        assert "No claim here to correct" in session.status
        await session.press("x")
        assert "No claim here to reject" in session.status


# Rejecting


async def test_x_rejects_a_claim_and_goes_on_to_the_next(start: Start):
    async with start() as session:
        await session.press("enter", "n")
        first = session.article.reading.claim
        await session.press("x")
        reading = session.article.reading
        assert reading.claim == reading.opened.claims[1]
        assert reading.opened.response_to(first) is Response.REJECTED
        await session.press("backspace", "x")
        assert session.article.reading.claim == first
        assert session.annotations == []


async def test_a_rejected_claim_counts_as_handled_and_is_struck_through(start: Start):
    async with start() as session:
        await session.press("enter", "n", "x")
        assert session.article.reading.opened.handled == {0}
        strips = session.screen._compositor.render_strips()
        struck = "".join(
            segment.text for strip in strips for segment in strip if segment.style and segment.style.strike
        )
        assert struck == session.article.reading.opened.claims[0].exact
