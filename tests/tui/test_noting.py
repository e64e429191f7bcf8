"""Notes in the app: below the article, in the user's own editor, on whole articles; nothing that was written is lost."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from reader.annotations.validation import MAX_NOTE
from reader.controls import FORBIDDEN
from reader.errors import ReaderError
from reader.messages import explain
from reader.tui.outside_editor import edit, editor_command

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.tui.conftest import Start


def warned(session: Any) -> str:
    """What was told where it cannot be missed."""
    return " ".join(session.warnings)


def notes(session: Any) -> list[str]:
    return [note for _, _, note in session.annotations]


def script(tmp_path: Path, body: str) -> str:
    """A program that edits as its Python body says, with `file` the path of the note."""
    file = tmp_path / "editor with blanks.py"
    file.write_text(
        f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\nfile = Path(sys.argv[-1])\n{body}\n", "utf-8"
    )
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


# Below the article


async def test_a_note_may_have_several_lines(start: Start):
    async with start() as session:
        await session.press("enter", "n", "a", "a", "ctrl+j", "b", "shift+enter", "c", "alt+enter", "d", "enter")
        assert notes(session) == ["a\nb\nc\nd"]
        assert session.app.focused is session.article


async def test_keys_typed_ahead_in_a_note_stay_in_order(start: Start):
    async with start() as session:
        await session.press("enter", "n", "a")
        for key in ("x", "ctrl+j", "y", "enter"):
            session.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await session.pilot.pause()
        await session.press()
        assert notes(session) == ["x\ny"]


async def test_what_was_written_and_left_comes_back(start: Start):
    async with start() as session:
        await session.press("enter", "n", "a", "x", "y", "escape")
        assert "Not saved; a brings back what you wrote." in session.status
        assert notes(session) == []
        await session.press("n", "a")
        assert session.screen.note.text == ""
        await session.press("escape", "N", "a")
        assert session.screen.note.text == "xy"
        assert "did not save" in session.status
        await session.press("enter", "a")
        assert notes(session) == ["xy"]
        await session.press("escape", "a")
        assert session.screen.note.text == "xy"


async def test_a_note_goes_to_what_it_was_begun_on(start: Start):
    async with start(size=(140, 40)) as session:
        await session.press("enter", "n", "a", "x")
        claim = session.present
        session.screen.action_next_article(1)
        session.screen.note.focus()
        await session.press("enter")
        assert session.annotations == [(claim, (), "x")]


async def test_leaving_the_program_saves_the_note_that_is_being_written(start: Start):
    async with start() as session:
        await session.press("enter", "n", "a", "x", "f10")
        assert notes(session) == ["x"]
        assert not session.app.is_running


async def test_a_note_that_is_too_long_keeps_one_from_leaving(start: Start):
    async with start() as session:
        await session.press("enter", "n", "a")
        await session.paste("字" * 100_000)
        await session.press("f10")
        assert session.app.is_running
        assert f"at most {MAX_NOTE} can be saved" in warned(session)
        assert len(session.screen.note.text) == 30_000
        await session.press("escape", "f10")
        assert not session.app.is_running


@pytest.mark.parametrize("text", ["[/]坏[@click=app.quit]x", "\x1b]52;c;aGk=\x07", "\ud800", "a|b", " \t\n "])
async def test_whatever_is_pasted_into_a_note_is_shown_harmlessly(start: Start, text: str):
    async with start() as session:
        await session.press("enter", "n", "1", "left_parenthesis", "a")
        await session.paste(text)
        seen = [session.painted]
        await session.press("enter", "P")
        seen.append(session.painted)
        assert not any(FORBIDDEN.search(screen) for screen in seen)
        assert len(session.annotations) == 1
        assert session.app.is_running


async def test_a_whole_article_has_a_note(start: Start):
    async with start(size=(140, 40)) as session:
        await session.press("a", "x", "enter")
        assert session.app.focused is session.library
        (one,) = session.stored
        assert (one.target, one.note) == (None, "x")
        assert "✎" in session.painted
        await session.press("enter", "t", "f3", "y", "enter", "escape")
        (one,) = session.stored
        assert one.note == "xy"
        await session.press("home")
        assert "the article: xy" in session.status


# In the user's own editor


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, ["code", "--wait"]),
        ({"VISUAL": " ", "EDITOR": "emacs -nw"}, ["emacs", "-nw"]),
        ({"EDITOR": "'/opt/my editor' -x"}, ["/opt/my editor", "-x"]),
    ],
)
def test_the_users_editor_is_called_with_its_words(environ: Mapping[str, str], words: list[str]):
    assert editor_command(environ) == words


@pytest.mark.parametrize(("environ", "code"), [({"EDITOR": "'"}, "editor-unreadable"), ({"PATH": ""}, "no-editor")])
def test_an_editor_that_cannot_be_called_is_told(environ: Mapping[str, str], code: str):
    with pytest.raises(ReaderError, match=code):
        editor_command(environ)


def test_what_the_editor_writes_comes_back(tmp_path: Path):
    edited = edit("一\n", [script(tmp_path, "file.write_bytes(file.read_bytes() + '二\\r\\n'.encode())")])
    assert (edited.text, edited.error) == ("一\n二\r\n", None)


def test_the_file_is_the_users_alone_and_gone_afterwards(tmp_path: Path):
    seen = tmp_path / "seen"
    body = f"Path({str(seen)!r}).write_text(f'{{file}}\\n{{oct(file.parent.stat().st_mode)}}')"
    edit("x", [script(tmp_path, body)])
    path, mode = seen.read_text("utf-8").splitlines()
    assert mode.endswith("700")
    assert not Path(path).exists()


@pytest.mark.parametrize(
    ("body", "text", "says"),
    [
        ("file.write_text('new'); sys.exit(3)", "new", "ended with an error (3)"),
        ("file.unlink()", "old", "left nothing"),
        ("file.write_bytes(b'\\xff\\xfe')", "\ufffd\ufffd", None),
        ("import os; os.kill(os.getpid(), 9)", "old", "ended with an error (-9)"),
    ],
)
def test_whatever_an_editor_does_the_text_is_not_lost(tmp_path: Path, body: str, text: str, says: str | None):
    edited = edit("old", [script(tmp_path, body)])
    assert edited.text == text
    assert (says is None) == (edited.error is None)
    if edited.error is not None:
        assert says in explain(edited.error)
        assert "\n" not in explain(edited.error)


@pytest.mark.parametrize("command", [["/no/such/editor"], ["a\0b"], [os.devnull]])
def test_an_editor_that_does_not_start_is_told(command: list[str]):
    edited = edit("old", command)
    assert edited.text == "old"
    assert "did not start" in explain(edited.error)


async def test_where_the_app_cannot_step_aside_the_note_goes_on_here(start: Start, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EDITOR", "true")
    async with start() as session:
        await session.press("enter", "n", "a", "x", "ctrl+e")
        assert "cannot step aside" in warned(session)
        assert session.screen.note.text == "x"
        await session.press("enter")
        assert notes(session) == ["x"]
