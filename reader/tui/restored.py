"""Paragraphs with suggestions in the place of their damaged stretches: a way of showing, never a place to anchor.

Such a paragraph is a `TracedText` whose source is the article's own text. A suggestion points at its damaged stretch as
a whole, however long either is, so everything that stands on the text finds its way to the screen and back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.restoring import suggestion
from reader.text.script import converted
from reader.text.traced import TracedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.articles.article import Article
    from reader.text.script import Script
    from reader.tui.damaged import Damaged, Spot


class Stretch(NamedTuple):
    """A suggestion in a paragraph as shown, with the damaged stretch of the article's text that it stands for."""

    shown_start: int
    shown_end: int
    start: int
    end: int


def restored_paragraphs(
    article: Article, shown: str, damaged: Damaged, script: Script | None
) -> Mapping[int, TracedText]:
    """The paragraphs that suggestions change, by index; their sources count in the article's text.

    Args:
        article: The article.
        shown: Its text as shown, as long as its own.
        damaged: Its damaged spans.
        script: The script it is shown in; None for as written.
    """
    with_words = (spot for spot in damaged.spots if spot.damage.restored)
    found = {}
    for index, spots in groupby(with_words, key=lambda spot: spot.damage.paragraph):
        start = article.starts[index]
        text = shown[start : start + len(article.paragraphs[index].text)]
        found[index] = _with_suggestions(TracedText.of_source(text, start), spots, script)
    return found


def _with_suggestions(text: TracedText, spots: Iterable[Spot], script: Script | None) -> TracedText:
    parts: list[TracedText] = []
    begin = at = text.runs[0].source_start
    for start, end, damage in spots:
        words = suggestion(damage)
        parts.append(text.slice(at - begin, start - begin))
        parts.append(TracedText.made_of(converted(words, script) if script is not None else words, start, end))
        at = end
    return TracedText.join([*parts, text.slice(at - begin)])


def stretches(text: TracedText) -> list[Stretch]:
    """The suggestions in a paragraph, in order."""
    made = (run for run in text.runs if not run.is_direct)
    found = []
    for (start, end), runs in groupby(made, key=lambda run: (run.source_start, run.source_end)):
        group = list(runs)
        found.append(Stretch(group[0].start, group[-1].end, start, end))
    return found


def shown_span(text: TracedText, start: int, end: int) -> tuple[int, int]:
    """Where `start`..`end` of the article's text stands in a paragraph as shown; a suggestion that it touches, whole."""
    first = bisect_right(text.runs, start, key=lambda run: run.source_end)
    last = bisect_left(text.runs, end, key=lambda run: run.source_start) - 1
    if first >= len(text.runs):
        return len(text.text), len(text.text)
    if last < first:
        return text.runs[first].start, text.runs[first].start
    opening, closing = text.runs[first], text.runs[last]
    begin = opening.start + (max(0, start - opening.source_start) if opening.is_direct else 0)
    stop = closing.end - (max(0, closing.source_end - end) if closing.is_direct else 0)
    return begin, stop


def offset_of(text: TracedText, shown: int) -> int:
    """The offset in the article's text of a character as shown; inside a suggestion, as far along in the damaged stretch."""
    if shown >= len(text.text):
        return text.runs[-1].source_end
    run = text.runs[bisect_right(text.runs, shown, key=lambda run: run.end)]
    if run.is_direct:
        return run.source_start + shown - run.start
    first, last = shown_span(text, run.source_start, run.source_end)
    return run.source_start + (shown - first) * (run.source_end - run.source_start) // (last - first)
