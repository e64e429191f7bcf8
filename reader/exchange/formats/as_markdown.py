"""Markdown: a report to read, article by article. Texts are escaped so that they stay text (CommonMark 0.31, GFM)."""

from __future__ import annotations

import re
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from reader.controls import visible_line
from reader.exchange.addresses import web_address
from reader.exchange.format import Format, Wishes
from reader.exchange.report import LEFT_OUT, by_article, claim_line, made_line, quote_of, response_word, verdict_word
from reader.languages import tag_shown
from reader.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reader.annotations.annotation import Annotation
    from reader.exchange.report import ArticleReport

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$#@]|:(?=//|[A-Za-z+-])|(?<=[wW])\.")
"""What begins emphasis, code, links, HTML, entities, tables or formulas; and the marks that turn words into links."""

_BLOCK = re.compile(r"(\d{1,9}|)(?=(?<=\d)[.)](?:[ \t]|$)|(?<!\d)[-+=](?:[-= \t]|$))")
"""What begins a list, a rule or an underlined heading, at the beginning of a line: the mark that follows is escaped."""


def escaped(text: str) -> str:
    """A line of text as Markdown that shows just this text, without the blanks around it."""
    line = _MARKUP.sub(lambda found: "\\" + found[0], text.strip(" \t"))
    found = _BLOCK.match(line)
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def _write(out: BinaryIO, annotations: Iterable[Annotation], _: Wishes) -> Mapping[str, int]:
    text = TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        text.write(f"# {say('report-title')}\n")
        for article in by_article(annotations):
            text.writelines(f"{line}\n" for line in _article(article))
        text.flush()
    finally:
        text.detach()
    return {}


def _article(article: ArticleReport) -> Iterator[str]:
    yield from ("", f"## {_line(article.title)}", "")
    yield " · ".join(map(_line, article.about))
    if article.url:
        yield from ("", _link(article.url))
    for annotation in article.annotations:
        yield from _annotation(annotation)


def _annotation(annotation: Annotation) -> Iterator[str]:
    yield from ("", f"### {_line(quote_of(annotation))}", "")
    if annotation.sentence.strip():
        yield from (f"> {line}" for line in _lines(annotation.sentence))
        yield ""
    if annotation.claim is not None:
        yield _item("value", _line(claim_line(annotation.claim)))
    if response := response_word(annotation):
        yield _item("response", _line(response))
    if verdict := verdict_word(annotation):
        yield _item("verdict", _line(verdict))
    if annotation.tags:
        yield _item("tags", say("comma").join(_line(tag_shown(tag)) for tag in annotation.tags))
    if annotation.note:
        first, *others = _lines(annotation.note)
        yield _item("note", first)
        yield from (f"  {line}".rstrip() for line in others)
    yield from (_item("evidence", _link(address)) for address in annotation.evidence)
    yield _item("by", _line(made_line(annotation)))


def _item(name: str, words: str) -> str:
    """An item of the list of what is said: its name in the language of the interface, and words that are Markdown already."""
    return f"- {say(f'report-{name}')}{words}"


def _line(text: str) -> str:
    return escaped(visible_line(text))


def _lines(text: str) -> Iterator[str]:
    """Each line of a text, with a break at its end where another line follows at once; an empty line parts paragraphs."""
    lines = [escaped(line) for line in text.split("\n")]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        yield line + "\\" if line and following else line


def _link(address: str) -> str:
    safe = web_address(address)
    if safe is None:
        return _line(address)
    return f"<{safe.replace('<', '%3C').replace('>', '%3E')}>"


FORMAT = Format(
    word="markdown",
    suffix=".md",
    summary="a report to read and to paste: quotes, values, verdicts and notes of each article",
    write=_write,
    leaves_out=LEFT_OUT,
)
