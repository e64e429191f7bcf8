"""Files and folders are added to the library while the app runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.controls import FORBIDDEN
from tests.tui.conftest import until

if TYPE_CHECKING:
    from tests.tui.conftest import Start

ARTICLES = Path(__file__).parents[1] / "data" / "articles"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles and what is none."""
    folder = tmp_path / "报纸"
    folder.mkdir()
    (folder / "a.txt").write_text("港口运行平稳\n\n今年货物吞吐量达到3亿吨，同比增长5%。\n", "utf-8")
    (folder / "b.txt").write_text("工业增长\n\n今年工业产值500亿元，同比增长11.6%。\n", "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    return folder


async def add(session: Any, words: str) -> None:
    await session.press("o")
    await session.paste(words)
    await session.press("enter")
    await session.settle()
    await session.settle()


def names(session: Any) -> list[str]:
    return [entry.path.name for entry in session.library.entries]


async def test_a_folder_is_listed_behind_the_others_and_read(start: Start, folder: Path):
    async with start() as session:
        before = names(session)
        await add(session, str(folder))
        assert names(session) == [*before, "a.txt", "b.txt"]
        assert session.library.highlighted == len(before)
        assert session.library.has_focus
        assert [entry.facts.title for entry in session.library.entries[-2:]] == ["港口运行平稳", "工业增长"]
        assert session.library.progress(len(before)).claims == 2
        await session.press("enter")
        assert session.article.reading.opened.path == folder / "a.txt"


async def test_a_file_is_opened_at_once_and_tagged_like_any_other(start: Start, folder: Path):
    async with start() as session:
        await add(session, str(folder / "b.txt"))
        await session.press("n", "1")
        assert [quote for quote, _, _ in session.annotations] == ["500亿元"]


async def test_what_is_listed_already_is_gone_to(start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch):
    async with start(files=[folder / "a.txt", ARTICLES / "grain.txt"]) as session:
        monkeypatch.chdir(folder)
        await session.press("j")
        await add(session, "a.txt")
        assert names(session) == ["a.txt", "grain.txt"]
        assert session.article.reading.opened.path == folder / "a.txt"
        await session.press("escape")
        await add(session, str(folder))
        assert names(session) == ["a.txt", "grain.txt", "b.txt"]


async def test_a_filter_that_would_hide_what_is_added_is_taken_away(start: Start, folder: Path):
    async with start() as session:
        await session.press("f", *"grain", "enter")
        await add(session, str(folder))
        assert not session.library.is_choice
        assert session.library.entries[session.library.highlighted].path == folder / "a.txt"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("/nowhere/at all.txt", "no such file or folder"),
        ("~nobody-of-that-name/x", "cannot be read"),
        ("字" * 400, "cannot be read"),
        ("[/][@click=app.quit]x", "no such file or folder"),
        ("a\x1b]52;c;aGk=\x07", "no such file or folder"),
    ],
)
async def test_what_cannot_be_added_is_told(start: Start, words: str, says: str):
    async with start() as session:
        before = names(session)
        await add(session, words)
        (told,) = session.warnings
        assert says in told
        assert not FORBIDDEN.search(told)
        assert names(session) == before
        assert session.library.has_focus


async def test_a_folder_without_articles_is_told(start: Start, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    async with start() as session:
        await add(session, str(tmp_path / "empty"))
        assert "no articles in this folder" in session.warnings[0]


async def test_tab_completes_the_name(start: Start, folder: Path):
    async with start() as session:
        await session.press("o")
        await session.paste(str(folder)[:-1])
        await session.settle()
        await session.press("tab")
        await until(session.pilot, lambda: session.screen.prompt.value == f"{folder}/")
        await session.press("tab")
        await until(session.pilot, lambda: session.screen.prompt.value == f"{folder}/a.txt")
        await session.press("escape")
        assert session.library.has_focus
