"""Finding claims in a process of its own, so that no key waits for it.

Threads would not do: one interpreter runs one of them at a time, and a long article takes seconds.
"""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.claims.of_article import claims_of

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from reader.articles.article import Article
    from reader.claims.claim import Claim


class Extraction:
    """A process that finds the claims of one article after the other; it starts at the first and ends with the program."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None

    def claims_of(self, article: Article) -> tuple[Claim, ...]:
        """The claims of an article; waits until they are found, so call it from a thread.

        Where the process cannot be had, or has died, they are found here instead.
        """
        with self._lock:
            try:
                connection = self._connected()
                connection.send(article)
                answer: tuple[Claim, ...] = connection.recv()
            except (OSError, EOFError):
                self._end()
                return claims_of(article)
            return answer

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._end()

    def _connected(self) -> Connection:
        if self._connection is None:
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True, name="claims")
            self._process.start()
            theirs.close()
            self._connection = ours
        return self._connection

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None


def claims_between(article: Article, first: int, last: int) -> tuple[Claim, ...]:
    """The claims of some paragraphs, as far as they can be understood without the rest of the article.

    Args:
        article: The article.
        first: Index of the first paragraph.
        last: Index after the last one.
    """
    paragraphs = tuple(replace(one, repeats=None) for one in article.paragraphs[first:last])
    if not paragraphs:
        return ()
    start = article.starts[first]
    part = replace(article, paragraphs=paragraphs, damage=())
    return tuple(
        replace(claim, start=claim.start + start, end=claim.end + start) for claim in claims_of(part, article.date)
    )


def _serve(connection: Connection) -> None:
    """In the process: answer each article with its claims, until the other end is closed."""
    try:
        while True:
            connection.send(claims_of(connection.recv()))
    except (EOFError, OSError, KeyboardInterrupt):
        return
