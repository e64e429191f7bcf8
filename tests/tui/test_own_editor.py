"""A note in the user's own editor, on a terminal: the app steps aside for it and comes back with what was written."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from reader.annotations.repository import Repository
from reader.tui.keys_document import OUTSIDE
from tests.tui.test_terminal_bytes import output_of

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"ctrl+e": b"\x05"}
LEAVE = b"\x1b[21~"
"""F10, as terminals send it."""

EDITOR = """#!/bin/sh
printf 'seen: '
cat "$1"
printf '港口\\nfrom outside' > "$1"
"""


def noted(tmp_path: Path, editor: Path | str, keys: list[bytes]) -> tuple[str, list[str]]:
    """Open an article, go to its claim and press keys: what went to the terminal, and the notes in the store then."""
    article, store = tmp_path / "a.txt", tmp_path / "kept.json"
    article.write_text("港口运行平稳\n\n今年货物吞吐量达到500亿吨。\n", "utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "VISUAL"}
    environment |= {"TERM": "xterm-256color", "HOME": str(tmp_path), "TMPDIR": str(tmp_path), "EDITOR": str(editor)}
    command = [sys.executable, "-m", "reader", "--no-session", str(article), "--annotations", str(store)]
    written = output_of(command, [b"\rn", *keys, LEAVE], environment).decode("utf-8", "replace")
    repository = Repository.open(store)
    notes = [one.note for one in repository.annotations()]
    repository.close()
    assert list(tmp_path.glob("reader-*")) == []
    return written, notes


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    """An editor that shows the note as it is, and writes another one."""
    script = tmp_path / "editor"
    script.write_text(EDITOR, "utf-8")
    script.chmod(0o755)
    return script


def test_a_note_is_written_in_the_users_own_editor_by_the_key_that_the_documentation_says(tmp_path: Path, editor: Path):
    [(_, keys)] = OUTSIDE
    written, notes = noted(tmp_path, editor, [KEYS[key] for key in keys])
    assert notes == ["港口\nfrom outside"]
    assert "seen: " in written
    assert "Note saved" in written[written.index("seen: ") :]


def test_a_note_that_was_begun_goes_on_in_the_editor(tmp_path: Path, editor: Path):
    written, notes = noted(tmp_path, editor, [b"abegun", KEYS["ctrl+e"]])
    assert "seen: begun" in written
    assert notes == ["港口\nfrom outside"]


def test_where_the_editor_cannot_be_found_the_note_stays_open_with_its_text(tmp_path: Path):
    written, notes = noted(tmp_path, "none-such-editor", [b"akept", KEYS["ctrl+e"], b" text", b"\r"])
    assert "none-such-editor: the editor did not" in written
    assert notes == ["kept text"]
