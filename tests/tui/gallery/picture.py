"""What the screen shows as text: every character where it stands, and how it is painted, dark and light.

A picture is kept as a file that a person can read and compare: the rows as they are, beside each the lengths of its styles
by letter, below what each letter means in the dark look and in the light one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.segment import Segment
    from rich.style import Style
    from textual.app import App

LOOKS = ("dark", "light")
_NAMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZαβγδεζηθικλμνξοπρστυφχψω"
_FLAGS = {"bold": "bold", "dim": "dim", "italic": "italic", "underline": "underline", "underline2": "double",
          "reverse": "reverse", "strike": "strike"}  # fmt: skip
_ON_BLANKS = {"underline", "double", "reverse", "strike"}
_BORDER = "│"

Segments = list[list["Segment"]]
"""The rows of a screen, as Rich paints them."""

Cells = list[list[tuple[str, str]]]
"""The rows of a screen: graphemes, each with words for its style."""


@dataclass(frozen=True)
class Picture:
    """A screen in both looks.

    Attributes:
        screen: The class of the screen.
        focus: The class of what has the keys.
        rows: What stands there, row by row.
        runs: For each row pieces of the text, each with the number of its style.
        styles: Words for each style: dark, light.
    """

    screen: str
    focus: str
    rows: tuple[str, ...]
    runs: tuple[tuple[tuple[str, int], ...], ...]
    styles: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        lines = [f"{self.screen} · {self.focus}"]
        for row, runs in zip(self.rows, self.runs, strict=True):
            lengths = " ".join(f"{_NAMES[style]}{cell_len(text)}" for text, style in runs)
            lines.append(f"{_BORDER}{row}{_BORDER} {lengths}")
        lines += [f"{_NAMES[number]} {dark} | {light}" for number, (dark, light) in enumerate(self.styles)]
        return "\n".join(lines) + "\n"

    def cells(self, look: str) -> Cells:
        """What stands there in one of the looks."""
        at = LOOKS.index(look)
        return [
            [
                (grapheme, _seen(grapheme, self.styles[style][at]))
                for text, style in runs
                for grapheme in graphemes(text)
            ]
            for runs in self.runs
        ]


def parsed(written: str) -> Picture:
    """The picture that was written down."""
    head, *lines = written.rstrip("\n").split("\n")
    screen, focus = head.split(" · ")
    rows, runs, styles = [], [], []
    for line in lines:
        if line.startswith(_BORDER):
            row, _, lengths = line[1:].rpartition(_BORDER + " ")
            rows.append(row)
            runs.append(tuple(_cut(row, lengths.split())))
        else:
            dark, light = line[2:].split(" | ")
            styles.append((dark, light))
    return Picture(screen, focus, tuple(rows), tuple(runs), tuple(styles))


def _cut(row: str, lengths: list[str]) -> list[tuple[str, int]]:
    """A row in pieces of so many cells each."""
    waiting = graphemes(row)
    pieces = []
    for length in lengths:
        piece = ""
        while cell_len(piece) < int(length[1:]):
            piece += waiting.pop(0)
        pieces.append((piece, _NAMES.index(length[0])))
    return pieces


def graphemes(text: str) -> list[str]:
    """The characters of a text with what joins them."""
    return [text[start:end] for start, end, _ in split_graphemes(text)[0]]


def segments_of(app: App[None]) -> Segments:
    """What the terminal would be told to show now."""
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    return [[one for strip in strips for one in strip if not one.control] for strips in update.strips]


def cells_of(segments: Segments) -> Cells:
    """The same, grapheme by grapheme."""
    return [
        [(grapheme, _seen(grapheme, _words(style))) for text, style, _ in row for grapheme in graphemes(text)]
        for row in segments
    ]


def picture_of(screen: str, focus: str, looks: Mapping[str, Cells]) -> Picture:
    """Put what stood there in both looks together; the text must be the same."""
    numbers: dict[tuple[str, ...], int] = {}
    rows, runs = [], []
    for in_looks in zip(*(looks[look] for look in LOOKS), strict=True):
        dark, light = in_looks
        assert _text(dark) == _text(light), (screen, "another look changed the text")
        pairs = [
            (text, numbers.setdefault((style, other), len(numbers)))
            for (text, style), (_, other) in zip(dark, light, strict=True)
        ]
        rows.append(_text(dark))
        runs.append(tuple(("".join(text for text, _ in run), key) for key, run in groupby(pairs, lambda pair: pair[1])))
    return Picture(screen, focus, tuple(rows), tuple(runs), tuple((dark, light) for dark, light in numbers))


def _text(row: Sequence[tuple[str, str]]) -> str:
    return "".join(text for text, _ in row)


@cache
def _seen(grapheme: str, words: str) -> str:
    """What is to be seen of a style: of a blank only its ground, unless a line goes through it or it is reversed."""
    front, on, ground = words.rpartition("on ")
    if not grapheme.isspace() or _ON_BLANKS.intersection(front.split()):
        return words
    return f"{on}{ground}" if on else "plain"


@cache
def _words(style: Style | None) -> str:
    if style is None:
        return "plain"
    words = [word for flag, word in _FLAGS.items() if getattr(style, flag)]
    words += [_hex(style.color)] if style.color else []
    words += [f"on {_hex(style.bgcolor)}"] if style.bgcolor else []
    return " ".join(words) or "plain"


def _hex(colour: object) -> str:
    triplet = getattr(colour, "triplet", None)
    return triplet.hex if triplet else str(getattr(colour, "name", colour))
