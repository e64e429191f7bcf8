"""What every screen, dialog and state looks like: in both languages, dark and light, in small and large windows.

`make pictures` keeps what they look like now, and draws it; look at each that changed before you commit it.
"""

from __future__ import annotations

import os
import pkgutil
import re
import unicodedata
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.constants import DIM_FACTOR
from textual.screen import Screen
from textual.widget import Widget

import reader.tui
from reader.tui.mixing import LEGIBLE, SEEN, contrast
from tests.tui.gallery.__main__ import PICTURES
from tests.tui.gallery.picture import LOOKS, Picture, parsed, picture_of
from tests.tui.gallery.tours import SIZES, TOURS, Tour
from tests.tui.gallery.visiting import visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEEP = "READER_PICTURES"
"""Set in the environment: pictures are kept as they are now."""

QUICK = {("zh", "80x24"): ("dark",), ("en", "120x40"): ("light",)}
"""What the suite takes: every stop where words are cut first, and in English those of some tours. `make thorough` takes all."""

PASSING = {"FrontScreen", "FrontLibrary"}
"""What stands for the library in the first frame, and looks like it."""

IN_ENGLISH = {"reading", "damage", "library"}

BOX = {"dark": "#1e1e1e", "light": "#d8d8d8"}
"""What boxes stand on; all around them is veiled on purpose."""

VEILING = {"CommandPalette", "OutlineScreen", "HitsScreen"}
"""Screens that veil the rest, and whose boxes stand on other colours."""


def cases() -> Iterator[object]:
    for tour in TOURS:
        for language in ("en", "zh"):
            for size in tour.sizes:
                name = f"{tour.name}-{language}-{size}"
                looks = QUICK.get((language, size)) if language == "zh" or tour.name in IN_ENGLISH else None
                if looks and not os.environ.get(KEEP):
                    yield pytest.param(tour, language, size, looks, id=f"{name}-{looks[0]}")
                yield pytest.param(tour, language, size, LOOKS, id=name, marks=pytest.mark.thorough)


@pytest.mark.parametrize(("tour", "language", "size", "looks"), cases())
async def test_every_stop_looks_as_it_did(
    tour: Tour, language: str, size: str, looks: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    seen = {}
    for look in looks:
        (tmp_path / look).mkdir()
        monkeypatch.chdir(tmp_path / look)
        monkeypatch.setenv("HOME", "/home/reader")  # nothing is written there, but it is named
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / look))  # where the last export is remembered
        seen[look] = await visit(tour, language, tour.sizes[size], look)
    folder = PICTURES / f"{language}-{size}"
    changed, cut = [], []
    for name in (stop.name for stop in tour.stops):
        stops = {look: seen[look][name] for look in looks}
        file, first = folder / f"{name}.txt", stops[looks[0]]
        if os.environ.get(KEEP):
            folder.mkdir(parents=True, exist_ok=True)
            cells = {look: one.cells for look, one in stops.items()}
            file.write_text(str(picture_of(first.screen, first.focus, cells)), "utf-8")
        kept = parsed(file.read_text("utf-8"))
        for look, one in stops.items():
            if (kept.screen, kept.focus, kept.cells(look)) != (one.screen, one.focus, one.cells):
                changed.append(f"{name} {look}")
        cut += [f"{name}: {words}" for words in first.cut if size in SIZES]
    assert changed == []
    assert cut == []


@pytest.fixture(scope="module")
def kept() -> dict[str, Picture]:
    return {f"{file.parent.name}/{file.stem}": parsed(file.read_text("utf-8")) for file in PICTURES.glob("*/*.txt")}


def ours(base: type[Widget]) -> set[type[Widget]]:
    """The classes of the app below one of Textual's, but for those that others of the app are made from."""
    for module in pkgutil.iter_modules(reader.tui.__path__, "reader.tui."):
        import_module(module.name)
    below, waiting = set(), [base]
    while waiting:
        found = set(waiting.pop().__subclasses__()) - below
        below |= found
        waiting += found
    app = {one for one in below if one.__module__.startswith("reader.tui.")}
    return {one for one in app if not app.intersection(one.__subclasses__())}


def test_every_screen_has_a_picture(kept: dict[str, Picture]):
    assert {one.__name__ for one in ours(Screen)} - {picture.screen for picture in kept.values()} == PASSING - {
        "FrontLibrary"
    }


def test_every_widget_that_can_have_the_keys_has_a_picture_with_them(kept: dict[str, Picture]):
    focusable = {one.__name__ for one in ours(Widget) if one.can_focus and not issubclass(one, Screen)}
    assert focusable - {picture.focus for picture in kept.values()} == PASSING - {"FrontScreen"}


def test_each_stop_is_kept_in_every_language_and_size_and_nothing_else_is(kept: dict[str, Picture]):
    names = [stop.name for tour in TOURS for stop in tour.stops]
    assert len(names) == len(set(names))
    assert kept.keys() == {
        f"{language}-{size}/{stop.name}"
        for tour in TOURS for stop in tour.stops for language in ("en", "zh") for size in tour.sizes
    }  # fmt: skip


def test_a_picture_that_was_written_down_is_the_same(kept: dict[str, Picture]):
    for name, picture in kept.items():
        assert parsed(str(picture)) == picture, name


def in_sight(picture: Picture, look: str) -> set[tuple[str, str]]:
    """Pieces of text with words for their style; where there is a box, only those in it."""
    at, box = LOOKS.index(look), f"on {BOX[look]}"
    styles = [pair[at] for pair in picture.styles]
    found = set()
    for runs in picture.runs:
        inside = [index for index, (_, style) in enumerate(runs) if styles[style].endswith(box)]
        if inside or not any(style.endswith(box) for style in styles):
            within = runs[inside[0] : inside[-1] + 1] if inside else runs
            found |= {(text, styles[style]) for text, style in within}
    return found


def needed(text: str) -> float:
    """The contrast that a text must have: words more than signs, lines and blanks none."""
    signs = [one for one in text if not (one.isspace() or ("\u2500" <= one <= "\u259f" and one != "▎"))]
    if any(unicodedata.category(one)[0] in "LNP" for one in signs):
        return LEGIBLE
    return SEEN if signs else 0


@cache
def contrast_of(words: str) -> float:
    """The contrast of what a style paints."""
    text, ground = (Color.parse(one) for one in re.findall(r"#\w{6}", words))
    return contrast(ground.blend(text, DIM_FACTOR) if "dim" in words.split() else text, ground)


def test_every_word_of_every_picture_can_be_read(kept: dict[str, Picture]):
    pale = set()
    for name, picture in kept.items():
        if picture.screen in VEILING:
            continue
        for look in LOOKS:
            for text, style in in_sight(picture, look):
                least = needed(text)
                if least and contrast_of(style) < least:
                    pale.add((name, look, style, text.strip()))
    assert pale == set()
