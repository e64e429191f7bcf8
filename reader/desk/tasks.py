"""What the background process does for the app: reading the articles of the library, counting claims, opening."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from reader.articles.article import Paragraph, ParagraphKind
from reader.articles.library import load
from reader.claims.context import told_apart
from reader.claims.of_article import claims_in_turn, claims_of
from reader.desk.entry import facts_of
from reader.desk.index import Index, Indexed, Known
from reader.desk.packed import PackedClaims, packed_text, unpacked_text
from reader.errors import ReaderError
from reader.text.folding import folded
from reader.text.script import converted
from reader.text.traced import TracedText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.articles.article import Article
    from reader.articles.source import Source
    from reader.claims.claim import Claim
    from reader.text.script import Script

TURN = 0.03
"""Seconds after which a task gives its turn away: somebody may want to open an article meanwhile."""

HUGE = 300_000
"""From so many code points on, the text of an article is put into the index when nobody waits."""

BEGINNING = 20
"""Paragraphs at the beginning of an article: some screens."""

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
        if _last and not found[-1].written:
            _later.append(partial(_put_text, kept, found[-1].path))
    return [one.known for one in found]


def afterwards() -> None:
    """Do what was put off until nobody asks for anything."""
    while _later:
        _later.pop()()


def has_more() -> bool:
    """Whether anything was put off."""
    return bool(_later)


def _put_text(kept: Kept, path: str) -> None:
    """Put the text of a huge article into the index, if it is still at hand."""
    for (known, *_), (_, article) in list(_last.items()):
        if known == path and kept is not None:
            _index(*kept).put_text(path, folded(article.text), article.text)


def count(kept: Kept, paths: Sequence[str]) -> list[int | None]:
    """How many claims count in the first of some files, None where one cannot be read; as `read` otherwise."""
    until = monotonic() + TURN
    found: list[int | None] = []
    for path in paths:
        try:
            _, article = _loaded(Path(path))
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
    source, article = _loaded(path)
    _last.clear()  # whoever asked has it now
    if source.name != str(path):
        source, article = replace(source, name=str(path)), replace(article, file=str(path))
    return source, article, claims_of(article) if longest is None or len(article.text) <= longest else ()


def ahead(path: Path) -> None:
    """Read an article that is likely to be opened, and find some claims: the first ones take twenty times as long as later ones.

    Their patterns are made meanwhile, which would take a sixth of a second of whoever opens the article.

    Args:
        path: The file.
    """
    with suppress(ReaderError):
        _, article = _loaded(path)
        first = tuple(replace(one, repeats=None) for one in article.paragraphs[:BEGINNING])
        claims_of(replace(article, paragraphs=first, removed=(), damage=()))


def claims(article: Article) -> tuple[Claim, ...]:
    """The claims of an article."""
    return claims_of(article)


def packed_claims(bare: Article, text: bytes, repeats: Sequence[int | None]) -> PackedClaims:
    """The claims of a huge article, each packed as soon as it is found.

    Args:
        bare: The article without its paragraphs.
        text: Its text, packed.
        repeats: Of each paragraph, the index of the one that it repeats, or None.
    """
    told = zip(unpacked_text(text).split("\n"), repeats, strict=True)
    paragraphs = tuple(Paragraph(ParagraphKind.BODY, TracedText(line), index) for line, index in told)
    article = replace(bare, paragraphs=paragraphs)
    packed = PackedClaims(claims_in_turn(article))
    packed.put(told_apart(packed, packed.starts, packed.ends, article.text))
    return packed


def in_script(text: bytes, script: Script) -> bytes:
    """The text of a huge article in a script, both packed."""
    return packed_text(converted(unpacked_text(text), script))


_later: list[Callable[[], None]] = []
"""What was put off."""

_last: dict[tuple[str, int, int], tuple[Source, Article]] = {}
"""The article that was read last: what is looked into is often opened next."""


def _loaded(path: Path) -> tuple[Source, Article]:
    """Read an article, unless it is the one that was read last."""
    try:
        stat = path.stat()
    except OSError:
        return load(path)
    key = str(path.absolute()), stat.st_size, stat.st_mtime_ns
    if key not in _last:
        loaded = load(path)
        _last.clear()
        _last[key] = loaded
    return _last[key]


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
        _, article = _loaded(Path(path))
    except ReaderError as error:
        return Indexed(path, Known(stamp, None, error), "", "")
    known = Known(stamp, facts_of(article), None)
    if len(article.text) > HUGE:
        return Indexed(path, known, "", "")  # its text takes a second: later
    return Indexed(path, known, folded(article.text), article.text)
