"""What is painted less often looks the same: parts of the screen, the scroll bar, the rows at the bottom."""

from __future__ import annotations

import gc
import re
from random import Random
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from textual._compositor import Compositor
from textual.app import App
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from reader.tui.garbage import GarbageCollection
from reader.tui.own_scroll_bar import OwnBarView, OwnScrollBar
from reader.tui.status import KeyLine, StatusLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from tests.tui.conftest import Start


IN_VAIN = re.compile(r"\x1b\[\d+;\d+H(?=\x1b\[\d+;\d+H|\n|$)")
"""The cursor is moved, and nothing written: Textual does so at the right end of what has changed."""


def regions(size: Size, seed: int) -> Iterator[set[Region]]:
    """Parts of a screen: some cells, some rows, what lies on both sides of a pane's edge."""
    chance = Random(seed)
    for _ in range(40):
        yield {
            Region(x, y, chance.randint(1, size.width - x), chance.randint(1, min(3, size.height - y)))
            for x, y in (
                (chance.randrange(size.width), chance.randrange(size.height)) for _ in range(chance.randint(1, 4))
            )
        }


@pytest.mark.parametrize("size", [(80, 24), (130, 30)])
async def test_a_part_of_the_screen_is_painted_as_textual_paints_it(start: Start, size: tuple[int, int]):
    async with start(size=size) as session:
        for keys in (("enter",), ("n", "1"), ("a",), ("escape", "T")):
            await session.press(*keys)
            compositor = session.screen._compositor
            for parts in regions(Size(*size), len(keys)):
                compositor._dirty_regions = set(parts)
                ours = compositor.render_partial_update().render_segments(Console())
                compositor._dirty_regions = set(parts)
                theirs = Compositor.render_partial_update(compositor).render_segments(Console())
                assert IN_VAIN.sub("", ours) == IN_VAIN.sub("", theirs)


async def test_only_widgets_that_have_changed_are_asked_for_rows(start: Start):
    async with start(size=(130, 30)) as session:
        await session.press("enter")
        await session.settle()
        asked: list[object] = []
        library = session.library
        library.render_lines = lambda crop: asked.append(crop) or type(library).render_lines(library, crop)
        await session.press("pagedown", "n", "j")
        assert asked == []
        session.screen.refresh()
        await session.pilot.pause()
        assert asked != []


class Rows(OwnBarView):
    def on_mount(self) -> None:
        self.virtual_size = Size(10, 3000)

    def render_line(self, y: int) -> Strip:
        return Strip.blank(self.size.width)


class Plain(ScrollView):
    on_mount = Rows.on_mount
    render_line = Rows.render_line


class Views(App[None]):
    CSS = "Rows, Plain { height: 20; overflow-x: hidden; }"

    def compose(self) -> ComposeResult:
        yield Rows()
        yield Plain()


def looks(strips: list[Strip]) -> list[list[tuple[str, str]]]:
    return [[(segment.text, str(segment.style)) for segment in strip] for strip in strips]


async def test_the_scroll_bar_looks_like_textuals():
    app = Views()
    async with app.run_test(size=(30, 45)) as pilot:
        own, plain = app.query_one(Rows), app.query_one(Plain)
        for y in (0, 1, 60, 61, 1000, 1500, 2979, 2980):
            for view in (own, plain):
                view.scroll_to(y=y, animate=False, force=True)
            await pilot.pause()
            bars = own.vertical_scrollbar, plain.vertical_scrollbar
            assert isinstance(bars[0], OwnScrollBar)
            assert not isinstance(bars[1], OwnScrollBar)
            ours, theirs = (looks(bar.render_lines(bar.size.region)) for bar in bars)
            assert ours == theirs


async def test_a_step_paints_only_the_rows_where_the_scroll_bar_has_changed():
    app = Views()
    async with app.run_test(size=(30, 45)) as pilot:
        view = app.query_one(Rows)
        bar = view.vertical_scrollbar
        await pilot.pause()
        before = looks(bar.render_lines(bar.size.region))
        for y in (600, 601, 2000):
            bar._exchange_repaint_regions()
            view.scroll_to(y=y, animate=False, force=True)
            painted = {row for region in bar._exchange_repaint_regions() for row in region.line_range}
            after = looks(bar.render_lines(bar.size.region))
            changed = {row for row, looked in enumerate(before) if looked != after[row]}
            assert changed <= painted
            assert len(painted) < 20
            before = after


class Lines(App[None]):
    CSS = "#status { height: 1; background: $panel; color: $foreground; } #hints { height: 1; background: $surface; }"

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        yield KeyLine(id="hints")


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_the_rows_at_the_bottom_look_as_textual_paints_texts(theme: str):
    app = Lines()
    async with app.run_test(size=(60, 5)) as pilot:
        app.query_one(StatusLine).tell("500亿元 [/] = 50,000,000,000 CNY", "3/12 条")
        app.query_one(KeyLine).offer([("Enter", "read"), ("j", "行"), ("[/]", "x")])
        await pilot.pause()
        app.theme = theme
        await pilot.pause()
        for line in app.query(Static):
            ours = Strip.join(line.render_lines(line.size.region)).simplify()
            theirs = Strip.join(Widget.render_lines(line, line.size.region)).simplify()
            assert looks([ours]) == looks([theirs])
            assert ours.cell_length == 60


@pytest.fixture
def collector() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)


async def test_garbage_is_collected_after_painting(collector: None, start: Start):
    async with start() as session:
        collected: list[int] = []
        gc.callbacks.append(lambda phase, info: collected.append(info["generation"]) if phase == "stop" else None)
        try:
            session.app.garbage = GarbageCollection()
            await session.press("enter", "pagedown")
            await session.pilot.pause(0.05)
            assert 0 in collected
        finally:
            gc.callbacks.pop()


@pytest.mark.parametrize("width", range(120, 126))
async def test_a_toast_over_the_border_of_a_pane_is_painted_whole(start: Start, width: int):
    async with start(size=(width, 40), toasts=True) as session:
        await session.press("enter")
        told = "批注库未能保存，此前保存的内容没有丢失，" * 3
        session.app.notify(told, markup=False)
        await session.settle()
        rows = ["".join(segment.text for segment in row) for row in session.screen._compositor.render_strips()]
        assert told in "".join(row.partition("▌")[2].strip() for row in rows), rows
        session.screen._compositor._dirty_regions = {Region(0, 0, width, 40)}
        painted = session.screen._compositor.render_partial_update().render_segments(Console())
        assert "此前保存的内容没有丢失" in re.sub(r"\x1b\[[\d;]*\w|\s", "", painted)


async def test_toasts_are_broken_by_the_rules_of_chinese_typesetting(start: Start):
    async with start(size=(80, 24), toasts=True) as session:
        session.app.notify("scan.txt：不是文本（PNG 图片）。请给出 .md、.html 或 .txt 文件。", markup=False)
        await session.settle()
        (toast,) = session.screen.query("Toast")
        assert str(toast.content if hasattr(toast, "content") and str(toast.content) else toast.render()).split(
            "\n"
        ) == [
            "scan.txt：不是文本（PNG 图片）。请给",
            "出 .md、.html 或 .txt 文件。",
        ]
