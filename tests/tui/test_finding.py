"""Finding one's way: search, percent, headings, jumps, words; taking a quote along."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.tui.clipboard import can_take, give_to_tmux, sequence

if TYPE_CHECKING:
    from tests.tui.conftest import Start

HARBOUR = Path(__file__).parents[1] / "data" / "articles" / "harbour.txt"


async def test_search_marks_and_counts_all_hits_and_n_goes_through_them(start: Start):
    async with start() as session:
        await session.press("enter", "slash")
        await session.type("高新区")
        await session.press("enter")
        reading = session.article.reading
        assert len(reading.hits) > 5
        assert f"{len(reading.hits)} hits" in session.status
        assert reading.hit == reading.hits[0]
        await session.press("n", "n")
        assert reading.hit == reading.hits[2]
        await session.press("N")
        assert reading.hit == reading.hits[1]
        assert session.present == "高新区"
        await session.press("escape")
        assert reading.hits == []
        await session.press("n")
        assert reading.claim is not None


async def test_search_finds_over_row_breaks_and_in_the_other_script(start: Start, seeds: list[Path]):
    async with start(files=[seeds[3]], size=(80, 24)) as session:
        await session.press("enter", "slash")
        await session.type("现代产业集聚区")
        await session.press("enter")
        assert len(session.article.reading.hits) >= 2


async def test_search_finds_a_figure_by_its_value(start: Start):
    async with start() as session:
        await session.press("enter", "slash")
        await session.type("3千万")
        await session.press("enter")
        assert session.present == "3000万美元"


async def test_leaving_the_search_goes_back(start: Start):
    async with start() as session:
        await session.press("enter", "n", "n")
        place = session.article.reading.place
        await session.press("slash")
        await session.type("研发")
        await session.press("escape")
        assert session.article.reading.place == place
        assert session.article.reading.query == ""
        assert session.article.has_focus


async def test_what_is_not_there_is_said(start: Start):
    async with start() as session:
        await session.press("enter", "slash")
        await session.type("zzz")
        await session.press("enter")
        assert "Not found" in session.status


async def test_n_goes_to_claims_again_after_a_search_that_found_nothing(start: Start):
    async with start() as session:
        await session.press("enter", "slash")
        await session.type("没有此事")
        await session.press("enter", "n")
        assert session.article.reading.claim is not None


@pytest.mark.parametrize("then", [("escape", "j"), ("right_square_bracket",), ("tab", "j"), ("j",)])
async def test_what_is_not_there_is_said_until_one_goes_on(start: Start, then: tuple[str, ...]):
    async with start() as session:
        await session.press("enter", "slash", "z", "z", "enter")
        assert "Not found" in session.status
        await session.press(*then)
        assert "Not found" not in session.status


async def test_percent(start: Start):
    async with start() as session:
        await session.press("enter", "percent_sign")
        await session.type("50")
        await session.press("enter")
        assert session.article.reading.percent == 50
        await session.press("percent_sign")
        await session.type("x")
        await session.press("enter")
        assert "0 to 100" in session.status
        assert session.screen.prompt.display  # what was typed can be mended
        await session.press("backspace", "7", "5", "enter")
        assert session.article.reading.percent == 75
        await session.press("percent_sign", "enter")
        assert session.article.reading.percent == 75


async def test_headings(start: Start):
    async with start(files=[HARBOUR]) as session:
        await session.press("enter", "O", "j", "enter")
        reading = session.article.reading
        assert reading.shown[reading.place :].startswith("项目建设提速")


async def test_jumps_can_be_taken_back_and_again(start: Start):
    async with start() as session:
        await session.press("enter", "n", "n")
        place = session.article.reading.place
        await session.press("G", "ctrl+o")
        assert session.article.reading.place == place
        await session.press("ctrl+n")
        assert session.article.reading.place == len(session.article.reading.shown) - 1
        await session.press("ctrl+o", "ctrl+o")
        assert "No jump" in session.status


async def test_words(start: Start):
    async with start(files=[HARBOUR]) as session:
        await session.press("enter", "right_curly_bracket", "right_curly_bracket", "v", "e")
        reading = session.article.reading
        assert reading.shown[slice(*reading.selection)] == "项目"
        await session.press("e")
        assert reading.shown[slice(*reading.selection)] == "项目建设"
        await session.press("escape", "v", "w")
        assert reading.selection is not None


async def test_growing_and_shrinking(start: Start):
    async with start(files=[HARBOUR]) as session:
        await session.press("enter", "n", "n")
        reading = session.article.reading
        grown = []
        for _ in range(6):
            await session.press("plus")
            grown.append(reading.selection)
        lengths = [end - start for start, end in grown]
        assert lengths == sorted(lengths)
        assert lengths[-1] == len(reading.shown)
        assert "3.12亿吨" in [reading.shown[start:end] for start, end in grown]
        await session.press("minus")
        assert reading.selection != grown[-1]
        await session.press(*["minus"] * 6)
        assert reading.selection is None


async def test_the_place_in_each_article_is_remembered(start: Start):
    async with start() as session:
        await session.press("enter", "n", "n", "n")
        place = session.article.reading.place
        await session.press("right_square_bracket", "left_square_bracket")
        assert session.article.reading.place == place


async def test_copying_without_a_clipboard_writes_a_file_and_says_so(start: Start, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TERM", "linux")
    async with start(files=[HARBOUR]) as session:
        await session.press("enter", "n", "y")
        copied = Path.home() / "reader-copied.txt"
        assert (
            copied.read_text("utf-8")
            == "3亿吨\n— 云港前三季度吞吐量突破3亿吨, 云港晚报, 2025-10-18, " + str(HARBOUR) + "\n"
        )
        assert "takes no copies: written to" in session.status


def test_the_clipboard_sequence_is_plain_base64_and_wrapped_for_tmux():
    plain = sequence("坏\x1b[2J", {"TERM": "xterm"})
    assert plain.startswith("\x1b]52;c;")
    assert base64.b64decode(plain[7:-1]).decode() == "坏\x1b[2J"
    wrapped = sequence("甲", {"TERM": "tmux-256color", "TMUX": "/tmp/x"})
    assert wrapped.startswith("\x1bPtmux;\x1b\x1b]52;")
    assert wrapped.endswith("\x1b\\" + sequence("甲", {"TERM": "xterm"}))


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tmux that keeps what it is given in the file that is returned."""
    kept, program = tmp_path / "buffer", tmp_path / "bin" / "tmux"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\n[ "$*" = "load-buffer -w -" ] || exit 1\ncat > {kept}\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    return kept


