"""Tags as rows of a list: mark, digit, colour, name, uses, description."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from reader.controls import visible_line
from reader.languages import tag_shown, translated
from reader.text.cells import NARROW

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.tags import Tag

_NAME = 20
"""Most cells of the column of names."""


class TagColumns(NamedTuple):
    """Cells of the columns of a list of tags: of their names, and of how often they are used."""

    names: int
    uses: int


def columns_of(tags: Sequence[Tag], uses: Mapping[str, int]) -> TagColumns:
    """The columns of tags that stand below one another: no wider than they must be, for descriptions take the rest."""
    names = max((NARROW.of(visible_line(tag_shown(tag.name))) for tag in tags), default=0)
    return TagColumns(min(_NAME, names), len(str(max(uses.values(), default=0))))


def tag_row(
    tag: Tag, uses: Mapping[str, int], width: int, columns: TagColumns, *, given: bool | None = None
) -> Content:
    """A tag in one row.

    Args:
        tag: The tag.
        uses: How many annotations have each tag.
        width: Cells of the row.
        columns: See `columns_of`.
        given: Whether what is being tagged has it; None where nothing is being tagged.
    """
    mark = "" if given is None else "✓ " if given else "  "
    name = NARROW.cut(visible_line(tag_shown(tag.name)), columns.names)
    head = f"{mark}{tag.key or ' '} "
    facts = f"{' ' * (columns.names - NARROW.of(name))}  {uses.get(tag.name, 0):>{columns.uses}}  "
    room = max(0, width - NARROW.of(head) - 3 - columns.names - NARROW.of(facts))
    aliases = f"({', '.join(map(visible_line, tag.aliases))}) " if tag.aliases else ""
    return Content.assemble(
        head,
        ("  ", f"on $tag-{tag.colour}"),
        (f" {name}", "bold" if given else ""),
        facts,
        NARROW.cut(aliases + visible_line(translated(tag.description)), room),
    )
