"""HTML: a report that stands alone, the articles with their highlights. Every text is escaped, and no script can run."""

from __future__ import annotations

import re
from html import escape
from io import TextIOWrapper
from itertools import takewhile
from typing import TYPE_CHECKING, BinaryIO

from reader.exchange.addresses import web_address
from reader.exchange.format import Format, Wishes
from reader.exchange.report import LEFT_OUT, by_article, claim_line, made_line, quote_of, response_word, verdict_word
from reader.languages import tag_shown
from reader.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.annotations.annotation import Annotation, Target
    from reader.exchange.report import ArticleReport

Numbered = tuple[int, "Annotation"]

_HEAD = """<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body { max-width: 44em; margin: 2em auto; padding: 0 1em; line-height: 1.7; font-family: serif; }
article + article { border-top: 1px solid; margin-top: 3em; }
.about, .made { color: #555; font-size: .9em; }
mark { background: #fff3bf; border-bottom: 2px solid #e0a800; }
mark.confirmed { background: #d3f9d8; border-bottom-color: #2b8a3e; }
mark.disputed, mark.unsupported { background: #ffe3e3; border-bottom: 2px dashed #c92a2a; }
mark.corrected { background: #d0ebff; border-bottom: 2px double #1864ab; }
sup a { text-decoration: none; }
li { margin: 1em 0; break-inside: avoid; }
.note { white-space: pre-wrap; margin: .3em 0; }
.tag { border: 1px solid; border-radius: .3em; padding: 0 .3em; margin-right: .3em; }
@media print { body { max-width: none; margin: 0; } a { color: inherit; } mark { print-color-adjust: exact; } }
</style>
</head>
<body>
"""


def _write(out: BinaryIO, annotations: Iterable[Annotation], wishes: Wishes) -> Mapping[str, int]:
    text = TextIOWrapper(out, encoding="utf-8", newline="")
    first = 1
    try:
        text.write(_HEAD.replace("{title}", escape(say("report-title"))))
        for article in by_article(annotations):
            numbered = list(enumerate(article.annotations, first))
            first += len(numbered)
            text.writelines(f"{line}\n" for line in _article(article, numbered, wishes))
        text.write("</body>\n</html>\n")
        text.flush()
    finally:
        text.detach()
    return {}


def _article(article: ArticleReport, numbered: Sequence[Numbered], wishes: Wishes) -> Iterator[str]:
    yield f"<article>\n<h1>{escape(article.title)}</h1>"
    about = [escape(words) for words in article.about]
    yield f'<p class="about">{" · ".join([*about, *([_link(article.url)] if article.url else [])])}</p>'
    for sha256 in dict.fromkeys(one.target.text_sha256 for _, one in numbered if one.target):
        text = wishes.text_of(sha256)
        if text is not None:
            here = [(number, one) for number, one in numbered if _stands_in(one, text, sha256)]
            yield from (f"<p>{paragraph}</p>" for paragraph in highlighted(text, here).split("\n") if paragraph)
    yield f'<ol start="{numbered[0][0]}">'
    for number, annotation in numbered:
        yield from _item(number, annotation)
    yield "</ol>\n</article>"


def highlighted(text: str, numbered: Sequence[Numbered]) -> str:
    """The text with a mark on each annotated stretch and, where one ends, its number; paragraphs on a line each.

    Overlapping annotations share the stretches that both cover; a mark never reaches over the end of a paragraph.
    """
    starts: dict[int, list[Numbered]] = {}
    ends: dict[int, list[Numbered]] = {}
    for number, annotation in numbered:
        if annotation.target is not None:
            starts.setdefault(annotation.target.start, []).append((number, annotation))
            ends.setdefault(annotation.target.end, []).append((number, annotation))
    pieces: list[str] = []
    open_ones: dict[int, Annotation] = {}
    places = sorted({0, len(text), *starts, *ends})
    for place, following in zip(places, [*places[1:], len(text)], strict=True):
        for number, _ in ends.get(place, ()):
            open_ones.pop(number, None)
            pieces.append(f'<sup><a href="#a{number}">{number}</a></sup>')
        open_ones.update(starts.get(place, ()))
        pieces.append(_marked(text[place:following], list(open_ones.values())))
    return "".join(pieces)


def _marked(text: str, annotations: Sequence[Annotation]) -> str:
    if not annotations:
        return escape(text)
    verdict = annotations[-1].verdict
    return "\n".join(f'<mark class="{verdict}">{escape(line)}</mark>' if line else "" for line in text.split("\n"))


def _item(number: int, annotation: Annotation) -> Iterator[str]:
    yield f'<li id="a{number}"><strong>{escape(quote_of(annotation))}</strong>'
    if annotation.claim is not None:
        yield f"<br>{escape(claim_line(annotation.claim))}"
    if annotation.sentence:
        yield f"<blockquote>{_quoted(annotation)}</blockquote>"
    response, verdict = response_word(annotation), verdict_word(annotation)
    said = [*([say("report-claim", response=response)] if response else []), *([verdict] if verdict else [])]
    words = [f"<strong>{escape(word)}</strong>" for word in said]
    words += [f'<span class="tag">{escape(tag_shown(tag))}</span>' for tag in annotation.tags]
    if words:
        yield f"<div>{' '.join(words)}</div>"
    if annotation.note:
        yield f'<p class="note">{escape(annotation.note)}</p>'
    yield from (f"<div>{_link(address)}</div>" for address in annotation.evidence)
    yield f'<div class="made">{escape(made_line(annotation))}</div></li>'


def _quoted(annotation: Annotation) -> str:
    """The sentence with the quote marked, where it can be found in it."""
    sentence, target = annotation.sentence, annotation.target
    start = None if target is None else _place_in(sentence, target)
    if target is None or start is None:
        return escape(sentence)
    before, after = escape(sentence[:start]), escape(sentence[start + len(target.exact) :])
    return f'{before}<mark class="{annotation.verdict}">{escape(target.exact)}</mark>{after}'


def _place_in(sentence: str, target: Target) -> int | None:
    """Where a quote begins in its sentence; of several places the one whose neighbours are most like its own."""
    places = [found.start() for found in re.finditer(re.escape(target.exact), sentence)] if target.exact else []

    def likeness(start: int) -> int:
        before, after = sentence[:start], sentence[start + len(target.exact) :]
        return _alike(before[::-1], target.prefix[::-1]) + _alike(after, target.suffix)

    return max(places, key=likeness, default=None)


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _stands_in(annotation: Annotation, text: str, sha256: str) -> bool:
    target = annotation.target
    return target is not None and target.text_sha256 == sha256 and text[target.start : target.end] == target.exact


def _link(address: str) -> str:
    """An address as a link, if it is one of the web; else as text."""
    shown, safe = escape(address), web_address(address)
    return shown if safe is None else f'<a href="{escape(safe)}" rel="noopener noreferrer nofollow">{shown}</a>'


FORMAT = Format(
    word="html",
    suffix=".html",
    summary="a report that stands alone, the articles with their highlights, to read and to print",
    write=_write,
    leaves_out=LEFT_OUT,
)
