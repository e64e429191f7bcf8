"""The main job: open an article, tag its claims with one key each, find everything again at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from reader.desk import acts
from reader.tui.annotating_screen import LONG
from reader.tui.keys_document import CHECKING, CORRECTING, MAIN_JOB, TAGGING
from reader.tui.panes_screen import SIDE_BY_SIDE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tui.conftest import Start

SIZES = [(80, 24), (100, 30), (140, 40)]
NAMES = {":": "colon", "/": "slash", ".": "full_stop"}
"""What the keys of an address are called."""


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_claim_is_tagged_in_two_presses_and_the_next_in_one(start: Start, size: tuple[int, int]):
    async with start(size=size) as session:
        await session.press("enter")
        first, second = session.article.reading.opened.claims[:2]
        await session.press("n", "1")
        await session.press("2")
        assert session.annotations == [(first.exact, ("key",), ""), (second.exact, ("checked",), "")]


@pytest.mark.parametrize("size", SIZES)
async def test_annotations_are_there_again_at_the_next_start_in_the_same_place(
    start: Start, tmp_path: Path, size: tuple[int, int]
):
    store = tmp_path / "kept.json"
    async with start(size=size, store=store) as session:
        await session.press("enter", "n", "1", "2")
        before = [(placed.start, placed.end) for placed in session.article.reading.opened.placed]
        await session.press("f10")
    async with start(size=size, store=store) as session:
        assert session.library.progress(0).annotations == 2
        await session.press("enter")
        assert [(placed.start, placed.end) for placed in session.article.reading.opened.placed] == before
        await session.press("n")
        assert session.present == session.article.reading.opened.claims[2].exact


async def test_a_tag_on_an_annotated_claim_toggles_and_stays(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "left_parenthesis")
        quote = session.present
        await session.press("3")
        assert session.present == quote
        assert session.annotations == [(quote, ("key", "doubtful"), "")]
        await session.press("1")
        assert session.annotations == [(quote, ("doubtful",), "")]


async def test_any_span_is_selected_and_tagged_by_keys(start: Start):
    async with start() as session:
        await session.press("enter", "j", "v", "l", "l", "l", "h", "6")
        reading = session.article.reading
        quote = reading.shown[slice(*reading.selection)]
        assert len(quote) == 3
        assert session.annotations == [(quote, ("money",), "")]
        await session.press("6")
        assert session.annotations == []
        await session.press("escape")
        assert reading.selection is None


async def test_a_note_is_written_saved_and_found_again(start: Start):
    async with start() as session:
        await session.press("enter", "n", "a", "c", "h", "ctrl+j", "k", "enter")
        [(_, tags, note)] = session.annotations
        assert (tags, note) == ((), "ch\nk")
        await session.press("a", "exclamation_mark", "enter")
        assert session.annotations[0][2] == "ch\nk!"
        assert session.article.has_focus


async def test_escape_leaves_a_note_as_it_was(start: Start):
    async with start() as session:
        await session.press("enter", "n", "a", "x", "escape")
        assert session.annotations == []
        assert session.article.has_focus


async def test_deleting_and_undoing(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "backspace", "D")
        assert session.annotations == []
        assert "u brings it back" in session.status
        await session.press("u")
        assert [tags for _, tags, _ in session.annotations] == [("key",)]
        await session.press("u")
        assert session.annotations == []
        await session.press("ctrl+r")
        assert [tags for _, tags, _ in session.annotations] == [("key",)]


async def test_backspace_goes_back_to_the_last_act_whatever_it_was_and_in_whichever_article(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "n", "2")
        tagged = session.annotations[-1][0]
        await session.press("g", "backspace")
        assert session.present == tagged
        await session.press("D", "G", "backspace")
        place = session.article.reading.place
        assert session.present == tagged
        await session.press("right_square_bracket", "backspace")
        assert session.article.reading.opened.path == session.library.entries[0].path
        assert session.article.reading.place == place


async def test_undo_goes_to_what_it_took_back(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "1")
        await session.press("u")
        assert session.present == "5年"
        await session.press("u")
        assert session.present == "30年"


async def test_the_current_claim_is_read_out(start: Start):
    async with start() as session:
        await session.press("enter", "n", "n", "n", "n")
        while session.present != "3000万美元":
            await session.press("n")
        assert "3000万美元 = 30,000,000 USD" in session.status


async def test_seed_003_is_shown_in_simplified(start: Start, seeds: list[Path]):
    async with start(files=[seeds[3]]) as session:
        await session.press("enter")
        assert "绵阳" in session.article.reading.shown
        assert "綿陽" in session.article.reading.opened.article.text
        place, before = session.article.reading.place, session.article.reading.shown
        await session.press("n", "T")
        assert "綿陽" in session.article.reading.shown
        await session.press("T", "T")
        assert session.article.reading.shown == before
        assert session.article.reading.place > place


async def test_the_export_is_written_and_not_over_a_file_unasked(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    async with start() as session:
        await session.press("enter", "n", "1", "2", "W", "ctrl+t", "enter")
        written = tmp_path / "annotations.csv"
        assert written.read_bytes().startswith(b"\xef\xbb\xbfannotation_id,article_title,")
        assert "2 rows written" in session.status
        written.write_text("mine")
        await session.press("W", "enter")
        assert written.read_text() == "mine"
        await session.press("enter")
        assert written.read_bytes().startswith(b"\xef\xbb\xbfannotation_id,article_title,")


async def test_escape_and_q_go_back_level_by_level(start: Start):
    async with start(size=(80, 24)) as session:
        await session.press("enter", "n", "v", "escape")
        assert session.article.reading.selection is None
        assert session.article.has_focus
        await session.press("q")
        assert session.library.has_focus
        assert session.library.display
        assert not session.article.display
        await session.press("tab")
        assert session.article.has_focus
        await session.press("q", "q")
    assert not session.app.is_running


async def test_library_and_article_stand_side_by_side_where_there_is_room(start: Start):
    async with start(size=(SIDE_BY_SIDE, 30)) as session:
        await session.press("enter")
        assert session.library.display
        assert session.article.display
        await session.pilot.resize_terminal(80, 24)
        await session.pilot.pause()
        assert not session.library.display
        assert session.article.display


async def test_the_next_article_is_one_key_away(start: Start):
    async with start() as session:
        await session.press("enter", "right_square_bracket")
        assert session.article.reading.opened.path == session.library.entries[1].path
        await session.press("left_square_bracket", "left_square_bracket")
        assert session.article.reading.opened.path == session.library.entries[0].path
        assert "first article" in session.status


async def test_keys_typed_ahead_all_work_on_what_they_were_meant_for(start: Start):
    async with start() as session:
        for key in ("enter", "n", "1", "2", "left_parenthesis", "3", "n", "4"):
            session.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await session.pilot.pause()
        await session.press()
        claims = session.article.reading.opened.claims
        assert [(quote, tags) for quote, tags, _ in session.annotations] == [
            (claims[0].exact, ("key",)),
            (claims[1].exact, ("checked", "doubtful")),
            (claims[2].exact, ("target",)),
        ]


async def test_the_main_job_takes_the_keys_that_the_documentation_says(start: Start, tmp_path: Path):
    file = tmp_path / "article.txt"
    file.write_text(
        "云港工业开门红\n\n全市产值达500亿元，同比增长9.4%。\n\n编号为2031的产线已经投产，运行平稳。\n", "utf-8"
    )
    steps = dict(MAIN_JOB)
    assert len(steps["Tag the first claim"]) == 2
    assert len(steps["Tag each further claim"]) == 1
    assert len(steps["Tag a figure that was not found, in the paragraph below"]) == 3
    after: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
    async with start(files=[file]) as session:
        for what, keys in MAIN_JOB:
            await session.press(*keys)
            after[what] = session.annotations
    tags = {what: [tags for _, tags, _ in annotations] for what, annotations in after.items()}
    assert tags["Tag the first claim"] == [("key",)]
    assert tags["Tag each further claim"] == [("key",), ("checked",)]
    assert tags["Leave"] == [("key",), ("checked",), ("other",)]
    assert after["Leave"][2][0].startswith("2031")
    assert [note for _, _, note in after["Write a note on it"]] == ["", "", "ok"]
    assert [note for _, _, note in after["Leave"]] == ["", "", ""]


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


async def test_checking_claims_takes_the_keys_that_the_documentation_says(
    start: Start, seeds: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The review that `docs/keys.md` tells of; its addresses count as many presses as they have letters."""
    monkeypatch.chdir(tmp_path)
    after: dict[str, list[Any]] = {}
    async with start(files=[seeds[0], seeds[4]]) as session:
        await session.press("enter", "n")
        desk = session.app.desk
        for what, keys in CHECKING:
            await session.press(*(NAMES.get(key, key) for key in keys))
            await session.settle()
            after[what] = desk.repository.annotations()
        assert session.app.screen is session.screen
        assert session.article.reading.opened.path == seeds[0]
        assert session.article.reading.annotation is not None
    told = {
        what: [(one.verdict, one.response, len(one.evidence)) for one in annotations]
        for what, annotations in after.items()
    }
    confirmed, rejected = ("confirmed", "accepted", 0), ("unchecked", "rejected", 0)
    assert list(told.values())[:5] == [
        [confirmed],
        [confirmed] * 2,
        [confirmed] * 2 + [rejected],
        [confirmed] * 2,
        [confirmed] * 2 + [rejected],
    ]
    with_evidence = after["Add a page as evidence of the next one"]
    assert told["Add a page as evidence of the next one"][3] == ("unchecked", "accepted", 1)
    moved = after["Move the last border of that annotation by a character"]
    assert moved[3].target.end == with_evidence[3].target.end + 1
    assert [len(after[what]) for what in ("Delete that annotation", "Take the deletion back")] == [3, 4]
    assert {one.verdict for one in after["Dispute all that are listed"]} == {"disputed"}
    assert {one.tags for one in after["Dispute all that are listed"]} == {("key", "money")}
    assert after["Delete all that are selected"] == []
    assert {one.verdict for one in after["Bring them back"]} == {"disputed"}
    assert (tmp_path / "annotations.csv").read_text("utf-8-sig").count(",disputed,") == 4


