"""The source beside the text: at the same place, following, with what was removed and what is damaged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.articles.library import load
from reader.controls import FORBIDDEN
from reader.text.cells import NARROW
from reader.tui.source_layout import PIECE, At, SourceLayout, SourceRowKind, source_place

if TYPE_CHECKING:
    from tests.tui.conftest import Start

MIRROR = Path(__file__).parents[1] / "data" / "source" / "mirror.txt"
WIDE, MIDDLE, SMALL = (160, 45), (110, 30), (80, 24)


def lines(session: Any, widget: str = "#source") -> list[str]:
    """What a widget shows, row by row."""
    pane = session.screen.query_one(widget)
    return ["".join(segment.text for segment in pane.render_line(y)).rstrip() for y in range(pane.size.height)]


def style_of(session: Any, part: str) -> Any:
    """The style of a part of the source that stands on one row."""
    pane = session.screen.source
    for y in range(pane.size.height):
        for segment in pane.render_line(y):
            if part in segment.text:
                return segment.style
    raise AssertionError(part)


def marked(session: Any) -> str:
    """The row that is marked as the place."""
    return next(line for line in lines(session) if line[1:2] == "›")[2:]


def layout_of(text: str, tmp_path: Path, width: int = 30) -> SourceLayout:
    file = tmp_path / "a.txt"
    file.write_text(text, "utf-8", newline="")
    source, article = load(file)
    return SourceLayout(article, source.text, width, NARROW)


def all_rows(layout: SourceLayout) -> list[Any]:
    return [row for _, row in layout.forward(At(0, 0), 10**6)]


# The screen


async def test_the_source_takes_the_place_of_the_panel_where_there_is_room(start: Start):
    async with start(files=[MIRROR], size=WIDE) as session:
        await session.press("enter")
        width = session.article.size.width
        await session.press("R")
        assert session.screen.source.display
        assert not session.screen.panel.display
        assert session.article.size.width == width  # no row is broken anew
        for key in ("R", "P"):  # each gives the panel its place back
            await session.press(key)
            assert session.screen.panel.display
            assert not session.screen.source.display
            await session.press("R")


async def test_while_the_source_is_shown_the_bottom_row_tells_how_to_close_it(start: Start):
    async with start(files=[MIRROR], size=(80, 24)) as session:
        await session.press("enter", "R")
        assert "R close source" in str(session.screen.hints.render()).replace("  ", " ")
        await session.press("exclamation_mark")
        assert "R close source" in str(session.screen.hints.render()).replace("  ", " ")
        await session.press("R")
        assert "close source" not in str(session.screen.hints.render())


async def test_where_it_is_narrow_the_source_covers_the_article_and_the_keys_still_move_the_place(start: Start):
    async with start(files=[MIRROR], size=MIDDLE) as session:
        await session.press("enter")
        for size in (MIDDLE, SMALL):
            await session.pilot.resize_terminal(*size)
            article = session.article.region
            await session.press("R")
            assert session.screen.source.region == article
            assert session.article.has_focus
            before = session.article.reading.place
            await session.press("n")
            assert session.article.reading.place > before
            await session.press("v", "escape")  # stops selecting first
            assert session.screen.source.display
            await session.press("escape")
            assert not session.screen.source.display
            assert session.article.has_focus


async def test_the_source_follows_the_place(start: Start, seeds: list[Path]):
    async with start(files=[seeds[3]], size=WIDE) as session:
        await session.press("enter", "R")
        for key in ("n", "space", "j", "G", "b", "right_curly_bracket", "g", "exclamation_mark"):
            await session.press(key)
            reading, source = session.article.reading, session.article.reading.opened.source.text
            start_, end = reading.opened.article.source_span(reading.place, reading.place + 1)
            assert source[start_:end] in marked(session), key
        await session.press("space", "space", "space")
        row = session.article.reading.row - session.article.scroll_offset.y
        shown = [line[1:2] == "›" for line in lines(session)]
        assert abs(shown.index(True) - 1 - row) <= 3  # far jumps come to stand beside the place


async def test_the_claim_at_the_place_is_lit_and_stays_so_in_the_other_script(start: Start):
    async with start(files=[MIRROR], size=WIDE) as session:
        await session.press("enter", "R", "n", "n")
        claim = session.article.reading.claim
        span = session.article.reading.opened.article.source_span(claim.start, claim.end)
        written = session.article.reading.opened.source.text[slice(*span)]
        before = lines(session)
        for _ in range(2):
            assert style_of(session, written).reverse
            await session.press("T")
            assert lines(session) == before
            assert session.article.reading.claim is claim


async def test_another_article_shows_its_own_source(start: Start, seeds: list[Path]):
    async with start(files=[MIRROR, seeds[0]], size=WIDE) as session:
        await session.press("enter", "R", "G", "right_square_bracket")
        assert "layout: post" in "\n".join(lines(session))
        assert "line 3 of 26" in lines(session)[0]


async def test_removed_stretches_are_dim_and_named(start: Start):
    async with start(files=[MIRROR], size=SMALL) as session:
        await session.press("enter", "R")
        assert lines(session)[2].startswith("  layout: post")
        assert lines(session)[2].endswith("‹front matter›")
        assert any("(chǎn)" in line for line in lines(session))
        assert any(line.endswith("‹markup, pinyin›") for line in lines(session))
        assert style_of(session, "(chǎn)") == style_of(session, "layout: post") != style_of(session, "加快。")
        assert not any(line.strip() == "‹markup›" for line in lines(session))  # a blank line has nothing to name
        await session.press("tab", "G")
        assert lines(session)[-1].endswith("‹markup, footer›")
        assert any(line.endswith("‹markup, navigation›") for line in lines(session))


async def test_damage_is_red_marked_and_has_its_suggestion_below(start: Start):
    async with start(files=[MIRROR], size=SMALL) as session:
        await session.press("enter", "R", "exclamation_mark")
        shown = lines(session)
        row = next(index for index, line in enumerate(shown) if line[1:2] == "›")
        assert shown[row].startswith("!›")
        assert shown[row + 1] == "  Perhaps 校科研的投入, 63% sure"
        assert style_of(session, "?蒲械耐度?").italic
        assert style_of(session, "Perhaps").bold
        await session.press("R")
        article = lines(session, "#article")
        assert [line[0] for line in article if "?蒲" in line or "珔^" in line] == ["!", "!"]


async def test_where_suggestions_stand_in_the_article_all_of_the_damage_is_lit(start: Start):
    async with start(files=[MIRROR], size=WIDE) as session:
        await session.press("enter", "R", "exclamation_mark", "S")
        assert style_of(session, "?蒲械耐度?").reverse
        await session.press("S")
        assert not style_of(session, "蒲械耐度?").reverse


async def test_the_source_can_be_looked_through_without_moving_the_place(start: Start):
    async with start(files=[MIRROR], size=SMALL) as session:
        await session.press("enter", "R")
        first = lines(session)
        await session.press("tab", "j")
        assert lines(session)[1:-1] == first[2:]
        await session.press("k", "space", "b")
        assert lines(session)[1:] == first[1:]
        await session.press("G")
        assert "版權所有" in lines(session)[-1]
        assert lines(session)[0] == " Source · line 11 of 23"
        await session.press("g")
        assert lines(session)[1:] == first[1:]
        assert session.article.reading.place == 0
        await session.press("escape")
        assert session.article.has_focus


async def test_another_size_or_theme_keeps_the_place_in_sight(start: Start):
    async with start(files=[MIRROR], size=WIDE) as session:
        await session.press("enter", "R", "exclamation_mark", "exclamation_mark")
        for size in (SMALL, (40, 8), WIDE):
            await session.pilot.resize_terminal(*size)
            await session.pilot.pause()
            assert "比" in marked(session), size
        session.app.theme = "textual-light"
        await session.pilot.pause()
        assert "比" in marked(session)


async def test_hostile_text_of_the_source_is_shown_as_it_is(start: Start, tmp_path: Path):
    file = tmp_path / "evil.txt"
    evil = "[/]坏[@click=app.quit]x\x1b]52;c;aGk=\x07\x9b2J\u202e\ufeff"
    file.write_text(
        f"{evil}标题\r\n\r\n{evil}全年产值达500亿元，增长9.4%。\r\n<script>{evil}</script>\n", "utf-8", newline=""
    )
    async with start(files=[file], size=WIDE) as session:
        await session.press("enter", "R", "n")
        shown = "\n".join(lines(session))
        assert "[/]坏[@click=app.quit]x␛]52" in shown
        assert not FORBIDDEN.search(shown)
        assert "␍" not in shown


# Stops


async def test_the_exclamation_mark_goes_from_damage_to_damage_and_around_the_end(start: Start):
    async with start(files=[MIRROR], size=SMALL) as session:
        await session.press("enter")
        article = session.article.reading.opened.article
        offsets = [article.starts[one.paragraph] + one.start for one in article.damage]
        assert len(offsets) == 3
        for offset in (*offsets, offsets[0]):
            await session.press("exclamation_mark")
            assert session.article.reading.place == offset
        await session.press("ctrl+o")
        assert session.article.reading.place == offsets[2]


async def test_the_suggestion_is_read_out_in_the_script_shown_and_with_its_certainty(start: Start):
    async with start(files=[MIRROR], size=WIDE) as session:
        await session.press("enter", "exclamation_mark", "exclamation_mark")
        panel = str(session.screen.query_one("#panel-text").render())
        assert "Perhaps 。”全区, 85% sure" in session.status
        assert "Damaged text" in panel
        assert "Perhaps 。”全区, 85% sure" in panel
        await session.press("T")
        await session.press("l")
        assert "Perhaps 。”全區, 85% sure" in session.status


async def test_damage_without_a_suggestion_and_no_damage_are_told_as_such(
    start: Start, tmp_path: Path, seeds: list[Path]
):
    file = tmp_path / "a.txt"
    file.write_text("产值增长\n\n产值达\ue149亿元，园区企业今年都在增长。\n", "utf-8")
    async with start(files=[file, seeds[0]], size=SMALL) as session:
        await session.press("enter", "exclamation_mark")
        assert "nothing can be suggested" in session.status
        await session.press("right_square_bracket", "exclamation_mark")
        assert session.article.reading.place == 0
        assert "Nothing here needs a look" in session.status


# The rows


def test_the_rows_of_text_are_the_whole_source_but_its_line_ends(tmp_path: Path):
    text = MIRROR.read_text("utf-8").replace("\n", "\r\n")
    layout = layout_of(text, tmp_path)
    rows = [row for row in all_rows(layout) if row.kind is SourceRowKind.TEXT]
    assert "".join(layout.text[row.start : row.end] for row in rows) == text.replace("\r\n", "")


def test_every_character_is_found_on_its_row(tmp_path: Path):
    layout = layout_of(MIRROR.read_text("utf-8"), tmp_path)
    for offset, character in enumerate(layout.text):
        row = layout.row(layout.at(offset))
        assert row.start <= offset < row.end or character == "\n"


@pytest.mark.parametrize("width", [2, 9, 34, 300])
def test_going_forward_and_back_meet(tmp_path: Path, width: int):
    layout = layout_of(MIRROR.read_text("utf-8"), tmp_path, width)
    rows = layout.forward(At(0, 0), 10**6)
    for index in range(0, len(rows), 7):
        at, row = rows[index]
        assert layout.row(at) == row
        assert layout.forward(at, 3) == rows[index : index + 3]
        assert layout.before(at, 5) == rows[max(0, index - 5)][0]


def test_a_line_of_any_length_is_laid_out_in_parts(tmp_path: Path):
    line = "全年产值达500亿元。" * PIECE
    layout = layout_of(f"标题\n\n{line}\n", tmp_path)
    middle = layout.text.index(line) + len(line) // 2
    row = layout.row(layout.at(middle))
    assert row.start <= middle < row.end
    assert {piece.line for piece in layout.pieces[2:]} == {3}
    assert max(piece.end - piece.start for piece in layout.pieces) == PIECE


def test_a_place_that_came_from_nowhere_is_at_what_is_next(seeds: list[Path]):
    for seed in seeds:
        source, article = load(seed)
        for start, paragraph in zip(article.starts, article.paragraphs, strict=True):
            end = start + len(paragraph.text)
            places = [source_place(article, offset) for offset in range(start, end + 1)]
            assert None not in places
            assert all(0 <= place < len(source.text) for place in places if place is not None)


async def test_no_character_at_the_edge_is_cut_by_what_lies_below(start: Start, seeds: list[Path]):
    async with start(files=[seeds[0]], size=(80, 24)) as session:
        await session.press("enter", "n", "R")
        assert "增速" in "".join(row.strip() for row in session.painted.split("\n"))
