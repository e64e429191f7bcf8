"""Tags in the app: the picker, the list of tags, and tags of whole articles; all of it by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from reader.controls import FORBIDDEN
from reader.desk.tag_file import read_tags
from reader.tui.tags_screen import TagsScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tui.conftest import Start

HOSTILE = ["[/]坏[@click=app.quit]x", "a\x1b]52;c;aGk=\x07b", "\ud800\udfff", "\u202e逆", "'=1+1"]


def picked(session: Any) -> list[str]:
    """What the picker lists."""
    picker = session.screen.picker
    return [str(picker.choices.get_option_at_index(at).prompt) for at in range(picker.choices.option_count)]


def said(session: Any) -> str:
    return str(session.app.screen.query_one("#tagset-says").render())


def listed(session: Any) -> list[str]:
    rows = session.app.screen.rows
    return [str(rows.get_option_at_index(at).prompt).strip() for at in range(rows.option_count)]


def tags(session: Any) -> list[tuple[str, tuple[str, ...]]]:
    return [(quote, tags) for quote, tags, _ in session.annotations]


# The picker


async def test_what_is_typed_finds_a_tag_and_enter_gives_it(start: Start):
    async with start() as session:
        await session.press("enter", "n")
        claim = session.present
        await session.press("number_sign")
        await session.type("mon")
        assert len(picked(session)) == 2
        assert "money" in picked(session)[0]
        assert str(session.screen.picker.says.render()).startswith("An amount:")
        await session.press("enter")
        assert tags(session) == [(claim, ("money",))]
        assert session.screen.picker.typed == ""
        assert "✓ 6" in session.painted


async def test_several_tags_in_a_row_and_enter_again_takes_one_away(start: Start):
    async with start() as session:
        await session.press("enter", "n", "number_sign", "enter", "down", "enter")
        assert [given for _, given in tags(session)] == [("key", "checked")]
        await session.press("enter", "escape")
        assert [given for _, given in tags(session)] == [("key",)]
        assert session.app.focused is session.article
        assert not session.screen.picker.display


async def test_a_name_that_is_not_there_makes_the_tag(start: Start):
    async with start() as session:
        await session.press("enter", "n", "f4")
        await session.paste("支撑中心")
        assert picked(session) == ["+ Make the tag “支撑中心”"]
        await session.press("enter", "escape", "right_parenthesis", "number_sign")
        await session.type("zczx")
        assert "支撑中心" in picked(session)[0]
        await session.press("enter", "escape")
        assert [given for _, given in tags(session)] == [("支撑中心",), ("支撑中心",)]
        await session.press("u", "u", "u")
        assert tags(session) == []
        assert session.app.desk.tags().named("支撑中心") is None


async def test_keys_typed_ahead_of_the_picker_are_not_lost(start: Start):
    async with start() as session:
        await session.press("enter", "n", "number_sign")
        for key in (*"pinyinming", "enter", *"rank", "enter", "escape"):
            session.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await session.pilot.pause()
        await session.press()
        assert [given for _, given in tags(session)] == [("pinyinming", "ranking")]


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_are_shown_harmlessly_everywhere(start: Start, name: str):
    async with start() as session:
        await session.press("enter", "n", "number_sign")
        await session.paste(name)
        seen = [session.painted]
        await session.press("enter")
        seen.append(session.painted)
        await session.press("ctrl+t", "G")
        seen.append(session.painted)
        await session.press("m")
        await session.paste(name)
        seen.append(session.painted)
        await session.press("escape", "escape", "escape", "t", "number_sign")
        seen.append(session.painted)
        assert not any(FORBIDDEN.search(screen) for screen in seen)
        assert len(session.annotations) == 1
        assert session.app.is_running


@pytest.mark.parametrize(
    ("name", "says"),
    [("a|b", "cannot hold “|”"), ("字" * 65, "at most 64 characters"), ("字" * 100_000, "at most 64 characters")],
)
async def test_names_that_cannot_be_are_refused_and_stay_in_the_line(start: Start, name: str, says: str):
    async with start() as session:
        await session.press("enter", "n", "number_sign")
        await session.paste(name)
        await session.press("enter")
        assert says in str(session.screen.picker.says.render())
        assert session.screen.picker.typed.startswith(name[:65])
        assert session.annotations == []


async def test_blanks_alone_find_everything_and_make_nothing(start: Start):
    async with start() as session:
        await session.press("enter", "n", "number_sign", "space", "space")
        assert len(picked(session)) == 9


async def test_the_picker_says_where_nothing_can_be_tagged(start: Start):
    async with start() as session:
        await session.press("enter", "number_sign")
        assert "Nothing to tag here" in session.status
        assert not session.screen.picker.display


async def test_a_store_without_tags_says_so(start: Start, make_desk: Callable[..., Any]):
    async with start() as session:
        session.app.desk.settings = _without_tags(session.app.desk.settings)
        session.screen.refresh_tags()
        await session.press("enter", "n", "number_sign")
        assert picked(session) == []
        assert "No tags yet" in str(session.screen.picker.says.render())
        await session.press("enter")
        assert session.annotations == []


def _without_tags(settings: Any) -> Any:
    from dataclasses import replace

    return replace(settings, tags=())


async def test_the_list_of_the_picker_goes_by_pages(start: Start):
    async with start(size=(80, 24)) as session:
        await session.press("enter", "n", "number_sign", "pagedown")
        assert session.screen.picker.at_hand.name == "other"
        await session.press("pageup", "up")
        assert session.screen.picker.at_hand.name == "key"


async def test_a_digit_says_what_its_tag_means(start: Start):
    async with start() as session:
        await session.press("enter", "n", "4")
        assert "Tagged target: A plan or forecast, not a fact yet." in session.status
        await session.press("u")
        assert "Taken back: Tagged target" in session.status


# Whole articles


async def test_a_whole_article_is_tagged_from_its_text(start: Start):
    async with start() as session:
        await session.press("enter", "t")
        assert "the article as a whole" in session.status
        await session.press("3")
        (one,) = session.stored
        assert (one.target, one.tags, one.claim, one.sentence) == (None, ("doubtful",), None, "")
        title = session.article.reading.opened.article.title
        assert one.provenance.title == title
        await session.press("escape")
        assert " doubtful " in session.painted
        assert "#doubtful" in session.painted
        await session.press("t", "3")
        assert session.annotations == []


async def test_a_whole_article_is_tagged_in_the_library_without_opening_it(start: Start):
    async with start(size=(140, 40)) as session:
        await session.press("j", "2", "number_sign", "enter", "escape")
        assert session.app.focused is session.library
        (one,) = session.stored
        assert (one.target, one.tags) == (None, ("checked", "key"))
        assert "#checked #key" in session.painted
        await session.press("u")
        assert "#checked #key" not in session.painted
        assert "#checked" in session.painted
        await session.press("enter")
        assert session.article.reading.opened.whole[0].annotation.id == one.id


async def test_moving_leaves_the_whole_article(start: Start):
    async with start() as session:
        await session.press("enter", "n", "t", "right", "1")
        assert session.stored[0].target is not None
        await session.press("t", "t")
        assert session.article.reading.target != (0, 0)


async def test_the_whole_article_keeps_its_tags_when_it_is_deleted_and_brought_back(start: Start):
    async with start() as session:
        await session.press("enter", "t", "1", "D")
        assert session.annotations == []
        await session.press("u")
        assert tags(session) == [("", ("key",))]


# The list of tags


async def test_every_change_of_a_tag_is_one_key_and_its_words(start: Start, tmp_path: Path):
    async with start(size=(80, 24)) as session:
        await session.press("enter", "n", "1", "1", "ctrl+t")
        assert isinstance(session.app.screen, TagsScreen)
        assert " ".join(listed(session)[0].split()) == "1 key 2 A figure that the article stands on; quote it."
        await session.press("r", "ctrl+u")
        await session.type("重点")
        await session.press("enter")
        assert said(session) == "Renamed the tag key to 重点, on 2 annotations."
        await session.press("c")
        await session.type("gree")
        await session.press("enter")
        assert said(session) == "Changed colour of the tag 重点."
        await session.press("a")
        await session.paste("zd，core")
        await session.press("enter")
        await session.press("d", "ctrl+u")
        await session.type("most of all")
        await session.press("enter", "5")
        assert said(session) == "5 gives 重点 now; growth has no key any more."
        tag = session.app.desk.tags().named("重点")
        assert (tag.key, tag.colour, tag.aliases, tag.description) == (5, "green", ("zd", "core"), "most of all")
        await session.press("0")
        assert said(session) == "No key gives 重点 now."
        await session.press("n")
        await session.type("new")
        await session.press("enter")
        assert session.app.screen.tag.name == "new"
        await session.press("u", "u", "u", "ctrl+r")
        assert said(session) == "Done again: 5 gives 重点 now; growth has no key any more."
        await session.press("escape")
        assert tags(session)[0][1] == ("重点",)
        assert session.screen.tags.named("重点").key == 5


async def test_merging_says_first_what_it_would_do(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "2", "ctrl+t", "m")
        assert said(session) == "Type which tag to give in its place."
        await session.type("che")
        assert said(session) == "Enter merges key (uses: 1) into checked (uses: 1)."
        await session.press("enter")
        assert said(session) == "Merged the tag key into checked, on 1 annotation."
        await session.press("q")
        assert [given for _, given in tags(session)] == [("checked",), ("checked",)]


async def test_deleting_says_what_went_with_the_tag_and_is_taken_back_outside_too(start: Start):
    async with start() as session:
        await session.press("enter", "n", "1", "ctrl+t", "D")
        assert said(session).endswith("taken from 1 annotation; it had nothing else and is deleted.")
        assert session.annotations == []
        await session.press("escape", "u")
        assert session.status.strip().startswith("Taken back: Deleted the tag key, taken from 1 annotation")
        assert tags(session)[0][1] == ("key",)


async def test_the_set_goes_to_a_file_and_back(start: Start, tmp_path: Path):
    file = tmp_path / "team.toml"
    async with start() as session:
        await session.press("ctrl+t", "w", "ctrl+u")
        await session.paste(str(file))
        await session.press("enter")
        assert said(session) == f"9 tags written to {file}."
        assert len(read_tags(file)) == 9
        await session.press("D", "w", "ctrl+u")
        await session.paste(str(file))
        await session.press("enter")
        assert "Enter again replaces it" in said(session)
        await session.press("enter")
        assert len(read_tags(file)) == 8
        await session.press("u", "o", "ctrl+u")
        await session.paste(str(file))
        await session.press("enter")
        assert said(session) == f"Loaded the tags of {file}: 0 new, 0 changed, 8 as they were."
        await session.press("o")
        await session.paste("/none.toml")
        await session.press("enter")
        assert "No such file" in said(session)


@pytest.mark.parametrize("key", ["n", "r", "c", "d", "a", "m"])
async def test_whatever_is_answered_nothing_breaks_and_nothing_is_lost(start: Start, key: str):
    async with start() as session:
        await session.press("enter", "n", "1")
        for words in ("", " 　", "a|b", "字" * 100_000, "[/]", "\ud800\x1b"):
            await session.press("ctrl+t", key, "ctrl+u")
            await session.paste(words)
            await session.press("enter")
            assert not FORBIDDEN.search(session.painted), words
            await session.press("escape", "escape")
            while session.app.screen is not session.screen:
                await session.press("escape")
            assert len(session.annotations) == 1, words


async def test_the_list_is_moved_through_like_other_lists(start: Start):
    async with start(size=(80, 24)) as session:
        await session.press("ctrl+t", "j", "j", "k")
        assert session.app.screen.tag.name == "checked"
        await session.press("G", "space", "b", "g", "space")
        assert session.app.screen.tag is not None
        await session.press("home")
        assert session.app.screen.tag.name == "key"
        await session.press("q")
        assert session.app.screen is session.screen


async def test_other_windows_tags_are_seen(start: Start, make_desk: Callable[..., Any]):
    async with start() as session:
        from reader.annotations.repository import Repository
        from reader.desk import tagging
        from reader.desk.desk import Desk

        own = session.app.desk
        other = Desk(own.files, Repository.open(own.repository.path, annotator="other"), own.settings, "other")
        tagging.rename_tag(other, "key", "重点")
        session.screen._look_for_others()
        await session.press("enter", "n", "1")
        assert tags(session)[0][1] == ("重点",)
