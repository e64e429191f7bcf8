"""The claims of an article in batches of rows: those in the front of a long one while the rest is still looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.desk.claim_list import of_opened
from reader.desk.extraction import claims_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.desk.background import Background
    from reader.desk.claim_list import ListedClaim
    from reader.desk.opened import Opened
    from reader.text.script import Script

PORTION = 20_000
"""Code points that are looked through for one batch: some 60 ms."""

ROWS = 2_000
"""Claims that are made rows of for one batch: some 50 ms."""


class Batch(NamedTuple):
    """Some rows, and how far that is: articles of the library, or code points of an article."""

    rows: list[ListedClaim]
    done: int


def sought(background: Background, opened: Opened, script: Script | None = None) -> Iterator[Batch]:
    """The claims of an article that nobody has searched yet, from its beginning on.

    They are understood as far as the paragraphs around them tell; what a later batch would change in an earlier one is
    left to whoever searches the whole article.

    Args:
        background: Who finds them.
        opened: The article.
        script: The script to show them in; None for as written.
    """
    article = opened.article
    first = 0
    while first < len(article.paragraphs):
        last = first + 1
        while last < len(article.paragraphs) and article.starts[last] - article.starts[first] < PORTION:
            last += 1
        found = claims_between(background, article, first, last)
        done = article.starts[last] if last < len(article.paragraphs) else len(article.text)
        yield Batch(of_opened(opened.with_claims(found), script), done)
        first = last


def known(opened: Opened, script: Script | None = None) -> Iterator[Batch]:
    """The claims of an article that has been searched, a few thousand at a time."""
    for first in range(0, len(opened.claims), ROWS):
        claims = opened.claims[first : first + ROWS]
        yield Batch(of_opened(opened.with_claims(claims), script), claims[-1].end)
