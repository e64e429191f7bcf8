"""The list of the places that words were found at."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from reader.desk.library import Hit
from reader.text.script import Script
from reader.tui.hits_list import Goal, HitsList, around

LINE = "全市规模以上工业产值达到300亿元，同比增长6.8%。"
ARTICLES = 3_000


def hit(at: int, title: str = "工业快报", text: str = LINE, words: str = "产值", places: int = 1) -> Hit:
    return Hit(at, title, (text.index(words),) * places, text, len(words))


class Listing(App[None]):
    CSS = """
    HitsList { overflow-x: hidden; }
    .hits--words { text-style: underline; }
    .hits--here { background: blue; }
    """

    def __init__(self, script: Script | None = None) -> None:
        super().__init__()
        self.hits = HitsList(script)
        self.chosen: list[Goal] = []

    def compose(self) -> ComposeResult:
        yield self.hits

    def on_hits_list_chosen(self, event: HitsList.Chosen) -> None:
        self.chosen.append(event.goal)

    def rows(self) -> list[str]:
        return [self.hits.render_line(y).text.rstrip() for y in range(self.hits.size.height)]


async def test_places_stand_below_the_title_of_their_article():
    app = Listing()
    async with app.run_test(size=(40, 6)):
        app.hits.show([hit(4, "一", places=2), hit(7, "二", "产值")])
        assert app.rows() == [
            "一",
            "  全市规模以上工业产值达到300亿元，同比…",
            "  全市规模以上工业产值达到300亿元，同比…",
            "二",
            "  产值",
            "",
        ]
        marked = [one.text for one in app.hits.render_line(1) if one.style and one.style.underline]
        assert marked == ["产值"]


async def test_the_present_place_is_shown_with_its_title_and_goes_with_the_keys():
    app = Listing()
    async with app.run_test(size=(40, 6)) as pilot:
        app.hits.show([hit(0, places=2), hit(1)])
        grounds = [app.hits.render_line(y)._segments[0].style.bgcolor for y in range(5)]
        assert grounds[0] == grounds[1] != grounds[2]
        for key, there in (("down", 1), ("j", 2), ("down", 0), ("up", 2), ("k", 1), ("end", 2), ("home", 0)):
            await pilot.press(key)
            assert app.hits.present == there
        await pilot.press("enter")
        assert app.chosen == [Goal(0, LINE.index("产值"))]


async def test_thousands_are_paged_through_and_the_present_one_stays_in_sight():
    app = Listing()
    async with app.run_test(size=(60, 10)) as pilot:
        app.hits.show([hit(at, f"第{at}篇") for at in range(ARTICLES)])
        await pilot.pause()
        await pilot.press("pagedown", "pagedown")
        seen = app.hits.present
        assert 5 < seen < 20
        assert f"第{seen}篇" in app.rows()
        await pilot.press("G")
        assert app.rows()[-2:] == [f"第{ARTICLES - 1}篇", "  全市规模以上工业产值达到300亿元，同比增长6.8%。"]
        await pilot.press("pageup", "g")
        assert app.rows()[0] == "第0篇"


async def test_a_click_chooses_the_place_below_it():
    app = Listing()
    async with app.run_test(size=(60, 10)) as pilot:
        app.hits.show([hit(3), hit(5)])
        await pilot.click(HitsList, offset=(4, 3))
        await pilot.click(HitsList, offset=(4, 8))  # below the last row
        assert [goal.at for goal in app.chosen] == [5]


async def test_texts_are_shown_in_the_script_that_is_read():
    app = Listing(Script.TRADITIONAL)
    async with app.run_test(size=(60, 4)):
        app.hits.show([hit(0, "工业产值", "产值达到")])
        assert app.rows()[:2] == ["工業產值", "  產值達到"]


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (3, 2)])
async def test_the_smallest_window_can_be_stepped_through(size: tuple[int, int]):
    app = Listing()
    async with app.run_test(size=size) as pilot:
        app.hits.show([hit(0, places=3)])
        await pilot.press("pagedown", "down", "end", "pageup", "enter")
        assert app.chosen


async def test_control_characters_and_markup_are_shown_as_they_are():
    app = Listing()
    async with app.run_test(size=(60, 4)):
        app.hits.show([hit(0, "a[/]\x1b]52;c;x\x07", "[@a=b]产值\x9b31m")])
        assert not {"\x1b", "\x07", "\x9b"} & set("".join(app.rows()))
        assert app.rows()[0].startswith("a[/]")
        assert "[@a=b]产值" in app.rows()[1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲\n产值增长\n乙", ("", "产值", "增长")),
        ("首句。产值", ("首句。", "产值", "")),
        ("一" * 20 + "，" + "二" * 13 + "产值" + "三" * 50, ("二" * 13, "产值", "三" * 38 + "…")),
    ],
)
def test_what_stands_around_a_place_ends_with_its_paragraph(text: str, found: tuple[str, str, str]):
    assert around(text, text.index("产值"), 2) == found
