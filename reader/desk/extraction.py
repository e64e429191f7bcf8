"""Finding claims in a process of its own, so that no key waits for it.

Threads would not do: one interpreter runs one of them at a time, and a long article takes seconds.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.desk.background import Background
from reader.desk.packed import packed_text, unpacked_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.articles.article import Article
    from reader.claims.claim import Claim
    from reader.text.script import Script


HUGE = 300_000
"""From so many code points on, the claims of an article stay packed, and its process ends when they are found."""


class Extraction:
    """A process that finds the claims of one long article after the other; it starts at the first of them.

    Attributes:
        background: The process.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.background = Background()
        self._last: tuple[str, Sequence[Claim]] = ("", ())

    def claims_of(self, article: Article) -> Sequence[Claim]:
        """The claims of an article; waits until they are found, so call it from a thread.

        Where the process cannot be had, or has died, they are found here instead.
        """
        with self._lock:
            if self._last[0] != article.content_id:
                huge = len(article.text) > HUGE
                found = (self._packed_claims(article) if huge else self._claims(article)) or ()
                self._last = (article.content_id, found)
                if huge:
                    self.background.rest()
            return self._last[1]

    def _claims(self, article: Article) -> Sequence[Claim] | None:
        # A copy: what the article has worked out of itself meanwhile is not sent, nor added to while it is.
        found: Sequence[Claim] | None = self.background.ask("claims", replace(article))
        return found

    def _packed_claims(self, article: Article) -> Sequence[Claim] | None:
        """Without sending where each character came from, nor any string twice: claims need neither."""
        bare, repeats = replace(article, paragraphs=(), removed=()), [one.repeats for one in article.paragraphs]
        found: Sequence[Claim] | None = self.background.ask("packed_claims", bare, packed_text(article.text), repeats)
        return found

    def converted(self, text: str, script: Script) -> str:
        """The text of a huge article in a script; waits for it, so call it from a thread."""
        with self._lock:
            shown: bytes | None = self.background.ask("in_script", packed_text(text), script)
            self.background.rest()
        return text if shown is None else unpacked_text(shown)  # None: the program is being left

    def close(self) -> None:
        """End the process, whatever it is doing; who waits for claims gets none."""
        self.background.close()


def claims_between(background: Background, article: Article, first: int, last: int) -> tuple[Claim, ...]:
    """The claims of some paragraphs, as far as they can be understood without the rest of the article.

    Args:
        background: Who finds them.
        article: The article.
        first: Index of the first paragraph.
        last: Index after the last one.
    """
    paragraphs = tuple(replace(one, repeats=None) for one in article.paragraphs[first:last])
    if not paragraphs:
        return ()
    start = article.starts[first]
    part = replace(article, paragraphs=paragraphs, removed=(), damage=())
    found: tuple[Claim, ...] = background.ask("claims", part) or ()
    return tuple(replace(claim, start=claim.start + start, end=claim.end + start) for claim in found)
