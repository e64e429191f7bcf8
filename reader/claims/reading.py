"""A claim read out in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.claims.claim import Bound

if TYPE_CHECKING:
    from decimal import Decimal

    from reader.claims.claim import Claim

_BOUNDS = {
    Bound.APPROX: "about",
    Bound.APPROX_BELOW: "nearly",
    Bound.MORE_THAN: "more than",
    Bound.AT_LEAST: "at least",
    Bound.LESS_THAN: "less than",
    Bound.AT_MOST: "at most",
}


def read_out(claim: Claim) -> str:
    """The claim in plain words: `500亿元 = 50,000,000,000 CNY · nearly · level · actual · up to 2021-12-31 · 工业产值`.

    Args:
        claim: The claim; what is not known of it is left out.

    Returns:
        One line; its Chinese parts are untrusted text of the article.
    """
    parts = (
        f"{claim.exact} = {read_value(claim.value)} {claim.unit}".rstrip(),
        _BOUNDS.get(claim.bound),
        str(claim.change or "level"),
        str(claim.status),
        _period(claim.period),
        claim.indicator,
        claim.entity,
    )
    return " · ".join(part for part in parts if part)


def read_value(value: Decimal) -> str:
    """The value with thousands marks, without exponent or trailing zeros: `1,350,000`, `20.56`."""
    written = f"{value:,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _period(period: str | None) -> str | None:
    """`../2021-12-31` is `up to 2021-12-31`, `2021/..` is `since 2021`, `2021/2025` is `2021 to 2025`."""
    if period is None or "/" not in period:
        return period
    first, last = period.split("/", 1)
    if first == "..":
        return f"up to {last}"
    return f"since {first}" if last == ".." else f"{first} to {last}"
