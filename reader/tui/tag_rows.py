"""Tags as rows of a list: mark, digit, colour, name, uses, description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from reader.controls import visible_line
from reader.languages import tag_shown, translated
from reader.text.cells import NARROW

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.tags import Tag

_NAME = 20
"""Most cells of the column of names."""


def name_width(tags: Sequence[Tag]) -> int:
    """Cells of the column of names, for tags that stand below one another."""
    return min(_NAME, max((NARROW.of(visible_line(tag_shown(tag.name))) for tag in tags), default=0))


def tag_row(tag: Tag, uses: Mapping[str, int], width: int, names: int, *, given: bool | None = None) -> Content:
    """A tag in one row.

    Args:
        tag: The tag.
        uses: How many annotations have each tag.
        width: Cells of the row.
        names: Cells of the column of names.
        given: Whether what is being tagged has it; None where nothing is being tagged.
    """
    mark = "" if given is None else "✓ " if given else "  "
    name = NARROW.cut(visible_line(tag_shown(tag.name)), names)
    head = f"{mark}{tag.key or ' '} "
    facts = f"{' ' * (names - NARROW.of(name))} {uses.get(tag.name, 0):>5}  "
    room = max(0, width - NARROW.of(head) - 3 - names - NARROW.of(facts))
    aliases = f"({', '.join(map(visible_line, tag.aliases))}) " if tag.aliases else ""
    return Content.assemble(
        head,
        ("  ", f"on $tag-{tag.colour}"),
        (f" {name}", "bold" if given else ""),
        facts,
        (NARROW.cut(aliases + visible_line(translated(tag.description)), room), "$text-muted"),
    )
