"""Characters that nobody sees: taken out, because they cut words and figures apart for every search."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.text.traced import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.articles.block import Block
    from reader.text.traced import TracedText

_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]|(?<![\u200d\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)
"""Zero-width blanks and joiners, soft hyphens, marks of direction; not the joiners that hold an emoji together."""

_SUSPECT = re.compile("[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
"""All of these and a little more: quick to look for."""


def without_invisible(blocks: Iterable[Block]) -> list[Block]:
    """The blocks without characters that have no width and no effect on others; what holds nothing else is left out.

    Controls that do have an effect (a terminal's, or a change of direction) stay and are shown by stand-ins.
    """
    dropped = (
        replace(block, content=_dropped(block.content)) if _SUSPECT.search(block.text) else block for block in blocks
    )
    return [block for block in dropped if block.text]


def _dropped(text: TracedText) -> TracedText:
    return text.edited(Edit(found.start(), found.end()) for found in _INVISIBLE.finditer(text.text)).strip()
