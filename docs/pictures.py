"""Make the pictures of the README: `python docs/pictures.py`.

Textual's screenshots squash Han characters, since they give each character one cell; here every piece of text gets as
much room as it has cells.
"""

from __future__ import annotations

import asyncio
import html
import re
import tempfile
from pathlib import Path

from rich.cells import cell_len

from reader.annotations.repository import Repository
from reader.desk.desk import Desk
from reader.settings import DEFAULTS, read_settings
from reader.tui.app import ReaderApp

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "tests" / "data" / "articles"
PICTURES = {"reading": ((120, 32), ["j", "enter", "n", "1", "5", "n", "4", "n"])}
_CELL = 12.2
"""Width of a cell in Textual's SVG."""


def mended(svg: str) -> str:
    """A screenshot whose texts are as wide as their cells."""

    def widen(match: re.Match[str]) -> str:
        cells = cell_len(html.unescape(match["text"]))
        return f'textLength="{_CELL * cells:.1f}"{match["rest"]}>{match["text"]}<'

    return re.sub(r'textLength="[\d.]+"(?P<rest>[^>]*)>(?P<text>[^<]*)<', widen, svg)


async def take(name: str, size: tuple[int, int], keys: list[str]) -> None:
    """Run the app, press the keys, and save what it shows."""
    with tempfile.TemporaryDirectory() as folder:
        store = Repository.open(Path(folder) / "annotations.json")
        app = ReaderApp(Desk(tuple(sorted(ARTICLES.glob("*.txt"))), store, read_settings(DEFAULTS), "you"))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.press(*keys)
            await pilot.pause()
            svg = app.export_screenshot(title="reader")
        store.close()
    (HERE / f"{name}.svg").write_text(mended(svg), "utf-8")


if __name__ == "__main__":
    for name, (size, keys) in PICTURES.items():
        asyncio.run(take(name, size, keys))
