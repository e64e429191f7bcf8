"""Text of others is shown as it is, on every screen: no markup, no action, no control sequence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.controls import FORBIDDEN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start

MARKUP = "[/]坏[@click=app.quit]x[/]"
EVIL = MARKUP + "\x1b]52;c;aGk=\x07\x9b2J\u202e"


@pytest.fixture
def evil_file(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    file = folder / "[@click=app.quit]x\x1b]52;c;aGk=\x07.txt"
    file.write_text(f"{EVIL}标题\n\n{EVIL}全年产值达500亿元{EVIL}，增长9.4%。\n", "utf-8")
    return file


async def test_hostile_text_is_shown_on_every_screen(start: Start, evil_file: Path, tmp_path: Path):
    store = tmp_path / "store.json"
    broken = evil_file.with_name("[red]\x1b[2J.txt")
    broken.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    async with start(files=[broken, evil_file], size=(140, 40), store=store) as session:
        seen = [session.painted]
        await session.press("enter")
        seen.append(session.painted)
        await session.press("j", "enter", "n", "1", "backspace", "a")
        seen.append(session.painted)
        await session.press("left_square_bracket", "enter", "v", "l", "l", "P")
        seen.append(session.painted)
        await session.press("W")
        seen.append(session.painted)
        await session.press("escape", "question_mark")
        seen.append(session.painted)
        assert session.app.is_running
    assert any("[@click=app.quit]x[/]" in screen for screen in seen)
    for screen in seen:
        assert not FORBIDDEN.search(screen)


async def test_hostile_tags_and_notes_from_a_store_are_shown_harmlessly(
    start: Start, seeds: list[Path], tmp_path: Path
):
    store = tmp_path / "store.json"
    async with start(store=store) as session:
        await session.press("enter", "n", "1", "backspace", "a", "x", "enter", "f10")
        session.app.desk.repository.close()
    document = json.loads(store.read_text("utf-8"))
    for annotation in document["_default"].values():
        annotation["tags"], annotation["note"], annotation["annotator"] = [EVIL], EVIL, EVIL
    for name in list(document):
        if name not in ("_default", "articles"):
            del document[name]
    store.write_text(json.dumps(document), "utf-8")
    async with start(size=(140, 40), store=store) as session:
        await session.press("enter", "greater_than_sign")
        screen = session.painted
        assert MARKUP in screen
        assert not FORBIDDEN.search(screen)


async def test_a_file_that_failed_to_load_is_a_row_that_says_why(start: Start, tmp_path: Path, seeds: list[Path]):
    broken = tmp_path / "picture.txt"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    async with start(files=[broken, seeds[0]]) as session:
        assert "PNG" in session.painted
        await session.press("enter")
        assert session.article.reading is None
        assert session.app.is_running
        await session.press("right_square_bracket")
        assert session.article.reading is not None
