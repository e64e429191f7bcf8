"""What the library knows of an article without having it in memory: ten thousand of them must fit on a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from reader.articles.article import Article
    from reader.errors import ReaderError


class Identified(Protocol):
    """What annotations of an article are found by: an `Article`, or the `Facts` of one."""

    @property
    def content_id(self) -> str:
        """The hash of its source."""

    @property
    def url(self) -> str | None:
        """Where it was published."""

    @property
    def title(self) -> str:
        """Its title."""


class Facts(NamedTuple):
    """What is told of an article.

    Attributes:
        content_id: First 16 hex digits of the sha256 of its source.
        title: Its title.
        date: The day it was published (ISO 8601), or None.
        publisher: Who published it, or None.
        url: Where, or None.
        characters: Code points of its text.
        claims: How many claims count in it; None where nobody has counted them yet.
    """

    content_id: str
    title: str
    date: str | None
    publisher: str | None
    url: str | None
    characters: int
    claims: int | None = None


class Entry(NamedTuple):
    """A file of the library.

    Attributes:
        path: The file.
        facts: What is known of the article in it; None where it is not read yet, or cannot be.
        error: Why it cannot be shown, or None.
    """

    path: Path
    facts: Facts | None = None
    error: ReaderError | None = None

    @property
    def is_read(self) -> bool:
        """Whether somebody has looked into the file."""
        return self.facts is not None or self.error is not None


def facts_of(article: Article, claims: int | None = None) -> Facts:
    """What is told of an article.

    Args:
        article: The article.
        claims: How many claims count in it, where that is known.
    """
    return Facts(
        article.content_id, article.title, article.date, article.publisher, article.url, len(article.text), claims
    )
