"""The user's own keys: read from a file, checked, and in force everywhere that keys are named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.errors import ReaderError
from reader.messages import explain
from reader.tui.actions import ACTIONS
from reader.tui.app import ReaderApp
from reader.tui.key_file import read_keys
from reader.tui.key_names import SHOWN, keys_of, named_key, shown_key, use_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.desk.desk import Desk

GRAIN = Path(__file__).parents[1] / "data" / "articles" / "grain.txt"


@pytest.fixture(autouse=True)
def _shipped_keys_afterwards() -> Iterator[None]:
    yield
    use_keys({})


def keys_in(tmp_path: Path, text: str) -> Any:
    file = tmp_path / "keys.toml"
    file.write_text(text, "utf-8")
    return read_keys(file)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("a", "a"),
        ("N", "N"),
        (")", "right_parenthesis"),
        (";", "semicolon"),
        ("Ctrl+D", "ctrl+d"),
        ("ctrl+d", "ctrl+d"),
        ("Alt+←", "alt+left"),
        ("F2", "f2"),
        ("PgDn", "pagedown"),
        ("Esc", "escape"),
        ("↓", "down"),
        ("right_parenthesis", "right_parenthesis"),
        ("Shift+Tab", "shift+tab"),
        ("hello", None),
        ("F99", None),
        ("Hyper+x", None),
        ("数", None),
        ("", None),
    ],
)
def test_keys_are_written_as_people_know_them(written: str, name: str | None):
    assert named_key(written) == name


def test_every_shipped_key_can_be_written_as_it_is_shown():
    keys = {key for action in ACTIONS for key in action.keys} | set(SHOWN)
    assert not [key for key in keys if named_key(shown_key(key)) != key]


def test_a_file_gives_actions_one_key_several_or_none(tmp_path: Path):
    text = '"claim.next" = "F9"\n"move.down" = ["j", "Ctrl+J"]\n"work.export" = []\n'
    assert keys_in(tmp_path, text) == {"claim.next": ("f9",), "move.down": ("j", "ctrl+j"), "work.export": ()}
    assert read_keys(tmp_path / "nothing.toml") == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('"claim.nxt" = "m"', "claim.nxt: there is no such action; perhaps claim.next"),
        ('"xyzzy" = "m"', "there is no such action; `reader keys`"),
        ('claim.next = "m"', "put quotation marks around"),
        ('"claim.next" = 3', "give a key, or a list of keys"),
        ('"claim.next" = "Meta+Hyper"', "there is no key Meta+Hyper"),
        ('"claim.next" = "x"', "x would be a key of claim.next and of annotate.reject"),
        ('"claim.next" = "L"', "L would be a key of claim.next and of view.library"),
        ('"claim.next" =', "keys.toml"),
    ],
)
def test_mistakes_are_told_in_one_line(tmp_path: Path, text: str, reason: str):
    with pytest.raises(ReaderError) as caught:
        keys_in(tmp_path, text)
    assert reason in explain(caught.value)
    assert "\n" not in explain(caught.value)


def test_keys_may_be_swapped_and_used_again_elsewhere(tmp_path: Path):
    assert keys_in(tmp_path, '"claim.next" = "x"\n"annotate.reject" = "n"')
    for screen in ("table.go", "all.go", "evidence.open", "tags.save"):  # screens of their own
        assert keys_in(tmp_path, f'"{screen}" = "P"')


async def test_the_app_obeys_and_names_the_users_keys(make_desk: Callable[..., Desk], tmp_path: Path):
    keys = keys_in(tmp_path, '"claim.next" = "x"\n"annotate.reject" = "n"\n"work.undo" = []\n"go.back" = "Ctrl+G"\n')
    app = ReaderApp(make_desk([GRAIN]), keys=keys)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("enter", "x", "u")
        article = app.screen.query_one("#article")
        reading = article.reading
        assert reading.claim is reading.opened.claims[0]
        assert "x next" in str(app.screen.query_one("#hints").render()).replace("  ", " ")
        await pilot.press("v")
        assert "Ctrl+G stop selecting" in " ".join(str(app.screen.query_one("#hints").render()).split())
        await pilot.press("ctrl+g", "n")
        app.screen.writer.wait(10)
        await pilot.pause()
        assert app.screen.desk.repository.annotations()[0].response == "rejected"
    assert keys_of(next(one for one in ACTIONS if one.id == "work.undo")) == ()
