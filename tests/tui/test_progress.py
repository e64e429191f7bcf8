"""Progress per article and over the library, articles done by hand, the next one with work left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.tui.library_rows import Progress, Totals

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    """Three articles of two claims, one claim and none."""
    folder = tmp_path / "articles"
    folder.mkdir()
    texts = {
        "a.txt": "云港工业开门红\n\n全市产值达500亿元，同比增长9.4%。\n",
        "b.txt": "港口运行平稳\n\n吞吐量达300万吨。\n",
        "c.txt": "天气晴好\n\n各地天气晴好，适合出行。\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in texts]


async def test_progress_is_told_per_article_and_over_the_library(start: Start, three: list[Path]):
    async with start(files=three) as session:
        assert "3 articles · 0/3 claims · 0 done" in session.status
        await session.press("enter", "n", "1")
        assert "1/2 claims" in session.status
        assert "1/2 claims" in session.painted
        await session.press("1")
        assert "✓ 2/2 claims" in session.status
        assert "✓ 云港工业开门红" in session.painted
        await session.press("g", "escape")
        assert "2/3 claims · 1 done" in session.status


async def test_progress_is_there_again_at_the_next_start(start: Start, three: list[Path], tmp_path: Path):
    store = tmp_path / "s.json"
    async with start(files=three, store=store) as session:
        await session.press("enter", "n", "1", "1", "right_square_bracket", "d", "f10")
        session.app.desk.repository.close()
    async with start(files=three, store=store) as session:
        assert "2/3 claims · 2 done" in session.status
        assert "✓ 港口运行平稳" in session.painted


async def test_d_marks_an_article_as_done_and_undo_takes_it_back(start: Start, three: list[Path]):
    async with start(files=three) as session:
        await session.press("enter", "d")
        assert "Done: 云港工业开门红" in session.status
        assert session.library.progress(0).is_done
        await session.press("u")
        assert "Taken back: Done: 云港工业开门红" in session.status
        assert not session.library.progress(0).is_done
        await session.press("ctrl+r")
        assert session.library.progress(0).is_done
        await session.press("d")
        assert not session.library.progress(0).is_done
        assert "Not done any more" in session.status


async def test_in_the_library_d_means_the_article_that_one_is_on(start: Start, three: list[Path]):
    async with start(files=three) as session:
        await session.press("j", "d")
        assert [session.library.progress(index).is_done for index in range(3)] == [False, True, False]
        await session.press("u")
        await session.settle()
        assert not session.library.progress(1).is_done


async def test_a_mark_is_taken_back_before_what_was_done_earlier(start: Start, three: list[Path]):
    async with start(files=three) as session:
        await session.press("enter", "n", "1", "d", "u")
        assert len(session.annotations) == 1
        await session.press("u")
        assert session.annotations == []


async def test_the_next_article_with_work_left_is_one_key_away(start: Start, three: list[Path]):
    async with start(files=three) as session:
        await session.press("J")
        assert session.article.reading.opened.path == three[0]
        await session.press("J")
        assert session.article.reading.opened.path == three[1]
        await session.press("J")
        assert session.article.reading.opened.path == three[0]
        assert "first article with some" in session.status
        await session.press("d", "J", "J")
        assert session.article.reading.opened.path == three[1]
        assert "No other article" in session.status
        await session.press("n", "1", "J")
        assert "Every article is done" in session.status


async def test_a_deletion_in_the_table_of_annotations_counts_in_the_library(start: Start, three: list[Path]):
    async with start(files=three) as session:
        await session.press("enter", "n", "1", "1", "right_square_bracket", "n", "1", "A")
        await session.settle()
        await session.press("a", "D", "escape", "escape")
        await session.settle()
        assert [session.library.progress(index).handled for index in range(3)] == [0, 0, 0]


async def test_without_articles_the_keys_say_so(start: Start, tmp_path: Path):
    broken = tmp_path / "x.txt"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    async with start(files=[broken]) as session:
        await session.press("d")
        assert "No article here" in session.status
        await session.press("J")
        assert "Every article is done" in session.status


def test_totals_follow_every_change_of_an_article():
    first, more, done = Progress(10, 2, 2), Progress(10, 7, 7), Progress(10, 7, 7, by_hand=True)
    totals = Totals().with_(first, None).with_(Progress(0, 0, 0), None)
    assert totals == (2, 10, 2, 0)
    totals = totals.with_(more, first).with_(done, more)
    assert totals == (2, 10, 7, 1)
