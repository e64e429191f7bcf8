"""Sentences of Chinese text."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^。！？!?…\n]*(?:[。！？!?…]+[”’」』）)》】\"']*|\n|\Z)")
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
