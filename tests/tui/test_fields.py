"""Every line and editor that one can type in: whatever is typed is refused or shown harmlessly, and nothing is lost."""

from __future__ import annotations

import ast
import importlib
import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.command import CommandPalette
from textual.widgets import Input, TextArea

import reader.tui
from reader.claims.correcting import FIELDS
from reader.controls import FORBIDDEN
from reader.tui.prompt import Purpose

if TYPE_CHECKING:
    from tests.tui.conftest import Start


HOSTILE = {
    "all at once": "[/]坏[@click=app.quit]x\x1b]52;c;aGk=\x07\x9b2J\x00\r\nb\u202e|\ud800x\udfff",
    "markup": "[/]坏[@click=app.quit]x[/] [b",
    "control characters": "a\x1b]52;c;aGk=\x07\x9b2J\x00\r\nb\u202e\u200b",
    "long": "长" * 100_000,
    "bar": "|",
    "blanks": "  \t \u3000 ",
    "lone surrogates": "\ud800x\udfff",
    "formula": "=1+1",
    "home of nobody": "~nobody-of-this-name/a",
}
KINDS = [kind if kind == "all at once" else pytest.param(kind, marks=pytest.mark.thorough) for kind in HOSTILE]

OPENED: dict[str, str] = {
    "prompt search": "slash",
    "prompt percent": "percent_sign",
    "prompt everywhere": "F",
    "prompt adding": "shift+tab o",
    "prompt filter": "shift+tab f",
    "prompt compare": "V",
    "prompt evidence": "right_parenthesis E",
    "panes_screen.Prompt": "slash",
    "panes_screen.NoteEditor": "a",
    "tag_picker.TagLine": "number_sign",
    "annotations_screen.FilterLine": "A slash",
    "claims_screen.FilterLine": "C slash",
    "export_screen.Input": "W",
    "import_screen.Input": "I",
    "evidence_screen.AddressLine": "E a",
    **{f"field {name}": f"e {'down ' * at}enter" for at, name in enumerate(FIELDS)},
    "claim_editor.FieldLine": "e enter",
    **{
        f"question {code}": f"ctrl+t {key}"
        for code, key in (
            ("ask-new-tag", "n"), ("ask-rename", "r"), ("ask-colour", "c"), ("ask-description", "d"),
            ("ask-aliases", "a"), ("ask-merge", "m"), ("ask-save-tags", "w"), ("ask-load-tags", "o"),
        )
    },
    "tags_screen.AnswerLine": "ctrl+t n",
    "unsaved_screen.Input": "",
    "palette": "f1",
}  # fmt: skip
"""Every field, and the keys that lead to it from a claim that is annotated."""


def fields_of_the_app() -> set[str]:
    """What the source says: input widgets that are made, purposes of the prompt, questions about tags, fields of claims."""
    found = {"palette", *(f"field {name}" for name in FIELDS)}
    for file in Path(inspect.getfile(reader.tui)).parent.glob("*.py"):
        module = importlib.import_module(f"reader.tui.{file.stem}")
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            if isinstance(call.func, ast.Name):
                made = getattr(module, call.func.id, None)
                if inspect.isclass(made) and issubclass(made, (Input, TextArea)):
                    found.add(f"{file.stem}.{call.func.id}")
                if call.func.id == "Question" and isinstance(call.args[0], ast.Call):
                    found.add(f"question {ast.literal_eval(call.args[0].args[0])}")
            elif isinstance(call.func, ast.Attribute) and ast.unparse(call.func) == "self.ask_line":
                found.add(f"prompt {Purpose[ast.unparse(call.args[0]).removeprefix('Purpose.')]}")
    return found


def test_every_field_of_the_app_is_tested_here():
    assert fields_of_the_app() == set(OPENED)


async def at_the_field(session: Any, keys: str) -> None:
    await session.press(*keys.split())
    if keys == "f1":
        assert isinstance(session.app.screen, CommandPalette)


async def back(session: Any) -> None:
    """To the article, by keys, as its user would."""
    for _ in range(6):
        if len(session.app.screen_stack) == 2 and session.app.focused is session.article:
            return
        await session.press("escape")
    session.screen._focus(session.article)
    await session.pilot.pause()


async def typed_into(session: Any, keys: str, text: str) -> None:
    """Paste it and press Enter twice: where a first one only asks, the second does it."""
    await at_the_field(session, keys)
    assert isinstance(session.app.focused, (Input, TextArea)), keys
    await session.paste(text)
    assert not FORBIDDEN.search(session.painted.replace("\n", ""))
    for _ in range(2):
        await session.press("enter")
        assert session.app.is_running
        assert not FORBIDDEN.search(session.painted.replace("\n", ""))
    await back(session)


@pytest.mark.parametrize("kind", KINDS)
async def test_whatever_is_typed_into_any_field_is_harmless_and_loses_nothing(
    start: Start, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")
    async with start(size=(120, 24)) as session:
        await session.press("enter")
        for _ in range(2):
            await session.press("right_parenthesis", "a", *"keep", "enter")
            await session.press("E", *"http", "colon", "slash", "slash", *"a", "full_stop", *"cn", "enter")
        kept = session.stored[0]
        for field, keys in OPENED.items():
            if field == "unsaved_screen.Input":
                continue
            await session.press("home", "right_parenthesis", "right_parenthesis")
            await typed_into(session, keys, HOSTILE[kind])
            now = session.app.desk.repository.get(kept.id)
            assert now is not None, field
            assert (now.note, now.evidence[0], now.target) == (kept.note, kept.evidence[0], kept.target), field


@pytest.mark.parametrize("key", ["slash", "a", "number_sign", "E", "F", "percent_sign", "V"])
async def test_a_line_to_type_in_keeps_the_keys_until_it_is_left(start: Start, key: str):
    async with start() as session:
        await session.press("enter", "n", "1", key)
        line = session.app.focused
        await session.press("tab", "shift+tab", "tab")
        assert session.app.focused is line
        await session.press("escape")
        assert session.app.focused is session.article
        assert not line.is_on_screen


@pytest.mark.parametrize("key", ["slash", "a", "number_sign"])
async def test_a_line_that_a_click_has_left_open_is_come_back_to(start: Start, key: str):
    async with start() as session:
        await session.press("enter", "n", "1", key)
        line = session.app.focused
        await session.pilot.click("#article", offset=(5, 2))
        assert session.app.focused is session.article
        await session.press("escape")
        assert session.app.focused is line
        await session.press("escape")
        assert session.app.focused is session.article
        assert not line.is_on_screen
