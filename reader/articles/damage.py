"""Finding damaged spans in an article, and what may have stood there."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.article import Damage
from reader.articles.damage_marks import marks, uses_full_width
from reader.articles.damage_slips import GAP, START, Slip, narrowed, slips_at
from reader.articles.damage_words import Words
from reader.articles.pinyin import SYLLABLE
from reader.text.conversion import telling_characters
from reader.text.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.articles.article import Paragraph

_SUSPICIOUS = re.compile("[?\ufffd\ue000-\uf8ff锟āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_PINYIN = re.compile(rf"(?:\({SYLLABLE}\))+")

_CONTEXT = 8
"""Characters on either side that a suggestion is judged with."""

_MOST_LOOKUPS = 1_000_000
"""An article is searched for slips until so many words were looked up, about a second's worth: hundreds of slips."""

_MOST_STARTS = 5_000
"""…or until so many spots were tried that look like one at first."""

_MOST_UNKNOWN = 4
"""A slip with more unknown characters than this says nothing."""

_PRIOR = 6.0
"""What it costs to assume a slip."""

_CHOICE = 3.0
"""What each character costs that is chosen among all that share a byte."""

_MARGIN = 4.0
"""By this much the text must be likelier as restored than as it stands."""

_MARGIN_UNKNOWN = 5.5
"""…and by this much where no character between the two ends of a slip is known (`?!?`)."""

_CLOSED = 6.0
"""What it saves to close a quotation that is open, and that nothing else closes."""

_SPELLED = 10.0
"""What it saves that the pinyin beside a character fits."""

_SURE = 0.95
"""No suggestion is surer than this: it is one."""

_UNSURE = 0.5
"""A suggestion with a numeral in it, or where a digit may be lost, is never surer than this."""

_STOPPED = 1.0
"""What it saves that a paragraph ends in a full stop."""

_FITTING = 3.0
"""What it saves that a character stands where it likes to stand: before a figure, or at the end of a clause."""

_TEMPERATURE = 2.0
"""How fast the share of a reading falls with its cost: by a factor of e for so much more."""

_LEADING = frozenset("到達达於于由至約约近超為为出過过滿满共第降增從从比")
"""Words that like a figure behind them."""

_ENDING = frozenset("說说稱称道示後后時时")
_NEVER_ENDING = frozenset("的和與与及在是為为對对把被將将從从以並并而或由讓让使他她很更最")
"""Words that like to end a clause (`他说，`, `今后，`), and words that none ends with."""

_NUMERALS = frozenset(
    "〇零一二三四五六七八九十百千万萬亿億兆两兩壹贰叁肆伍陆柒捌玖拾佰仟半几幾0123456789０１２３４５６７８９"
)


class Found(NamedTuple):
    """A damaged span of a text, with a suggestion that may be empty."""

    start: int
    end: int
    restored: str
    certainty: float


def find_damage(paragraphs: Sequence[Paragraph], script: Script, source: str) -> tuple[Damage, ...]:
    """The damaged spans of an article, in order; none in an article without suspicious characters, found out fast.

    Args:
        paragraphs: Its paragraphs.
        script: The script that most of it is written in.
        source: The decoded source, which tells an undecodable byte from a stand-in for a control character.
    """
    suspicious = [index for index, paragraph in enumerate(paragraphs) if _SUSPICIOUS.search(paragraph.text)]
    if not suspicious:
        return ()
    finder = _Finder([paragraph.text for paragraph in paragraphs], script)
    damage = []
    for index in suspicious:
        content = paragraphs[index].content
        for start, end, restored, certainty in finder.spans(content.text):
            span = content.source_span(start, end)
            stood = content.text[start:end]
            if span is None or (set(stood) == {"\ufffd"} and "\ufffd" not in source[span[0] : span[1]]):
                continue
            damage.append(Damage(index, start, end, *span, stood, restored, certainty))
    return tuple(damage)


