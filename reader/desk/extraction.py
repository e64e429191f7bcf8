"""Finding claims in a process of its own, so that no key waits for it.

Threads would not do: one interpreter runs one of them at a time, and a long article takes seconds.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.articles.article import Article
    from reader.claims.claim import Claim


class Extraction:
    """A process that finds the claims of one article after the other; it starts at the first and ends with the program."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._last: tuple[str, tuple[Claim, ...]] = ("", ())

    def claims_of(self, article: Article) -> tuple[Claim, ...]:
        """The claims of an article; waits until they are found, so call it from a thread.

        Where the process cannot be had, or has died, they are found here instead.
        """
        with self._lock:
            if self._last[0] != article.content_id:
                self._last = (article.content_id, self._found(article))
            return self._last[1]

    def close(self) -> None:
        """End the process, whatever it is doing; who waits for claims gets none."""
        self._closed = True
        self._end()

    def _found(self, article: Article) -> tuple[Claim, ...]:
        try:
            return self._ask(article)
        except (OSError, EOFError, pickle.UnpicklingError):
            self._end()
            return () if self._closed else _claims_of(article)

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _ask(self, article: Article) -> tuple[Claim, ...]:
        # multiprocessing cannot be used: it passes on the number of sys.stderr, and under Textual that is none.
        if self._process is None:
            command = [sys.executable, "-c", f"from {__name__} import serve; serve()"]
            self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and words)
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        questions, answers = self._process.stdin, self._process.stdout
        assert questions is not None
        assert answers is not None
        # A copy: what the article has worked out of itself meanwhile is not sent, nor added to while it is.
        pickle.dump(replace(article), questions, protocol=5)
        questions.flush()
        found: tuple[Claim, ...] = pickle.load(answers)  # noqa: S301 (our own process wrote it)
        return found


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
        replace(claim, start=claim.start + start, end=claim.end + start) for claim in _claims_of(part, article.date)
    )


def _claims_of(article: Article, date: str | None = None) -> tuple[Claim, ...]:
    """Imported where it is used: its patterns take some 100 ms to compile."""
    from reader.claims.of_article import claims_of

    return claims_of(article, date)


def serve() -> None:
    """In the process: answer each article on standard input with its claims, until there are no more."""
    try:
        while True:
            pickle.dump(_claims_of(pickle.load(sys.stdin.buffer)), sys.stdout.buffer)  # noqa: S301
            sys.stdout.buffer.flush()
    except (EOFError, OSError, KeyboardInterrupt):
        return
