"""Keys typed ahead: they reach the terminal in one piece with the key that opens something, and nothing of them is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from reader.tui.annotations_screen import AnnotationsScreen
from reader.tui.claims_screen import ClaimsScreen
from reader.tui.keys_screen import KeysScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Start

NAMES = {
    "#": "number_sign",
    "\r": "enter",
    "\x1b": "escape",
    "/": "slash",
    " ": "space",
    ":": "colon",
    ")": "right_parenthesis",
    "?": "question_mark",
}


async def burst(session: Any, keys: str) -> None:
    """Keys that a terminal hands over in one piece."""
    for key in keys:
        session.app.post_message(events.Key(NAMES.get(key, key), None if key == "\x1b" else key))
    await session.pilot.pause()
    while session.app.has_keys:
        await session.pilot.pause()
    await session.press()


@pytest.mark.parametrize(
    ("keys", "annotations"),
    [
        ("\rn#mon\r\x1b", [("30年", ("money",), "")]),
        ("\rn#neu\r\x1b)#neu\r\x1b", [("30年", ("neu",), ""), ("5年", ("neu",), "")]),
        ("\rnaok 1\r", [("30年", (), "ok 1")]),
        ("\rna1#2\r)2", [("30年", (), "1#2"), ("5年", ("checked",), "")]),
        ("\rn1A#neu\r\x1b\x1b)2", [("30年", ("key", "neu"), ""), ("10.0%", ("checked",), "")]),
    ],
)
async def test_what_is_typed_ahead_goes_where_the_key_before_it_led(start: Start, keys: str, annotations: list[Any]):
    async with start() as session:
        await burst(session, keys)
        assert session.annotations == annotations


async def test_tables_take_what_is_typed_ahead_of_them(start: Start):
    async with start() as session:
        await burst(session, "\rn1234A/tag:key\r m")
        screen = session.app.screen
        assert isinstance(screen, AnnotationsScreen)
        assert (screen.line.value, screen.table.chosen, screen.table.awaited is not None) == ("tag:key", 1, True)
        await burst(session, "c\x1b\x1b")
        assert session.app.screen is session.screen
        await burst(session, "C/亿元\rj")
        table = session.app.screen
        assert isinstance(table, ClaimsScreen)
        assert (table.line.value, table.table.at) == ("亿元", 1)
        await burst(session, "\r?")
        assert isinstance(session.app.screen, KeysScreen)


async def test_on_a_machine_however_slow_keys_wait_for_the_one_before(start: Start, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("reader.tui.keys_in_turn.LOOK", 0.001)
    async with start() as session:
        await burst(session, "\rn#neu\r\x1b)2A/verdict:\r")
        screen = session.app.screen
        assert isinstance(screen, AnnotationsScreen)
        assert screen.line.value == "verdict:"
        assert session.annotations == [("30年", ("neu",), ""), ("5年", ("checked",), "")]


async def test_a_paste_stays_among_the_keys_around_it(start: Start):
    async with start() as session:
        await session.press("enter", "n")
        for event in (
            events.Key("a", "a"),
            events.Key("x", "x"),
            events.Paste("年报"),
            events.Key("y", "y"),
            events.Key("enter", "\r"),
        ):
            session.app.post_message(event)
        await burst(session, "")
        assert [note for *_, note in session.annotations] == ["x年报y"]
