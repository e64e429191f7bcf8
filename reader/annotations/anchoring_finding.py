"""Finding a span again in a text that has changed: followed through the differences, else looked for, and then judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.annotations.anchoring_diff import EQUAL, Alignment, Image
from reader.annotations.anchoring_figures import figures
from reader.annotations.anchoring_key import FoldedText, folded
from reader.annotations.anchoring_search import SHORT, Candidate, Quote, exactly, is_clear, nearly, places
from reader.annotations.anchoring_words import clause_around, words_of
from reader.annotations.annotation import AnchorStatus
from reader.claims.claim import CONTEXT
from reader.text.sentences import sentence_around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.annotations.annotation import Target

_TELLING = 16
"""So many keys around a quote, or of the sentence that it stands in, tell it from any other."""

_TAKEN = 0.5
"""A place of which so much stood elsewhere in the earlier text is not where something moved to."""

_LOOSE = 2
"""What a span became is at most so many times as long."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier text, and the map from it to the present one.

    Attributes:
        folded: The text.
        alignment: The map from its key to the present text's.
    """

    folded: FoldedText
    alignment: Alignment

    @classmethod
    def of(cls, text: str, present: FoldedText) -> Earlier:
        """Map a text to the present one."""
        was = FoldedText(text)
        return cls(was, Alignment(was.key, present.key))


Found = tuple[int | None, int | None, AnchorStatus]
"""Start and end in the present text, None where it has no place, and how surely."""


class Finding:
    """Finds one target in a text that is not the one it was made on."""

    def __init__(self, present: FoldedText, target: Target, earlier: Earlier | None) -> None:
        """Take what is looked for.

        Args:
            present: The present text.
            target: The span.
            earlier: The text that it counts in, where that was kept.
        """
        self._present = present
        self._target = target
        self._earlier = earlier
        if earlier is None:
            self._context = target.prefix + target.exact + target.suffix
            self._span = len(target.prefix), len(target.prefix) + len(target.exact)
            self._quote = Quote(folded(target.exact), folded(target.prefix), folded(target.suffix))
            self._keys = 0, 0
            return
        was, key = earlier.folded, earlier.folded.key
        self._context = was.text
        start, end = self._keys = was.key_at(target.start), was.key_at(target.end)
        self._span = was.span(start, end)  # without blanks at its ends
        self._quote = Quote(key[start:end], key[max(0, start - CONTEXT) : start], key[end : end + CONTEXT])

    def place(self) -> Found:
        """Where it is."""
        return self._mapped() or self._moved() or self._sought() or (None, None, AnchorStatus.ORPHAN)

    def _mapped(self) -> Found | None:
        """Where the differences between the texts lead."""
        start, end = self._keys
        image = self._earlier.alignment.image(start, end) if self._earlier is not None and start < end else None
        if image is None or not 0 < image.end - image.start <= _LOOSE * (end - start) + SHORT:
            return None
        if image.equal < EQUAL and not image.held:
            return None
        return self._judged(*self._snapped(image), AnchorStatus.REVIEW if image.copied else AnchorStatus.OK)

    def _snapped(self, image: Image) -> tuple[int, int]:
        """The edges of the quote, where it is there as it was: differences may share out a mark either way."""
        exact, key = self._quote.exact, self._present.key
        for start in (image.start, image.end - len(exact)):
            if start >= 0 and key.startswith(exact, start):
                return start, start + len(exact)
        return image.start, image.end

    def _moved(self) -> Found | None:
        """Where it stands with all that stood around it, or in the very sentence that it stood in."""
        for words, offset in self._passages():
            hits = [at for at in places(self._present.key, words) if not self._is_taken(at, at + len(words))]
            if hits:
                start = min(hits, key=lambda at: abs(at - self._keys[0])) + offset
                sure = len(hits) == 1 and self._is_telling(words)
                status = AnchorStatus.MOVED if sure else AnchorStatus.REVIEW
                return self._judged(start, start + len(self._quote.exact), status)
        return None

    def _is_telling(self, words: str) -> bool:
        """Whether words are long enough to know a passage by, and stood once; without the earlier text, their quote does."""
        if len(words) - len(self._quote.exact) < _TELLING and len(words) < _TELLING:
            return False
        if self._earlier is None:
            return len(places(self._present.key, self._quote.exact)) == 1
        return len(places(self._earlier.folded.key, words)) == 1

    def _passages(self) -> Iterable[tuple[str, int]]:
        """What is enough to know it by, with the offset of the quote therein."""
        quote = self._quote
        if quote.exact and len(quote.before) + len(quote.after) >= SHORT:
            yield quote.before + quote.exact + quote.after, len(quote.before)
        if self._earlier is not None:
            was = self._earlier.folded
            first, last = sentence_around(was.text, *self._span)
            start, end = was.key_at(first), was.key_at(last)
            if end - start >= max(SHORT, len(quote.exact)):
                yield was.key[start:end], self._keys[0] - start

    def _sought(self) -> Found | None:
        """Where the quote, or something like it, stands: a guess, for somebody to look at."""
        exact = self._free(exactly(self._present.key, self._quote))
        if exact and (is_clear(exact) or (len(exact) == 1 and len(self._quote.exact) >= SHORT)):
            return self._judged(exact[0].start, exact[0].end, AnchorStatus.REVIEW)
        near = self._free(nearly(self._present.key, self._quote))
        if near and is_clear(near):
            return self._judged(near[0].start, near[0].end, AnchorStatus.REVIEW)
        return None

    def _free(self, candidates: list[Candidate]) -> list[Candidate]:
        return [one for one in candidates if not self._is_taken(one.start, one.end)]

    def _is_taken(self, start: int, end: int) -> bool:
        """Whether what stands there stood elsewhere in the earlier text: then it is not what is looked for."""
        image = self._earlier.alignment.back.image(start, end) if self._earlier is not None else None
        if image is None or image.equal < _TAKEN:
            return False
        first, last = self._keys
        return image.end <= first or image.start >= last

    def _judged(self, first: int, last: int, status: AnchorStatus) -> Found:
        """The place that keys `first` to `last` are, with what is to be said of it."""
        text = self._present.text
        start, end = self._present.span(first, last)
        if figures(text, start, end) != figures(self._context, *self._span):
            return start, end, AnchorStatus.FIGURE_CHANGED
        if words_of(clause_around(text, start, end)) != words_of(clause_around(self._context, *self._span)):
            # Without the earlier text, its clause may go on beyond what was stored of it.
            whole = self._earlier is not None or status is not AnchorStatus.MOVED
            return start, end, AnchorStatus.REVIEW if whole else status
        return start, end, status
