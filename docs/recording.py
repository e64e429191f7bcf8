"""Make the recording of the README: `python -m docs.recording` (needs pyte, Pillow, and the fonts named below).

The app runs in a real terminal; each time it has answered a key, the terminal's cells are drawn, so that Han characters are
exactly as wide as they are there.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from benchmarks.terminal_session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyte.screens import Char

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "tests" / "data" / "articles"
COLUMNS, ROWS = 100, 30
WIDTH, HEIGHT = 9, 20
"""Pixels of a cell."""

LATIN = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"
HAN = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
_SIMPLIFIED = 2
"""Index of the Simplified Chinese face in the collection."""

SCENES: tuple[tuple[str, float], ...] = (
    ("", 1.5),
    ("j", 0.6),
    ("\r", 1.5),
    ("n", 1.5),
    ("1", 1.2),
    ("1", 1.2),
    ("5", 1.2),
    ("m", 1.2),
    ("c", 1.2),
    ("R", 2.0),
    ("R", 0.8),
    ("/", 0.6),
    ("4860000", 1.2),
    ("\r", 1.8),
    ("\x1b", 0.6),
    ("C", 2.5),
    ("\x1b", 0.6),
    ("A", 2.5),
    ("W", 2.5),
    ("\x1b", 1.0),
)
"""Keys, and the seconds to look at what they did."""

COLOURS = {
    "default": "#e0e0e0", "black": "#000000", "red": "#cc4444", "green": "#44aa66", "brown": "#ccaa44", "blue": "#4488cc",
    "magenta": "#aa66cc", "cyan": "#44aaaa", "white": "#e0e0e0",
}  # fmt: skip
GROUND = "#121212"


def frames(command: list[str], environment: dict[str, str], folder: Path) -> Iterable[tuple[Image.Image, float]]:
    """What the terminal shows after each scene, and for how many seconds."""
    with Session(command, environment, folder, COLUMNS, ROWS) as session:
        session.painted("claims", 30)
        session.settle(0.5, 5)
        for keys, seconds in SCENES:
            if keys:
                session.press(keys.encode(), quiet=0.4)
            yield drawn(session), seconds


def drawn(session: Session) -> Image.Image:
    """The terminal's cells as a picture."""
    session.settle(0.2, 2)
    picture = Image.new("RGB", (COLUMNS * WIDTH, ROWS * HEIGHT), GROUND)
    pen = ImageDraw.Draw(picture)
    for row, cells in enumerate(session.cells()):
        for column, cell in enumerate(cells):
            if cell.data:
                wide = column + 1 < COLUMNS and not cells[column + 1].data
                _draw(pen, column * WIDTH, row * HEIGHT, cell, WIDTH * (1 + wide))
    return picture


def _draw(pen: ImageDraw.ImageDraw, x: int, y: int, cell: Char, width: int) -> None:
    ink, ground = _colour(cell.fg, COLOURS["default"]), _colour(cell.bg, GROUND)
    if cell.reverse:
        ink, ground = ground, ink
    pen.rectangle((x, y, x + width - 1, y + HEIGHT - 1), fill=ground)
    font = _FONTS[width > WIDTH or ord(cell.data[0]) > 0x2E80]
    pen.text((x, y + HEIGHT - 5), cell.data, fill=ink, font=font, anchor="ls", stroke_width=0.3 if cell.bold else 0)
    if cell.underscore:
        pen.line((x, y + HEIGHT - 2, x + width - 1, y + HEIGHT - 2), fill=ink)


def _colour(name: str, default: str) -> str:
    if name == "default":
        return default
    return COLOURS.get(name.removeprefix("bright"), f"#{name}")


_FONTS = (ImageFont.truetype(LATIN, 14), ImageFont.truetype(HAN, 16, index=_SIMPLIFIED))


def main() -> None:
    """Record, and write `docs/recording.gif`."""
    with tempfile.TemporaryDirectory() as name:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": name,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "LOGNAME": "you",
        }
        command = [
            sys.executable,
            "-m",
            "reader",
            str(ARTICLES),
            "--annotations",
            f"{name}/annotations.json",
            "--no-session",
        ]
        taken = list(frames(command, environment, HERE.parent))
    pictures = [picture.quantize(64, dither=Image.Dither.NONE) for picture, _ in taken]
    pictures[0].save(
        HERE / "recording.gif",
        save_all=True,
        append_images=pictures[1:],
        duration=[int(seconds * 1000) for _, seconds in taken],
        loop=0,
        optimize=True,
    )


if __name__ == "__main__":
    main()
