"""Pages of forums: the first post is the article, what others replied is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.articles.roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.block import Block

_SIGNATURE_RULE = re.compile(r"[-_=—─]{6,}|-- ?")


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
