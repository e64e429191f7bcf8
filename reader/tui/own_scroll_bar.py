"""A scroll bar that paints only the rows where it has changed.

Textual's own is painted anew as a whole at each step, by way of Rich: a screenful of it takes as long as one of text.
"""

from __future__ import annotations

from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from reader.tui.own_rows import own_rows


class OwnScrollBar(ScrollBar):
    """A vertical scroll bar that looks and works as Textual's own."""

    def __init__(self, *, thickness: int = 1) -> None:
        """Prepare a scroll bar.

        Args:
            thickness: Cells that it is wide.
        """
        super().__init__(vertical=True, name="vertical", thickness=thickness)
        self._strips: LRUCache[tuple[str, Style], Strip] = LRUCache(100)
        self._rows: list[Strip] = []
        self._look: tuple[object, ...] = ()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Paint the rows that have become others; all of them where something else than the position asks for it."""
        if regions or not repaint or layout or recompose or not self.is_mounted or not self._rows:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        before, now = self._rows, self._present_rows()
        if len(before) != len(now):
            return super().refresh()
        changed = [y for y, (old, new) in enumerate(zip(before, now, strict=True)) if old is not new]
        if changed:
            super().refresh(Region(0, changed[0], self.size.width, changed[-1] - changed[0] + 1))
        return self

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of it."""
        return own_rows(self, crop, self._present_rows().__getitem__)

    def _present_rows(self) -> list[Strip]:
        """A strip for each of its rows; the same one where a row looks the same as before."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        base = self.visual_style.rich_style
        look = (self.size, bar.virtual_size, bar.window_size, bar.position, bar.style, base)
        if look != self._look:
            assert isinstance(bar.style, Style)
            assert bar.style.color is not None
            assert bar.style.bgcolor is not None
            segments = bar.render_bar(
                size=self.size.height,
                virtual_size=bar.virtual_size,
                window_size=bar.window_size,
                position=bar.position,
                thickness=self.size.width,
                vertical=True,
                back_color=bar.style.bgcolor,
                bar_color=bar.style.color,
            ).segments
            self._look = look
            self._rows = [self._strip_of(segment, base) for segment in segments]
        return self._rows

    def _strip_of(self, segment: Segment, base: Style) -> Strip:
        text, style, _ = segment
        key = text, base + style
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = Strip([Segment(*key)], len(text))
        return strip


class OwnBarView(ScrollView):
    """A view of rows with such a scroll bar."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The vertical scroll bar; made when it is asked for first."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = OwnScrollBar(thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar
