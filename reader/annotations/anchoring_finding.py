"""Finding a span again in a text that has changed: followed through the differences, else looked for, and then judged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.annotations.anchoring_diff import EQUAL, Alignment, Image
from reader.annotations.anchoring_figures import figures
from reader.annotations.anchoring_grams import places
from reader.annotations.anchoring_key import FoldedText, folded
from reader.annotations.anchoring_search import SHORT, Candidate, Quote, exactly, is_clear, nearly
from reader.annotations.anchoring_words import clause_around, words_of
from reader.annotations.annotation import AnchorStatus
from reader.annotations.surroundings import WIDEST
from reader.claims.claim import CONTEXT
from reader.text.sentences import sentence_around

if TYPE_CHECKING:
    from reader.annotations.annotation import Target

_TELLING = 16
"""So many keys around a quote, or of the sentence that it stands in, tell it from any other."""

_TAKEN = 0.5
"""A place of which so much stood elsewhere in the earlier text is not where something moved to."""

_REST = 0.5
"""Of a longer quote that was changed in its place, at least so much is left: else another one took its place."""

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


class Passage(NamedTuple):
    """Words that a target is known by.

    Attributes:
        words: As keys; the quote is part of them.
        offset: Where the quote begins in them.
        whole: Whether they are all that was stored around it, or all that the earlier text says around it.
    """

    words: str
    offset: int
    whole: bool


class Finding:
    """Finds one target in a text that is not the one it was made on.

    `followed` comes first: it needs no more than the differences between the texts. Before `sought`, the present text's
    occurrences can be told the `words` of all targets that are to be sought.
    """

    def __init__(self, present: FoldedText, target: Target, sentence: str, earlier: Earlier | None) -> None:
        """Take what is looked for.

        Args:
            present: The present text.
            target: The span.
            sentence: The sentence that it stood in, as it was stored with it; empty where none was.
            earlier: The text that it counts in, where that was kept.
        """
        self._present = present
        self._target = target
        self._sentence = sentence
        self._earlier = earlier
        if earlier is None:
            self._context = target.prefix + target.exact + target.suffix
            self._span = len(target.prefix), len(target.prefix) + len(target.exact)
            self._keys = target.start, target.end
            before, after = folded(target.prefix), folded(target.suffix)
            self._quote = Quote(folded(target.exact), before[-CONTEXT:], after[:CONTEXT])
            self._around = Quote(self._quote.exact, before, after)
            return
        was, key = earlier.folded, earlier.folded.key
        self._context = was.text
        start, end = self._keys = was.key_at(target.start), was.key_at(target.end)
        self._span = was.span(start, end)  # without blanks at its ends
        self._quote = Quote(key[start:end], key[max(0, start - CONTEXT) : start], key[end : end + CONTEXT])
        self._around = self._quote

    def followed(self) -> Found | None:
        """Where the differences between the texts lead; None where they lead nowhere, or the earlier text is not known."""
        start, end = self._keys
        image = self._earlier.alignment.image(start, end) if self._earlier is not None and start < end else None
        if image is None or not 0 < image.end - image.start <= _LOOSE * (end - start) + SHORT:
            return None
        rest = _REST if end - start >= SHORT else 0
        if image.equal < EQUAL and not (image.held and image.equal >= rest):
            return None
        return self._judged(*self._snapped(image), AnchorStatus.REVIEW if image.copied else AnchorStatus.OK)

    def sought(self) -> Found:
        """Where it went, or else where something like it stands."""
        return self._moved() or self._guessed() or (None, None, AnchorStatus.ORPHAN)

    @cached_property
    def words(self) -> list[str]:
        """What `sought` looks for."""
        quote = self._quote
        return [quote.exact, quote.before + quote.exact + quote.after, *(one.words for one in self._passages)]

    def _snapped(self, image: Image) -> tuple[int, int]:
        """The edges of the quote, where it is there as it was: differences may share out a mark either way."""
        exact, key = self._quote.exact, self._present.key
        for start in (image.start, image.end - len(exact)):
            if start >= 0 and key.startswith(exact, start):
                return start, start + len(exact)
        return image.start, image.end

    def _moved(self) -> Found | None:
        """Where it stands with all that stood around it, or in the very sentence that it stood in."""
        there = self._present.occurrences
        for passage in self._passages:
            size = len(passage.words)
            hits = [at for at in there.exactly(passage.words) if not self._is_taken(at, at + size)]
            if hits and (len(hits) == 1 or size >= SHORT):
                start = min(hits, key=lambda at: abs(at - self._keys[0])) + passage.offset
                sure = len(hits) == 1 and self._is_telling(passage)
                status = AnchorStatus.MOVED if sure else AnchorStatus.REVIEW
                return self._judged(start, start + len(self._quote.exact), status)
        return None

    def _is_telling(self, passage: Passage) -> bool:
        """Whether a passage is long enough to know a place by, and stood once.

        Who makes an annotation stores more of its context where the usual one stands twice; where even the widest one
        may, or only the sentence is there, nobody can tell without the earlier text. Nor where what stands on one side of
        the quote stands there twice: a paragraph may have been repeated, and what followed it follows the copy now.
        """
        words = passage.words
        if len(words) - len(self._quote.exact) < _TELLING and len(words) < _TELLING:
            return False
        if self._earlier is None:
            known = passage.whole and max(len(self._target.prefix), len(self._target.suffix)) < WIDEST
            halves = words[: passage.offset + len(self._quote.exact)], words[passage.offset :]
            return known and all(len(self._present.occurrences.exactly(half)) == 1 for half in halves)
        return len(places(self._earlier.folded.key, words)) == 1

    @cached_property
    def _passages(self) -> list[Passage]:
        """What is enough to know it by."""
        around, size = self._around, len(self._quote.exact)
        found = []
        if size and len(around.before) + len(around.after) >= SHORT:
            found.append(Passage(around.before + around.exact + around.after, len(around.before), whole=True))
        words, offset = self._stored_sentence() if self._earlier is None else self._earlier_sentence(self._earlier)
        if len(words) >= max(SHORT, size) or (self._earlier is not None and len(words) > size):
            found.append(Passage(words, offset, whole=self._earlier is not None))
        return found

    def _earlier_sentence(self, earlier: Earlier) -> tuple[str, int]:
        was = earlier.folded
        first, last = sentence_around(was.text, *self._span)
        start, end = was.key_at(first), was.key_at(last)
        return was.key[start:end], self._keys[0] - start

    def _stored_sentence(self) -> tuple[str, int]:
        """The sentence that was stored, with the place of the quote where that stands among its neighbours."""
        words, quote = folded(self._sentence), self._quote
        for at in places(words, quote.exact):
            before, after = words[:at], words[at + len(quote.exact) :]
            if _meet(before[::-1], quote.before[::-1]) and _meet(after, quote.after):
                return words, at
        return "", 0

    def _guessed(self) -> Found | None:
        """Where the quote, or something like it, stands: for somebody to look at."""
        there, key = self._present.occurrences, self._present.key
        exact = self._free(exactly(there, key, self._quote))
        if exact and (is_clear(exact) or (len(exact) == 1 and len(self._quote.exact) >= SHORT)):
            return self._judged(exact[0].start, exact[0].end, AnchorStatus.REVIEW)
        near = self._free(nearly(there, key, self._quote))
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


def _meet(one: str, other: str) -> bool:
    """Whether one of two texts begins with the other."""
    return one.startswith(other) or other.startswith(one)
