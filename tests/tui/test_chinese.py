"""The app in Chinese on a terminal of 80 columns: all that it says of its own is there, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.languages import choose
from reader.messages import say
from reader.tui.actions import ACTIONS
from tests.tui.conftest import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tui.conftest import Start

SMALL = (80, 24)


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    choose("zh")
    yield
    choose("en")


async def test_library_article_and_panel_speak_chinese(start: Start):
    async with start(size=SMALL) as session:
        assert say("library-count", count=2) in session.status
        await session.press("enter")
        assert "下一处数据" in session.painted
        await session.press("n")
        assert "核查结论" in session.painted
        assert "水平值 · 实际" in session.status
        await session.press("P")
        for code in ("panel-tags", "panel-annotations"):
            assert say(code, count=0) in session.painted
        assert "tag" not in session.status


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        (["slash"], ["search-title", "prompt-keys-search"]),
        (["percent_sign"], ["percent-title"]),
        (["n", "a"], ["note-keys"]),
        (["n", "1", "W"], ["export-title", "export-keys-table"]),
        (["I"], ["import-title", "import-keys", "import-path"]),
        (["O"], ["outline-title", "outline-keys"]),
        (["n", "e"], ["editor-keys"]),
        (["C"], ["claims-filter"]),
        (["question_mark"], ["keys-title", "keys-keys"]),
        (["f1"], ["palette-ask"]),
    ],
)
async def test_each_box_shows_its_title_and_keys_whole(start: Start, keys: list[str], codes: list[str]):
    async with start(size=SMALL) as session:
        await session.press("enter", *keys)
        shown = session.painted
        for code in codes:
            assert say(code) in shown, shown


async def test_the_palette_finds_actions_by_their_chinese_names(start: Start):
    async with start(size=SMALL) as session:
        does = next(one for one in ACTIONS if one.id == "work.undo").does
        await session.press("enter")
        for typed in ("chexiao", "take back", "撤销"):
            await session.press("f1", *typed)
            await until(session.pilot, lambda: does in session.painted.replace(" ", ""))
            await session.press("escape")
        await session.press("f1", *"没有这样的操作")
        await until(session.pilot, lambda: say("palette-nothing") in session.painted)


async def test_tables_are_headed_and_filtered_in_chinese(start: Start):
    async with start(size=(140, 40)) as session:
        await session.press("enter", "n", "1", "C", "slash", *"类别:金额")
        await session.settle()
        shown = session.painted
        assert say("heading-indicator") in shown
        assert {row.claim.kind for row in session.app.screen.table.rows} == {"money"}
        await session.press("escape", "escape", "escape", "A", "slash", *"状态:正常")
        await session.settle()
        assert say("heading-verdict") in session.painted
        assert len(session.app.screen.table.rows) == 1


async def test_the_library_is_filtered_by_states_in_chinese(start: Start):
    async with start() as session:
        await session.press("enter", "q", "f")
        for words, count in ((":在读", 1), (":未", 1), (":reading", 1), (":完成", 0)):
            session.screen.prompt.value = words
            await session.pilot.pause()
            assert len(session.library.listed) == count, words


async def test_fields_of_a_claim_are_shown_and_typed_in_chinese_and_saved_as_records_have_them(start: Start):
    async with start(size=SMALL) as session:
        await session.press("enter", "n", "e")
        await session.settle()
        assert "水平值" in session.painted
        await session.press("j", "j", "enter", "ctrl+u", *"百分比", "enter")
        await session.settle()
        assert "百分比" in session.painted
        (annotation,) = session.stored
        assert annotation.claim.kind == "percent"


async def test_a_shipped_description_is_shown_in_chinese_and_stays_as_it_is_where_it_is_not_changed(start: Start):
    async with start(size=SMALL) as session:
        before = session.app.desk.tags().tags[0].description
        await session.press("enter", "ctrl+t", "d")
        assert "文章立论所据的数据" in session.app.screen.line.value
        await session.press("enter")
        await session.settle()
        assert session.app.desk.tags().tags[0].description == before


async def test_colours_are_called_and_given_by_their_chinese_names(start: Start):
    async with start(size=SMALL) as session:
        await session.press("enter", "ctrl+t", "c")
        assert "红、橙、黄" in session.painted
        await session.press("紫", "enter")
        first = session.app.desk.tags().tags[0]
        assert first.colour == "purple"
        await session.press("c", *"pin", "enter")
        assert session.app.desk.tags().tags[0].colour == "pink"


async def test_shipped_tags_are_called_in_chinese_and_stored_by_their_names(start: Start):
    async with start(size=SMALL) as session:
        await session.press("enter", "n", "1")
        await session.settle()
        assert "1 关键  2 已核对  3 可疑  4 目标" in session.painted
        assert "已加标签“关键”" in session.status
        (annotation,) = session.app.desk.repository.annotations()
        assert annotation.tags == ("key",)
        await session.press("N", "number_sign", *"keyi")
        assert "3    可疑" in session.painted
        await session.press("ctrl+u", *"可疑")
        assert "新建标签" not in session.painted


async def test_annotations_are_found_by_either_name_of_a_tag_and_a_unit(start: Start):
    async with start(size=(140, 40)) as session:
        await session.press("enter", "n", "1", "A")
        await session.settle()
        for words in ("标签:关键", "tag:key", "关键", "key"):
            await session.press("slash", "ctrl+u", *words)
            await session.settle()
            assert len(session.app.screen.table.rows) == 1, words
            assert "#关键" in session.painted
            await session.press("escape")


async def test_claims_show_and_find_units_in_chinese_and_take_them_typed(start: Start):
    async with start(size=(140, 40)) as session:
        await session.press("enter", "C")
        await session.settle()
        assert "CNY" not in session.painted
        for words in ("单位:美元", "unit:USD"):
            await session.press("slash", "ctrl+u", *words)
            await session.settle()
            assert {row.claim.unit for row in session.app.screen.table.rows} == {"USD"}, words
            await session.press("escape")


async def test_a_unit_is_typed_as_the_screen_calls_it(start: Start):
    async with start(size=SMALL) as session:
        await session.press("enter", "n", "e", "j", "enter", "ctrl+u", *"平方米", "enter")
        await session.settle()
        (annotation,) = session.app.desk.repository.annotations()
        assert annotation.claim.unit == "m2"


async def test_a_tag_is_renamed_only_where_another_name_is_typed(start: Start):
    async with start(size=SMALL) as session:
        await session.press("enter", "ctrl+t", "r")
        assert session.app.screen.line.value == "关键"
        await session.press("enter")
        await session.settle()
        assert session.app.desk.tags().tags[0].name == "key"
        await session.press("escape", "n", *"关键", "enter")
        await session.settle()
        assert "已有标签“关键”" in session.painted


async def test_what_a_field_may_hold_is_said_in_chinese(start: Start):
    async with start(size=SMALL) as session:
        await session.press("enter", "n", "e", "enter", "ctrl+u", "x", "enter")
        await session.settle()
        assert "这样的数值" in session.painted
