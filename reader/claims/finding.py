"""Finding the numeric claims of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.bounds import bound_of
from reader.claims.claim import CONTEXT, Claim, Kind
from reader.claims.passages import Passages
from reader.claims.scanning import quantities
from reader.text.numerals import narrowed
from reader.text.script import Script, converted

if TYPE_CHECKING:
    from reader.claims.quantities import Quantity


_AS_WRITTEN = frozenset((Kind.COUNT, Kind.RANK, Kind.OTHER))
"""Kinds whose unit is called as the text writes it, in its own script."""


def find_claims(
    text: str,
    *,
    script: Script,
    date: str | None = None,  # noqa: ARG001 - the contract of callers; periods will need it
    currency: str = "CNY",
) -> list[Claim]:
    """All numeric claims of a text, as docs/claim-guideline.md defines them.

    Args:
        text: The text, one paragraph a line; offsets count in it.
        script: The script that it is written in.
        date: The day that relative times count from (ISO 8601), or None.
        currency: ISO 4217 of the currency that a bare 元 means there.

    Returns:
        The claims, sorted, not overlapping.
    """
    plain = narrowed(converted(text, Script.SIMPLIFIED) if script is Script.TRADITIONAL else text)
    passages = Passages(plain)
    return [_claim(text, plain, quantity, passages) for quantity in quantities(plain, currency)]


def _claim(text: str, plain: str, quantity: Quantity, passages: Passages) -> Claim:
    start, end = quantity.start, quantity.end
    first, last = passages.paragraph(start)
    begin, finish = passages.sentence(start)
    unit = quantity.unit
    if quantity.kind in _AS_WRITTEN and plain.endswith(unit, start, end):
        unit = text[end - len(unit) : end]
    return Claim(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(first, start - CONTEXT) : start],
        suffix=text[end : min(last, end + CONTEXT)],
        value=quantity.value,
        unit=unit,
        kind=quantity.kind,
        bound=bound_of(plain, quantity),
        sentence=text[begin:finish].strip(),
    )
