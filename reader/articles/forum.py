"""Pages of forums: the first post is the article, what others replied is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.articles.folding import folded
from reader.articles.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.block import Block

_BOARD_HEAD = re.compile(
    r"\s*(?:发信人\s*:.{1,60}(?:信区|讨论区|看板)|作者\s*:?\s*[a-z]\w{1,14}\s*\(.{0,30}\)\s*(?:看板|站内))",
    re.IGNORECASE,
)
"""How a post on a text board begins: who wrote it on which board."""
_HEAD_LINES = 5
"""Its head stands in the first lines."""

_SIGNATURE_RULE = re.compile(r"[-_=—─]{6,}|-- ?")


def below_signature(blocks: Sequence[Block]) -> set[int]:
    """The lines below the signature of a post on a text board: its station, what others replied or pushed.

    They are told before hard-wrapped lines are joined: boards pad them to one width, which is not that of the text.

    Args:
        blocks: The lines of a plain text.
    """
    if not any(_BOARD_HEAD.match(folded(block.text)) for block in blocks[:_HEAD_LINES]):
        return set()
    for index, block in enumerate(blocks):
        if index and (block.text.strip() == "--" or block.text.startswith("※")):
            return set(range(index, len(blocks)))
    return set()


def first_post(blocks: Sequence[Block], roles: Sequence[Role]) -> range | None:
    """The blocks of the first post of a thread, without its head line and signature; None where there are no two posts."""
    head: int | None = None
    has_prose = False
    signature: int | None = None
    for index, role in enumerate(roles):
        if role is Role.POST:
            if head is not None and has_prose:
                return range(head + 1, signature or index)
            head = index
        elif head is not None and role is Role.PROSE:
            has_prose = True
        elif has_prose and signature is None and _SIGNATURE_RULE.fullmatch(blocks[index].text):
            signature = index
    return None
