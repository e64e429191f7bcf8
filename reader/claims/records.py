"""A claim as `reader claims --format jsonl` writes it."""

from __future__ import annotations

import json
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING, Any

from reader.claims.claim import plain_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from reader.claims.claim import Claim

FIELDS = (
    "article", "content_id", "start", "end", "exact", "prefix", "suffix", "value", "unit", "kind", "bound", "change",
    "status", "period", "indicator", "entity", "sentence", "doubt", "repeat",
)  # fmt: skip
"""The keys of a record, in their order."""

_ENCODER = json.JSONEncoder(ensure_ascii=False)
"""Writes Chinese as it is."""


def claim_record(claim: Claim, article: str, content_id: str) -> dict[str, Any]:
    """The claim as one object of JSON, in the order of `FIELDS`.

    Args:
        claim: The claim.
        article: The file's stem, or `stdin`.
        content_id: Of the article.

    Returns:
        Plain values: the value as int where it is whole, else float; enumerations as strings.
    """
    return {
        "article": article,
        "content_id": content_id,
        "start": claim.start,
        "end": claim.end,
        "exact": claim.exact,
        "prefix": claim.prefix,
        "suffix": claim.suffix,
        "value": plain_number(claim.value),
        "unit": claim.unit,
        "kind": str(claim.kind),
        "bound": str(claim.bound),
        "change": claim.change and str(claim.change),
        "status": str(claim.status),
        "period": claim.period,
        "indicator": claim.indicator,
        "entity": claim.entity,
        "sentence": claim.sentence,
        "doubt": claim.doubt,
        "repeat": claim.repeat,
    }


def claim_lines(claims: Iterable[Claim], article: str, content_id: str) -> Iterator[str]:
    """The claims as lines of JSON, each with its line feed: what an encoder makes of `claim_record`, in a third of the time.

    A megabyte may hold a hundred thousand claims. The words that stand in most of them, and the sentence that several
    share, are encoded once.

    Args:
        claims: The claims of one article.
        article: The file's stem, or `stdin`.
        content_id: Of the article.
    """
    word = _Encoded().__getitem__
    head = f'{{"article": {quoted(article)}, "content_id": {quoted(content_id)}, "start": '
    sentence, sentence_quoted = "", quoted("")
    for claim in claims:
        if claim.sentence is not sentence:
            sentence, sentence_quoted = claim.sentence, quoted(claim.sentence)
        yield (
            f'{head}{claim.start}, "end": {claim.end}, "exact": {quoted(claim.exact)}, "prefix": {quoted(claim.prefix)}, '
            f'"suffix": {quoted(claim.suffix)}, "value": {_number(claim.value)}, "unit": {word(claim.unit)}, '
            f'"kind": {word(claim.kind)}, "bound": {word(claim.bound)}, "change": {word(claim.change)}, '
            f'"status": {word(claim.status)}, "period": {word(claim.period)}, "indicator": {word(claim.indicator)}, '
            f'"entity": {word(claim.entity)}, "sentence": {sentence_quoted}, "doubt": {word(claim.doubt)}, '
            f'"repeat": {"true" if claim.repeat else "false"}}}\n'
        )


def _number(value: Decimal) -> str:
    """The value as JSON writes it; digits, as most are written, need no reckoning."""
    written = str(value)
    return written if written.isdecimal() else repr(plain_number(value))


class _Encoded(dict[str | None, str]):
    """Words as JSON writes them, those that came before looked up."""

    def __missing__(self, word: str | None) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        told = self[word] = _ENCODER.encode(word)
        return told


_REMEMBERED = 4096
"""Words that are looked up, at most: a long article may measure as many things as it has claims."""
