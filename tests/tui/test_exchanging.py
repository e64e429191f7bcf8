"""Out of the app and in again: what will be written or changed is told before it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from reader.exchange.registry import all_formats

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def shown(session: Any, name: str) -> str:
    return str(session.app.screen.query_one(name).render())


def toasts(session: Any) -> list[str]:
    return session.warnings


async def test_the_preview_shows_what_will_be_written(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "2", "W")
        assert "all 2 annotations" in shown(session, "#export-says")
        assert "30年" in shown(session, "#export-preview")


async def test_format_columns_and_selection_are_a_key_each(start: Start, tmp_path: Path):
    async with start() as session:
        await session.press("enter", "n", "1", "2", "left_parenthesis", "W")
        for _ in all_formats():
            if session.app.screen.query_one(Input).value.endswith(".jsonl"):
                break
            await session.press("f2")
        await session.press("f4", "f4")
        assert "those tagged checked" in shown(session, "#export-says")
        await session.press("enter")
    [record] = [json.loads(line) for line in (tmp_path / "annotations.jsonl").read_text("utf-8").splitlines()]
    assert record["tags"] == ["checked"]


async def test_what_a_format_cannot_hold_is_told_after_writing(start: Start, tmp_path: Path):
    async with start() as session:
        await session.press("enter", "n", "1", "W", "enter")
        assert not toasts(session)
        await session.press("W")
        while not session.app.screen.query_one(Input).value.endswith(".md"):
            await session.press("f2")
        await session.press("enter")
        assert "1 row written" in str(session.screen.status.render())
        [told] = toasts(session)
        assert told.startswith("This markdown leaves out (annotations): ")
        assert "revision (1)" in told


async def test_the_last_choice_is_remembered(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "W", "f3", "enter")
        await session.press("W")
        assert "basic columns" in shown(session, "#export-says")


async def test_an_export_comes_in_again_after_being_told_what_it_changes(start: Start, tmp_path: Path):
    async with start(store=tmp_path / "one.json") as session:
        await session.press("enter", "n", "1", "2", "W", "enter")
    async with start(store=tmp_path / "two.json") as session:
        await session.press("enter", "I", *"annotations.csv", "enter")
        assert "would be 2 new" in shown(session, "#import-says")
        assert session.annotations == []
        await session.press("enter")
        assert [tags for _, tags, _ in session.annotations] == [("key",), ("checked",)]
        assert len(session.article.reading.opened.placed) == 2


async def test_what_cannot_be_imported_is_told(start: Start, tmp_path: Path):
    (tmp_path / "bad.csv").write_text("annotation_id,quote\nnonsense,x\n", "utf-8")
    async with start() as session:
        await session.press("enter", "I", *"bad.csv", "enter")
        assert "Nothing was imported" in shown(session, "#import-says")
        await session.press("escape", "I", *"missing.csv", "enter")
        assert "missing.csv" in shown(session, "#import-says")
