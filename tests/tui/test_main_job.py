"""The main job: open an article, tag its claims with one key each, find everything again at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from reader.tui.panes_screen import SIDE_BY_SIDE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start

SIZES = [(80, 24), (100, 30), (140, 40)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_claim_is_tagged_in_two_presses_and_the_next_in_one(start: Start, size: tuple[int, int]):
    async with start(size=size) as session:
        await session.press("enter")
        first, second = session.article.reading.opened.claims[:2]
        await session.press("n", "1")
        await session.press("2")
        assert session.annotations == [(first.exact, ("key",), ""), (second.exact, ("checked",), "")]


@pytest.mark.parametrize("size", SIZES)
async def test_annotations_are_there_again_at_the_next_start_in_the_same_place(
    start: Start, tmp_path: Path, size: tuple[int, int]
):
    store = tmp_path / "kept.json"
    async with start(size=size, store=store) as session:
        await session.press("enter", "n", "1", "2")
        before = [(placed.start, placed.end) for placed in session.article.reading.opened.placed]
        await session.press("f10")
    async with start(size=size, store=store) as session:
        assert session.library.progress(0).annotations == 2
        await session.press("enter")
        assert [(placed.start, placed.end) for placed in session.article.reading.opened.placed] == before
        await session.press("n")
        assert session.present == session.article.reading.opened.claims[2].exact


async def test_a_tag_on_an_annotated_claim_toggles_and_stays(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "left_parenthesis")
        quote = session.present
        await session.press("3")
        assert session.present == quote
        assert session.annotations == [(quote, ("key", "doubtful"), "")]
        await session.press("1")
        assert session.annotations == [(quote, ("doubtful",), "")]


async def test_any_span_is_selected_and_tagged_by_keys(start: Start):
    async with start() as session:
        await session.press("enter", "j", "v", "l", "l", "l", "h", "6")
        reading = session.article.reading
        quote = reading.shown[slice(*reading.selection)]
        assert len(quote) == 3
        assert session.annotations == [(quote, ("money",), "")]
        await session.press("6")
        assert session.annotations == []
        await session.press("escape")
        assert reading.selection is None


async def test_a_note_is_written_saved_and_found_again(start: Start):
    async with start() as session:
        await session.press("enter", "n", "a", "c", "h", "ctrl+j", "k", "enter")
        [(_, tags, note)] = session.annotations
        assert (tags, note) == ((), "ch\nk")
        await session.press("a", "exclamation_mark", "enter")
        assert session.annotations[0][2] == "ch\nk!"
        assert session.article.has_focus


async def test_escape_leaves_a_note_as_it_was(start: Start):
    async with start() as session:
        await session.press("enter", "n", "a", "x", "escape")
        assert session.annotations == []
        assert session.article.has_focus


async def test_deleting_and_undoing(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "backspace", "D")
        assert session.annotations == []
        assert "u brings it back" in session.status
        await session.press("u")
        assert [tags for _, tags, _ in session.annotations] == [("key",)]
        await session.press("u")
        assert session.annotations == []
        await session.press("ctrl+r")
        assert [tags for _, tags, _ in session.annotations] == [("key",)]


async def test_backspace_goes_back_to_the_last_act_whatever_it_was_and_in_whichever_article(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "n", "2")
        tagged = session.annotations[-1][0]
        await session.press("g", "backspace")
        assert session.present == tagged
        await session.press("D", "G", "backspace")
        place = session.article.reading.place
        assert session.present == tagged
        await session.press("right_square_bracket", "backspace")
        assert session.article.reading.opened.path == session.library.entries[0].path
        assert session.article.reading.place == place


async def test_undo_goes_to_what_it_took_back(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "1")
        await session.press("u")
        assert session.present == "5年"
        await session.press("u")
        assert session.present == "30年"


async def test_the_current_claim_is_read_out(start: Start):
    async with start() as session:
        await session.press("enter", "n", "n", "n", "n")
        while session.present != "3000万美元":
            await session.press("n")
        assert "3000万美元 = 30,000,000 USD" in session.status


async def test_seed_003_is_shown_in_simplified(start: Start, seeds: list[Path]):
    async with start(files=[seeds[3]]) as session:
        await session.press("enter")
        assert "绵阳" in session.article.reading.shown
        assert "綿陽" in session.article.reading.opened.article.text
        place, before = session.article.reading.place, session.article.reading.shown
        await session.press("n", "T")
        assert "綿陽" in session.article.reading.shown
        await session.press("T", "T")
        assert session.article.reading.shown == before
        assert session.article.reading.place > place


async def test_the_export_is_written_and_not_over_a_file_unasked(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    async with start() as session:
        await session.press("enter", "n", "1", "2", "W", "ctrl+t", "enter")
        written = tmp_path / "annotations.csv"
        assert written.read_bytes().startswith(b"\xef\xbb\xbfannotation_id,article_title,")
        assert "2 rows written" in session.status
        written.write_text("mine")
        await session.press("W", "enter")
        assert written.read_text() == "mine"
        await session.press("enter")
        assert written.read_bytes().startswith(b"\xef\xbb\xbfannotation_id,article_title,")


async def test_escape_and_q_go_back_level_by_level(start: Start):
    async with start(size=(80, 24)) as session:
        await session.press("enter", "n", "v", "escape")
        assert session.article.reading.selection is None
        assert session.article.has_focus
        await session.press("q")
        assert session.library.has_focus
        assert session.library.display
        assert not session.article.display
        await session.press("tab")
        assert session.article.has_focus
        await session.press("q", "q")
    assert not session.app.is_running


async def test_library_and_article_stand_side_by_side_where_there_is_room(start: Start):
    async with start(size=(SIDE_BY_SIDE, 30)) as session:
        await session.press("enter")
        assert session.library.display
        assert session.article.display
        await session.pilot.resize_terminal(80, 24)
        await session.pilot.pause()
        assert not session.library.display
        assert session.article.display


async def test_the_next_article_is_one_key_away(start: Start):
    async with start() as session:
        await session.press("enter", "right_square_bracket")
        assert session.article.reading.opened.path == session.library.entries[1].path
        await session.press("left_square_bracket", "left_square_bracket")
        assert session.article.reading.opened.path == session.library.entries[0].path
        assert "first article" in session.status


async def test_keys_typed_ahead_all_work_on_what_they_were_meant_for(start: Start):
    async with start() as session:
        for key in ("enter", "n", "1", "2", "left_parenthesis", "3", "n", "4"):
            session.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await session.pilot.pause()
        await session.press()
        claims = session.article.reading.opened.claims
        assert [(quote, tags) for quote, tags, _ in session.annotations] == [
            (claims[0].exact, ("key",)),
            (claims[1].exact, ("checked", "doubtful")),
            (claims[2].exact, ("target",)),
        ]
