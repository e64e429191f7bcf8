"""A claim as `reader claims --format jsonl` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.claims.claim import plain_number

if TYPE_CHECKING:
    from reader.claims.claim import Claim

FIELDS = (
    "article", "content_id", "start", "end", "exact", "prefix", "suffix", "value", "unit", "kind", "bound", "change",
    "status", "period", "indicator", "entity", "sentence", "doubt", "repeat",
)  # fmt: skip
"""The keys of a record, in their order."""


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