class _Finder:
    """Finds damage in the texts of one article; its words are learned when the first spot looks like a slip."""

    def __init__(self, texts: Sequence[str], script: Script) -> None:
        self._texts = texts
        self._script = script
        self._words: Words | None = None
        self._is_full_width = uses_full_width(texts)
        self._tried = 0

    def spans(self, text: str) -> list[Found]:
        """The damaged spans of one paragraph, in order."""
        found = list(self._slips(text))
        taken = [(spot.start, spot.end) for spot in found]
        for start, end in marks(text, self._is_full_width):
            if not any(first < end and start < last for first, last in taken):
                found.append(Found(start, end, "", 0.0))
        return sorted(found)

    def _slips(self, text: str) -> Iterator[Found]:
        done = 0
        shown = ""
        for match in START.finditer(text):
            start = match.start()
            if start < done:
                continue
            if self._tried >= _MOST_STARTS or (self._words and self._words.spent > _MOST_LOOKUPS):
                return
            self._tried += 1
            slips = [slip for slip in slips_at(text, start) if slip.unknown <= _MOST_UNKNOWN]
            if not slips:
                continue
            shown += text[done:start]
            done = start
            found = self._likeliest(text, shown, start, slips)
            if found is not None:
                done = found.end
                shown += found.restored
                yield found

    def _likeliest(self, text: str, shown: str, start: int, slips: list[Slip]) -> Found | None:
        """The best way to read a slip, if it makes more sense than what stands there.

        Args:
            text: The paragraph.
            shown: What stands before the slip, with what was read back so far.
            start: Where the slip begins.
            slips: The ways to read it.
        """
        words = self._learned()
        before = _PINYIN.sub("", shown[-3 * _CONTEXT :])[-_CONTEXT:]
        last = min(len(text), max(slip.end for slip in slips) + _CONTEXT)
        literal = words.best(before + text[start:last])[0].cost
        readings: list[tuple[float, str, Slip]] = []
        for slip, bonus in _variants(text, shown, slips):
            places = [self._in_script(place) for place in slip.places]
            cost = _PRIOR - bonus + _CHOICE * sum(len(place) > 1 for place in places)
            for candidate in words.best([*before, *places, *text[slip.end : last]]):
                stood = candidate.text[len(before) : len(before) + len(places)]
                readings.append((candidate.cost + cost - _fitting(text, stood, slip), stood, slip))
        cost, stood, slip = min(readings, key=lambda reading: reading[0])
        is_unknown = slip.unknown == len(slip.places)
        if literal - cost < (_MARGIN_UNKNOWN if is_unknown else _MARGIN):
            return None
        return Found(start, slip.end, _with_gap(text, stood, slip), _certainty(readings, stood, slip))

    def _learned(self) -> Words:
        if self._words is None:
            self._words = Words("\n".join(_without_slips(self._texts)))
        return self._words

    def _in_script(self, place: str) -> str:
        """The candidates without those that only the other script has, unless there are no others."""
        if len(place) == 1:
            return place
        simplified, traditional = telling_characters()
        foreign = simplified if self._script is Script.TRADITIONAL else traditional
        return "".join(character for character in place if character not in foreign) or place


def _variants(text: str, shown: str, slips: Iterable[Slip]) -> Iterator[tuple[Slip, float]]:
    """The slips with what speaks for each beyond its words."""
    for slip in slips:
        bonus = _SPELLED if slip.spelled else 0.0
        yield slip, bonus
        closing = _missing_close(text, shown, slip.end)
        closed = narrowed(slip, closing) if closing else None
        if closed is not None:
            yield closed, bonus + _CLOSED
        if slip.end == len(text) and "。" in slip.places[-1]:
            yield replace(slip, places=(*slip.places[:-1], "。")), bonus + _STOPPED


def _missing_close(text: str, shown: str, end: int) -> str:
    """The mark that closes the quotation open after `shown`, if none follows `end` in the text; else empty."""
    for opening, closing in ("“”", "「」", "『』", "《》"):
        if shown.rfind(opening) > shown.rfind(closing):
            following = text.find(closing, end)
            again = text.find(opening, end)
            if following < 0 or 0 <= again < following:
                return closing
    return ""


def _without_slips(texts: Iterable[str]) -> Iterator[str]:
    """The texts without what may be a slip: garbage that comes again must not count as the article's own words."""
    tried = 0
    for text in texts:
        at = 0
        for match in START.finditer(text):
            if match.start() < at:
                continue
            tried += 1
            if tried > _MOST_STARTS:
                return
            ends = [slip.end for slip in slips_at(text, match.start())]
            if ends:
                yield text[at : max(at, match.start() - 1)]
                at = max(ends) + 1
        yield text[at:]


def _fitting(text: str, stood: str, slip: Slip) -> float:
    """What it saves that the last character suits what follows: a figure whose first digit may be lost, or a mark."""
    following = text[slip.end : slip.end + 1]
    if slip.swallowed:
        return _FITTING if stood[-1] in _LEADING and (following.isdigit() or following in ".%") else 0.0
    if len(slip.places[-1]) == 1 or following not in ",，;；:：":
        return 0.0
    return _FITTING if stood[-1] in _ENDING else -_FITTING if stood[-1] in _NEVER_ENDING else 0.0


def _with_gap(text: str, stood: str, slip: Slip) -> str:
    """The suggestion, with a sign for a swallowed character unless a blank shows what it was."""
    if slip.swallowed and not text[slip.end : slip.end + 1].isspace():
        return stood + GAP
    return stood


def _certainty(readings: Iterable[tuple[float, str, Slip]], chosen: str, slip: Slip) -> float:
    """How sure a suggestion is: its share among all, capped where figures are concerned."""
    best: dict[str, float] = {}
    for cost, stood, _ in readings:
        best[stood] = min(cost, best.get(stood, math.inf))
    shares = {stood: math.exp((best[chosen] - cost) / _TEMPERATURE) for stood, cost in best.items()}
    certainty = min(_SURE, shares[chosen] / sum(shares.values()))
    if slip.swallowed or GAP in chosen or not _NUMERALS.isdisjoint(chosen):
        certainty = min(certainty, _UNSURE)
    return round(certainty, 2)