async def test_tagging_by_typing_takes_the_keys_that_the_documentation_says(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    after: dict[str, list[Any]] = {}
    names: dict[str, list[str]] = {}
    async with start() as session:
        await session.press("enter", "n")
        for what, keys in TAGGING:
            await session.press(*keys)
            after[what] = session.stored
            names[what] = [tag.name for tag in session.app.desk.tags().tags]
        tags = session.app.desk.tags()
        assert session.app.screen is session.screen
    whole, claim = after["Go back to the article"]
    assert (whole.target, whole.tags, whole.note) == (None, ("doubtful",), "x\ny")
    assert claim.tags == ("money", "checked", "fresh")
    assert after["Merge it into another one"][1].tags == ("money", "checked")
    assert "growth" in (tmp_path / "tags.toml").read_text("utf-8")
    assert "growth" not in names["Delete the last one, from all annotations"]
    assert "growth" in names["Take over the tags of the file"]
    assert "late" in names["Make a tag"]
    [fresh] = [tag for tag in tags.tags if tag.key == 5]
    assert (fresh.name, fresh.description, fresh.aliases, fresh.colour) == ("fresh", "sure", ("frs",), "pink")


async def test_correcting_and_handing_in_takes_the_keys_that_the_documentation_says(
    start: Start, seeds: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SSH_CONNECTION", "far away")  # no browser: the address is copied, and that is told
    after: dict[str, list[Any]] = {}
    said: dict[str, str] = {}
    async with start(files=[seeds[0]]) as session:
        await session.press("enter", "n")
        for what, keys in CORRECTING:
            await session.press(*(NAMES.get(key, key) for key in keys))
            await session.settle()
            after[what], said[what] = session.stored, session.status
        assert session.app.screen is session.screen
    [claim] = after["Correct whose figure it is"]
    assert (claim.response, claim.claim.status, claim.claim.entity) == ("corrected", "target", "abc")
    assert "http://a.cn" in said["Open it in the browser"]
    assert [one.evidence for one in after["Change the address"]] == [("http://a.cn", "http://b.cn/x")]
    assert [one.evidence for one in after["Remove it"]] == [("http://a.cn",)]
    disputed = after["Dispute one of the two that stand there: the first of the list that asks which"]
    assert sorted((one.tags, one.verdict) for one in disputed) == [
        ((), "unchecked"),
        (("money",), "unchecked"),
        (("other",), "disputed"),
    ]
    assert "corrected: 30年" in said["Go to the annotation before, whatever lies over it"]
    assert [one.response for one in after["Say that it is no claim"]].count("rejected") == 1
    assert [one.response for one in after["Go back to it, and take that back"]].count("rejected") == 0
    assert (tmp_path / "annotations.csv").exists()
    assert (tmp_path / "annotations.html").exists()
