"""An article as it is shown: its text in a script, with suggestions or without, in rows; knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.script import Script, converted
from reader.tui.article_rows import Rows
from reader.tui.breaking import PLAIN, BrokenParagraphs, Setting
from reader.tui.damaged import Damaged
from reader.tui.layout import Layout, lay_out, refolded
from reader.tui.restored import restored_paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.desk.opened import Opened
    from reader.text.traced import TracedText

HUGE = 300_000
"""From so many code points on, the rows around the place are laid out first: all of them take over 60 ms."""

AROUND = 12_000
"""So many code points before and after the place are laid out first: some ten screens."""

SLICE = 50
"""Paragraphs that are laid out in one go beside the keys: a millisecond or two."""

LAYOUTS = 3
"""Layouts of all rows that are remembered: as it is, with a pane beside the text, with suggestions."""


class Shown:
    """One article as it is shown around a place, an offset in its text.

    Attributes:
        opened: The article.
        script: The script it is shown in; None for as written.
        unfolded: Whether paragraphs that repeat others are shown.
        restoring: Whether suggestions are shown in the place of damaged stretches.
        place: Offset in the text, in code points.
        shown: The text as shown, exactly as long as the article's own.
        layout: Its rows; of a huge article first those around the place, until `take_layout` brings all of them.
        window: The paragraphs that these are the rows of; None where it is all of them.
        damaged: Its damaged spans.
        restored: The paragraphs that are shown with suggestions in them, by index.
        setting: How they are set.
    """

    def __init__(
        self,
        opened: Opened,
        width: int,
        script: Script | None,
        place: int = 0,
        setting: Setting = PLAIN,
        *,
        restoring: bool = False,
    ) -> None:
        """Show an article around a place.

        Args:
            opened: The article.
            width: Cells of a row.
            script: The script to show it in; None for as written.
            place: Where to begin.
            setting: How rows are set.
            restoring: Show suggestions in the place of damaged stretches.
        """
        self.setting = setting
        self.opened = opened
        self.damaged = Damaged(opened.article)
        self.script = script
        self.unfolded = False
        self.restoring = restoring
        self.restored: Mapping[int, TracedText] = {}
        self.shown = ""
        self.layout = Layout()
        self.window: range | None = None
        self.place = max(0, place)
        self._width = width
        self._scripts: dict[Script, str] = {}
        self._suggested: dict[Script | None, Mapping[int, TracedText]] = {}
        self._broken = BrokenParagraphs(opened.article, setting)
        self._layouts: dict[tuple[object, ...], Layout] = {}
        self.set_script(script)
        self.place = min(self.place, self._last)

    @property
    def _last(self) -> int:
        """The offset of the last character."""
        return max(0, len(self.shown) - 1)

    @property
    def width(self) -> int:
        """Cells of a row."""
        return self._width

    def set_script(self, script: Script | None) -> None:
        """Show the text in a script, or as written; place and selection stay."""
        self.script = script
        self.shown = self.opened.article.text if script is None else self._in_script(script)
        self.restore(restoring=self.restoring)

    def _in_script(self, script: Script) -> str:
        article = self.opened.article
        if script is article.script:
            return article.text
        if script not in self._scripts:
            self._scripts[script] = converted(article.text, script)
        return self._scripts[script]

    def convert_ahead(self, convert: Callable[[str, Script], str] = converted) -> None:
        """Convert the text into all scripts, so that showing another one need not wait; for a thread.

        Args:
            convert: Converts the article's text.
        """
        article = self.opened.article
        for script in Script:
            if script is not article.script and script not in self._scripts:
                self._scripts[script] = convert(article.text, script)

    def restore(self, *, restoring: bool) -> None:
        """Show suggestions in the place of damaged stretches, or what stands there; place and selection stay."""
        self.restoring = restoring
        if restoring and self.script not in self._suggested:
            found = restored_paragraphs(self.opened.article, self.shown, self.damaged, self.script)
            self._suggested[self.script] = found
        before, self.restored = self.restored, self._suggested[self.script] if restoring else {}
        if before or self.restored or not self.layout.rows:  # else rows break alike in either script
            self.set_width(self._width)

    def set_width(self, width: int) -> None:
        """Break the rows for a width in cells, where that has not been done before; in a huge article those around the place."""
        self._width = width
        if (whole := self._layouts.get(self._look)) is not None:
            self.window, self.layout = None, whole
            return
        self.window = self._around() if len(self.shown) > HUGE else None
        self.layout = self._rows_of(self.window)
        if self.window is None:
            self._keep(self.layout)

    def _keep(self, layout: Layout) -> None:
        """Remember all rows as they are now: who shows a pane, or suggestions, hides them again."""
        self._layouts.pop(self._look, None)
        while len(self._layouts) >= LAYOUTS:
            del self._layouts[next(iter(self._layouts))]
        self._layouts[self._look] = layout

    def _around(self) -> range:
        """The paragraphs around the place."""
        article = self.opened.article
        first = article.paragraph_at(max(0, self.place - AROUND))
        return range(first, article.paragraph_at(self.place + AROUND) + 1)

    def _rows_of(self, paragraphs: range | None) -> Layout:
        return lay_out(
            self.opened.article, self._broken, self._width,
            unfolded=self.unfolded, restored=self.restored, only=paragraphs,
        )  # fmt: skip

    @property
    def _look(self) -> tuple[object, ...]:
        """All that decides where rows break."""
        return self._width, self.unfolded, bool(self.restored), self.script if self.restored else None

    def follow_window(self) -> None:
        """Lay out other paragraphs where the place has come near the end of those that are laid out."""
        if self.window is not None:
            article, near = self.opened.article, AROUND // 4
            first = article.paragraph_at(max(0, self.place - near))
            last = article.paragraph_at(self.place + near)
            if first not in self.window or last not in self.window:
                self.window = self._around()
                self.layout = self._rows_of(self.window)

    def whole_layout(self, goes_on: Callable[[], bool] = lambda: True) -> tuple[tuple[object, ...], Layout] | None:
        """All rows, and what they are right for; takes its time, so call it from a thread.

        Args:
            goes_on: Asked every few milliseconds; may wait, to let others go first.

        Returns:
            None where `goes_on` says no, or where the rows are to break otherwise by now.
        """
        look, count = self._look, len(self.opened.article.paragraphs)
        if (known := self._layouts.get(look)) is not None:
            return look, known
        rows = Rows()
        for first in range(0, count, SLICE):
            if not goes_on() or self._look != look:
                return None
            rows.add_rows(self._rows_of(range(first, min(first + SLICE, count))).rows)
        return look, Layout(rows)

    def take_layout(self, look: tuple[object, ...], layout: Layout) -> bool:
        """Show all rows, where they are still right; False where they are not."""
        right = self.window is not None and look == self._look
        if right:
            self.window, self.layout = None, layout
            self._keep(layout)
        return right

    def fold(self, *, unfolded: bool) -> None:
        """Show paragraphs that repeat others, or a row in the place of each."""
        self.unfolded = unfolded
        if self.window is None and self.layout.rows and not self.restored:
            self.layout = refolded(self.layout, self.opened.article, self._broken, self._width, unfolded=unfolded)
            self._keep(self.layout)
        else:
            self.set_width(self._width)
