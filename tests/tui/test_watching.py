"""Files that change, come and go while the app runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start

TEXT = (
    "石湾县上半年经济运行情况\n\n石湾县统计局公布，上半年规模以上工业产值近500亿元，同比增长11.6%，出口1.2亿元。\n\n"
    "固定资产投资增长三成，新开工项目120个，比去年多出两成。居民收入的增长比产值更要紧。\n"
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "1.txt").write_text(TEXT, "utf-8")
    (folder / "2.txt").write_text(TEXT.replace("石湾", "东湾"), "utf-8")
    return sorted(folder.iterdir())


async def look(session: Any) -> None:
    """What happens every two seconds."""
    while session.screen.looking:  # the clock's own look, which may have begun before
        await session.settle()
    session.screen.look_at_files()
    await session.settle()
    await session.settle()


def row(session: Any, index: int) -> str:
    from reader.tui.library_rows import rows_of_entry

    library = session.library
    rows = rows_of_entry(library.entries[index], library.progress(index), 60)
    return " ".join(text.rstrip() for text, _ in rows)  # where they break depends on how long the path is


async def test_the_open_article_is_offered_when_its_file_changes_and_one_key_reads_it_again(
    start: Start, files: list[Path]
):
    async with start(files) as session:
        await session.press("enter", "n", "1", "n", "n")
        await look(session)
        assert session.present == "三成"
        files[0].write_text("【更正】" + TEXT.replace("500亿", "530亿"), "utf-8")
        await look(session)
        assert "F5 reads it again" in session.status
        assert "500亿元" in session.article.reading.shown
        await session.press("f5")
        assert "530亿元" in session.article.reading.shown
        assert session.present == "三成"
        assert "1 annotation needs a look" in session.status
        await session.press("exclamation_mark")
        assert "Figure-changed: 500亿元 → 530亿元" in session.status


async def test_reading_again_says_so_where_nothing_needs_a_look(start: Start, files: list[Path]):
    async with start(files) as session:
        await session.press("f5")
        assert "F5" not in session.status
        await session.press("enter", "f5")
        assert "Read again." in session.status


async def test_a_changed_file_of_the_library_is_read_and_marked_where_it_was_annotated(start: Start, files: list[Path]):
    async with start(files) as session:
        await session.press("enter", "n", "1", "escape", "j")
        await look(session)
        files[0].write_text(TEXT.replace("石湾县上半年", "石湾县全年").replace("500亿", "530亿"), "utf-8")
        await session.press("enter")
        await look(session)
        await session.press("escape")
        assert "全年" in row(session, 0)
        assert "≠ changed" in row(session, 0)
        assert "changed" not in row(session, 1)


async def test_a_file_that_is_gone_is_marked_and_one_that_comes_back_can_be_read(start: Start, files: list[Path]):
    async with start(files) as session:
        await look(session)
        files[1].unlink()
        await look(session)
        assert "not there any more" in row(session, 1)
        files[1].write_text(TEXT, "utf-8")
        await look(session)
        assert "not there any more" not in row(session, 1)
        await session.press("j", "enter")
        assert session.article.reading.opened.path == files[1]


async def test_an_open_article_whose_file_is_gone_stays_on_the_screen(start: Start, files: list[Path]):
    async with start(files) as session:
        await session.press("enter")
        await look(session)
        files[0].unlink()
        await look(session)
        assert "not there any more" in session.status
        assert "500亿元" in session.article.reading.shown


async def test_new_files_of_a_folder_are_listed(start: Start, files: list[Path]):
    async with start(files) as session:
        session.app.desk.library.roots.append(files[0].parent)
        await look(session)
        new = files[0].parent / "3.txt"
        new.write_text(TEXT.replace("石湾", "新湾"), "utf-8")
        await look(session)
        assert "New articles in the library: 1" in session.status
        assert "新湾县" in row(session, 2)
        await session.press("G", "enter")
        assert session.article.reading.opened.path == new
