"""All rows of the app on terminals that draw characters of ambiguous width in two cells, where Textual counts one.

Article, library and source break their rows by what the terminal draws (see `wide_rows`). Everything else is set by Textual:
panel, bottom rows, dialogs, borders. Here a row of theirs takes as many cells as Textual believes: lines and blocks are drawn
with ASCII, and what the other characters take besides is taken from the widest gap of the row or, where it has none, from
its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

from reader.tui.wide_rows import SETTLED

if TYPE_CHECKING:
    from textual.color import Color

    from reader.text.cells import CellWidths

_PLAIN = (
    dict.fromkeys("│┃║▌▐▎▏▕▍▋▊▉", "|")
    | dict.fromkeys("─━═▁▔▀▄", "-")
    | dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝┏┓┗┛", "+")
    | dict.fromkeys("█▂▃▅▆▇▖▗▘▝", " ")
)
"""What borders and scrollbars are made of, all of ambiguous width, and what is drawn instead."""

_TABLE = str.maketrans(_PLAIN)


class WideFilter(LineFilter):
    """Makes a row of a widget as wide in the terminal as Textual believes."""

    def __init__(self, widths: CellWidths) -> None:
        """A filter for a terminal.

        Args:
            widths: The widths of characters in it.
        """
        super().__init__()
        self._widths = widths

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (Textual's)
        """The row, as wide as it is believed to be."""
        plain = [_drawn_plain(segment) for segment in segments]
        if SETTLED in segments:
            return plain
        beyond = sum(self._widths.of(segment.text) - cell_len(segment.text) for segment in plain)
        if beyond <= 0:
            return plain
        gap = max(range(len(plain)), key=lambda at: _blanks_at_end(plain[at]))
        if _blanks_at_end(plain[gap]) <= beyond:
            return self._cut(plain)
        text, style, control = plain[gap]
        return [*plain[:gap], Segment(text[:-beyond], style, control), *plain[gap + 1 :]]

    def _cut(self, segments: list[Segment]) -> list[Segment]:
        """A row without a gap: what does not fit is left out at its end, before its border."""
        border = 1 if segments[-1].text in _PLAIN.values() else 0
        body, tail = segments[: len(segments) - border], segments[len(segments) - border :]
        believed = sum(cell_len(segment.text) for segment in body)
        kept: list[Segment] = []
        drawn = 0
        for text, style, control in body:
            fitting = len(text)
            while fitting and drawn + self._widths.of(text[:fitting]) > believed - 1:
                fitting -= 1
            kept.append(Segment(text[:fitting], style, control))
            drawn += self._widths.of(text[:fitting])
        return [*kept, Segment(" " * (believed - drawn), body[-1].style), *tail]


def _drawn_plain(segment: Segment) -> Segment:
    """A piece of a border or scrollbar in ASCII; any other as it is."""
    text, style, control = segment
    return (
        Segment(text.translate(_TABLE), style)
        if text and not control and all(one in _PLAIN for one in text)
        else segment
    )


def _blanks_at_end(segment: Segment) -> int:
    return len(segment.text) - len(segment.text.rstrip(" "))
