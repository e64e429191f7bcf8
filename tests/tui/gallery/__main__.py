"""Draw the pictures that are kept, to look at: `python -m tests.tui.gallery FOLDER [WORDS]`, or `make pictures`.

Writes an SVG for each picture in both looks, and a page that shows them all; with words only those whose names have one.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from tests.tui.gallery.drawing import svg_of
from tests.tui.gallery.picture import LOOKS, parsed

PICTURES = Path(__file__).with_name("pictures")


def draw(folder: Path, words: list[str]) -> int:
    """Draw pictures into a folder.

    Args:
        folder: Where to; made where it is missing.
        words: Only pictures whose path has one of these; all where there are none.

    Returns:
        How many pictures were drawn.
    """
    folder.mkdir(parents=True, exist_ok=True)
    page = ['<!doctype html><meta charset="utf-8"><title>reader</title><body style="background:gray">']
    count = 0
    for file in sorted(PICTURES.glob("*/*.txt"), key=lambda file: (file.stem, file.parent.name)):
        name = f"{file.stem}-{file.parent.name}"
        if words and not any(word in name for word in words):
            continue
        picture = parsed(file.read_text("utf-8"))
        page.append(f"<h3>{escape(name)}</h3>")
        for light, look in enumerate(LOOKS):
            drawn = folder / f"{name}-{look}.svg"
            drawn.write_text(svg_of(picture, bool(light)), "utf-8")
            page.append(f'<img src="{escape(drawn.name)}">')
            count += 1
    (folder / "index.html").write_text("\n".join(page), "utf-8")
    return count


if __name__ == "__main__":
    target = Path(sys.argv[1])
    print(f"{draw(target, sys.argv[2:])} pictures: {target / 'index.html'}")