async def test_tmux_gets_what_is_copied_from_its_own_command_for_it_drops_sequences(start: Start, tmux: Path):
    async with start(files=[HARBOUR]) as session:
        await session.press("enter", "n", "y")
        assert tmux.read_text("utf-8").startswith("3亿吨\n— 云港前三季度吞吐量突破3亿吨")
        assert "Copied with its source: 3亿吨" in session.status


def test_where_tmux_cannot_or_there_is_none_the_sequence_is_tried(tmux: Path):
    assert give_to_tmux("甲", os.environ)
    tmux.parent.joinpath("bin", "tmux").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    assert not give_to_tmux("甲", os.environ)
    assert not give_to_tmux("甲", {"TMUX": "x", "PATH": str(tmux.parent)})
    assert not give_to_tmux("甲", {"PATH": os.environ["PATH"]})


@pytest.mark.parametrize(
    ("environment", "can"),
    [({"TERM": "xterm-256color"}, True), ({"TERM": "linux"}, False), ({}, False),
     ({"TERM": "xterm", "TERM_PROGRAM": "Apple_Terminal"}, False),
     ({"TERM": "tmux", "TERM_PROGRAM": "Apple_Terminal", "TMUX": "1"}, True)],
)  # fmt: skip
def test_terminals_that_do_not_listen_are_known(environment: dict[str, str], can: bool):
    assert can_take("甲", environment) is can
    assert not can_take("甲" * 30_000, environment)


async def test_a_question_below_the_article_leaves_its_rows_as_they_are(start: Start):
    async with start(size=(100, 24)) as session:
        await session.press("enter")
        rows = list(session.article.reading.layout.rows)
        await session.press("slash")
        assert list(session.article.reading.layout.rows) == rows
