"""What the background process does for the app: reading the articles of the library, counting claims, opening."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from reader.articles.library import load
from reader.claims.of_article import claims_of
from reader.desk.entry import facts_of
from reader.desk.index import Index, Indexed, Known
from reader.desk.packed import PackedClaims
from reader.errors import ReaderError
from reader.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.article import Article
    from reader.articles.source import Source
    from reader.claims.claim import Claim

TURN = 0.03
"""Seconds after which a task gives its turn away: somebody may want to open an article meanwhile."""

Kept = tuple[Path, str] | None
"""File and version of the index; None to keep nothing."""


def read(kept: Kept, paths: Sequence[str]) -> list[Known]:
    """Look into the first of some files, as many as the turn allows, one at least, and put them into the index.

    Args:
        kept: Where the index lies.
        paths: The files.
    """
    until = monotonic() + TURN
    found: list[Indexed] = []
    for path in paths:
        found.append(_looked_into(path))
        if monotonic() > until:
            break
    if kept is not None:
        _index(*kept).put(found)
    return [one.known for one in found]


def count(kept: Kept, paths: Sequence[str]) -> list[int | None]:
    """How many claims count in the first of some files, None where one cannot be read; as `read` otherwise."""
    until = monotonic() + TURN
    found: list[int | None] = []
    for path in paths:
        try:
            _, article = load(Path(path))
        except ReaderError:
            found.append(None)
        else:
            found.append(sum(not claim.repeat for claim in claims_of(article)))
        if monotonic() > until:
            break
    if kept is not None:
        counted = ((path, claims) for path, claims in zip(paths, found, strict=False) if claims is not None)
        _index(*kept).put_claims(counted)
    return found


def opened(path: Path, longest: int | None) -> tuple[Source, Article, tuple[Claim, ...]]:
    """An article with its claims.

    Args:
        path: The file.
        longest: Find the claims only where the text has at most so many code points.

    Raises:
        ReaderError: It cannot be read.
    """
    source, article = load(path)
    return source, article, claims_of(article) if longest is None or len(article.text) <= longest else ()


def claims(article: Article) -> tuple[Claim, ...]:
    """The claims of an article."""
    return claims_of(article)


def packed_claims(article: Article) -> PackedClaims:
    """The claims of a huge article."""
    return PackedClaims(claims_of(article))


@cache
def _index(file: Path, version: str) -> Index:
    return Index(file, version)


def _looked_into(path: str) -> Indexed:
    try:
        stat = Path(path).stat()
        stamp = stat.st_size, stat.st_mtime_ns
    except OSError:
        stamp = 0, 0
    try:
        _, article = load(Path(path))
    except ReaderError as error:
        return Indexed(path, Known(stamp, None, error), "", "")
    return Indexed(path, Known(stamp, facts_of(article), None), folded(article.text), article.text)
