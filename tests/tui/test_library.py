"""The library: filtered, sorted, searched, with a state for each article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reader.desk.background import Background
from reader.desk.entry import Entry
from reader.desk.index import Index
from reader.desk.library import Library
from reader.text.folding import folded
from reader.tui.hits_list import HitsList
from reader.tui.hits_screen import HitsScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start

TITLES = ["夏糧收購過半", "云港吞吐量增长", "秋粮入库过半", "全市用电量创新高"]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = []
    for number, title in enumerate(TITLES):
        path = tmp_path / f"{number}.txt"
        words = "粮食收购量达到" if number != 1 else "集裝箱吞吐量達到"
        path.write_text(
            f"{title}\n\n2025-0{9 - number}-01\n\n今年{words}{number + 3}00万吨，同比增长{number}%。\n", "utf-8"
        )
        paths.append(path)
    return paths


def listed(session: Any) -> list[int]:
    return list(session.library.listed)


async def test_the_library_is_filtered_while_one_types_in_either_script(start: Start, files: list[Path]):
    async with start(files=files) as session:
        await session.press("f", "粮")
        assert listed(session) == [0, 2]
        assert "With 粮: 2 of 4 articles" in session.status or session.library.is_choice
        await session.press("enter")
        assert session.library.has_focus
        assert "With 粮: 2 of 4 articles" in session.status
        await session.press("end", "enter")
        assert session.article.reading.opened.path == files[2]
        await session.press("right_square_bracket")
        assert session.article.reading.opened.path == files[2]
        await session.press("left_square_bracket")
        assert session.article.reading.opened.path == files[0]
        await session.press("escape", "escape")
        assert listed(session) == [0, 1, 2, 3]


async def test_why_nothing_is_listed_is_told_whole_in_a_narrow_list(start: Start, files: list[Path]):
    async with start(files=files, size=(100, 30)) as session:
        await session.press("f", *"xyz")
        library = session.library
        told = " ".join(library.render_line(y).text.strip() for y in range(3))
        assert " ".join(told.split()) == "No article has all of these words; Esc lists all."
        await session.press("enter")
        keys = str(session.screen.hints.content)
        assert "Esc list all" in keys
        assert "quit" not in keys


async def test_leaving_the_filter_lists_all_articles(start: Start, files: list[Path]):
    async with start(files=files) as session:
        await session.press("slash", "z", "z")
        assert listed(session) == []
        assert session.library.highlighted is None
        await session.press("escape")
        assert listed(session) == [0, 1, 2, 3]
        assert session.library.has_focus


async def test_the_library_is_sorted_by_what_one_chooses(start: Start, files: list[Path]):
    async with start(files=files) as session:
        await session.press("s")
        assert [TITLES[index] for index in listed(session)] == sorted(TITLES)
        await session.press("s")
        assert "date" in session.status
        assert listed(session) == [0, 1, 2, 3]
        await session.press("s", "s", "s")
        assert not session.library.is_choice


async def test_articles_are_new_then_read_then_marked_as_done(start: Start, files: list[Path]):
    async with start(files=files) as session:
        assert [session.screen.state_of(index) for index in range(4)] == ["new"] * 4
        await session.press("enter")
        assert session.screen.state_of(0) == "reading"
        await session.press("escape", "down", "d")
        assert session.screen.state_of(1) == "done"
        await session.press("f", "colon", "n", "e", "w")
        assert listed(session) == [2, 3]
        await session.press("escape", "home", "down", "d")
        assert session.screen.state_of(1) == "new"


async def test_words_are_searched_in_all_articles_and_gone_to(start: Start, files: list[Path], tmp_path: Path):
    async with start(files=files) as session:
        library = Library(files, Background(own_process=False), Index(tmp_path / "library.sqlite", "1"))
        library.begin(10)
        paths = list(files)
        while paths:
            paths = paths[len(library.read(paths)) :]
        session.app.desk.library = library
        await session.press("F", *"吞吐量达到", "enter")
        await session.settle()
        assert isinstance(session.app.screen, HitsScreen)
        listed = session.app.screen.query_one(HitsList)
        assert len(listed.goals) == 1
        assert "今年集装箱吞吐量达到" in listed.render_line(1).text
        await session.press("enter")
        reading = session.article.reading
        assert reading.opened.path == files[1]
        assert folded(reading.shown[reading.place :]).startswith("吞吐量达到")
        assert len(reading.hits) == 1


async def test_while_articles_are_read_the_search_says_how_many_are_left_out(start: Start, files: list[Path]):
    async with start(files=files) as session:
        read = session.library.entries[0]
        for entry, left in ((Entry(read.path), " · not read yet: 1"), (read, "")):
            session.library.replace([(0, entry)])
            await session.press("F", "x", "y", "enter")
            await session.settle()
            assert str(session.app.screen.query_one("#hits-box").border_title) == f"0 articles with xy{left}"
            await session.press("escape")


async def test_what_stands_in_no_article_is_told(start: Start, files: list[Path]):
    async with start(files=files) as session:
        await session.press("F", "x", "y", "enter")
        await session.settle()
        assert "Not found" in str(session.app.screen.query_one("#hits-none").content)
        await session.press("escape")
        assert session.library.has_focus
