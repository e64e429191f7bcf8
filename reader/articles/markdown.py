"""Markdown as posts use it: marks go, what they mark stays and knows what it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.text.traced import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.articles.block import Block

_SUFFIXES = (".md", ".markdown")
_EVIDENCE = re.compile(r"#{1,6} \S|.*\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\)|[-*] \S|> \S|.*\*\*[^*\n]{1,200}\*\*|```")
_ENOUGH = 3
"""So many lines that look like Markdown make a text one."""

_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,2000}\)")
_LIQUID = re.compile(
    r"(?<=\S)[ \t]*\{#[\w:.-]{1,100}\}$|\[\^[\w-]{1,20}\]:?|^\[{1,2}_?toc_?\]{1,2}$|\{%[^%\n]{0,300}%\}"
    r"|\{\{[^{}\n]{0,300}\}\}|\{:[^{}\n]{0,200}\}",
    re.IGNORECASE,
)
"""What a site generator fills in: tags, attributes and ids of headings, marks of footnotes, the place of the contents."""

_LINK = re.compile(r"\[([^\[\]\n]{0,300})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\[\]\n]{0,100}\])")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,400}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![A-Za-z0-9*\\])\*(?=[^\s*])([^*\n]{1,400}?)(?<=\S)\*(?![A-Za-z0-9*])")
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,300})~~")
_CODE = re.compile(r"`([^`\n]{1,300})`")
_ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,200})>")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>|-])")

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_CLOSING_MARKS = re.compile(r"[ \t]+#+$")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"[-*+][ \t]+(?=\S)")
_NUMBERED = re.compile(r"\d{1,3}[.)][ \t]+")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}|\|?[ \t:|-]*-[ \t:|-]*\|?|={3,}|```.*|~~~.*")
_CELL = re.compile(r"[ \t]*\|[ \t]*")


def is_markdown(name: str, blocks: Sequence[Block]) -> bool:
    """Whether the lines outside elements are Markdown: the file is called so, or several lines look so."""
    if name.lower().endswith(_SUFFIXES):
        return True
    seen = sum(1 for block in blocks[:400] if not block.tag and _EVIDENCE.match(block.text))
    return seen >= _ENOUGH


def without_marks(blocks: Iterable[Block]) -> list[Block]:
    """The blocks without marks of Markdown; rules and images are left out."""
    plain: list[Block] = []
    for block in blocks:
        if block.tag:
            plain.append(block)
        elif not _RULE.fullmatch(block.text):
            unmarked = _inline(_line(block))
            if unmarked.text:
                plain.append(unmarked)
    return plain


def without_brackets(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a plain text, addresses in angle brackets without the brackets."""
    return [_edited(block, _unwrapped(block.text, _ADDRESS)) if "<" in block.text else block for block in blocks]


def _line(block: Block) -> Block:
    """The block without the mark at its beginning, its tag telling what the mark meant."""
    text = block.text
    heading = _HEADING.match(text)
    if heading:
        content = block.content.slice(heading.end())
        closing = _CLOSING_MARKS.search(content.text)
        return replace(
            block, content=content.slice(0, closing.start()) if closing else content, tag=f"h{len(heading[1])}"
        )
    quote = _QUOTE.match(text)
    if quote:
        return replace(_line(replace(block, content=block.content.slice(quote.end()).strip())), tag="blockquote")
    bullet = _BULLET.match(text)
    if bullet:
        return replace(block, content=block.content.slice(bullet.end()), tag="li")
    if _NUMBERED.match(text):
        return replace(block, tag="li")
    if text.startswith("|") and text.count("|") >= 3:
        cells = [Edit(found.start(), found.end(), " ") for found in _CELL.finditer(text)]
        return replace(block, content=block.content.edited(cells).strip(), tag="tr", row=1)
    return block


def _inline(block: Block) -> Block:
    """The block without the marks inside its line."""
    if not any(mark in block.text for mark in "*_[`<\\{!~"):
        return block
    for pattern in (_LIQUID, _IMAGE):
        block = _edited(block, (Edit(found.start(), found.end()) for found in pattern.finditer(block.text)))
    linked = sum(len(found[1]) for found in _LINK.finditer(block.text))
    block = replace(_edited(block, _unwrapped(block.text, _LINK)), linked=block.linked + linked)
    for pattern in (_CODE, _ADDRESS, _STRUCK, _STRONG, _EMPHASIS, _ESCAPE):
        block = _edited(block, _unwrapped(block.text, pattern))
    return block


def _unwrapped(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    """Edits that leave of each match only what its last group holds."""
    for found in pattern.finditer(text):
        start, end = found.span(pattern.groups)
        if found.start() < start:
            yield Edit(found.start(), start)
        if end < found.end():
            yield Edit(end, found.end())


def _edited(block: Block, edits: Iterable[Edit]) -> Block:
    content = block.content.edited(edits)
    return block if content is block.content else replace(block, content=content.strip())
