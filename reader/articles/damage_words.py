"""How likely a text is, by the frequencies of its words and by the words of its article; tells damage from sense."""

from __future__ import annotations

import math
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from reader.text.conversion import Conversion, convert_characters
from reader.text.words import LONGEST, costs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_UNKNOWN = 18.0
"""Cost of a Han character that no word list has."""

_ASCII = 4.0
"""Cost of a letter, a digit or a blank."""

_OTHER = 14.0
"""Cost of any other character that no word list has: kana, symbols."""

_UNREADABLE = 20.0
"""Cost of a private-use character or an undecodable byte."""

_PUNCTUATION = {
    **dict.fromkeys("，。,", 3.5), **dict.fromkeys("、“”", 4.5), **dict.fromkeys("：（）《》:()", 5.5),
    **dict.fromkeys("；？！—…·‘’「」『』【】〔〕〈〉", 7.0), **dict.fromkeys("?;!", 9.0),
}  # fmt: skip
_MARK_AFTER_MARK = {"??": 4.0, "!!": 3.0, "?!": 5.0, "!?": 9.0, "?;": 18.0, "?,": 14.0, "?、": 18.0}
"""Cost of a mark after another; nobody writes some of these."""

_STOP_AMID = 2.5
"""What a full stop costs beyond its frequency where no mark follows: it ends a sentence that has to be one."""

_STOP_BEFORE_MARK = 15.0
"""What another mark behind a full stop costs."""

_STOP_IN_QUOTATION = 2.0
"""What a full stop saves before the mark that closes a quotation."""

_STOP_AFTER_LINK = 8.0
"""What a full stop behind one of `_LINKS` costs."""

_LINKS = frozenset("和与與及在是为為对對把被将將向从從以并並而或由让讓使")
"""Words that no sentence ends with."""

_LONE_LETTER = 2.0
_LONE_SMALL_LETTER = 8.0
"""What a letter before a Han character costs that follows a mark: `A股` is common, `?h市` is none."""

_OWN_WORD = 1.5
_OWN_CHARACTER = 3.0
"""What the article's own words cost beyond their frequency in it: most of its neighbours are no words."""

_OWN_LENGTH = 50_000
"""So much of an article, in characters, is learned."""

_OWN_SHORTEST = 10_000
"""A short article is counted as one of this length: a word that comes once in it is not as frequent as that."""

_KEPT = 8
"""So many texts are followed at a time, the cheapest."""

_KEPT_LETTERS = 40
"""Where two unknown characters meet, only so many of each are tried, the most frequent ones."""

_MOST_UNKNOWN = 2
"""No word is looked up with more unknown characters than this."""


class Candidate(NamedTuple):
    """A text and its cost: the negative natural logarithm of its likelihood."""

    cost: float
    text: str


class _Letter(NamedTuple):
    """A character with its cost, as written and in Simplified script."""

    cost: float
    written: str
    plain: str


class Words:
    """The words of Chinese and of one article, with what each costs (in Simplified script).

    Attributes:
        spent: How many words were looked up so far.
    """

    def __init__(self, article: str) -> None:
        """Learn the words of an article.

        Args:
            article: Its undamaged text, in any script.
        """
        self.spent = 0
        self._tenths = costs()
        self._own = _own_words(convert_characters(article[:_OWN_LENGTH], Conversion.T2S))

    def best(self, places: Sequence[str]) -> list[Candidate]:
        """The most likely texts, best first.

        Args:
            places: For each character its candidates; of most there is one.
        """
        letters = [self._letters(place) for place in places]
        table: list[list[Candidate]] = [[Candidate(0.0, "")]]
        for end in range(1, len(places) + 1):
            found: dict[str, float] = {}
            for start in range(max(0, end - LONGEST), end):
                for word in self._words(letters[start:end]):
                    for before in table[start]:
                        text, cost = before.text + word.text, before.cost + word.cost + _between(before.text, word.text)
                        if cost < found.get(text, math.inf):
                            found[text] = cost
            table.append(sorted(Candidate(cost, text) for text, cost in found.items())[:_KEPT])
        return table[-1]

    def _letters(self, place: str) -> list[_Letter]:
        """The candidates of a place, most frequent first."""
        plain = convert_characters(place, Conversion.T2S)
        return sorted(
            _Letter(self._character(simple), written, simple) for written, simple in zip(place, plain, strict=True)
        )

    def _words(self, places: Sequence[list[_Letter]]) -> list[Candidate]:
        """The cheapest words that fit these places."""
        if len(places) == 1:
            return [Candidate(letter.cost, letter.written) for letter in places[0][:_KEPT]]
        unknown = sum(len(place) > 1 for place in places)
        if unknown > _MOST_UNKNOWN:
            return []
        if unknown > 1:
            places = [place[:_KEPT_LETTERS] for place in places]
        self.spent += math.prod(map(len, places))
        found = []
        for letters in product(*places):
            word = "".join([letter.plain for letter in letters])
            cost = min(self._tenths.get(word, math.inf) / 10, self._own.get(word, math.inf))
            if cost < math.inf:
                found.append(Candidate(cost, "".join([letter.written for letter in letters])))
        return sorted(found)[:_KEPT]

    def _character(self, character: str) -> float:
        known = self._tenths.get(character)
        if known is not None:
            return min(known / 10, self._own.get(character, math.inf))
        if character in _PUNCTUATION:
            return _PUNCTUATION[character]
        if character.isascii():
            return _ASCII
        if "\ue000" <= character <= "\uf8ff" or character == "\ufffd":
            return _UNREADABLE
        return _UNKNOWN if "\u4e00" <= character <= "\u9fff" else _OTHER


def _between(before: str, word: str) -> float:
    """What it costs or saves that a word stands after a text, for the marks and letters among them."""
    last, first = before[-1:], word[0]
    if last == "。":
        if first in "，、；：。":
            return _STOP_BEFORE_MARK
        return -_STOP_IN_QUOTATION if first in "”」" else 0.0 if first in _PUNCTUATION else _STOP_AMID
    if first == "。" and last in _LINKS:
        return _STOP_AFTER_LINK
    if last.isascii() and last.isalpha() and first >= "\u4e00" and not before[-2:-1].isalnum():
        return _LONE_SMALL_LETTER if last.islower() else _LONE_LETTER
    pair = last + first
    return _MARK_AFTER_MARK[pair] - _PUNCTUATION[first] if pair in _MARK_AFTER_MARK else 0.0


def _own_words(text: str) -> Mapping[str, float]:
    """The neighbours of an article's text up to four characters long, with what each costs."""
    counts: Counter[str] = Counter()
    for length in range(1, LONGEST + 1):
        counts.update(text[at : at + length] for at in range(len(text) - length + 1))
    total = max(_OWN_SHORTEST, len(text))
    return {
        word: math.log(total / count) + (_OWN_WORD if len(word) > 1 else _OWN_CHARACTER)
        for word, count in counts.items()
        if min(word) >= "\u4e00" and max(word) <= "\u9fff"
    }
