"""Keys while an input method is on: full-width forms do what the key would, a Han character tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from reader.tui.app import key_name
from reader.tui.folding import folded_key, is_han

if TYPE_CHECKING:
    from tests.tui.conftest import Start


def arriving(data: str) -> list[events.Key]:
    """The keys that Textual's own parser makes of what a terminal sends."""
    return [event for event in XTermParser(debug=False).feed(data) if isinstance(event, events.Key)]


async def send(session: Any, data: str) -> None:
    for event in arriving(data):
        session.app.post_message(event)
        await session.pilot.pause()
    session.screen.writer.wait(10)
    await session.pilot.pause()


@pytest.mark.parametrize(
    ("character", "key"),
    [
        ("ｎ", "n"),
        ("１", "1"),
        ("。", "."),
        ("【", "["),
        ("？", "?"),
        ("、", "/"),
        ("’", "'"),
        ("n", None),
        ("中", None),
    ],
)
def test_full_width_forms_are_folded(character: str, key: str | None):
    assert folded_key(character) == key


def test_keys_are_named_as_textual_names_them():
    assert [key_name(character) for character in "a1?/[<'-"] == [
        "a", "1", "question_mark", "slash", "left_square_bracket", "less_than_sign", "apostrophe", "minus",
    ]  # fmt: skip


def test_han_characters_are_told_from_keys():
    assert is_han("中")
    assert not any(map(is_han, ["a", "。", "", "ab"]))


async def test_the_main_job_works_with_full_width_keys(start: Start):
    async with start() as session:
        await session.press("enter")
        await send(session, "ｎ")
        await send(session, "１")
        assert [tags for _, tags, _ in session.annotations] == [("key",)]


async def test_a_committed_word_tells_that_the_input_method_is_on(start: Start):
    async with start() as session:
        await session.press("enter")
        before = session.article.reading.place
        await send(session, "中国")
        assert "input method is on" in session.status
        assert session.article.reading.place == before


async def test_a_committed_word_goes_into_a_note_whole(start: Start):
    async with start() as session:
        await session.press("enter", "n", "a")
        await send(session, "查海关数据，２０２５年。")
        await session.press("enter")
        assert session.annotations[0][2] == "查海关数据，２０２５年。"


async def test_the_main_job_works_without_letters(start: Start):
    async with start(size=(80, 24)) as session:
        await session.press("enter", "down", "down", "f2", "right", "right", "1", "escape", "f3")
        await send(session, "记")
        await session.press("enter", "f10")
        assert [(tags, note) for _, tags, note in session.annotations] == [(("key",), "记")]
