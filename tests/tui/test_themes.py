"""The looks of the app: chosen by setting and key, remembered, legible, and never by colour alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rich.color import ColorType
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from reader.tags import COLOURS as TAG_COLOURS
from reader.tui.app import ReaderApp
from reader.tui.article_canvas import ArticleCanvas
from reader.tui.article_paint import COLOURS
from reader.tui.mixing import mixed
from reader.tui.source_pane import SourcePane
from reader.tui.themes import CONTRAST, LOOKS, look_after, theme_of

if TYPE_CHECKING:
    from tests.tui.conftest import Start

MIRROR = Path(__file__).parents[1] / "data" / "source" / "mirror.txt"
NORMAL, HIGH = 4.5, 7.0
"""Contrast: what WCAG 2 asks of text at its levels AA and AAA."""

SEEN = 3.0
"""Contrast of frames: what WCAG 2.1 asks of what is not text."""


def contrast(text: Color, ground: Color) -> float:
    """The ratio of luminances as WCAG 2 defines it."""

    def luminance(colour: Color) -> float:
        parts = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in colour.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    lighter, darker = sorted((luminance(text), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_looks_come_one_after_the_other():
    names = [look_after("nord")]
    for _ in LOOKS:
        names.append(look_after(theme_of(names[-1]) or ""))
    assert names == [*LOOKS, "dark"]
    assert theme_of("nord") == "nord"
    assert theme_of("no such theme") is None


@pytest.mark.parametrize("look", ["dark", "light", "contrast"])
async def test_every_part_is_legible_on_its_ground(start: Start, look: str):
    async with start(files=[MIRROR], size=(120, 30)) as session:
        session.app.theme = theme_of(look)
        await session.press("enter")
        for widget in (session.article, session.screen.source):
            for name in sorted(type(widget).COMPONENT_CLASSES):
                style = widget.get_component_rich_style(name)
                if style.color is None or style.bgcolor is None:
                    continue
                text, ground = (Color.from_rich_color(one) for one in (style.color, style.bgcolor))
                least = HIGH if look == "contrast" and name not in ("article--damage", "source--damage") else NORMAL
                if name != "source--here":
                    assert contrast(text, ground) >= least, (name, text, ground)
        variables = session.app.get_css_variables()
        for words in ("faint", *(f"claim-{claim}" for claim in COLOURS)):
            text = Color.parse(variables[words])
            for tag in TAG_COLOURS:
                assert contrast(text, Color.parse(variables[f"tag-{tag}"])) >= NORMAL, (words, tag)
        for tag in TAG_COLOURS:
            bar = Color.parse(variables[f"bar-{tag}"])
            assert contrast(bar, Color.parse(variables["background"])) >= SEEN, tag
        cursor = (Color.parse(variables[f"block-cursor-{part}"]) for part in ("foreground", "background"))
        assert contrast(*cursor) >= NORMAL
        for ground in ("background", "surface", "panel"):
            assert contrast(Color.parse(variables["frame"]), Color.parse(variables[ground])) >= SEEN
        for words in ("placeholder", "text-accent", "text-warning", "text-error", "footer-key-foreground"):
            for ground in ("background", "surface", "panel"):
                assert contrast(Color.parse(variables[words]), Color.parse(variables[ground])) >= NORMAL, (
                    words,
                    ground,
                )


@pytest.mark.parametrize("name", [*BUILTIN_THEMES, CONTRAST.name])
def test_what_is_mixed_for_any_theme_can_be_read(name: str):
    theme = {**BUILTIN_THEMES, CONTRAST.name: CONTRAST}[name]
    variables = theme.to_color_system().generate() | theme.variables
    variables |= mixed(variables)
    colours = {one: Color.parse(words) for one, words in variables.items() if re.fullmatch(r"#\w{6}", words)}
    if "background" not in colours:
        return  # the terminal's own colours
    tints = [colours[f"tag-{tag}"] for tag in TAG_COLOURS]
    plain = [colours[one] for one in ("background", "surface", "panel")]
    for words in ("foreground", "faint", *(f"claim-{claim}" for claim in COLOURS)):
        assert min(contrast(colours[words], ground) for ground in tints) >= NORMAL, words
    for words in (
        "foreground",
        "faint",
        "placeholder",
        "text-accent",
        "text-warning",
        "text-error",
        "footer-key-foreground",
    ):
        assert min(contrast(colours[words], ground) for ground in plain) >= NORMAL, words
    for one in ("selection", "hit"):
        assert contrast(colours[f"{one}-text"], colours[f"{one}-ground"]) >= NORMAL
    for bar in ("frame", *(f"bar-{tag}" for tag in TAG_COLOURS)):
        assert contrast(colours[bar], colours["background"]) >= SEEN, bar


@pytest.mark.parametrize("look", LOOKS)
async def test_marks_differ_from_text_by_more_than_colour(start: Start, look: str):
    async with start(files=[MIRROR], size=(120, 30)) as session:
        session.app.theme = theme_of(look)
        await session.press("enter", "n", "v", "l")
        segments = [segment for y in range(28) for segment in session.article.render_line(y)]

        def style_of(words: str) -> Any:
            return next(segment.style for segment in segments if words in segment.text)

        assert style_of("6.8%").underline
        assert style_of("800亿元").underline2
        assert style_of("800亿元").italic
        assert style_of("??蒲械").italic
        assert any(segment.text.strip() == "!" for segment in segments)


async def test_the_key_goes_through_the_looks_and_tells(start: Start):
    async with start(size=(100, 30)) as session:
        await session.press("f8")
        assert session.app.theme == LOOKS["light"]
        assert "Look: light." in session.status
        await session.press("f8", "f8", "f8")
        assert session.app.theme == LOOKS["dark"]


async def look_at_start(make_desk: Any, session: Path, setting: str, *keys: str) -> str:
    desk = make_desk([MIRROR])
    desk.settings = replace(desk.settings, theme=setting)
    app = ReaderApp(desk, session)
    async with app.run_test() as pilot:
        await pilot.pause()
        theme = app.theme
        await pilot.press(*keys, "f10")
    return theme


async def test_the_look_that_was_chosen_comes_back_until_the_setting_names_another(make_desk: Any, tmp_path: Path):
    session = tmp_path / "session.json"
    assert await look_at_start(make_desk, session, "dark", "f8", "f8") == LOOKS["dark"]
    assert await look_at_start(make_desk, session, "dark") == LOOKS["contrast"]
    assert await look_at_start(make_desk, session, "light") == LOOKS["light"]
    assert await look_at_start(make_desk, session, "nord") == "nord"


async def test_no_colour_is_painted_where_the_user_wants_none(start: Start, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with start(files=[MIRROR], size=(100, 30)) as session:
        await session.press("enter", "n", "1", "n", "v", "l")
        for strip in session.app.screen._compositor.render_strips():
            for segment in strip.apply_filter(session.app._filters[-1], Color(0, 0, 0)):
                for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    if colour is not None and colour.type is ColorType.TRUECOLOR:
                        assert len(set(colour.triplet)) == 1, segment


async def test_the_terminals_own_colours_are_not_mixed(start: Start):
    async with start(files=[MIRROR], size=(100, 30)) as session:
        session.app.theme = theme_of("terminal")
        await session.press("enter", "n", "1", "n")
        view = session.article
        assert isinstance(view, ArticleCanvas)
        assert isinstance(session.screen.source, SourcePane)
        for name in (*(f"article--{one}" for one in COLOURS), "article--text", "article--damage"):
            style = view.get_component_rich_style(name)
            for colour in (style.color, style.bgcolor):
                assert colour is None or colour.type is not ColorType.TRUECOLOR, (name, style)
        assert view.looks.tint("red").bold


@pytest.mark.parametrize("look", LOOKS)
async def test_the_present_row_of_the_picker_is_seen_in_every_look(start: Start, look: str):
    async with start(files=[MIRROR], size=(100, 30)) as session:
        session.app.theme = theme_of(look)
        await session.press("enter", "n", "number_sign", "down")
        listed = session.screen.query_one("#tags-list")
        grounds = [next(iter(listed.render_line(y))).style.bgcolor for y in range(3)]
        assert grounds[0] == grounds[2] != grounds[1]
