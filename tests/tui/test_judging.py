"""Verdicts, evidence, repeating, overlapping annotations and their borders, in the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reader.annotations.annotation import Response, Verdict
from reader.controls import FORBIDDEN
from reader.tui.browser import has_browser
from reader.tui.choose_screen import ChooseScreen
from reader.tui.evidence_screen import EvidenceScreen
from reader.tui.verdicts import LETTERS, sign_of
from tests.tui.conftest import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Start

URL = "https://example.com/a"


# Verdicts


async def test_m_and_a_letter_give_a_verdict_and_go_on(start: Start):
    async with start() as session:
        await session.press("enter", "n")
        claims = session.article.reading.opened.claims
        for letter in "cdurn":
            await session.press("m", letter)
        assert [(one.claim, one.verdict) for one in session.stored] == [
            (claim, LETTERS[letter]) for claim, letter in zip(claims, "cdurn", strict=False)
        ]
        assert session.article.reading.claim == claims[5]


async def test_after_m_the_line_of_keys_says_the_letters(start: Start):
    async with start(size=(120, 30)) as session:
        await session.press("enter", "n", "m")
        line = str(session.screen.hints.render())
        for letter, verdict in LETTERS.items():
            assert f" {letter} " in line
            assert str(verdict).replace("_", " ") in line


async def test_another_key_after_m_does_nothing_else(start: Start):
    async with start() as session:
        await session.press("enter", "n", "m", "x")
        assert session.stored == []
        assert "No verdict has that letter" in session.status
        await session.press("m", "escape", "x")
        assert [one.response for one in session.stored] == [Response.REJECTED]


@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not Verdict.UNCHECKED])
async def test_a_verdict_is_told_by_a_sign_in_the_gutter_and_by_its_word(start: Start, verdict: Verdict):
    letter = next(letter for letter, one in LETTERS.items() if one is verdict)
    async with start(size=(140, 40)) as session:
        await session.press("enter", "n", "m", letter, "left_parenthesis")
        word = str(verdict).replace("_", " ")
        assert f"{sign_of(verdict)} {word}" in session.status
        assert f"{sign_of(verdict)} {word}" in session.painted
        row = session.article.render_line(session.article.reading.row - session.article.scroll_offset.y)
        assert sign_of(verdict) in row.text[:10]


async def test_m_0_takes_a_verdict_away_and_undo_says_what_it_brought_back(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "left_parenthesis", "m", "d", "m", "0")
        assert [one.verdict for one in session.stored] == [Verdict.UNCHECKED]
        await session.press("u")
        assert [one.verdict for one in session.stored] == [Verdict.DISPUTED]
        assert "unchecked again" in session.status
        await session.press("ctrl+r")
        assert [one.verdict for one in session.stored] == [Verdict.UNCHECKED]


# Evidence


async def test_evidence_is_typed_below_the_article_and_a_wrong_address_stays_to_be_mended(start: Start):
    async with start() as session:
        await session.press("enter", "n", "E")
        await session.type("example.com")
        await session.press("enter")
        assert session.screen.prompt.display
        assert session.screen.prompt.value == "example.com"
        assert session.stored == []
        await session.press("home", *"https://", "enter")
        assert [one.evidence for one in session.stored] == [("https://example.com",)]
        assert session.article.has_focus


async def test_evidence_is_listed_added_changed_and_removed(start: Start):
    async with start() as session:
        await session.press("enter", "n", "E", *URL, "enter", "E")
        assert isinstance(session.app.screen, EvidenceScreen)
        await session.press("a", *"http://b.cn", "enter")
        assert session.stored[0].evidence == (URL, "http://b.cn")
        await session.press("e", "end", "z", "enter")
        assert session.stored[0].evidence == (URL, "http://b.cnz")
        await session.press("k", "D")
        assert session.stored[0].evidence == ("http://b.cnz",)
        await session.press("e", "ctrl+u", *"nonsense", "enter")
        assert "not the address of a web page" in session.painted or "only http" in session.painted
        await session.press("escape", "D")
        assert session.stored == []
        assert "No evidence left" in session.painted
        await session.press("escape")
        assert session.app.screen is session.screen


async def test_where_no_browser_can_be_seen_the_address_is_copied(start: Start, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SSH_CONNECTION", "far away")
    monkeypatch.setenv("TERM", "xterm-256color")
    async with start() as session:
        await session.press("enter", "n", "E", *URL, "enter", "B")
        assert f"copied {URL}" in session.status


async def test_the_systems_browser_gets_the_address(start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    seen = tmp_path / "seen"
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" > {seen}.part && mv {seen}.part {seen}\n')
    script.chmod(0o755)
    for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BROWSER", f"{script} %s")
    async with start() as session:
        await session.press("enter", "n", "E", *URL, "enter", "B")
        assert "Opened in the browser" in session.status
        await until(session.pilot, seen.exists)
    assert seen.read_text() == URL


def test_a_browser_is_only_used_where_its_user_sees_it():
    assert not has_browser({"SSH_TTY": "/dev/pts/0", "DISPLAY": ":0"})
    assert not has_browser({}, "linux")


# Once more


async def test_the_dot_repeats_a_tag_on_one_claim_after_the_other(start: Start):
    async with start() as session:
        await session.press("enter", "n", "2", "full_stop", "full_stop")
        claims = session.article.reading.opened.claims
        assert session.annotations == [(claim.exact, ("checked",), "") for claim in claims[:3]]


async def test_the_dot_repeats_a_verdict_on_claims_that_are_tagged_already(start: Start):
    async with start() as session:
        await session.press(
            "enter", "n", "1", "1", "1", "g", "n", "left_parenthesis", "left_parenthesis", "left_parenthesis"
        )
        await session.press("m", "c", "full_stop", "full_stop")
        assert [one.verdict for one in session.stored] == [Verdict.CONFIRMED] * 3


async def test_the_dot_repeats_rejections_notes_evidence_and_works_on_selections(start: Start):
    async with start() as session:
        await session.press("enter", "n", "x", "full_stop")
        assert [one.response for one in session.stored] == [Response.REJECTED] * 2
        await session.press("a", "o", "enter", "full_stop")
        assert [one.note for one in session.stored][2:] == ["o", "o"]
        await session.press("j", "j", "v", "l", "l", "full_stop")
        assert session.stored[-1].note == "o"
        assert len(session.stored[-1].target.exact) == 3


async def test_the_dot_has_nothing_to_repeat_at_first_and_says_where_the_claims_end(start: Start, tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_text("云港工业\n\n全市产值达500亿元，同比增长9.4%。\n", "utf-8")
    async with start(files=[file]) as session:
        await session.press("enter", "full_stop")
        assert "Nothing to repeat" in session.status
        await session.press("n", "1", "full_stop", "full_stop")
        assert len(session.stored) == 2
        assert "No claim left" in session.status


# Overlapping annotations


@pytest.fixture
def nested(tmp_path: Path) -> list[Path]:
    """An article whose paragraph has two sentences."""
    file = tmp_path / "nested.txt"
    file.write_text("云港工业\n\n去年全市产值达500亿元，形势向好。港口吞吐量明显上升，运行平稳。\n", "utf-8")
    return [file]


async def overlapping(session: Any) -> None:
    """The first claim, its sentence and its paragraph are annotated."""
    await session.press("enter", "n", "1", "g", "right_parenthesis", "s", "2", "escape", "p", "3", "escape")


async def test_each_overlapping_annotation_is_reached_by_stepping(start: Start, nested: list[Path]):
    async with start(files=nested, size=(140, 40)) as session:
        await overlapping(session)
        await session.press("g")
        seen = []
        for _ in range(3):
            await session.press("greater_than_sign")
            seen.append((session.article.reading.annotation.annotation.tags, session.present))
        assert sorted(tags for tags, _ in seen) == [("checked",), ("doubtful",), ("key",)]
        assert len({quote for _, quote in seen}) == 3
        await session.press("greater_than_sign")
        assert "No annotation below" in session.status
        for _ in range(2):
            await session.press("less_than_sign")
        assert session.article.reading.annotation.annotation.tags == seen[0][0]
        assert "of the" in session.painted


async def test_an_act_works_on_the_annotation_that_was_stepped_to(start: Start, nested: list[Path]):
    async with start(files=nested) as session:
        await overlapping(session)
        await session.press("g", "greater_than_sign", "m", "d")
        changed = [one for one in session.stored if one.verdict is Verdict.DISPUTED]
        assert [one.id for one in changed] == [session.article.reading.annotation.annotation.id]
        await session.press("D")
        assert len(session.stored) == 2


async def test_where_it_cannot_be_told_which_is_meant_a_list_asks(start: Start, nested: list[Path]):
    async with start(files=nested) as session:
        await overlapping(session)
        reading = session.article.reading
        span = next((p.start, p.end) for p in reading.opened.placed if p.annotation.tags == ("checked",))
        inside = next(at for at in range(*span) if reading.opened.claim_at(at) is None)
        session.article.go(inside)
        await session.press("m")
        assert isinstance(session.app.screen, ChooseScreen)
        await session.press("2", "c")
        [judged] = [one for one in session.stored if one.verdict is Verdict.CONFIRMED]
        assert judged.tags == ("doubtful",)
        session.article.go(inside)
        await session.press("D", "escape")
        assert len(session.stored) == 3
        await session.press("D", "j", "k", "enter")
        assert len(session.stored) == 2


async def test_the_claim_in_a_tagged_sentence_is_handled_without_a_question(start: Start, nested: list[Path]):
    async with start(files=nested) as session:
        await overlapping(session)
        reading = session.article.reading
        session.article.go(reading.opened.claims[0].start)
        await session.press("m", "c")
        assert session.app.screen is session.screen
        [judged] = [one for one in session.stored if one.verdict is Verdict.CONFIRMED]
        assert judged.tags == ("key",)


async def test_two_annotations_of_one_span_are_told_apart(start: Start, tmp_path: Path):
    from dataclasses import replace

    store = tmp_path / "two.json"
    async with start(store=store) as session:
        await session.press("enter", "n", "1")
        desk = session.app.desk
        [one] = session.stored
        twin = replace(one, id=desk.new_id(), revision=desk.new_id(), tags=("twin",))
        desk.repository.save(twin)
        session.screen._show_annotations()
        await session.press("g", "greater_than_sign")
        first = session.article.reading.annotation.annotation.id
        await session.press("greater_than_sign")
        second = session.article.reading.annotation.annotation.id
        assert {first, second} == {one.id, twin.id}
        await session.press("m", "n")
        assert {a.id: a.verdict for a in session.stored} == {
            second: Verdict.NOT_CHECKABLE, first: Verdict.UNCHECKED,
        }  # fmt: skip


async def test_borders_are_moved_with_the_selection_keys_and_kept_with_enter(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "left_parenthesis")
        before = session.stored[0].target
        await session.press("r", "o", "h", "h", "enter")
        after = session.stored[0].target
        assert (after.start, after.end) == (before.start - 2, before.end)
        assert session.article.reading.selection is None
        assert session.annotations[0][1] == ("key",)
        await session.press("u")
        assert session.stored[0].target == before


async def test_escape_leaves_the_borders_and_enter_writes_notes_again(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "left_parenthesis")
        before = session.stored[0]
        await session.press("r", "l", "escape")
        assert session.stored == [before]
        await session.press("v", "l", "enter")
        assert session.screen.note.display


# Bad input


BAD = ["[/]", "[@click=app.quit]x[/]", "\x1b]52;c;aGk=\x07", "a|b", "   ", "\ud800", "长" * 100_000, "a\nb\tc"]


async def paste_bad_words(session: Any) -> None:
    """Answer with each of the bad words, and look at the screen."""
    for words in BAD:
        await session.press("ctrl+u")
        await session.paste(words)
        await session.press("enter")
        assert not FORBIDDEN.search(session.painted), words


async def test_whatever_is_pasted_as_evidence_is_refused_or_shown_harmlessly(start: Start):
    async with start() as session:
        await session.press("enter", "n", "E")
        await paste_bad_words(session)
        assert session.stored == []
        await session.press("escape", "n", "E", *URL, "enter", "E", "a")
        await paste_bad_words(session)
        assert [one.evidence for one in session.stored] == [(URL,)]


async def test_the_panel_says_which_claims_were_rejected(start: Start):
    async with start(size=(140, 40)) as session:
        await session.press("enter", "n", "x")
        assert "30年  (no claim)" in session.painted
