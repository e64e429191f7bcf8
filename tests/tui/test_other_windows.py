"""What another window of the app saves meanwhile: seen here, never overwritten unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.desk import acts
from reader.tui.saving_screen import LONG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tui.conftest import Start


async def test_a_note_that_was_changed_in_another_window_is_not_overwritten_unasked(
    start: Start, make_desk: Callable[..., Any], tmp_path: Path
):
    store = tmp_path / "shared.json"
    async with start(store=store) as session:
        await session.press("enter", "n", "1", "left_parenthesis", "a", "m")
        path = session.article.reading.opened.path
        other = make_desk([path], store)
        theirs = other.open(path)
        claim = theirs.claims[0]
        other.commit(acts.write_note(other, theirs, claim.start, claim.end, "theirs"))
        session.screen._look_for_others()
        await session.press("enter")
        assert [note for _, _, note in session.annotations] == ["theirs"]
        assert session.screen.note.display
        await session.press("enter")
        assert [note for _, _, note in session.annotations] == ["m"]


async def test_what_another_window_saves_at_once_is_read_beside_the_keys_where_it_is_much(
    start: Start, make_desk: Callable[..., Any], tmp_path: Path
):
    store = tmp_path / "shared.json"
    async with start(store=store) as session:
        await session.press("enter", "n", "1")
        path = session.article.reading.opened.path
        other = make_desk([path], store)
        for _ in range(50):
            other.new_id()  # the desks of the tests begin at the same number
        theirs = other.open(path)
        with other.repository.transaction():
            for claim in theirs.claims[1:12]:
                other.commit(acts.write_note(other, theirs, claim.start, claim.end, "长" * 20_000))
        assert session.app.desk.repository.unread() > LONG
        session.screen._look_for_others()
        session.screen._look_for_others()
        await session.app.workers.wait_for_complete()
        await session.press("g")
        assert len(session.annotations) == 12
        assert not session.app.desk.repository.changed()


async def test_the_program_can_be_left_while_much_is_read_of_another_window(
    start: Start, make_desk: Callable[..., Any], tmp_path: Path
):
    store = tmp_path / "shared.json"
    async with start(store=store) as session:
        await session.press("enter")
        path = session.article.reading.opened.path
        other = make_desk([path], store)
        theirs = other.open(path)
        with other.repository.transaction():
            for claim in theirs.claims[:11]:
                other.commit(acts.write_note(other, theirs, claim.start, claim.end, "长" * 20_000))
        session.screen._look_for_others()
        session.app.exit()
    assert session.app.return_code == 0
