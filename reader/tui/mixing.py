"""Colours of our own, mixed from those of a theme so that every text can be read on what it stands on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textual.color import Color

from reader.tags import COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHADES = {"teal": "darkcyan", "orange": "darkorange", "pink": "deeppink", "grey": "gray", "yellow": "gold"}
"""The named colour that a tag's colour is mixed from, where it is another."""

_OWN = "ansi_default"

_TINT_ON_DARK, _TINT_ON_LIGHT = 0.3, 0.25
"""How much of a tag's colour is in its tint: enough to be seen; less where text on it could not be read."""

_UNDER_LINES = 0.05
"""How much of the foreground Textual mixes into what stands under a line that is typed in."""

_KEYS = ("footer-key-foreground",)
"""What keys are painted in."""

_FAINT = 0.35
"""How much of the ground is in what counts less, like a claim that was rejected, where that can still be read."""

LEGIBLE = 4.5
"""Contrast that text has at least on what it stands on (WCAG 2, level AA)."""

SEEN = 3.0
"""Contrast of what is to be seen but not read, like the frame of what has the keys (WCAG 2.1, 1.4.11)."""

_CLAIMS = {
    "claim-money": "text-warning",
    "claim-percent": "text-success",
    "claim-count": "text-accent",
    "claim-rank": "text-secondary",
    "claim-time": "text-primary",
    "claim-measure": "text-error",
}
"""What claims of a kind are painted in: the colour of the theme that it is made of."""


def contrast(one: Color, other: Color) -> float:
    """The ratio of the luminances of two colours, from 1 to 21 (WCAG 2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@cache
def _luminance(colour: Color) -> float:
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in colour.normalized]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def legible(colour: Color, grounds: Sequence[Color], least: float = LEGIBLE) -> Color:
    """A colour, as much darker or lighter as it takes to be read on all grounds.

    Args:
        colour: The colour.
        grounds: What it may stand on: all of them light, or all dark.
        least: The contrast that it is to have.
    """
    end = Color.parse("white" if grounds[0].brightness < 0.5 else "black")
    steps = (colour.blend(end, step / 20) for step in range(20))
    return next((one for one in steps if min(contrast(one, ground) for ground in grounds) >= least), end)


def _text_on(ground: Color) -> str:
    """White where it can be read, as on what Textual highlights; else black."""
    white = Color.parse("white")
    return (white if contrast(white, ground) >= LEGIBLE else Color.parse("black")).hex


def _tint(ground: Color, shade: Color, foreground: Color) -> Color:
    """What text stands on where it has a tag: as much of the tag's colour as lets it be read, a little at least."""
    share = _TINT_ON_DARK if ground.brightness < 0.5 else _TINT_ON_LIGHT
    tints = [ground.blend(shade, share * step / 10) for step in range(10, 0, -1)]
    return next((one for one in tints if contrast(foreground, one) >= LEGIBLE), tints[-1])


def mixed(variables: Mapping[str, str]) -> dict[str, str]:
    """Colours of our own, by the name of their variable: tints and bars in the colours of tags, what lies under marked text.

    Those of the theme that are too pale to be read are made darker, or lighter on a dark ground; those of claims, and of
    what counts less, can be read on every tint.

    The terminal's own colours cannot be mixed, and nobody knows which they are: there annotations are bold, other marks
    black on a colour, and it is left to the terminal to dim what counts less.

    Args:
        variables: Those of the theme.
    """
    ground = Color.parse(variables["background"])
    return _of_terminal(variables) if ground.ansi is not None else _blended(variables, ground)


def _of_terminal(variables: Mapping[str, str]) -> dict[str, str]:
    """What stands for mixed colours where the terminal has its own."""
    own = [f"{what}-{name}" for what in ("tag", "bar") for name in COLOURS]
    own += ["damage-ground", "suggestion-ground", "here-ground", "placeholder", "faint"]
    return dict.fromkeys(own, _OWN) | {
        "selection-ground": "ansi_yellow",
        "selection-text": "ansi_black",
        "jump-text": "ansi_black",
        "hit-ground": "ansi_cyan",
        "hit-text": "ansi_black",
        "faint-style": "dim",
        "frame": variables["accent"],
        **{claim: variables[name] for claim, name in _CLAIMS.items()},
    }


def _blended(variables: Mapping[str, str], ground: Color) -> dict[str, str]:
    """The colours as they are mixed from those of a theme, whose background is `ground`."""
    plain = [Color.parse(variables[name]) for name in ("background", "surface", "panel")]
    foreground = legible(Color.parse(variables["foreground"]), plain)
    shades = {name: Color.parse(_SHADES.get(name, name)) for name in COLOURS}
    tints = {name: _tint(ground, shade, foreground) for name, shade in shades.items()}
    on_tints = [ground, *tints.values()]
    faint = Color.parse(variables["faint"]) if "faint" in variables else foreground.blend(ground, _FAINT)
    texts = {name: legible(Color.parse(variables[name]), plain) for name in (*_CLAIMS.values(), *_KEYS)}
    claims = {claim: legible(Color.parse(variables[name]), on_tints) for claim, name in _CLAIMS.items()}
    of_tags = {f"tag-{name}": tint for name, tint in tints.items()}
    bars = {f"bar-{name}": legible(shade, [ground], SEEN) for name, shade in shades.items()}
    typed_on = [one.blend(foreground, _UNDER_LINES) for one in plain]
    others = {
        "foreground": foreground,
        "frame": legible(Color.parse(variables["accent"]), [*plain, *typed_on], SEEN),
        "placeholder": legible(Color.parse("gray"), typed_on),
        "faint": legible(faint, [*plain, *on_tints]),
    }
    colours = texts | claims | of_tags | bars | others
    return (
        {name: colour.hex for name, colour in colours.items()} | _marked(variables, ground) | {"faint-style": "not dim"}
    )


def _marked(variables: Mapping[str, str], ground: Color) -> dict[str, str]:
    """What lies under marked text, and the text on it."""
    selection = ground.blend(Color.parse(variables["accent"]), 0.65)
    hit = ground.blend(Color.parse(variables["warning"]), 0.35)
    return {
        "selection-ground": selection.hex,
        "selection-text": _text_on(selection),
        "jump-text": _text_on(Color.parse(variables["warning"])),
        "hit-ground": hit.hex,
        "hit-text": _text_on(hit),
        "damage-ground": variables["error-muted"],
        "suggestion-ground": variables["warning-muted"],
        "block-cursor-foreground": _text_on(Color.parse(variables["block-cursor-background"])),
        "here-ground": ground.blend(Color.parse(variables["primary"]), 0.3).hex,
    }
