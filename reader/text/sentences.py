"""Sentences of Chinese text."""

from __future__ import annotations

from reader.text.patterns import lazy

LONGEST_QUOTE = 500
"""A sentence with more code points is quoted in part: what has no full stops (a table, a list of names) goes on for ever."""

_AROUND = 60
"""How many code points of a long sentence are quoted on either side, at least, where it has so many."""

_STEP = 40
"""Spans of a long sentence that begin in the same stretch of so many code points are quoted by the same part of it."""

_CLAUSE_MARK = lazy(r"[，；：、]|[,;:](?!\d)")

_SENTENCE = lazy(r"[^。！？!?…\n]*(?:[。！？!?…]+[”’」』）)》】\"']*|\n|\Z)")
"""Up to its closing mark with the quotation marks and brackets that close after it; a line feed ends one, too."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The sentences of a text, in code points, without the blanks and line feeds around them; empty ones left out."""
    spans = []
    for match in _SENTENCE.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if start < end:
            spans.append((start, end))
    return spans


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """From the beginning of the sentence that holds `start` to the end of the one that holds `end`, in code points.

    Looks no further than the lines that `start` and `end` stand in.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", max(start, end - 1))
    last = len(text) if last < 0 else last
    within = [(a + first, b + first) for a, b in sentence_spans(text[first:last])]
    touched = [(a, b) for a, b in within if a < max(end, start + 1) and b > start]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def quoted_stretch(sentence: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """What decides which part of a sentence is quoted beside a span: spans of one stretch share a quotation.

    Args:
        sentence: Where the sentence begins and ends, in code points.
        start: Where the span begins.
        end: Where it ends.

    Returns:
        The sentence, where it is quoted whole; else the stretch in it that the quotation must hold.
    """
    first, last = sentence
    if last - first <= LONGEST_QUOTE:
        return sentence
    near = start - (start - first) % _STEP
    return near, max(end, near + _STEP)


def quoted_part(text: str, sentence: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The part of a sentence that is quoted beside a span in it.

    A sentence of up to `LONGEST_QUOTE` code points is quoted whole. Of a longer one, what stands around the span, from
    behind a clause mark to a clause mark where there are any near; so what is quoted of a text is never more than a
    constant times its spans, and many spans in one stretch share a quotation.

    Args:
        text: The text.
        sentence: Where the sentence begins and ends in it, in code points.
        start: Where the span begins.
        end: Where it ends.

    Returns:
        Where the part begins and ends: at most `LONGEST_QUOTE` code points, the span in it unless that is longer.
    """
    first, last = sentence
    if last - first <= LONGEST_QUOTE:
        return sentence
    near, far = quoted_stretch(sentence, start, end)
    begin, finish = max(first, near - _AROUND), min(last, far + _AROUND)
    if begin > first:
        opening = _CLAUSE_MARK.search(text, begin, near)
        begin = opening.end() if opening else begin
    if finish < last:
        closings = list(_CLAUSE_MARK.finditer(text, far, finish))
        finish = closings[-1].end() if closings else finish
    return begin, min(finish, begin + LONGEST_QUOTE)
