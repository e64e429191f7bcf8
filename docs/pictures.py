"""Make the pictures of the README: `python -m docs.pictures`.

They are drawn as those of the tests are, so that Han characters are exactly as wide as their cells.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from reader.annotations.repository import Repository
from reader.desk.desk import Desk
from reader.settings import DEFAULTS, read_settings
from tests.tui.gallery.drawing import svg_of
from tests.tui.gallery.picture import LOOKS, picture_of
from tests.tui.gallery.tours import Stop, Tour
from tests.tui.gallery.visiting import visit

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "tests" / "data" / "articles"
SIZE = (120, 32)
STOPS = (Stop("reading", "j enter n 1 1 5 n n 7 n"),)
"""The pictures by their names, with the keys that lead there."""


def main() -> None:
    """Run the app, press the keys, and draw what it shows."""
    with tempfile.TemporaryDirectory() as folder:

        def world() -> Desk:
            store = Repository.open(Path(folder) / "annotations.json")
            return Desk(tuple(sorted(ARTICLES.glob("*.txt"))), store, read_settings(DEFAULTS), "you")

        visited = asyncio.run(visit(Tour("readme", world, STOPS, {"": SIZE}), "en", SIZE, "dark"))
    for name, seen in visited.items():
        picture = picture_of(seen.screen, seen.focus, dict.fromkeys(LOOKS, seen.cells))
        (HERE / f"{name}.svg").write_text(svg_of(picture, light=False), "utf-8")


if __name__ == "__main__":
    main()
