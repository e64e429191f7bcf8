"""Finding tags by what one types: their names, their aliases, or the pinyin of these."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.languages import tag_shown
from reader.tags import Tag, TagSet
from reader.text.pinyin import spells
from reader.text.script import Script, converted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def all_tags(tags: TagSet, uses: Mapping[str, int]) -> list[Tag]:
    """The tags of the set and, behind them, those that only annotations know, the most used ones first."""
    known = {tag.name for tag in tags.tags}
    unlisted = sorted((name for name in uses if name not in known), key=lambda name: (-uses[name], name))
    return [*tags.tags, *map(Tag, unlisted)]


def find_tags(tags: Iterable[Tag], typed: str) -> list[Tag]:
    """The tags that something typed finds, the likeliest first; all of them where nothing is typed.

    A shipped one is found by what the screen calls it as well as by its name.

    A name that is or begins with it comes first, then one that has it inside, then aliases, then pinyin. Upper and lower
    case, widths, and Simplified and Traditional count as the same.
    """
    wanted = _folded(typed)
    ranked = [(rank, at, tag) for at, tag in enumerate(tags) if (rank := _rank(tag, wanted)) is not None]
    return [tag for _, _, tag in sorted(ranked, key=lambda one: one[:2])]


def _rank(tag: Tag, wanted: str) -> int | None:
    """How likely a tag is meant, the least being the likeliest; None where it is not."""
    names = [_folded(name) for name in dict.fromkeys((tag.name, tag_shown(tag.name)))]
    if wanted in names or not wanted:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    if any(wanted in name for name in names):
        return 2
    aliases = [_folded(alias) for alias in tag.aliases]
    if any(wanted in alias for alias in aliases):
        return 3
    if any(spells(wanted, name, anywhere=False) for name in names):
        return 4
    return 5 if any(spells(wanted, one) for one in (*names, *aliases)) else None


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return folded if folded.isascii() else converted(folded, Script.SIMPLIFIED)
